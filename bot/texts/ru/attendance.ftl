attendance-door = <b>{ $title }</b>
    Код у входа: <b>{ $code }</b>

    Меняется каждую минуту. Кто пришёл, наводит камеру на картинку или набирает код в чате.
attendance-renew = Показать новый код
attendance-list = <b>{ $title }</b>
    Отмечено: { $came } из { $expected }. Нажмите на номер, чтобы отметить или снять отметку.
attendance-row = { $state ->
    [attended] ✓ есть: № { $number }
    [absent] нет: № { $number }
   *[registered] № { $number }
}{ $places ->
    [1] {""}
    [0] , с классом
   *[other] , мест: { $places }
}
attendance-row-class = { $state ->
    [attended] ✓ класс № { $number }: { $came } из { $places }
    [absent] нет: класс № { $number }
   *[registered] Класс № { $number }, учеников: { $places }
}
attendance-ask-heads = { $problem }<b>{ $title }</b>
    Сколько человек пришло? Записано: { $expected }. Напишите число; можно и позже, когда будет связь.
attendance-counted = Записано: «{ $title }», пришло { $heads }.
attendance-ask-code = { $problem }<b>{ $title }</b>
    { $tone ->
        [informal] Напиши шесть цифр с экрана у входа.
       *[formal] Напишите шесть цифр с экрана у входа.
    }
attendance-checked-in = { $tone ->
    [informal] ✅ Отмечено, ты на «{ $title }». Хорошего дня!
   *[formal] ✅ Отмечено, вы на «{ $title }». Хорошего дня!
}
attendance-came = Отметиться у входа
attendance-report = <b>Итоги: { $title }</b>
    { $when }

    Разных людей: { $people }
    Участий (человеко-участия): { $heads }
    Не пришло: { $absent }
    Классов: { $classes }
    Осталось в очереди: { $waiting }
    Не оповещены: { $unreached }
    { $lines }
attendance-reminders = { $rule ->
    [week] Напоминание за неделю
    [eve] Напоминание накануне
    [hours] Напоминание за два часа
    [link] Напоминание со ссылкой
    [feedback] Вопрос «как прошло?»
   *[lead] Своё напоминание
} — { $state ->
    [planned] запланировано
    [queued] отправляется
    [sent] отправлено
    [unknown] не подтверждено
    [failed] не отправлено
    [blocked] чат закрыт
   *[skipped] не нужно: { $reason ->
        [late] запись позже
        [past] уже поздно
        [moved] время изменилось
        [cancelled] событие отменено
        [not_coming] не придут
        [muted] просили не писать
        [merged] сказано вместе с другим
       *[other] данных больше нет
    }
}: { $count }
attendance-rating = Оценка: { $mean } из 5, ответов: { $answers }
attendance-hand-in = Сдать отчёт
attendance-error-closed = «{ $title }»: отметиться можно за час до начала и до трёх часов после конца.
attendance-error-count = «{ $title }»: пришедших считают от часа до начала и пока не сдан отчёт.
attendance-error-number = Нужно число от 0 до { $most }.
attendance-error-code = Код не подошёл: он меняется каждую минуту. Нужен тот, что сейчас на экране у входа.
