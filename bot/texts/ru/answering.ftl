answering-inbox = <b>{ $name }</b>

    { $lines }
answering-empty = <b>{ $name }</b>

    Здесь пусто.
answering-inbox-waiting = Ждут ответа
answering-inbox-mine = Мои
answering-inbox-every = Все
answering-line = <b>№ { $number }</b> { $topic } — { $state }{ $hours ->
    [-1] {""}
   *[other] , ждёт { $hours } ч{ $late }
}
    { $who }
answering-late = {" "}❗ просрочен
answering-state-new = новый
answering-state-taken = в работе
answering-state-answered = есть ответ
answering-state-closed = решён
answering-yours = у вас
answering-of = у № { $owner }
answering-role-pupil = учится
answering-role-adult = взрослый
answering-role-guardian = родитель
answering-role-teacher = учитель
answering-role-unknown = о себе не сказал(а)
answering-age-under-14 = до 14 лет
answering-age-from-14 = 14–17 лет
answering-age-from-18 = 18–49 лет
answering-age-from-50 = от 50 лет
answering-open = Открыть № { $number }
answering-case = <b>№ { $number }: { $topic }</b> — { $state }
    { $who }{ $due }
    { $notes }

    { $thread }
answering-due = . Ответить до { $by }
answering-minor = Автору нет 18. Всю переписку видят сотрудники Центра.
answering-muted = Человек просил не писать первым: ответ он увидит в «Моих вопросах».
answering-hidden = Текст откроется тому, кто возьмёт вопрос.
answering-no-words = Вопрос без слов: только тема.
answering-take = Взять
answering-reply = Ответить
answering-add = Дополнить ответ
answering-release = Вернуть в общий список
answering-write = <b>Ответ на № { $number }.</b> Напишите его одним сообщением, до 1000 знаков. Без телефонов, имён и документов.
    { $notes }
answering-sent = Ответ на № { $number } отправлен.
answering-said-more = <b>№ { $number }: { $topic }.</b> Человек написал ещё.
answering-arrived = { $count ->
    [one] Ждёт ответа { $count } вопрос.
    [few] Ждут ответа { $count } вопроса.
   *[other] Ждут ответа { $count } вопросов.
}
answering-look = Посмотреть
answering-waits = <b>№ { $number }: { $topic }.</b> Ждёт ответа больше суток. Ответить нужно до { $by }.
answering-overdue = <b>№ { $number }: { $topic }.</b> Ждёт ответа больше 48 часов, вопрос у № { $owner }.
answering-overdue-nobody = <b>№ { $number }: { $topic }.</b> Ждёт ответа больше 48 часов, и его никто не взял.
