events-list = <b>События: { $count }</b>

    { $lines }
events-line = { $line }. <b>{ $title }</b>
    { $when } · { $where }
    { $state }
events-online = онлайн
events-places = { $left ->
    [one] есть { $left } место
    [few] есть { $left } места
   *[other] есть { $left } мест
}
events-full = { $waiting ->
    [0] мест нет, можно встать в очередь
   *[other] мест нет, в очереди: { $waiting }
}
events-short-adults-only = только для взрослых
events-short-pupils-only = для школьников
events-short-grade = для других классов
events-short-age-mark = для тех, кто старше
events-short-closed = запись закрыта
events-none = { $tone ->
    [informal] Ближайших событий пока нет. Загляни через пару дней или спроси специалиста.
   *[formal] Ближайших событий пока нет. Загляните через пару дней или спросите специалиста.
}
events-none-filtered = По таким условиям ничего нет. Можно убрать часть условий или показать все события.
events-filter = Выбрать по городу, дате, виду
events-refilter = Изменить или убрать фильтр
events-shown = Показаны: { $wishes }
events-clear = Показать все
events-show = Показать
events-any = не важно
events-yes = да
events-no = нет
events-wished-for-me = { $tone ->
    [informal] подходящие тебе
   *[formal] подходящие вам
}
events-wished-places = где есть места
events-wished-accessible = вход без ступеней
events-wished-online = онлайн
events-filters = { $tone ->
    [informal] <b>Какие события показать?</b>
        Нажми на строку, чтобы поменять. Выбор запомню.
   *[formal] <b>Какие события показать?</b>
        Нажмите на строку, чтобы поменять. Выбор запомню.
}
events-by-for-me = { $tone ->
    [informal] Только те, что мне подходят: { $value }
   *[formal] Только подходящие мне: { $value }
}
events-by-city = Город: { $value }
events-by-days = Когда: { $value }
events-by-sector = Направление: { $value }
events-by-type = Вид: { $value }
events-by-places = Есть места: { $value }
events-by-accessible = Вход без ступеней: { $value }
events-by-online = Онлайн: { $value }
events-days = { $days ->
    [0] не важно
    [one] ближайший { $days } день
    [few] ближайшие { $days } дня
   *[other] ближайшие { $days } дней
}
events-ask-city = В каком городе?
events-ask-sector = Какое направление?
events-ask-type = Какого вида событие?
events-title = { $type }
    <b>{ $title }</b>
events-cancelled = <b>Отменено</b>
events-about = { $about }
events-when = Когда: { $when }
events-where = Где: { $city }, { $place }
events-online-later = Где: онлайн, ссылка придёт после записи
events-link = Где: онлайн, { $link }
events-for = Для кого: { $who }
events-grades = { $first }–{ $last } класс
events-adults = взрослые
events-state = Места: { $state }
events-until = запись до { $day }
events-groups = Классы: от { $smallest } до { $largest }, взрослый на { $each } учеников{ $school ->
        [0] {""}
       *[other] ; от одной школы до { $school }
    }
events-organiser = Проводит: { $named }
events-bring = С собой: { $bring }
events-briefing = Сначала — инструктаж по безопасности
events-documents = Документы: { $documents }
events-accessible = Вход без ступеней
events-federal = Проект «{ $federal }»
events-come = Приду
events-come-child = Записать ребёнка
events-parents = Показать родителям
events-to-parents = До 14 лет записывает взрослый. Покажи или перешли это родителям:

    <b>{ $title }</b>
    Когда: { $when }
    Где: { $where }

    Записаться: { $link }
events-invited = <b>Приглашение на событие</b>

    <b>{ $title }</b>
    Когда: { $when }
    Где: { $where }

    После двух-трёх коротких вопросов запишу.
events-queue = Встать в очередь
events-together = Приду не один
events-mine = Моя запись
events-all = События
events-type-tryout = Профессиональная проба
events-type-excursion = Экскурсия
events-type-masterclass = Мастер-класс
events-type-open-day = День открытых дверей
events-type-job-fair = Ярмарка вакансий
events-type-contest = Олимпиада, конкурс
events-type-lecture = Лекция
events-type-seminar = Семинар
events-type-consultation = Консультация
events-type-forum = Форум
events-type-online-lesson = Онлайн-урок
