results-interests = { $tone ->
    [informal] Что тебе интереснее сейчас
   *[formal] Что вам интереснее сейчас
}
results-skills = { $tone ->
    [informal] Твои навыки сейчас
   *[formal] Ваши навыки сейчас
}
results-bars-interests = Полоса — как часто это выбирается. Это не проверка способностей.
results-bars-skills = Полоса — собственная оценка. Это не экзамен.
results-title = <b>{ $title }</b>
results-leading = { $tone ->
    [informal] Тебе интереснее <b>{ $areas }</b>.
   *[formal] Вам интереснее <b>{ $areas }</b>.
}
results-flat = { $tone ->
    [informal] Тебе интересно разное, явного лидера пока нет. Так бывает, и это нормально.
   *[formal] Вам интересно разное, явного лидера пока нет. Так бывает, и это нормально.
}
results-also = { $first }, а ещё { $others }
results-chosen = { $tone ->
    [informal] Как часто ты это выбираешь. { $groups }
   *[formal] Как часто вы это выбираете. { $groups }
}
results-group = { $liking }: { $areas }.
results-bar = { $label }: «{ $words }»
results-try = Что можно попробовать:
results-line = • { $line }
results-remark = { $text }
results-preliminary = Результат предварительный: много вопросов осталось без ответа.
results-interests-note = Это опросник интересов, а не проверка способностей; научно он не проверен.
results-discuss = { $tone ->
    [informal] Обсуди результат с родителями, учителем или консультантом.
   *[formal] Результат можно обсудить с консультантом Центра.
}
results-before-note = Рамка показывает прошлый результат.
results-empty = { $tone ->
    [informal] Все вопросы пропущены, поэтому показать пока нечего. Можешь ответить на них сейчас или сразу посмотреть программы.
   *[formal] Все вопросы пропущены, поэтому показать пока нечего. Можно ответить на них сейчас или сразу посмотреть программы.
}
results-none = { $tone ->
    [informal] Результата пока нет: он появится после опросника. Это две минуты.
   *[formal] Результата пока нет: он появится после опросника. Это несколько минут.
}
results-begin = Пройти опросник

results-area-nature = живая природа
results-area-tech = техника
results-area-human = работа с людьми
results-area-sign = данные и точность
results-area-art = творчество
results-does-nature = изучать и беречь природу
results-does-tech = собирать и чинить технику
results-does-human = помогать людям и учить
results-does-sign = разбираться в числах, текстах и коде
results-does-art = рисовать, снимать и придумывать
results-liking-rarely = Редко
results-liking-sometimes = Иногда
results-liking-often = Часто
results-liking-almost-always = Почти всегда
results-try-nature-1 = выращивать растения и следить за почвой
results-try-nature-2 = делать анализы в лаборатории
results-try-nature-3 = составлять карты местности и недр
results-try-tech-1 = точить детали на станках и варить металл
results-try-tech-2 = собирать электрику и автоматику
results-try-tech-3 = чинить и обслуживать машины
results-try-human-1 = ухаживать за людьми и оказывать первую помощь
results-try-human-2 = учить новичков и быть наставником
results-try-human-3 = принимать гостей и вкусно их кормить
results-try-sign-1 = писать программы и работать с данными
results-try-sign-2 = вести учёт и считать деньги
results-try-sign-3 = чертить и составлять сметы
results-try-art-1 = делать дизайн, фото и видео
results-try-art-2 = отделывать дома и комнаты
results-try-art-3 = придумывать и украшать блюда

results-strengths = Получается лучше всего:
results-no-strengths = { $tone ->
    [informal] Опыта пока немного, и это не помеха: есть программы, которые начинают с нуля.
   *[formal] Опыта пока немного, и это не помеха: есть программы, которые начинают с нуля.
}
results-wants = { $tone ->
    [informal] Хочешь развить:
   *[formal] Хотите развить:
}
results-sectors = Направления: { $sectors }.
results-skills-note = { $tone ->
    [informal] Это твоя собственная оценка, а не экзамен; научно опросник не проверен.
   *[formal] Это ваша собственная оценка, а не экзамен; научно опросник не проверен.
}

results-changed-up = Чаще, чем в прошлый раз: { $names }.
results-changed-down = Реже, чем в прошлый раз: { $names }.
results-grown = Выросло с прошлого раза: { $names }.
results-fallen = Ниже, чем в прошлый раз: { $names }.
results-unchanged = С прошлого раза почти ничего не изменилось.

results-to-matches = Подобрать программы
results-to-why = Почему так
results-to-sheet = { $tone ->
    [informal] PDF: показать родителям
   *[formal] PDF: показать консультанту
}
results-to-review = Изменить ответы
results-to-more = Уточнить или пройти заново
results-to-result = К результату

results-why = <b>Почему так</b>
results-why-interest = { $area } — выбрано { $chosen } из { $shown }: { $examples }.
results-why-skill = { $competency }: «{ $statement }» — «{ $level }»
results-quoted = «{ $text }»

results-retake = { $tone ->
    [informal] Можно ответить ещё на 10 вопросов или пройти всё заново: покажу, что изменилось. Прошлый результат сохранится.
   *[formal] Можно ответить ещё на 10 вопросов или пройти всё заново: покажу, что изменилось. Прошлый результат сохранится.
}
results-retake-whole = { $tone ->
    [informal] Можно пройти опросник заново: покажу, что изменилось. Прошлый результат сохранится.
   *[formal] Можно пройти опросник заново: покажу, что изменилось. Прошлый результат сохранится.
}
results-again = Пройти заново

results-sheet = { $tone ->
    [informal] Одна страница с твоим результатом: её можно распечатать или переслать.
   *[formal] Одна страница с вашим результатом: её можно распечатать или переслать.
}
results-sheet-interests = interesy.pdf
results-sheet-skills = navyki.pdf
results-sheet-subtitle = { $date } · ответов: { $count } · версия опросника { $version }
results-sheet-date = { $day } { $year } года
results-sheet-leading = Что сейчас интереснее
results-sheet-flat = Интересно разное, явного лидера пока нет.
results-sheet-try = Что можно попробовать
results-sheet-why = Какие ответы к этому привели
results-sheet-changed = Что изменилось с прошлого раза
results-sheet-talk = О чём поговорить
results-sheet-talk-interests-1 = Что из этого уже приходилось делать? Что понравилось?
results-sheet-talk-interests-2 = Кто из знакомых занимается таким делом? Можно ли прийти и посмотреть?
results-sheet-talk-interests-3 = Какую пробу или курс выбрать первым?
results-sheet-talk-skills-1 = Какие навыки нужны на работе, которую хочется найти?
results-sheet-talk-skills-2 = Кто может подтвердить то, что уже получается: мастер, преподаватель, работодатель?
results-sheet-talk-skills-3 = Положено ли бесплатное обучение? Это решает служба занятости.
results-sheet-general = Общие навыки
results-sheet-trade = Навыки по направлениям
results-sheet-wishes = Пожелания и условия
results-sheet-footer = { $note } { $name }: { $phone }, { $site }
