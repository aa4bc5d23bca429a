questionnaires-progress = Вопрос { $number } из { $total } { $bar }
questionnaires-progress-first = Вопрос 1
questionnaires-page = Страница { $page } из { $pages }.
questionnaires-next = Дальше
questionnaires-correcting = <b>Изменить ответ</b>
questionnaires-resumed = { $tone ->
    [informal] Продолжаем: прошлые ответы на месте.
   *[formal] Продолжаем: прошлые ответы на месте.
}
questionnaires-instruction = <i>{ $words }</i>
questionnaires-current = Сейчас выбрано: { $answer }
questionnaires-chosen = ✓ { $label }
questionnaires-about = Направление: { $sector }
questionnaires-pair-ask = Что интереснее?
questionnaires-pair = <b>А.</b> { $a }
    <b>Б.</b> { $b }
questionnaires-a = А
questionnaires-b = Б
questionnaires-key-a = а
questionnaires-key-b = б
questionnaires-neither = Не могу выбрать
questionnaires-enough = Хватит, показать результат
questionnaires-skip = Пропустить
questionnaires-level = { $level } — { $words }
questionnaires-statement = <b>{ $words }</b>
questionnaires-not-understood-pair = { $tone ->
    [informal] Не понял ответ. Напиши А или Б или нажми кнопку. Искать программы можно из меню.
   *[formal] Не понял ответ. Напишите А или Б или нажмите кнопку. Искать программы можно из меню.
}
questionnaires-not-understood-scale = { $tone ->
    [informal] Не понял ответ. Напиши цифру от 0 до 4 или нажми кнопку. Искать программы можно из меню.
   *[formal] Не понял ответ. Напишите цифру от 0 до 4 или нажмите кнопку. Искать программы можно из меню.
}
questionnaires-not-understood = { $tone ->
    [informal] Такого в списке нет. Выбери кнопку или напиши иначе.
   *[formal] Такого в списке нет. Выберите кнопку или напишите иначе.
}
questionnaires-not-understood-city = { $tone ->
    [informal] Такого города в списке нет. Выбери ближайший или «Не важно».
   *[formal] Такого города в списке нет. Выберите ближайший или «Не важно».
}
questionnaires-understood = Записано: { $answer }.
questionnaires-which = { $tone ->
    [informal] Уточни, пожалуйста, что подходит:
   *[formal] Уточните, пожалуйста, что подходит:
}
questionnaires-full = { $tone ->
    [informal] Больше выбрать нельзя. Чтобы заменить, нажми на отмеченное.
   *[formal] Больше выбрать нельзя. Чтобы заменить, нажмите на отмеченное.
}
questionnaires-all = Весь список
questionnaires-done = Готово
questionnaires-not-answered = нет ответа

questionnaires-ask-sectors = { $tone ->
    [informal] <b>Какие направления тебе интересны?</b> Выбери до трёх, самое важное — первым. Можно написать название.
   *[formal] <b>Какие направления вам интересны?</b> Выберите до трёх, самое важное — первым. Можно написать название.
}
questionnaires-name-sectors = Направления
questionnaires-none-sectors = Пока не знаю
questionnaires-ask-wants = { $tone ->
    [informal] <b>Чему хочешь научиться в первую очередь?</b> Выбери до трёх навыков. Можно написать название.
   *[formal] <b>Чему хотите научиться в первую очередь?</b> Выберите до трёх навыков. Можно написать название.
}
questionnaires-name-wants = Хочу развить
questionnaires-none-wants = Пока не знаю
questionnaires-ask-city = { $tone ->
    [informal] <b>Где тебе удобно учиться?</b> Напиши город или выбери из списка.
   *[formal] <b>Где вам удобно учиться?</b> Напишите город или выберите из списка.
}
questionnaires-name-city = Город
questionnaires-any = Не важно
questionnaires-ask-format = { $tone ->
    [informal] <b>Как тебе удобно учиться?</b> Можно выбрать несколько.
   *[formal] <b>Как вам удобно учиться?</b> Можно выбрать несколько.
}
questionnaires-name-format = Как учиться
questionnaires-none-format = Не важно
questionnaires-format-onsite = Очно, на месте
questionnaires-format-blended = Часть очно, часть онлайн
questionnaires-format-online = Только онлайн
questionnaires-ask-daypart = { $tone ->
    [informal] <b>Когда тебе удобно заниматься?</b> Можно выбрать несколько.
   *[formal] <b>Когда вам удобно заниматься?</b> Можно выбрать несколько.
}
questionnaires-name-daypart = Когда
questionnaires-none-daypart = Не важно
questionnaires-daypart-morning = Утром
questionnaires-daypart-day = Днём
questionnaires-daypart-evening = Вечером
questionnaires-daypart-weekend = В выходные
questionnaires-ask-profession = { $tone ->
    [informal] <b>Есть ли у тебя рабочая профессия?</b> То есть свидетельство о профессии рабочего. От этого зависит, какие курсы открыты.
   *[formal] <b>Есть ли у вас рабочая профессия?</b> То есть свидетельство о профессии рабочего. От этого зависит, какие курсы открыты.
}
questionnaires-name-profession = Рабочая профессия
questionnaires-yes = Да
questionnaires-no = Нет
questionnaires-unsure = Не знаю
questionnaires-ask-experience = { $tone ->
    [informal] <b>В каких из этих дел у тебя есть опыт работы?</b> Можно выбрать несколько.
   *[formal] <b>В каких из этих дел у вас есть опыт работы?</b> Можно выбрать несколько.
}
questionnaires-name-experience = Опыт в выбранных направлениях
questionnaires-none-experience = В этих делах опыта нет
questionnaires-nothing-experience = нет

questionnaires-deeper = <b>Десять ответов есть!</b> { $tone ->
    [informal] Можешь посмотреть результат сейчас или ответить ещё на 10 вопросов: так будет точнее.
   *[formal] Можно посмотреть результат сейчас или ответить ещё на 10 вопросов: так будет точнее.
}
questionnaires-deeper-stop = Показать результат
questionnaires-deeper-more = Ещё 10, чтобы уточнить

questionnaires-review = { $tone ->
    [informal] <b>Твои ответы</b>, страница { $page } из { $pages }. Чтобы изменить, нажми на ответ.
   *[formal] <b>Ваши ответы</b>, страница { $page } из { $pages }. Чтобы изменить, нажмите на ответ.
}
questionnaires-ready = <b>Всё готово.</b> { $tone ->
    [informal] Ответы сохранены. Можешь сразу посмотреть результат или сначала проверить ответы.
   *[formal] Ответы сохранены. Можно сразу посмотреть результат или сначала проверить ответы.
}
questionnaires-check = Проверить ответы
questionnaires-review-line = { $number }. { $answer }
questionnaires-line = { $first }: { $second }
questionnaires-review-done = Готово, показать результат

questionnaires-care-skipped = { $tone ->
    [informal] Много вопросов осталось без ответа, поэтому результат будет приблизительным. Ответишь ещё на несколько? Это меньше минуты.
   *[formal] Много вопросов осталось без ответа, поэтому результат будет приблизительным. Ответите ещё на несколько? Это меньше минуты.
}
questionnaires-care-fast = { $tone ->
    [informal] Ответы пришли очень быстро. Если прочитать всё не получилось, давай спокойно повторим несколько вопросов: результат будет точнее.
   *[formal] Ответы пришли очень быстро. Если прочитать всё не получилось, давайте спокойно повторим несколько вопросов: результат будет точнее.
}
questionnaires-care-same = { $tone ->
    [informal] Все ответы одинаковые. Так бывает. Если хочешь, посмотрим на несколько вопросов ещё раз: результат будет точнее.
   *[formal] Все ответы одинаковые. Так бывает. Если хотите, посмотрим на несколько вопросов ещё раз: результат будет точнее.
}
questionnaires-care-again = { $count ->
    [one] Ответить на { $count } вопрос
    [few] Ответить на { $count } вопроса
   *[other] Ответить на { $count } вопросов
}
questionnaires-care-anyway = Всё равно показать результат

questionnaires-closed = Ответы сохранены, результат готов.
questionnaires-show-result = Показать результат
