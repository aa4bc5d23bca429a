enrolments-groups = <b>{ $title }</b>
    Какая группа удобнее?
enrolments-group = { $start }, { $daypart }, мест: { $left }
enrolments-group-full = { $start }, { $daypart }, очередь
enrolments-review = <b>Проверка заявки</b>
    { $title }

    { $lines }

    Имя и телефон сейчас не нужны.
enrolments-review-places = { $left ->
    [0] Мест нет: заявка встанет в очередь
    [one] Свободно: { $left } место
    [few] Свободно: { $left } места
   *[other] Свободно: { $left } мест
}
enrolments-review-city = { $tone ->
    [informal] Твой город: { $city }
   *[formal] Ваш город: { $city }
}
enrolments-review-time = { $tone ->
    [informal] Тебе удобно: { $daypart }
   *[formal] Вам удобно: { $daypart }
}
enrolments-review-grade = Класс: { $grade }
enrolments-review-education = Образование: { $education }
enrolments-no-city = не указан
enrolments-no-time = не указано
enrolments-submit = Подать заявку
enrolments-submit-queue = Встать в очередь
enrolments-change-city = Указать мой город
enrolments-change-time = Указать удобное время
enrolments-ask-time = { $tone ->
    [informal] Когда тебе удобно заниматься? Если наберётся вторая группа, учтём.
   *[formal] Когда вам удобно заниматься? Если наберётся вторая группа, учтём.
}
enrolments-receipt = <b>Заявка № { $number }</b>
    <b>{ $title }</b>
    { $facts }

    { $state }

    { $history }
enrolments-state-submitted = { $tone ->
    [informal] ✅ Место за тобой. Чтобы оформить всё до конца, позвони в Центр и назови номер заявки: { $phone }, { $hours }.
   *[formal] ✅ Место за вами. Чтобы оформить всё до конца, позвоните в Центр и назовите номер заявки: { $phone }, { $hours }.
}
enrolments-state-needs-info = Организации нужно кое-что уточнить. Специалист свяжется здесь, в чате.
enrolments-state-in-review = Организация рассматривает заявку.
enrolments-state-waitlisted = { $tone ->
    [informal] Твоё место в очереди: { $place }. Как только место освободится, напишу: на ответ будет до 48 часов.
   *[formal] Ваше место в очереди: { $place }. Как только место освободится, напишу: на ответ будет до 48 часов.
}
enrolments-state-offered = { $tone ->
    [informal] Место освободилось! Оно твоё до { $by }. Берёшь?
   *[formal] Место освободилось! Оно ваше до { $by }. Берёте?
}
enrolments-state-lapsed = Время на ответ вышло, место перешло следующему. Заявку можно подать снова.
enrolments-state-confirmed = { $tone ->
    [informal] ✅ Место подтверждено, оно твоё. Оформление — по телефону Центра: { $phone }, { $hours }.
   *[formal] ✅ Место подтверждено, оно ваше. Оформление — по телефону Центра: { $phone }, { $hours }.
}
enrolments-state-contract = Оформляется договор.
enrolments-state-enrolled = Зачисление состоялось.
enrolments-state-studying = Идёт обучение.
enrolments-state-assessment = Идёт итоговая аттестация.
enrolments-state-completed = Обучение завершено. Поздравляем!
enrolments-state-expelled = Обучение прекращено. Специалист подскажет, что можно сделать.
enrolments-state-rejected = Организация не смогла принять заявку. Специалист подскажет похожие программы.
enrolments-state-withdrawn = Заявка отозвана.
enrolments-move = { $at } — { $state }
enrolments-short-submitted = подана
enrolments-short-needs-info = нужно уточнить
enrolments-short-in-review = рассматривается
enrolments-short-waitlisted = в очереди
enrolments-short-offered = предложено место
enrolments-short-lapsed = время на ответ вышло
enrolments-short-confirmed = место подтверждено
enrolments-short-contract = договор
enrolments-short-enrolled = зачисление
enrolments-short-studying = обучение
enrolments-short-assessment = аттестация
enrolments-short-completed = завершено
enrolments-short-expelled = прекращено
enrolments-short-rejected = отказ
enrolments-short-withdrawn = отозвана
enrolments-open-programme = Открыть программу
enrolments-mine = Мои заявки
enrolments-accept = Беру место
enrolments-decline = Отказаться
enrolments-withdraw = Отозвать заявку
enrolments-ask-withdraw = Отозвать заявку № { $number } на «{ $title }»? Место получит следующий в очереди.
enrolments-withdraw-yes = Да, отозвать
enrolments-withdraw-no = Нет, оставить
enrolments-none = { $tone ->
    [informal] Заявок пока нет. Посмотри программы: подать заявку можно прямо с карточки.
   *[formal] Заявок пока нет. Посмотрите программы: подать заявку можно прямо с карточки.
}
enrolments-mine-text = <b>Мои заявки</b>

    { $lines }
enrolments-line = { $line }. { $title }{ $start } — { $state }
enrolments-offered = <b>Освободилось место!</b>
    Заявка № { $number }, { $title }
    { $facts }

    { $tone ->
        [informal] Место твоё до { $by }. Потом его предложим следующему.
       *[formal] Место ваше до { $by }. Потом его предложим следующему.
    }
enrolments-lapsed = { $tone ->
    [informal] Заявка № { $number }, «{ $title }»: ответа не было, место перешло следующему. Если всё ещё хочешь — подай заявку снова.
   *[formal] Заявка № { $number }, «{ $title }»: ответа не было, место перешло следующему. Если всё ещё хотите — подайте заявку снова.
}
enrolments-error-under-14 = До 14 лет заявку подаёт взрослый. Покажи программу «{ $title }» родителям: они могут открыть её здесь или позвонить в Центр, { $phone }.
enrolments-error-too-many = { $tone ->
    [informal] У тебя уже { $limit } заявки в работе. Отзови одну в «Моих заявках», и можно будет подать эту.
   *[formal] У вас уже { $limit } заявки в работе. Отзовите одну в «Моих заявках», и можно будет подать эту.
}
enrolments-error-no-dates = { $tone ->
    [informal] На «{ $title }» сейчас не набирают. Сохрани программу или спроси специалиста о новых датах.
   *[formal] На «{ $title }» сейчас не набирают. Сохраните программу или спросите специалиста о новых датах.
}
enrolments-error-not-eligible = { $tone ->
    [informal] На «{ $title }» подать заявку не получится. Открой карточку и нажми «Подходит ли мне?»: там написано почему.
   *[formal] На «{ $title }» подать заявку не получится. Откройте карточку и нажмите «Подходит ли мне?»: там написано почему.
}
enrolments-fact-start = { $start }, занятия { $daypart }
enrolments-fact-where = { $partner }, { $city }
enrolments-fact-module = Модуль программы «{ $title }»
enrolments-fact-price = Цена: { $price } ₽; возможно, бесплатно — решает служба занятости
enrolments-label = Заявка № { $number }
enrolments-error-class = Класс на пробы и курсы записывает Центр: позвоните, { $phone }. Ученики от 14 лет могут подать заявку сами, за младших — родители.
enrolments-error-consent-first = { $tone ->
    [informal] Чтобы подать заявку, её нужно хранить. Нажми /start и дай согласие — потом вернёмся сюда.
   *[formal] Чтобы подать заявку, её нужно хранить. Нажмите /start и дайте согласие — потом вернёмся сюда.
}
enrolments-group-cancelled = { $tone ->
    [informal] Группа отменена. Выбери другие даты на карточке программы или отзови заявку.
   *[formal] Группа отменена. Выберите другие даты на карточке программы или отзовите заявку.
}
enrolments-short-cancelled = группа отменена
enrolments-other-dates = Другие даты
enrolments-change-moved = <b>ИЗМЕНЕНИЕ: группа перенесена</b>
    Заявка № { $number }, { $title }

    Было: { $before }
    Стало: <b>{ $after }</b>

    Заявка остаётся в силе.
enrolments-change-cancelled = <b>Группа отменена</b>
    Заявка № { $number }, { $title }
    Занятия были: { $before }

    { $tone ->
        [informal] Можешь выбрать другие даты, отозвать заявку или спросить специалиста.
       *[formal] Можете выбрать другие даты, отозвать заявку или спросить специалиста.
    }
enrolments-change-restored = <b>ИЗМЕНЕНИЕ: группа всё-таки состоится</b>
    Заявка № { $number }, { $title }
    Занятия: <b>{ $after }</b>

    Заявка остаётся в силе.
enrolments-change-stay = Всё равно иду
