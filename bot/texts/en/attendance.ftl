attendance-door = <b>{ $title }</b>
    Code at the door: <b>{ $code }</b>

    It changes every minute. Whoever comes points the camera at the picture, or types the code in the chat.
attendance-renew = Show the new code
attendance-list = <b>{ $title }</b>
    Noted: { $came } of { $expected }. Press a number to note it or to take it back.
attendance-row = { $state ->
    [attended] ✓ came: No. { $number }
    [absent] did not come: No. { $number }
   *[registered] No. { $number }
}{ $places ->
    [1] {""}
    [0] , with a class
   *[other] , places: { $places }
}
attendance-row-class = { $state ->
    [attended] ✓ class No. { $number }: { $came } of { $places }
    [absent] class No. { $number } did not come
   *[registered] Class No. { $number }, pupils: { $places }
}
attendance-ask-heads = { $problem }<b>{ $title }</b>
    How many people came? Registered: { $expected }. Type the number; later is fine too, when there is a connection.
attendance-counted = Noted: “{ $title }”, { $heads } came.
attendance-ask-code = { $problem }<b>{ $title }</b>
    Type the six digits from the screen at the door.
attendance-checked-in = ✅ Noted, you are at “{ $title }”. Have a good day!
attendance-came = Check in at the door
attendance-report = <b>Results: { $title }</b>
    { $when }

    Different people: { $people }
    Participations: { $heads }
    Did not come: { $absent }
    Classes: { $classes }
    Still waiting: { $waiting }
    Could not be told: { $unreached }
    { $lines }
attendance-reminders = { $rule ->
    [week] Reminder a week before
    [eve] Reminder the day before
    [hours] Reminder two hours before
    [link] Reminder with the link
    [feedback] Question “how was it?”
   *[lead] Own reminder
}: { $state ->
    [planned] planned
    [queued] on its way
    [sent] sent
    [unknown] not confirmed
    [failed] not sent
    [blocked] chat closed
   *[skipped] not needed, { $reason ->
        [late] registered later
        [past] too late
        [moved] other times
        [cancelled] event cancelled
        [not_coming] not coming
        [muted] asked not to write
        [merged] said with another one
       *[other] data is gone
    }
}: { $count }
attendance-rating = Rating: { $mean } of 5, answers: { $answers }
attendance-hand-in = Hand in the report
attendance-error-closed = “{ $title }”: you can check in from an hour before the start until three hours after the end.
attendance-error-count = “{ $title }”: heads are counted from an hour before the start until the report.
attendance-error-number = A number from 0 to { $most }, please.
attendance-error-code = The code does not fit: it changes every minute. Use the one that the screen at the door shows now.
