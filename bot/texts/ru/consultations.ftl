consultations-topics = <b>О чём спросить специалиста?</b>

    Имя и телефон писать не нужно. Можно и сразу позвонить: { $phone }, { $hours }.
consultations-topic-choice = Не знаю, что выбрать
consultations-topic-application = Как подать заявку
consultations-topic-free-training = Можно ли учиться бесплатно
consultations-topic-trouble = Что-то не работает
consultations-topic-other = Другое
consultations-asked = <b>Вопрос № { $number } передан специалисту.</b>

    { $tone ->
        [informal] Ответят в течение двух рабочих дней. Быстрее — позвони или напиши: { $phone }, { $email } ({ $hours }).
       *[formal] Ответят в течение двух рабочих дней. Быстрее — позвоните или напишите: { $phone }, { $email } ({ $hours }).
    }
consultations-site = Открыть сайт Центра
