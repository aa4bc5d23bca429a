calendar-open = Календарь
calendar-month = <b>{ $month }</b>
    { $count ->
        [0] Событий пока нет.
       *[other] Событий: { $count }. По дням, в скобках — сколько: { $days }
    }{ $filtered }

    { $tone ->
        [informal] Чтобы открыть день, выбери его или напиши число.
       *[formal] Чтобы открыть день, выберите его или напишите число.
    }
calendar-name = { $month } { $year }
calendar-short = { $weekday } { $day } ({ $count })
calendar-filtered = Показаны не все: включён фильтр.
calendar-day = { $day }: { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[other] { $count } событий
}
calendar-list = Списком
calendar-before = ← { $month }
calendar-after = { $month } →
calendar-note = Число на плашке — сколько событий в этот день. В рамке — сегодня.
calendar-list-of = <b>{ $day }</b>

    { $lines }
calendar-none = <b>{ $day }</b>
    В этот день событий нет.
calendar-error-day = { $tone ->
    [informal] В этом месяце такого дня нет. Открой календарь и напиши число, например 5: /events
   *[formal] В этом месяце такого дня нет. Откройте календарь и напишите число, например 5: /events
}
calendar-month-1 = Январь
calendar-month-2 = Февраль
calendar-month-3 = Март
calendar-month-4 = Апрель
calendar-month-5 = Май
calendar-month-6 = Июнь
calendar-month-7 = Июль
calendar-month-8 = Август
calendar-month-9 = Сентябрь
calendar-month-10 = Октябрь
calendar-month-11 = Ноябрь
calendar-month-12 = Декабрь
