matches-head = { $tone ->
    [informal] <b>Посмотри, что может подойти</b>
   *[formal] <b>Что может подойти</b>
}
matches-relaxed = Чтобы показать больше, не учёл: { $wishes }.
matches-wish-format = формат
matches-wish-daypart = время занятий
matches-wish-city = город
matches-line = { $number }. <b>{ $title }</b> — { $fit }
matches-fit-well = подходит хорошо
matches-fit-maybe = можно рассмотреть
matches-fit-stretch = пока сложновато
matches-where = { $partner }, { $city }
matches-why = Почему: { $reasons }
matches-gap = Учесть: { $gap }
matches-tail = { $tone ->
    [informal] Не видишь своего? Напиши название: расскажу, подходит ли.
   *[formal] Не видите своего? Напишите название: расскажу, подходит ли.
}
matches-number = <i>Подбор № { $number }</i>
matches-untested = { $tone ->
    [informal] Подбор станет точнее, если ответить на вопросы опросника. Или напиши, что ищешь.
   *[formal] Подбор станет точнее, если ответить на вопросы о навыках. Или напишите, что ищете.
}
matches-take-test = Опросник
matches-set-city = Указать город
matches-none = { $tone ->
    [informal] <b>Прямо сейчас для тебя нет открытых программ.</b> Так бывает: наборы меняются. Напиши, что тебе интересно, или позови специалиста — он подскажет пробы и события.
   *[formal] <b>Прямо сейчас для вас нет открытых программ.</b> Так бывает: наборы меняются. Напишите, что ищете, или позовите специалиста — он подскажет варианты.
}
matches-reason-gains = { $tone ->
    [informal] научит тому, что ты хочешь: { $about }
   *[formal] научит тому, что вы хотите: { $about }
}
matches-reason-interest = { $tone ->
    [informal] по твоим интересам: { $about }
   *[formal] по вашим интересам: { $about }
}
matches-reason-sector = из выбранного направления: { $about }
matches-reason-level = { $tone ->
    [informal] твоего уровня хватает: { $about }
   *[formal] вашего уровня хватает: { $about }
}
matches-reason-daypart = занятия { $about }
matches-reason-format = удобный формат: { $about }
matches-reason-near = { $amount ->
    [0] в { $tone ->
        [informal] твоём
       *[formal] вашем
    } городе
   *[other] рядом, { $about }: { $amount } км
}
matches-reason-soon = скоро начало: { $day }
matches-reason-free = бесплатно
matches-reason-partner-near = { $about } недалеко
matches-reason-from-zero = с нуля, опыт не нужен
matches-reason-places = { $amount ->
    [one] есть { $amount } место
    [few] есть { $amount } места
   *[other] есть { $amount } мест
}
matches-reason-starts = начало { $day }
matches-interest-nature = живая природа
matches-interest-tech = техника
matches-interest-human = работа с людьми
matches-interest-sign = данные и точность
matches-interest-art = творчество
matches-lack = пока не хватает навыка «{ $competency }»
matches-lack-module = пока не хватает навыка «{ $competency }»; его даёт модуль «{ $module }»
matches-question-age = с { $needed } лет, уточним возраст
matches-question-grade = для { $needed } классов, уточним класс
matches-question-education = нужен диплом или учёба в колледже, вузе
matches-question-profession = нужна рабочая профессия, уточним
matches-question-experience = нужен опыт: { $about }
matches-question-level = уточним навык «{ $about }»
matches-not-now = <b>{ $title }</b>
    Сейчас не получится, и вот почему:
matches-fits = <b>{ $title }</b>
    Подходит:
matches-fits-less = <b>{ $title }</b>
    Подходит, но другие ближе:
matches-ahead = • «{ $other }»: { $because }
matches-because-level = ближе к нынешнему уровню
matches-because-coverage = больше из того, что хочется развить
matches-because-interest = ближе к интересам
matches-because-sector = из выбранного направления
matches-because-fresh = данные подтверждены недавно
matches-because-way = ближе ехать
matches-because-starts = раньше начинается
matches-because-places = больше мест
matches-because-turn = равны, сегодня её очередь быть первой
matches-because-variety = показана для разнообразия
matches-bullet = • { $text }
matches-obstacle = • { $text }. { $change }
matches-obstacle-audience = Это программа { $needed }
matches-audience-adult = для взрослых
matches-audience-pupil = для школьников
matches-obstacle-age = Возраст { $needed }+, а { $tone ->
    [informal] тебе
   *[formal] вам
} { $have }
matches-age-under-14 = меньше 14
matches-age-from-14 = 14–17
matches-age-from-18 = 18–49
matches-age-from-50 = 50 или больше
matches-obstacle-grade = Классы { $needed }, а { $tone ->
    [informal] твой
   *[formal] у вас
} { $have }-й
matches-obstacle-education = Нужен диплом колледжа или вуза либо учёба там
matches-obstacle-profession = Нужна рабочая профессия
matches-obstacle-experience = Нужен опыт в деле: { $needed }
matches-obstacle-agreement = Набор закрыт: договор с организацией не действует или заполнен
matches-obstacle-no-dates = Новых дат пока нет
matches-obstacle-full = Все места заняты
matches-obstacle-format = Занятия проходят так: { $needed }, а хотелось: { $have }
matches-obstacle-daypart = Занятия { $needed }, а хотелось { $have }
matches-obstacle-city = Занятия здесь: { $needed }, { $tone ->
    [informal] твой
   *[formal] ваш
} город: { $have }
matches-change-nothing = { $tone ->
    [informal] Посмотри похожие.
   *[formal] Посмотрите похожие.
}
matches-change-age = Откроется с { $needed } лет.
matches-change-grade = Откроется с { $first } класса.
matches-change-education = Откроется с учёбой в колледже или вузе.
matches-change-profession = Откроется с первой рабочей профессией.
matches-change-experience = Откроется с опытом работы.
matches-change-agreement = Откроется с новым договором.
matches-change-no-dates = Ждём новых дат.
matches-change-full = Можно встать в очередь.
matches-change-format = Подойдёт, если формат не важен.
matches-change-daypart = Подойдёт, если время не важно.
matches-change-city = { $tone ->
    [informal] Подойдёт, если можешь ездить.
   *[formal] Подойдёт, если можете ездить.
}
matches-fits-but = <b>{ $title }</b>
    Подходит, но учесть стоит вот что:
