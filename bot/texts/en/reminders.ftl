reminders-text = <b>Reminder</b>

    { $lines }
reminders-event = <b>{ $title }</b>
    { $when }
reminders-not-coming = I will not come
reminders-not-coming-to = Not coming: { $title }
reminders-feedback = “{ $title }”: how was it?
reminders-stars-5 = 5 — excellent
reminders-stars-4 = 4 — good
reminders-stars-3 = 3 — so-so
reminders-stars-2 = 2 — weak
reminders-stars-1 = 1 — bad
reminders-thanks-more = Thank you! If you like, choose why.
reminders-remark-interesting = It was interesting
reminders-remark-useful = I can use it
reminders-remark-too-long = Too long
reminders-remark-not-for-me = Not my thing
reminders-thanks = Thank you, we will take it into account.
reminders-wishes = When shall I remind you of events? At night, from 21 to 9, I do not write.
reminders-wish-usual = The day before and two hours before
reminders-wish-day = A day before
reminders-wish-hour = An hour before
reminders-wish-both = A day and an hour before
reminders-wish-never = Do not remind me
reminders-wish-chosen = { $wish } (chosen)
reminders-when = When to remind me
