participations-receipt = { $state }

    <b>{ $title }</b>
    { $facts }
participations-state-registered = { $tone ->
    [informal] ✅ Место за тобой.
   *[formal] ✅ Место за вами.
}
participations-state-waiting = { $tone ->
    [informal] Ты в очереди, твоё место: { $place }. Освободится — сразу напишу.
   *[formal] Вы в очереди, ваше место: { $place }. Освободится — сразу напишу.
}
participations-state-offered = { $tone ->
    [informal] <b>{ $places ->
        [one] Место освободилось!</b> Оно твоё до { $by }. Придёшь?
       *[other] Места освободились!</b> Они ваши до { $by }. Придёте?
    }
   *[formal] <b>{ $places ->
        [one] Место освободилось!</b> Оно ваше до { $by }. Придёте?
       *[other] Места освободились!</b> Они ваши до { $by }. Придёте?
    }
}
participations-state-lapsed = Время на ответ вышло, место больше не держу.
participations-state-event-cancelled = <b>Событие отменено.</b> Приходить не нужно.
participations-state-over = Событие уже прошло.
participations-state-cancelled = Запись отменена. Спасибо, что место не пропадёт.
participations-state-attended = Участие отмечено. Спасибо!
participations-state-absent = Участие не отмечено.
participations-when = Когда: { $when }
participations-places = Мест: { $places }
participations-number = { $tone ->
    [informal] Твой номер: { $number }
   *[formal] Ваш номер: { $number }
}
participations-reminder = Напомню: { $at }
participations-muted = Сообщения выключены (/stop): об изменении или отмене события узнать можно только здесь.
participations-take = Приду
participations-decline = Не смогу
participations-not-coming = Не приду
participations-invite = Позвать друга по ссылке
participations-card = О событии
participations-mine = Мои события
participations-others = Другие события
participations-clash = { $tone ->
    [informal] В это же время у тебя: { $others }. Всё равно записать на «{ $title }»?
   *[formal] В это же время у вас: { $others }. Всё равно записать на «{ $title }»?
}
participations-sure = Да, записать
participations-together = { $tone ->
    [informal] <b>{ $title }</b>
        Сколько вас всего? Места будут для всех сразу или очередь для всех. Свободно: { $left }.
   *[formal] <b>{ $title }</b>
        Сколько вас всего? Места будут для всех сразу или очередь для всех. Свободно: { $left }.
}
participations-count = Нас { $places }
participations-would-wait = <b>{ $title }</b>
    Свободно { $left }, вас { $places }: все вместе встанете в очередь.
participations-queue-all = Встать в очередь вместе
participations-only = Приду, нас { $places }
participations-fewer = Нас будет меньше
participations-ask-fewer = <b>{ $title }</b>
    Мест у вас: { $places }. Сколько вас будет? Остальные места достанутся другим.
participations-link = { $tone ->
    [informal] Перешли ссылку тем, с кем идёшь на «{ $title }». По ней можно занять мест: { $places }.
   *[formal] Перешлите ссылку тем, с кем идёте на «{ $title }». По ней можно занять мест: { $places }.
} { $link }
participations-none = { $tone ->
    [informal] Записей пока нет. Посмотри ближайшие события.
   *[formal] Записей пока нет. Посмотрите ближайшие события.
}
participations-list = <b>Мои события</b>

    { $lines }
participations-line = { $line }. { $title }
    { $when } — { $state }
participations-short-registered = место есть
participations-short-waiting = в очереди
participations-short-offered = место ждёт ответа
participations-short-lapsed = время на ответ вышло
participations-short-cancelled = запись отменена
participations-short-event-cancelled = событие отменено
participations-short-over = прошло
participations-short-attended = участие отмечено
participations-short-absent = не отмечено
participations-lapsed = «{ $title }»: ответа не было, место больше не держу.
participations-passed-on = Оно перешло следующему.
participations-again = { $tone ->
    [informal] Если ещё хочешь пойти, запишись снова.
   *[formal] Если ещё хотите пойти, запишитесь снова.
}
participations-changed = { $tone ->
    [informal] <b>ИЗМЕНЕНИЕ</b>
        { $title }

        { $lines }

        Придёшь?
   *[formal] <b>ИЗМЕНЕНИЕ</b>
        { $title }

        { $lines }

        Придёте?
}
participations-change-time = Было: { $old }
    Стало: <b>{ $new }</b>
participations-change-place = Было: { $old }
    Стало: <b>{ $new }</b>
participations-change-link = Новая ссылка — в записи на событие.
participations-still = Да, приду
participations-cancelled = <b>ОТМЕНА</b>
    { $title }, { $when }

    Событие не состоится. Приходить не нужно.
participations-error-not-for-you = { $hindrance ->
    [adults_only] «{ $title }» — событие для взрослых.
    [pupils_only] «{ $title }» — событие для школьников.
    [grade] «{ $title }» — для других классов. Подходящие — в фильтре событий.
    [age_mark] У «{ $title }» возрастной знак: пока рано.
   *[closed] Запись на «{ $title }» закрыта. Другие события: /events
}
participations-error-under-14 = До 14 лет на события записывает взрослый. Покажи «{ $title }» родителям: они могут открыть событие здесь.
participations-error-consent-first = { $tone ->
    [informal] Чтобы записать тебя, запись нужно хранить. Нажми /start и дай согласие, потом вернись к событию.
   *[formal] Чтобы записать вас, запись нужно хранить. Нажмите /start и дайте согласие, потом вернитесь к событию.
}
participations-error-begun = «{ $title }» уже началось или прошло: запись остаётся в списке, кто пришёл, отметят у входа.
participations-error-too-many-together = Вместе можно записать не больше { $most }.
participations-error-school-full = От одной школы можно не больше { $limit } мест, они уже заняты.
participations-error-no-classes = На «{ $title }» классом не записывают: только по одному.
participations-error-class-size = В группе может быть от { $smallest } до { $largest } учеников.
participations-error-adults = На { $heads } учеников нужно сопровождающих: { $needed }.
participations-error-link = { $tone ->
    [informal] По этой ссылке записаться уже нельзя: места разобраны или запись отменена. Попроси новую или выбери событие: /events
   *[formal] По этой ссылке записаться уже нельзя: места разобраны или запись отменена. Попросите новую или выберите событие: /events
}
forget-participations = { $count ->
    [one] { $count } запись на событие
    [few] { $count } записи на события
   *[other] { $count } записей на события
}
participations-school = Это время уроков: предупреди классного руководителя.
