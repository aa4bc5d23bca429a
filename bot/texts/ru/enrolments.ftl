enrolments-groups = <b>{ $title }</b>
    Какая группа удобнее?
enrolments-group = { $start }, { $daypart }, мест: { $left }
enrolments-group-full = { $start }, { $daypart }, очередь
enrolments-review = <b>Проверка заявки</b>
    { $title }

    { $lines }

    Имя и телефон сейчас не нужны.
enrolments-review-group = Начало: { $start }, занятия { $daypart }
enrolments-review-places = { $left ->
    [0] Мест нет: заявка встанет в очередь
    [one] Свободно: { $left } место
    [few] Свободно: { $left } места
   *[other] Свободно: { $left } мест
}
enrolments-review-city = Город: { $city }
enrolments-review-time = Удобно заниматься: { $daypart }
enrolments-review-grade = Класс: { $grade }
enrolments-review-education = Образование: { $education }
enrolments-not-said = не указан
enrolments-submit = Подать заявку
enrolments-submit-queue = Встать в очередь
enrolments-change-city = Указать другой город
enrolments-change-time = Указать удобное время
enrolments-ask-time = { $tone ->
    [informal] Когда тебе удобно заниматься? Если наберётся вторая группа, учтём.
   *[formal] Когда вам удобно заниматься? Если наберётся вторая группа, учтём.
}
enrolments-receipt = <b>Заявка № { $number }</b>
    { $title }

    { $state }

    { $history }
enrolments-state-submitted = { $tone ->
    [informal] ✅ Место за тобой. Дальше заявку рассматривает организация, а следить за ней можно в «Моих заявках».
   *[formal] ✅ Место за вами. Дальше заявку рассматривает организация, а следить за ней можно в «Моих заявках».
}
enrolments-state-needs-info = Организации нужно кое-что уточнить. Специалист свяжется здесь, в чате.
enrolments-state-in-review = Организация рассматривает заявку.
enrolments-state-waitlisted = { $tone ->
    [informal] Ты в очереди, твоё место: { $place }. Как только освободится место, напишу.
   *[formal] Вы в очереди, ваше место: { $place }. Как только освободится место, напишу.
}
enrolments-state-offered = { $tone ->
    [informal] Место освободилось! Оно твоё до { $by }. Берёшь?
   *[formal] Место освободилось! Оно ваше до { $by }. Берёте?
}
enrolments-state-lapsed = Время на ответ вышло, место перешло следующему. Заявку можно подать снова.
enrolments-state-confirmed = { $tone ->
    [informal] ✅ Место подтверждено, оно твоё.
   *[formal] ✅ Место подтверждено, оно ваше.
}
enrolments-state-contract = Оформляется договор.
enrolments-state-enrolled = Зачисление состоялось.
enrolments-state-studying = Идёт обучение.
enrolments-state-assessment = Идёт итоговая аттестация.
enrolments-state-completed = Обучение завершено. Поздравляем!
enrolments-state-expelled = Обучение прекращено. Специалист подскажет, что можно сделать.
enrolments-state-rejected = Организация не смогла принять заявку. Специалист подскажет похожие программы.
enrolments-state-withdrawn = Заявка отозвана, место свободно.
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
    [informal] Заявок пока нет. Посмотри программы: подать заявку — два нажатия.
   *[formal] Заявок пока нет. Посмотрите программы: подать заявку — два нажатия.
}
enrolments-mine-text = <b>Мои заявки: { $count }</b>
enrolments-line = № { $number } { $title }
enrolments-offered = <b>Освободилось место!</b>
    Заявка № { $number }, { $title }

    { $tone ->
        [informal] Место твоё до { $by }. Потом его предложим следующему.
       *[formal] Место ваше до { $by }. Потом его предложим следующему.
    }
enrolments-lapsed = { $tone ->
    [informal] Заявка № { $number }, «{ $title }»: ответа не было, место перешло следующему. Если всё ещё хочешь — подай заявку снова.
   *[formal] Заявка № { $number }, «{ $title }»: ответа не было, место перешло следующему. Если всё ещё хотите — подайте заявку снова.
}
enrolments-error-under-14 = Заявку до 14 лет подаёт взрослый. Покажи эту программу родителям: «{ $title }». Они могут открыть её здесь или позвонить в Центр.
enrolments-error-consent = { $tone ->
    [informal] Чтобы подать заявку, её нужно где-то хранить. Для этого нужно твоё согласие — это одно нажатие. Потом вернёмся сюда же.
   *[formal] Чтобы подать заявку, её нужно где-то хранить. Для этого нужно ваше согласие — это одно нажатие. Потом вернёмся сюда же.
}
enrolments-error-too-many = { $tone ->
    [informal] У тебя уже { $limit } заявки в работе. Отзови одну в «Моих заявках», и можно будет подать эту.
   *[formal] У вас уже { $limit } заявки в работе. Отзовите одну в «Моих заявках», и можно будет подать эту.
}
enrolments-error-no-dates = На «{ $title }» сейчас не набирают. Сохраните программу или спросите специалиста о новых датах.
enrolments-error-not-eligible = На «{ $title }» не получится подать заявку. На карточке программы есть «Подходит ли мне?»: там написано почему.
