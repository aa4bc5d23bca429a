trajectories-menu = Собрать путь из модулей
trajectories-mine = Мои пути: { $count }
trajectories-build = Собрать путь
trajectories-build-programme = Собрать эту программу из модулей
trajectories-build-missing = Собрать путь к тому, чего не хватает

trajectories-goal = <b>К чему идём?</b>

    { $tone ->
        [informal] Соберу путь из модулей разных колледжей: по порядку, без накладок, под твоё расписание. Напиши профессию («сварщик», «повар») или выбери.
       *[formal] Соберу путь из модулей разных колледжей: по порядку, без накладок, под ваше расписание. Напишите профессию («сварщик», «сметчик») или выберите.
    }
trajectories-goal-occupation = Выбрать профессию
trajectories-goal-skills = Выбрать, чему научиться
trajectories-goal-wants = То, что я хочу развить
trajectories-goal-on = Продолжить: { $goal }
trajectories-goal-which = { $tone ->
    [informal] Что из этого тебе ближе?
   *[formal] Что из этого вам ближе?
}
trajectories-goal-unknown = { $tone ->
    [informal] Такого в моём списке нет. Назови иначе или выбери из списка.
   *[formal] Такого в моём списке нет. Назовите иначе или выберите из списка.
}
trajectories-goal-several = { $named } и ещё { $more }
trajectories-goal-nothing = { $tone ->
    [informal] По ответам всё нужное ты уже умеешь. Выбери другую цель.
   *[formal] По ответам всё нужное вы уже умеете. Выберите другую цель.
}
trajectories-sector = В каком направлении профессия?
trajectories-occupation = <b>{ $sector }</b>
    Какая профессия?
trajectories-skills = <b>Чему научиться?</b>

    { $tone ->
        [informal] Выбери направление или напиши навык.
       *[formal] Выберите направление или напишите навык.
    }
trajectories-skills-chosen = <b>Чему научиться?</b>

    Выбрано: { $chosen }

    { $tone ->
        [informal] Добавь ещё или нажми «Готово».
       *[formal] Добавьте ещё или нажмите «Готово».
    }
trajectories-skills-general = Общие навыки
trajectories-skills-done = Готово
trajectories-skill-which = Какой навык?
trajectories-skill = { $skill } — { $level }
trajectories-ticked = ✓ { $label }
trajectories-level = <b>{ $skill }</b>
    { $tone ->
        [informal] Как хочешь уметь?
       *[formal] Как хотите уметь?
    }
trajectories-level-own = <b>{ $skill }</b>
    Сейчас: { $own }. { $tone ->
        [informal] Как хочешь уметь?
       *[formal] Как хотите уметь?
    }
trajectories-own-0 = пока не приходилось
trajectories-own-1 = { $tone ->
    [informal] знаешь, как это делают
   *[formal] знаете, как это делают
}
trajectories-own-2 = получается с подсказкой
trajectories-own-3 = получается без подсказки
trajectories-own-4 = { $tone ->
    [informal] можешь научить других
   *[formal] можете научить других
}
trajectories-level-1 = знать, как делают
trajectories-level-2 = делать с подсказкой
trajectories-level-3 = делать без подсказки
trajectories-level-4 = учить других
trajectories-level-none = Не нужно

trajectories-conditions = <b>Путь: { $goal }</b>
    Цель: { $levels }.

    { $lines }

    { $tone ->
        [informal] Нажми на условие, чтобы изменить его.
       *[formal] Нажмите на условие, чтобы изменить его.
    }
trajectories-condition = • { $name }: { $value }
trajectories-condition-funding = • Возможно, бесплатно ({ $value }): решает служба занятости
trajectories-name-least = Важнее всего
trajectories-name-week = Нагрузка
trajectories-name-money = Деньги
trajectories-name-where = Где
trajectories-name-how = Формат
trajectories-name-when = Время
trajectories-name-busy = Занятость
trajectories-name-finish = Закончить до
trajectories-least-hours = меньше часов
trajectories-least-price = дешевле
trajectories-least-finish = быстрее закончить
trajectories-week-hours = до { $hours } ч в неделю
trajectories-money-most = до { $roubles } ₽
trajectories-money-free = только бесплатно
trajectories-reach-own = { $city } и онлайн
trajectories-reach-near = { $city } и рядом, до 60 км
trajectories-week = Сколько часов в неделю получается учиться?
trajectories-busy = { $tone ->
    [informal] Какое время у тебя занято каждую неделю? На это время занятия не поставлю.
   *[formal] Какое время у вас занято каждую неделю? На это время занятия не поставлю.
}
trajectories-busy-school-5 = учёба пн–пт 8–14
trajectories-busy-school-6 = учёба пн–сб 8–14
trajectories-busy-second-shift = вторая смена 13–19
trajectories-busy-work = работа пн–пт 9–18
trajectories-busy-free = свободно
trajectories-any-week = любая
trajectories-any-money = любые
trajectories-any-reach = любой город
trajectories-any-formats = любой
trajectories-any-finish = неважно когда
trajectories-compose = Составить путь
trajectories-set-least = Важнее: { $value }
trajectories-set-week = Нагрузка: { $value }
trajectories-set-money = Деньги: { $value }
trajectories-set-place-time = Где и когда
trajectories-set-where = Где: { $value }
trajectories-set-how = Формат: { $value }
trajectories-set-when = Время: { $value }
trajectories-set-busy = Занятость: { $value }
trajectories-set-finish = До: { $value }
trajectories-set-home = Указать мой город
trajectories-set-funding = Может быть, мне положено бесплатно
trajectories-other-goal = Другая цель
trajectories-ready = Готово
trajectories-place-time = <b>Где и когда</b>

    { $lines }

    { $tone ->
        [informal] Нажми на строку, чтобы изменить её.
       *[formal] Нажмите на строку, чтобы изменить её.
    }
trajectories-dayparts = { $tone ->
    [informal] Когда удобно заниматься? Отметь всё, что подходит. Без отметок подойдёт любое время.
   *[formal] Когда удобно заниматься? Отметьте всё, что подходит. Без отметок подойдёт любое время.
}
trajectories-money = Сколько можно потратить на весь путь?
trajectories-funding = <b>Возможно, вам положено бесплатно</b>
    Решает служба занятости, здесь я только посчитаю цену. Что из этого про вас?

    { $lines }
trajectories-funding-line = { $number }. { $name }
trajectories-funding-none = Не про меня
trajectories-home = { $tone ->
    [informal] Где ты живёшь? Выбери или напиши город.
   *[formal] Где вы живёте? Выберите или напишите город.
}
trajectories-home-unknown = { $tone ->
    [informal] Такого города в списке нет. Напиши ближайший.
   *[formal] Такого города в списке нет. Напишите ближайший.
}

trajectories-path = <b>Путь: { $goal }</b>
trajectories-run = { $number }. <b>{ $title }</b>
    { $period }: { $timetable }
    { $place }
    { $hours } ч, { $price }, { $left }
trajectories-period = { $start } – { $end }
trajectories-timetable-own-pace = в своём темпе
trajectories-timetable-unsettled = { $daypart }, дни уточняются
trajectories-date = { $date } { $year }
trajectories-free-perhaps = { $price } ₽ (возможно, бесплатно)
trajectories-price-perhaps = { $full } ₽ или { $price ->
    [0] бесплатно
   *[other] { $price } ₽
}, если служба занятости подтвердит
trajectories-run-left = { $left ->
    [0] мест нет, есть очередь
    [one] { $left } место
    [few] { $left } места
   *[other] { $left } мест
}
trajectories-run-pinned = { $left }, закреплён
trajectories-run-applied = заявка № { $number }
trajectories-run-waiting = очередь, заявка № { $number }
trajectories-run-shut = сюда больше не набирают
trajectories-totals = <b>Всего:</b> { $hours ->
    [one] { $hours } час
    [few] { $hours } часа
   *[other] { $hours } часов
}, { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[other] { $weeks } недель
}, до { $end }. Цена: { $price }. { $partners ->
    [one] { $partners } организация.
    [few] { $partners } организации.
   *[other] { $partners } организаций.
} { $trips ->
    [0] Ездить в другой город не нужно.
   *[other] { $home ->
        [known] Дней в другом городе: { $trips } ({ $cities }).
       *[unknown] Дней на месте: { $trips } ({ $cities }).
    }
}
trajectories-trip = { $city }: { $days }
trajectories-documents = Документы: { $documents }.
trajectories-document-whole = { $document } («{ $title }» целиком)
trajectories-document-do = сертификат участника
trajectories-document-po-new = свидетельство о профессии рабочего
trajectories-document-po-re = свидетельство о профессии рабочего
trajectories-document-po-up = свидетельство с разрядом
trajectories-document-pk = удостоверение о повышении квалификации
trajectories-document-pp = диплом о профессиональной переподготовке
trajectories-document-module = справка об обучении за отдельные модули
trajectories-open = Пока останется: { $levels }. Подходящих модулей сейчас нет.
trajectories-asked-for = При зачислении: { $what }.
trajectories-needs-profession = нужна рабочая профессия
trajectories-removed = Убрано: { $titles }.
trajectories-removed-lost = Убрано: { $titles }. Теперь цель достигается не вся. Убранное можно вернуть.
trajectories-ready-programme = Есть и готовая программа: «{ $title }», { $hours } ч, { $price }, { $document }.
trajectories-to-ready = Готовая программа
trajectories-trials = Пробы и события
trajectories-at-school = В свободное от школы время такой путь сейчас не собрать: часть занятий попадает на уроки.
trajectories-not-yet = { $tone ->
    [informal] К этой профессии сейчас модулей для тебя нет.
   *[formal] К этой профессии сейчас модулей для вас нет.
}
trajectories-later = Откроется в { $age } лет: «{ $title }».
trajectories-given-up = Со всеми условиями не получилось, поэтому не учёл: { $wishes }.
trajectories-wish-reach = где
trajectories-wish-formats = формат
trajectories-wish-dayparts = время
trajectories-wish-busy = занятость
trajectories-wish-hours-a-week = нагрузку { $wanted } — получается до { $needed } ч в неделю
trajectories-wish-budget = деньги ({ $wanted }) — получается { $needed }
trajectories-wish-finish-by = срок (до { $wanted }) — получается до { $needed }
trajectories-best-now = Из модулей лучшего набора сейчас нет.
trajectories-proven-hours = Из модулей меньше часов не получится: проверены все варианты.
trajectories-proven-price = Из модулей дешевле не получится: проверены все варианты.
trajectories-proven-finish = Из модулей раньше закончить не получится: проверены все варианты.
trajectories-unpinned = Закреплённое не поместилось: { $titles }.
trajectories-unknown = Вариантов очень много: за две секунды проверить все не удалось.
trajectories-unproven = Вариантов очень много: лучше этого не больше чем на { $percent } %.
trajectories-no-qualification = <i>Набор модулей — ещё не квалификация: её подтверждает ведущая организация.</i>
trajectories-page = Стр. { $page } из { $pages } →
trajectories-apply = Подать заявки на весь путь
trajectories-apply-these = Подать на эти модули
trajectories-keep = Сохранить
trajectories-edit = Изменить модули
trajectories-picture = Расписание картинкой
trajectories-share = Поделиться
trajectories-drop = Убрать путь
trajectories-again = Пересчитать
trajectories-accept = Оставить как есть
trajectories-open-path = Открыть путь
trajectories-to-conditions = Условия
trajectories-to-list = Мои пути
trajectories-other-conditions = Изменить условия
trajectories-nothing-needed = <b>{ $goal }</b>
    { $tone ->
        [informal] По твоим ответам и заявкам всё нужное уже есть: добавлять нечего.
       *[formal] По вашим ответам и заявкам всё нужное уже есть: добавлять нечего.
    }
trajectories-nothing-found = <b>{ $goal }</b>
    Пути пока нет. Не хватает модулей, которые дают: { $levels }. { $tone ->
        [informal] Измени цель или спроси специалиста: наборы обновляются.
       *[formal] Измените цель или спросите специалиста: наборы обновляются.
    }
trajectories-quoted = «{ $title }»
trajectories-what-changed = <b>Что изменилось</b>
trajectories-same = План остался прежним.
trajectories-diff-removed = Убрано: { $titles }
trajectories-diff-added = Добавлено: { $titles }
trajectories-diff-regrouped = Другая группа: { $titles }
trajectories-diff-hours = Часов: было { $before }, стало { $after }
trajectories-diff-price = Цена: была { $before } ₽, стала { $after } ₽

trajectories-which = Какой модуль изменить? Остальное подстрою.
trajectories-label-pinned = { $label } (закреплён)
trajectories-label-start = { $start }: { $title }
trajectories-module = <b>{ $title }</b>
    Из программы «{ $programme }»

    { $period }: { $timetable }
    { $place }
    { $hours } ч, { $price }, мест: { $left }

    После него: { $gives }.
trajectories-pin = Закрепить в пути
trajectories-unpin = Открепить
trajectories-other = Заменить другим
trajectories-restore = { $count ->
    [1] Вернуть { $titles }
   *[other] Вернуть убранные модули: { $count }
}
trajectories-proposed = <b>Новый план пути «{ $goal }»</b>
    Прежний пока остаётся.
trajectories-proposed-before = Было: { $hours } ч, { $price }, до { $end }. Не хватает: { $missing }.
trajectories-proposed-after = Станет: { $hours } ч, { $price }, до { $end }. Не хватает: { $missing }.
trajectories-nothing-missing = ничего
trajectories-take-plan = Принять
trajectories-stay = Оставить прежний
trajectories-ban = Убрать из пути
trajectories-others = Чем заменить «{ $title }»?
trajectories-other-run = { $number }. <b>{ $title }</b>
    { $period }: { $timetable }
    { $place }
    { $hours } ч, { $price }, мест: { $left }
trajectories-no-other = Замены для «{ $title }» сейчас нет. Можно убрать модуль: тогда часть цели останется открытой.

trajectories-new = Новый путь
trajectories-list = <b>Мои пути</b>
trajectories-line = { $number }. <b>{ $goal }</b>: { $hours } ч, { $price }, до { $end } — { $state }
trajectories-state-saved = сохранён
trajectories-state-applied = заявки поданы
trajectories-state-changed = есть изменения
trajectories-compare = Сравнить
trajectories-compare-one = Какой путь сравнить?
trajectories-compare-other = С каким?
trajectories-row-hours = Часов
trajectories-row-price = Цена
trajectories-row-start = Начало
trajectories-row-finish = Последний день
trajectories-row-partners = Организации
trajectories-row-cities = Поездки
trajectories-row-open = Останется
trajectories-open-a = Открыть А
trajectories-open-b = Открыть Б
trajectories-kept = Путь сохранён. { $tone ->
    [informal] Если модуль перенесут или отменят, напишу тебе.
   *[formal] Если модуль перенесут или отменят, напишу вам.
}
trajectories-editing-copy = Сохранённый путь не изменится: меняем копию.
trajectories-shared = <b>Путь: { $goal }</b>
    { $tone ->
        [informal] По этой ссылке видно модули, но не видно тебя. Её можно переслать:
       *[formal] По этой ссылке видно модули, но не видно вас. Её можно переслать:
    }
    { $link }
trajectories-not-shared = Ссылка больше не работает.
trajectories-stop-sharing = Закрыть доступ по ссылке
trajectories-opened = <b>Путь: { $goal }</b>
    Им поделились по ссылке. { $hours ->
        [one] { $hours } час
        [few] { $hours } часа
       *[other] { $hours } часов
    }, { $price }, организаций: { $partners }.
trajectories-opened-run = { $number }. <b>{ $title }</b>
    { $period }, { $place }, { $hours } ч, { $price }
trajectories-opened-more = И ещё модулей: { $more }
trajectories-opened-open = Эти модули дают не всё, что нужно для цели: { $levels }.
trajectories-take-how = { $tone ->
    [informal] Составлю путь к той же цели по твоим условиям.
   *[formal] Составлю путь к той же цели по вашим условиям.
}
trajectories-take = Составить такой для меня
trajectories-ask-drop = Убрать путь «{ $goal }»? Ссылка на него перестанет работать.
trajectories-ask-drop-applied = Убрать путь «{ $goal }»? Заявки останутся: отозвать их можно в «Моих заявках».
trajectories-drop-yes = Да, убрать
trajectories-drop-no = Нет, оставить
trajectories-has-changed = <b>Изменения в пути «{ $goal }»</b>
trajectories-change-moved = «{ $title }»
    Было: { $before }, { $before_timetable }
    Стало: { $after }, { $after_timetable }
trajectories-change-unknown = Модуль { $period } отменили: его больше нет в каталоге.
trajectories-change-cancelled = «{ $title }»: группу отменили.
trajectories-change-closed = «{ $title }»: набор закрыт, договор с организацией закончился.
trajectories-broken = Так путь больше не складывается: занятия совпали или нужный модуль не успевает закончиться. Могу пересчитать.
trajectories-what-now = Могу пересчитать путь под новые даты. Как поступим?

trajectories-review = <b>Проверка заявок на весь путь</b>
trajectories-review-run = { $number }. { $title }
    { $partner }, начало { $start }
trajectories-review-full = { $number }. { $title }
    { $partner }, начало { $start }: мест нет, заявка встанет в очередь
trajectories-review-parts = Каждая организация увидит только свою часть. Все заявки пути считаются за одну. Имя и телефон сейчас не нужны.
trajectories-review-withdrawn = Отзову заявки, которые в новом пути не нужны: № { $numbers }.
trajectories-withdraw = { $count ->
    [1] Отозвать заявку № { $numbers }
   *[other] Отозвать заявки: { $count }
}
trajectories-withdrawn = Отозвано: № { $numbers }.
trajectories-send = { $count ->
    [one] Подать { $count } заявку
    [few] Подать { $count } заявки
   *[other] Подать { $count } заявок
}
trajectories-not-all-open = Сюда больше не набирают: { $titles }. { $tone ->
    [informal] Пересчитай путь: подберу другие группы.
   *[formal] Пересчитайте путь: подберу другие группы.
}
trajectories-applied = <b>{ $count ->
    [one] Подана { $count } заявка
    [few] Поданы { $count } заявки
   *[other] Подано { $count } заявок
}</b>
trajectories-sent = № { $number } — { $title }: место { $tone ->
    [informal] за тобой
   *[formal] за вами
}
trajectories-sent-waiting = № { $number } — { $title }: мест нет, заявка в очереди
trajectories-applied-next = { $tone ->
    [informal] Чтобы оформить всё до конца, позвони в Центр и назови номера: { $phone }, { $hours }.
   *[formal] Чтобы оформить всё до конца, позвоните в Центр и назовите номера: { $phone }, { $hours }.
}
trajectories-error-too-many = { $tone ->
    [informal] Уже сохранено путей: { $limit }. Убери один в «Моих путях», и этот поместится.
   *[formal] Уже сохранено путей: { $limit }. Уберите один в «Моих путях», и этот поместится.
}
trajectories-error-not-all-open = { $tone ->
    [informal] В одну из групп больше не набирают. Открой путь и пересчитай его.
   *[formal] В одну из групп больше не набирают. Откройте путь и пересчитайте его.
}
forget-trajectories = { $count ->
    [one] { $count } путь
    [few] { $count } пути
   *[other] { $count } путей
}

trajectories-picture-title = Путь: { $goal }
trajectories-picture-when = { $period }, { $timetable }
trajectories-picture-line = { $line }
trajectories-picture-rest = И ещё модулей: { $rest }
