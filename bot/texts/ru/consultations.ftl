consultations-topics = <b>О чём спросить специалиста?</b>

    Имя и телефон писать не нужно. Можно и сразу позвонить: { $phone }, { $hours }.
consultations-topic-choice = Не знаю, что выбрать
consultations-topic-application = Как подать заявку
consultations-topic-free-training = Можно ли учиться бесплатно
consultations-topic-trouble = Что-то не работает
consultations-topic-other = Другое
consultations-asked = <b>Вопрос записан, его номер { $number }.</b>

    { $tone ->
        [informal] Специалисты Центра видят его. Позвони или напиши и назови номер — объяснять заново не придётся: { $phone }, { $email } ({ $hours }).
       *[formal] Специалисты Центра видят его. Позвоните или напишите и назовите номер — объяснять заново не придётся: { $phone }, { $email } ({ $hours }).
    }
consultations-site = Открыть сайт Центра
