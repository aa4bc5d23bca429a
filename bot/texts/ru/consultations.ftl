consultations-error-under-14 = До 14 лет вопросы специалисту задаёт взрослый: покажи это родителям. Телефон Центра — за кнопкой «Специалист».
consultations-error-taken = Этот вопрос уже взял другой человек.
consultations-error-not-yours = Отвечает тот, кто взял вопрос. Этот сейчас не у вас.
consultations-error-too-long = { $tone ->
    [informal] Слишком длинно: больше { $limit } знаков не помещается, и я ничего не отправил. Раздели на два сообщения.
   *[formal] Слишком длинно: больше { $limit } знаков не помещается, и ничего не отправлено. Разделите на два сообщения.
}
consultations-error-nothing-said = { $tone ->
    [informal] Тут нет слов. Напиши вопрос текстом.
   *[formal] Тут нет слов. Напишите, пожалуйста, текстом.
}
consultations-topics = <b>О чём спросить специалиста?</b>

    Имя и телефон писать не нужно. Можно и сразу позвонить: { $phone }, { $hours }.
consultations-topic-choice = Не знаю, что выбрать
consultations-topic-application = Как подать заявку
consultations-topic-free-training = Можно ли учиться бесплатно
consultations-topic-trouble = Что-то не работает
consultations-topic-other = Другое
consultations-faq = <b>{ $topic }</b>

    Об этом часто спрашивают. Может быть, ответ уже здесь?
consultations-own = Спросить своё
consultations-faq-answer = <b>{ $question }</b>

    { $answer }
consultations-helped = Это помогло
consultations-still = Всё равно спросить
consultations-glad = { $tone ->
    [informal] Отлично! Если появится ещё вопрос, спрашивай.
   *[formal] Хорошо! Если появится ещё вопрос, спрашивайте.
}
consultations-write = { $tone ->
    [informal] <b>{ $topic }</b>

    Напиши вопрос одним сообщением. Имя, телефон и документы не нужны. Ответит специалист Центра или наставник; всю переписку видят сотрудники Центра.
   *[formal] <b>{ $topic }</b>

    Напишите вопрос одним сообщением. Имя, телефон и документы не нужны. Ответит специалист Центра или наставник; всю переписку видят сотрудники Центра.
}
consultations-without = Отправить без слов
consultations-more = { $tone ->
    [informal] <b>Вопрос № { $number }.</b> Напиши, что добавить, одним сообщением. Всю переписку видят сотрудники Центра.
   *[formal] <b>Вопрос № { $number }.</b> Напишите, что добавить, одним сообщением. Всю переписку видят сотрудники Центра.
}
consultations-asked = <b>Вопрос № { $number } у специалистов.</b> { $when }

    Срочно: { $phone }, { $hours }.{ $guest }
consultations-office-open = Ответ придёт сюда, не позже чем через 48 часов.
consultations-office-closed = Сейчас Центр закрыт: ответим после { $opens }.
consultations-guest = {" "}{ $tone ->
    [informal] Ты гость: вопрос и ответ сотрутся через сутки после твоего последнего сообщения.
   *[formal] Вы гость: вопрос и ответ сотрутся через сутки после вашего последнего сообщения.
}
consultations-site = Открыть сайт Центра
consultations-mine = Мои вопросы
consultations-mine-text = <b>Мои вопросы</b>

    { $lines }
consultations-none = Вопросов пока нет.
consultations-line = № { $number }, { $at }: { $topic } — { $state }
consultations-open = Открыть вопрос № { $number }
consultations-state-new = ждёт специалиста
consultations-state-taken = специалист готовит ответ
consultations-state-answered = есть ответ
consultations-state-closed = решён
consultations-question = <b>Вопрос № { $number }: { $topic }</b>
    { $state }

    { $thread }
consultations-said = <b>Вопрос</b>, { $at }
    { $text }
consultations-replied = <b>Ответ</b>, { $at }
    { $text }
consultations-answered = <b>Ответ на вопрос № { $number }</b>

    { $answer }
consultations-add = Спросить ещё
consultations-thank = Спасибо, вопрос решён
consultations-closed = { $tone ->
    [informal] Хорошо, вопрос № { $number } закрыт. Появится что-то ещё — просто продолжи его.
   *[formal] Хорошо, вопрос № { $number } закрыт. Появится что-то ещё — просто продолжите его.
}
