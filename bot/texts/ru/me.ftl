me-text = <b>Моя страница</b>

    { $facts }

    { $tone ->
        [informal] Твой номер для Центра: { $number }
       *[formal] Ваш номер для Центра: { $number }
    }
me-applications = Мои заявки: { $count }
me-saved = Сохранённые программы: { $count }
me-result = Мой результат опросника
me-keep = Сохранить мои ответы надолго
me-standing-guest = гость: через сутки без действий всё сотрётся
me-standing-guardian-pending = согласие есть; родитель подтвердит при зачислении
me-standing-member = { $tone ->
    [informal] данные хранятся, пока ты их не сотрёшь
   *[formal] данные хранятся, пока вы их не сотрёте
}
settings-text = <b>Настройки</b>
settings-role = Изменить, кто я
settings-privacy = Какие данные хранятся
settings-forget = Стереть всё обо мне
forget-ask = <b>Стереть всё?</b>

    Пропадут ответы, результат, сохранённое и заявки: места в группах освободятся. Вернуть это будет нельзя. Скачать перед этим: /export
forget-yes = Да, стереть
forget-done = <b>Стёрто:</b>
    { $listed }

    { $tone ->
        [informal] Согласие отозвано. Если захочешь, начни заново.
       *[formal] Согласие отозвано. Если захотите, начните заново.
    }
forget-again = Начать заново
forget-nothing = ничего и не хранилось
forget-profile = профиль
forget-consents = { $count ->
    [one] { $count } согласие
    [few] { $count } согласия
   *[other] { $count } согласий
}
forget-runs = { $count ->
    [one] { $count } опросник с ответами
    [few] { $count } опросника с ответами
   *[other] { $count } опросников с ответами
}
forget-saved = { $count ->
    [one] { $count } сохранённая программа
    [few] { $count } сохранённые программы
   *[other] { $count } сохранённых программ
}
forget-enrolments = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[other] { $count } заявок
}
forget-matches = { $count ->
    [one] { $count } подбор
    [few] { $count } подбора
   *[other] { $count } подборов
}
forget-consultations = { $count ->
    [one] { $count } вопрос специалисту
    [few] { $count } вопроса специалисту
   *[other] { $count } вопросов специалисту
}
export-text = { $tone ->
    [informal] Здесь всё, что о тебе хранится: файл JSON. Его откроет любая программа для текста.
   *[formal] Здесь всё, что о вас хранится: файл JSON. Его откроет любая программа для текста.
}
settings-city = Изменить мой город
me-events = Мои события: { $count }
