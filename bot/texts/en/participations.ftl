participations-receipt = { $state }

    <b>{ $title }</b>
    { $facts }
participations-state-registered = ✅ Your place is kept.
participations-state-waiting = You are on the waiting list, your place: { $place }. I will write as soon as there is room.
participations-state-offered = <b>There is room now!</b> It is yours until { $by }. Will you come?
participations-state-lapsed = The time to answer is over, the place went to the next in line.
participations-state-cancelled = Your registration is cancelled. Thank you, the place will not be wasted.
participations-state-attended = You were there. Thank you!
participations-state-absent = Your visit was not noted.
participations-when = When: { $when }
participations-places = Places: { $places }
participations-reminder = I will remind you the day before and two hours before.
participations-take = I will come
participations-decline = I cannot
participations-not-coming = I will not come
participations-invite = Invite a friend by link
participations-card = About the event
participations-mine = My events
participations-others = Other events
participations-clash = At that time you also have: { $others }. Register for “{ $title }” all the same?
participations-sure = Yes, register me
participations-together = <b>{ $title }</b>
    How many of you together? There will be places for all of you at once, or one place in the queue for all. Free: { $left }.
participations-count = { $places } of us
participations-link = Send this link to those who go to “{ $title }” with you. Places it can take: { $places }. { $link }

    The link before it does not work any more.
participations-none = No registrations yet. Look at the events that are coming.
participations-list = <b>My events</b>

    { $lines }
participations-line = { $line }. { $title }
    { $when } — { $state }
participations-short-registered = place kept
participations-short-waiting = waiting list
participations-short-offered = a place waits for your answer
participations-short-lapsed = time to answer is over
participations-short-cancelled = cancelled
participations-short-attended = attended
participations-short-absent = not noted
participations-lapsed = “{ $title }”: there was no answer, the place went to the next in line. If you still want to come, register again.
participations-changed = <b>CHANGE</b>
    { $title }

    { $lines }

    Will you come?
participations-change-time = Before: { $old }
    Now: <b>{ $new }</b>
participations-change-place = Before: { $old }
    Now: <b>{ $new }</b>
participations-change-link = The new link is in your registration.
participations-still = Yes, I will come
participations-cancelled = <b>CANCELLED</b>
    { $title }, { $when }

    It will not take place. There is no need to come.
participations-error-not-for-you = { $hindrance ->
    [adults_only] “{ $title }” is for adults.
    [pupils_only] “{ $title }” is for school pupils.
    [grade] “{ $title }” is for other grades. The filter shows what is open to you.
    [age_mark] “{ $title }” has an age mark: it is too early.
   *[closed] Registration for “{ $title }” is closed. Other events: /events
}
participations-error-under-14 = Under 14 an adult registers you. Show “{ $title }” to your parents: they can open it here.
participations-error-consent-first = To register you I have to keep it. Press /start, agree, and come back to the event.
participations-error-too-many-together = Together at most { $most } can be registered.
participations-error-school-full = One school can have { $limit } places at most, and they are taken.
participations-error-no-classes = “{ $title }” takes no classes, only single people.
participations-error-class-size = A group can have { $smallest } to { $largest } pupils.
participations-error-adults = { $heads } pupils need { $needed } accompanying adults.
participations-error-link = This link registers nobody any more: the places are taken or it was cancelled. Ask for a new one, or choose an event: /events
forget-participations = { $count ->
    [one] { $count } event registration
   *[other] { $count } event registrations
}
participations-school = It is during lessons: tell your class teacher.
