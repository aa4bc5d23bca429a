participations-receipt = { $state }

    <b>{ $title }</b>
    { $facts }
participations-state-registered = ✅ Your place is kept.
participations-state-waiting = You are on the waiting list, your place: { $place }. I will write as soon as there is room.
participations-state-offered = <b>There is room now!</b> { $places ->
    [one] The place is yours
   *[other] The places are yours
} until { $by }. Will you come?
participations-state-lapsed = The time to answer is over, the place is not kept any more.
participations-state-event-cancelled = <b>The event is cancelled.</b> There is no need to come.
participations-state-over = The event is over.
participations-state-cancelled = Your registration is cancelled. Thank you, the place will not be wasted.
participations-state-attended = You were there. Thank you!
participations-state-absent = Your visit was not noted.
participations-when = When: { $when }
participations-places = Places: { $places }
participations-number = Your number: { $number }
participations-reminder = I will remind you: { $at }
participations-muted = Messages are off (/stop): if an event changes or is cancelled, you see it only here.
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
    How many of you in all? There will be places for all of you at once, or one place in the queue for all. Free: { $left }.
participations-count = { $places } of us
participations-would-wait = <b>{ $title }</b>
    Free: { $left }, and there are { $places } of you: you would all wait together.
participations-queue-all = Join the queue together
participations-only = I will come, { $places } of us
participations-fewer = There will be fewer of us
participations-ask-fewer = <b>{ $title }</b>
    Places that you have: { $places }. How many of you will come? The other places go to others.
participations-link = Send this link to those who go to “{ $title }” with you. Places it can take: { $places }. { $link }
participations-none = No registrations yet. Look at the events that are coming.
participations-list = <b>My events</b>

    { $lines }
participations-line = { $line }. { $title }
    { $when } — { $state }
participations-short-registered = place kept
participations-short-waiting = waiting list
participations-short-offered = a place waits for your answer
participations-short-lapsed = time to answer is over
participations-short-cancelled = registration cancelled
participations-short-event-cancelled = event cancelled
participations-short-over = over
participations-short-attended = attended
participations-short-absent = not noted
participations-lapsed = “{ $title }”: there was no answer, the place is not kept any more.
participations-passed-on = It went to the next in line.
participations-again = If you still want to come, register again.
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
participations-error-begun = “{ $title }” has begun or is over: your registration stays on the list, who is there is noted at the door.
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
