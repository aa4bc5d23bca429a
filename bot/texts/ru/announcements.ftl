announcements-list = <b>События: { $count }</b>

    { $lines }
announcements-line = { $line }. <b>{ $title }</b>
    { $when } · { $state } · { $taken } из { $capacity }
announcements-untitled = { $type }, без названия
announcements-state-draft = <b>Черновик</b>
announcements-state-proposed = <b>Ждёт согласования</b>
announcements-state-published = <b>Идёт запись</b>
announcements-state-closed = <b>Запись закрыта</b>
announcements-state-held = <b>Прошло, нужен отчёт</b>
announcements-state-reported = <b>Отчёт сдан</b>
announcements-state-cancelled = <b>Отменено</b>
announcements-new = Новое
announcements-ask-new = Что объявляем?
announcements-copy-last = Как прошлое: { $title }
announcements-card = { $head }

    { $card }
announcements-counts = Записано: { $registered } · предложено: { $offered } · в очереди: { $waiting } · классов: { $classes }
announcements-publish = Объявить
announcements-change = Изменить
announcements-repeat = Повторять каждую неделю
announcements-cancel = Отменить событие
announcements-drop = Удалить черновик
announcements-ask-drop = Удалить черновик «{ $title }»?
announcements-yes-drop = Да, удалить
announcements-over = Событие прошло или отменено, менять его уже нельзя. Можно сделать такое же новое.
announcements-field = { $name }: { $value }
announcements-came = Пришли: { $came } · не отмечены: { $absent }
announcements-news = <b>Изменено: { $what }.</b> Ещё не знают: { $heads }. { $night ->
        [yes] Напишу утром.
       *[no] Напишу через две минуты после последней правки или сразу по кнопке.
    }
announcements-change-time = время
announcements-change-place = место
announcements-change-link = ссылка
announcements-tell = Сообщить ({ $heads })
announcements-more = Ещё изменить
announcements-copy = Новое такое же
announcements-fields = <b>{ $title }</b>
    Что изменить? Если событие уже объявлено, об изменении времени, места и ссылки напишу всем, кто записан.
announcements-ask = { $problem }<b>{ $field }</b>
    { $how }
announcements-error = { $problem ->
    [unknown] «{ $typed }» в списке нет: проверьте написание.
    [late] «{ $typed }»: это позже начала события.
    [needed] Событие уже объявлено: место или ссылка должны остаться. Сначала впишите новое.
    [several] «{ $typed }» подходит к нескольким: напишите полностью.
    [announced] Событие уже объявлено, и о времени, месте и ссылке узнают люди. Если менять, ответьте ещё раз.
    [order] «{ $typed }»: конец раньше начала.
    [long] Слишком длинно: можно до { $typed } знаков.
    [taken] Уже занято мест: { $typed }. Меньше сделать нельзя.
    [past] Это время уже прошло.
   *[form] «{ $typed }» не получилось прочитать.
}
announcements-ask-cancelled = Отменить «{ $title }»? Напишу всем, кто записан или ждёт: { $heads }.
announcements-yes-cancelled = Да, отменить
announcements-ask-repeat = «{ $title }» каждую неделю в то же время. Сколько недель подряд?
announcements-weeks = { $weeks ->
    [few] { $weeks } недели
   *[other] { $weeks } недель
}
announcements-proposed = Организация предлагает событие: «{ $title }», { $when }. Проверьте и объявите или верните.
announcements-look = Посмотреть
announcements-return = Вернуть на доработку
announcements-approved = Событие «{ $title }» объявлено.
announcements-returned = Событие «{ $title }» вернули на доработку. Откройте его и поправьте.
announcements-field-title-ru = Название
announcements-how-title-ru = Короткое и понятное, до 90 знаков. Например: Проба сварщика
announcements-field-when = Когда
announcements-how-when = Дата, время начала и конца. Например: 12.03 15:00-17:00 или 12.03 10:00 - 14.03 18:00
announcements-field-city = Город
announcements-how-city = Выберите или напишите город; «онлайн» — без места
announcements-field-place = Место
announcements-how-place = Адрес и кабинет. Например: ул. Примерная, 2, мастерская 5
announcements-field-for-whom = Для кого
announcements-how-for-whom = Классы и взрослые. Например: 9; 8-11; взрослые; 8-11 и взрослые
announcements-field-capacity = Сколько мест
announcements-how-capacity = Число от 1 до 5000
announcements-field-about-ru = О чём событие
announcements-how-about-ru = Два-три предложения, до 500 знаков
announcements-field-type = Вид
announcements-how-type = Выберите или напишите вид события
announcements-field-sector = Направление
announcements-how-sector = Название направления, например: Транспорт; «нет» — без него
announcements-field-link = Ссылка на встречу
announcements-how-link = Адрес, который начинается с https://; увидят только те, кто записан
announcements-field-age-mark = Возрастной знак
announcements-how-age-mark = 0, 6, 12, 16 или 18
announcements-field-groups = Классы с учителем
announcements-how-groups = От скольких до скольких учеников и сколько учеников на одного взрослого. Например: 5-30, 15
announcements-field-per-school = Мест на одну школу
announcements-how-per-school = Число или «нет»
announcements-field-deadline = Запись до
announcements-how-deadline = Дата и время или «нет»: тогда до начала
announcements-field-bring = Что взять с собой
announcements-how-bring = Например: сменную обувь; «нет» — ничего
announcements-field-documents = Документы
announcements-how-documents = Что нужно показать; «нет» — ничего
announcements-field-briefing = Инструктаж по безопасности
announcements-how-briefing = Нужен ли он перед началом?
announcements-field-accessible = Вход без ступеней
announcements-how-accessible = Можно ли войти без ступеней?
announcements-field-federal = Федеральный проект
announcements-how-federal = Например: Билет в будущее; «нет» — без проекта
announcements-field-lead-times = Свои напоминания
announcements-how-lead-times = Минуты до начала через точку с запятой, например: 1440; 60. «нет» — как обычно
announcements-field-co-organisers = Соорганизаторы
announcements-how-co-organisers = Коды или названия организаций через точку с запятой; «нет» — без них
announcements-field-programmes = Программы по теме
announcements-how-programmes = Названия или коды программ через точку с запятой; «нет» — без них
announcements-field-title-en = Название по-английски
announcements-how-title-en = До 90 знаков; «нет» — без него
announcements-field-about-en = О чём, по-английски
announcements-how-about-en = До 500 знаков; «нет» — без него
announcements-quick-for-whom = { $adults ->
    [only] взрослые
    [too] { $value } класс и взрослые
   *[no] { $value } класс
}
announcements-quick-capacity = { $value }
announcements-quick-age-mark = { $value }+
announcements-quick-groups = { $value ->
    [no] без классов
   *[other] от 5 до 30, взрослый на 15
}
announcements-quick-briefing = { $value ->
    [yes] да
   *[no] нет
}
announcements-quick-lead-times = { $value ->
    [no] как обычно
   *[other] { $value }
}
announcements-quick-deadline = до начала
announcements-quick-per-school = { $value ->
    [no] не важно
   *[other] { $value }
}
announcements-quick-accessible = { $value ->
    [yes] да
   *[no] нет
}
announcements-quick-co-organisers = нет
announcements-quick-programmes = нет
announcements-quick-sector = нет
announcements-quick-link = нет
announcements-people = Кто пришёл
announcements-results = Итоги и напоминания
announcements-code = Код у входа
announcements-short-draft = черновик
announcements-short-proposed = ждёт согласования
announcements-short-published = идёт запись
announcements-short-closed = запись закрыта
announcements-short-held = прошло, нужен отчёт
announcements-short-reported = отчёт сдан
announcements-short-cancelled = отменено
announcements-none = <b>События</b>

    Пока ничего не объявлено. Нажмите «Новое»: шесть-семь коротких вопросов, и событие готово.
announcements-link = Ссылка для людей и рассылок: { $link }
announcements-propose = Предложить Центру
announcements-close = Закрыть запись
announcements-reopen = Снова открыть запись
