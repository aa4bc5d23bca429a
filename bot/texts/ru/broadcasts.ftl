# Темы рассылок
broadcasts-topic-news = новости Центра
broadcasts-topic-contest = олимпиады и конкурсы
broadcasts-topic-event = мероприятия
broadcasts-topic-course = курсы и пробы
broadcasts-topic-service = о моих заявках и записях
broadcasts-topic-advert = предложения работодателей

# Что видит получатель
broadcasts-advert = Реклама
broadcasts-opt-out = Не присылать такие
broadcasts-left = { $tone ->
    [informal] Больше не пришлю: { $topic }. Если передумаешь, включи снова в настройках.
   *[formal] Больше не пришлю: { $topic }. Если передумаете, включите снова в настройках.
}
broadcasts-return = Вернуть
broadcasts-subscriptions = <b>Рассылки</b>

    { $tone ->
        [informal] Что тебе присылать? Нажми, чтобы включить или выключить.
       *[formal] Что вам присылать? Нажмите, чтобы включить или выключить.
    }

    { $lines }
broadcasts-subscription = { $wanted ->
    [yes] ✓ { $topic }: присылаю
   *[no] — { $topic }: не присылаю
}
broadcasts-turn-on = Включить: { $topic }
broadcasts-turn-off = Выключить: { $topic }
settings-broadcasts = Рассылки

# Рабочий стол
staff-desk-broadcasts = Рассылки
broadcasts-list = <b>Рассылки</b>

    { $lines }
broadcasts-list-empty = <b>Рассылки</b>

    Ни одной ещё не было. Черновик никому не уходит, пока вы сами его не отправите.
broadcasts-line = № { $number } · { $topic } · { $state }
broadcasts-label = № { $number }, { $topic }
broadcasts-new = Новая рассылка
broadcasts-to-list = Рассылки
broadcasts-state-draft = черновик
broadcasts-state-waiting = ждёт согласия
broadcasts-state-scheduled = назначена
broadcasts-state-gathering = собирает получателей
broadcasts-state-running = идёт
broadcasts-state-paused = на паузе
broadcasts-state-stopped = остановлена
broadcasts-state-finished = завершена
broadcasts-ask-topic = <b>О чём рассылка?</b>

    Тему видит и получатель: от каждой можно отписаться отдельно. Новости и реклама уходят только тем, кто сам их включил; реклама — только взрослым.

# Черновик
broadcasts-card = <b>Рассылка № { $number }, { $state }</b>
    Тема: { $topic }
    Текст: { $text }
    Файл: { $file }
    Кнопки: { $buttons }
    Кому: { $segment }
    Получат: { $count }
broadcasts-no-text = ещё нет
broadcasts-text-ru = { $length } зн.
broadcasts-text-both = { $length } зн., английский { $english } зн.
broadcasts-no-file = нет
broadcasts-photo = картинка
broadcasts-document = { $name }
broadcasts-no-buttons = нет
broadcasts-counting = считаю, уже { $count }
broadcasts-people = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
}
broadcasts-edit-text = Текст
broadcasts-edit-file = Картинка или файл
broadcasts-edit-buttons = Кнопки под текстом
broadcasts-edit-audience = Кому
broadcasts-review = Проверить и отправить
broadcasts-discard = Удалить черновик
broadcasts-discard-ask = Удалить черновик № { $number }? Текст и получатели пропадут.
broadcasts-discard-yes = Да, удалить
broadcasts-back = К черновику
broadcasts-copy = Взять за основу новой
broadcasts-ask-text = <b>Напишите текст рассылки одним сообщением</b>, до { $limit } знаков.

    Оформить можно в самом приложении или так: &lt;b&gt;жирный&lt;/b&gt;, &lt;i&gt;курсив&lt;/i&gt;, &lt;u&gt;подчёркнутый&lt;/u&gt;, &lt;s&gt;зачёркнутый&lt;/s&gt;, &lt;code&gt;код&lt;/code&gt;, &lt;a href="https://…"&gt;ссылка&lt;/a&gt;.
broadcasts-ask-english = <b>Напишите английский текст одним сообщением</b>, до { $limit } знаков.

    Его получат те, кто выбрал английский язык. Без него все получат русский.
broadcasts-texts = <b>Тексты рассылки № { $number }</b>

    Русский: { $russian }
    Английский: { $english }
broadcasts-write-russian = Написать русский заново
broadcasts-write-english = Написать английский
broadcasts-drop-english = Убрать английский
broadcasts-ask-file = <b>Пришлите картинку или файл</b> (PDF, DOCX) одним сообщением.

    Картинка встанет над текстом, текст тогда — до { $limit } знаков.
broadcasts-drop-file = Убрать файл
broadcasts-buttons = <b>Кнопки под текстом</b>

    { $lines }

    Их может быть три. Кнопка «Не присылать такие» стоит всегда.
broadcasts-buttons-none = пока ни одной
broadcasts-button-programme = К программе
broadcasts-button-link = К мероприятию или по ссылке
broadcasts-drop-buttons = Убрать кнопки
broadcasts-ask-programme = К какой программе ведёт кнопка? Напишите её название или профессию.
broadcasts-found = Нашлось вот что. Если не то, напишите иначе.
broadcasts-not-found = Ничего похожего не нашлось. Напишите иначе.
broadcasts-ask-link = Куда ведёт кнопка? Выберите мероприятие или пришлите ссылку вида https://t.me/{ $bot }?start=… — можно только то, что после «start=».
broadcasts-link-label = Подробнее

# Кому
broadcasts-audience = <b>Кому: рассылка № { $number }</b>
    { $segment }

    { $count }
    { $excluded }
broadcasts-everybody = всем
broadcasts-reached = Получат: { $count }
broadcasts-excluded = Подходят, но не получат:
broadcasts-excluded-guest = гости, согласия не давали: { $count }
broadcasts-excluded-minor = младше 18 или возраст неизвестен: { $count }
broadcasts-excluded-blocked = закрыли чат с ботом: { $count }
broadcasts-excluded-muted = попросили не писать первыми (/stop): { $count }
broadcasts-excluded-opted-out = отписались от этой темы: { $count }
broadcasts-excluded-not-asked-for = не включали эту тему: { $count }
broadcasts-add = Добавить условие
broadcasts-clear = Убрать все условия
broadcasts-segments = Сохранённые группы
broadcasts-save-segment = Сохранить эту группу
broadcasts-criteria = <b>По какому признаку?</b>

    Подходит тот, кто отвечает всем условиям сразу; внутри условия хватает одного значения.
broadcasts-by-role = Кто это
broadcasts-by-grade = Класс
broadcasts-by-city = Город
broadcasts-by-interest = Что интересно
broadcasts-by-wish = Чему хочет научиться
broadcasts-by-applied = Подавал заявку
broadcasts-by-completed = Закончил программу
broadcasts-by-registered = Записан на мероприятие
broadcasts-by-came = Был на мероприятии
broadcasts-by-again = Не подтверждено
broadcasts-criterion = { $name }: { $values }
broadcasts-values = <b>{ $name }</b>

    { $chosen }
broadcasts-values-chosen = Выбрано: { $values }
broadcasts-values-none = Пока не выбрано: подходят все.
broadcasts-values-type = Напишите, что ищете, или нажмите.
broadcasts-value-chosen = ✓ { $name }
broadcasts-again-of = рассылка № { $number }
broadcasts-role-pupil = школьники и студенты
broadcasts-role-adult = взрослые
broadcasts-role-guardian = родители
broadcasts-role-teacher = учителя
broadcasts-grades = { $range } класс
broadcasts-ready = Готово
broadcasts-saved = <b>Сохранённые группы</b>

    Нажмите, чтобы взять её условия.
broadcasts-saved-none = <b>Сохранённых групп пока нет.</b>

    Задайте условия и сохраните их под именем: в следующий раз хватит одного нажатия.
broadcasts-ask-name = Как назвать эту группу? До { $limit } знаков. Под тем же именем останется новая.
broadcasts-remove-segments = Удалить одну из групп
broadcasts-removing = Какую группу удалить? Рассылкам, которые её брали, это не помешает.

# Проверка и отправка
broadcasts-check = <b>Рассылка № { $number }: проверка</b>
    Тема: { $topic }
    Кому: { $segment }

    { $count }
    { $excluded }

    { $facts }
broadcasts-fact-takes = Займёт { $time }: если отправить сейчас, то до { $until }.
broadcasts-fact-quiet = Сейчас тихие часы: сообщения пойдут с { $until }.
broadcasts-fact-second = Больше { $limit } человек: понадобится согласие второго сотрудника.
broadcasts-fact-paid = Быстрее за Stars: { $time }, не больше { $stars } ⭐.
broadcasts-preview = Показать, как придёт
broadcasts-send-now = Отправить сейчас
broadcasts-send-tomorrow = Завтра в 10:00
broadcasts-send-at = Другое время
broadcasts-ask-when = Когда отправить? Например: «завтра 10:00», «пт 18:30», «5 марта 12:00».
broadcasts-when-unclear = Не понял время, или оно прошло. Напишите, например: «завтра 10:00», «пт 18:30», «5 марта 12:00».
broadcasts-when-confirm = Отправить рассылку № { $number } { $at }?
broadcasts-when-yes = Да, назначить
broadcasts-faster = Отправить быстрее за Stars
broadcasts-slower = Без оплаты
broadcasts-price = <b>Быстрее за Stars</b>

    Без оплаты: { $rate } сообщений в секунду, { $free }.
    С оплатой: { $paid }, не больше { $stars } ⭐ — по { $each } за каждое сообщение сверх бесплатных.
broadcasts-price-capped = Предел на одну рассылку — { $limit } ⭐; остальное уйдёт бесплатно.
broadcasts-pay-yes = Да, платить до { $stars } ⭐
broadcasts-scheduled = <b>Рассылка № { $number } назначена</b>
    Начнётся { $at }.
    { $count }

    До этого её можно отменить: никто ничего не получит.
broadcasts-take-back = Отменить
broadcasts-refresh = Обновить
broadcasts-waiting = <b>Рассылка № { $number } ждёт согласия</b>
    { $count }

    Получателей больше { $limit }, поэтому её смотрит второй сотрудник. Я напишу, когда он решит.
broadcasts-asked = <b>Нужно ваше согласие</b>
    Рассылка № { $number }, тема: { $topic }
    { $count }
    Автор: сотрудник № { $author }
broadcasts-decide = Посмотреть и решить
broadcasts-approval = <b>Рассылка № { $number }: согласие</b>
    Автор: сотрудник № { $author }
    Тема: { $topic }
    Кому: { $segment }

    { $count }
    { $excluded }

    Выше — как она придёт. { $facts }
broadcasts-approve = Согласен, отправить
broadcasts-send-back = Вернуть автору
broadcasts-approved = Рассылку № { $number } согласовали. Начнётся { $at }.
broadcasts-sent-back = Рассылку № { $number } вернули: второй сотрудник просит её поправить.
broadcasts-sent-back-done = Рассылка № { $number } вернулась к автору.
broadcasts-grew = Рассылка № { $number }: получателей стало больше { $limit }. Она ждёт согласия второго сотрудника.
broadcasts-open = Открыть рассылку

# Ход рассылки
broadcasts-gathering = <b>Рассылка № { $number } начинается</b>
    Собираю получателей, это секунды. Как она идёт, будет видно здесь.
broadcasts-progress = <b>Рассылка № { $number } { $state }</b>
    { $bar } { $percent } %
    Отправлено: { $sent } из { $total }
    { $pace }
broadcasts-pace = { $rate } в секунду, осталось { $left }
broadcasts-pace-soon = Осталось { $left }
broadcasts-pace-quiet = Тихие часы: продолжу с { $until }.
broadcasts-pace-paused = Ничего не отправляется, пока вы не продолжите.
broadcasts-pace-broken = Остановлена сама: Telegram отказал 20 раз подряд. Ответ: { $error }
broadcasts-pace-over = Итог — в следующем сообщении.
broadcasts-pause = Пауза
broadcasts-resume = Продолжить
broadcasts-stop = Остановить насовсем
broadcasts-stop-ask = Остановить рассылку № { $number } насовсем? Кто уже получил, у тех она останется; остальным не уйдёт.
broadcasts-stop-yes = Да, остановить
broadcasts-stop-no = Нет, назад
broadcasts-broken = <b>Рассылка № { $number } остановилась сама</b>
    Telegram отказал 20 раз подряд, остальным ничего не отправлено.

    Ответ: <code>{ $error }</code>

# Итог
broadcasts-report = <b>Рассылка № { $number } { $state }</b>
    { $topic }

    { $lines }
    { $left }
    Заняла { $time }.
broadcasts-report-left = После неё от темы отписались: { $count }
broadcasts-report-stars = Оплачено: не больше { $stars } ⭐
broadcasts-fate-sent = Доставлено: { $count }
broadcasts-fate-unknown = Не подтверждено, могло дойти: { $count }
broadcasts-fate-blocked = Чат закрыт: { $count }
broadcasts-fate-failed = Telegram отказал: { $count }
broadcasts-fate-skipped = Не отправлено: { $count }
broadcasts-fate-waiting = Ещё в пути: { $count }
broadcasts-chart-title = Рассылка № { $number }
broadcasts-chart-sent = Доставлено
broadcasts-chart-unknown = Не подтверждено
broadcasts-chart-blocked = Чат закрыт
broadcasts-chart-failed = Telegram отказал
broadcasts-chart-skipped = Не отправлено
broadcasts-chart-words = { $count } из { $total }
broadcasts-chart-note = Не подтверждено — связь оборвалась на этом сообщении: оно могло дойти, а могло и нет. Само оно не повторяется.
broadcasts-list-xlsx = Список в XLSX
broadcasts-again = Повторить неподтверждённым
broadcasts-again-ask = <b>Повторить { $count }?</b>

    Их сообщения могли дойти: кто-то получит рассылку № { $number } второй раз. Будет черновик, его ещё нужно отправить.
broadcasts-again-yes = Да, сделать черновик
broadcasts-list-ready = Список получателей рассылки № { $number }. Вместо имён — номера, как на странице «Моя страница».
broadcasts-list-gone = Список рассылки № { $number } уже удалён: он хранится восемь дней после её конца. Остались числа.
broadcasts-sheet = Получатели
broadcasts-column-person = Номер
broadcasts-column-state = Что стало
broadcasts-column-reason = Почему
broadcasts-column-time = Когда
broadcasts-cell-sent = доставлено
broadcasts-cell-unknown = не подтверждено
broadcasts-cell-blocked = чат закрыт
broadcasts-cell-failed = Telegram отказал
broadcasts-cell-skipped = не отправлено
broadcasts-cell-waiting = ждёт
broadcasts-cell-erased = стёрт
broadcasts-reason-stopped = рассылку остановили
broadcasts-reason-forgotten = человек стёр свои данные
broadcasts-reason-expired = слишком поздно
broadcasts-reason-guest = нет согласия
broadcasts-reason-minor = младше 18
broadcasts-reason-muted = попросил не писать
broadcasts-reason-opted-out = отписался от темы
broadcasts-reason-not-asked-for = не включал тему
broadcasts-time-under = меньше минуты
broadcasts-time-minutes = { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
}
broadcasts-time-hours = { $hours ->
    [one] { $hours } час { $minutes } мин
    [few] { $hours } часа { $minutes } мин
   *[many] { $hours } часов { $minutes } мин
}

# Отказы
broadcasts-error-not-a-draft = Эта рассылка уже отправлена на согласие или в путь. Чтобы поправить, сначала отмените её или возьмите за основу новой.
broadcasts-error-not-the-author = Черновик правит только его автор. Возьмите рассылку за основу новой — и она будет вашей.
broadcasts-error-incomplete = В рассылке ещё нет текста. Напишите его, и можно будет отправить.
broadcasts-error-too-long = Слишком длинно: { $length } знаков, а помещается { $limit }. Сократите текст или уберите картинку.
broadcasts-error-own = Свою рассылку согласовать нельзя: нужен взгляд второго человека.
broadcasts-error-changed = Рассылка изменилась, пока вы смотрели. Откройте её заново.
broadcasts-error-nobody = По этим условиям рассылку не получит никто. Посмотрите, кому она.
broadcasts-error-link = Это не похоже на ссылку на наш чат. Нужно то, что стоит после «start=»: латинские буквы, цифры, «-» и «_».
broadcasts-error-file = Нужна картинка, PDF или DOCX. Пришлите другой файл.
markup-error-nothing = Текст пустой. Напишите хоть несколько слов.
markup-error-unknown = Строка { $line }: такого оформления нет — { $tag }. Можно b, i, u, s, code и a.
markup-error-not-closed = Строка { $line }: { $tag } открыт и не закрыт. Допишите закрывающий.
markup-error-not-opened = Строка { $line }: { $tag } закрывает не то, что открыто последним. Проверьте порядок.
markup-error-address = Строка { $line }: ссылка не годится — { $tag }. Нужно &lt;a href="https://…"&gt;слова&lt;/a&gt;.
audit-action-broadcast-begun = рассылка начата
audit-action-broadcast-changed = рассылка изменена
audit-action-broadcast-discarded = черновик рассылки удалён
audit-action-broadcast-segment = группа получателей сохранена
audit-action-broadcast-submitted = рассылка отправлена
audit-action-broadcast-approved = рассылка согласована
audit-action-broadcast-sent-back = рассылка возвращена автору
audit-action-broadcast-taken-back = рассылка отменена
audit-action-broadcast-paused = рассылка на паузе
audit-action-broadcast-resumed = рассылка продолжена
audit-action-broadcast-stopped = рассылка остановлена
audit-kind-broadcast = Рассылки
