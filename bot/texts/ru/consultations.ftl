consultations-topics = <b>О чём спросить специалиста?</b>

    Имя и телефон писать не нужно. Можно и сразу позвонить: { $phone }, { $hours }.
consultations-topic-choice = Не знаю, что выбрать
consultations-topic-application = Как подать заявку
consultations-topic-free-training = Можно ли учиться бесплатно
consultations-topic-trouble = Что-то не работает
consultations-topic-other = Другое
consultations-asked = <b>Тема записана, номер { $number }.</b>

    { $tone ->
        [informal] В чате специалисты пока не отвечают: позвони или напиши и назови номер — { $phone }, { $email } ({ $hours }).
       *[formal] В чате специалисты пока не отвечают: позвоните или напишите и назовите номер — { $phone }, { $email } ({ $hours }).
    }
consultations-site = Открыть сайт Центра
