calendar-open = Calendar
calendar-month = <b>{ $month }</b>
    { $count ->
        [0] No events yet.
       *[other] Events: { $count }. By days, with how many in brackets: { $days }
    }{ $filtered }

    To open a day choose it or type its number.
calendar-name = { $month } { $year }
calendar-short = { $weekday } { $day } ({ $count })
calendar-filtered = Not all are shown: a filter is on.
calendar-day = { $day }: { $count ->
    [one] { $count } event
   *[other] { $count } events
}
calendar-list = As a list
calendar-before = ← { $month }
calendar-after = { $month } →
calendar-note = The number on the plate says how many events there are on that day. Today is framed.
calendar-list-of = <b>{ $day }</b>

    { $lines }
calendar-none = <b>{ $day }</b>
    There are no events on this day.
calendar-error-day = There is no such day in this month. Open the calendar and type a number, such as 5: /events
calendar-month-1 = January
calendar-month-2 = February
calendar-month-3 = March
calendar-month-4 = April
calendar-month-5 = May
calendar-month-6 = June
calendar-month-7 = July
calendar-month-8 = August
calendar-month-9 = September
calendar-month-10 = October
calendar-month-11 = November
calendar-month-12 = December
