enrolments-groups = <b>{ $title }</b>
    Which group suits you?
enrolments-group = { $start }, { $daypart }, places: { $left }
enrolments-group-full = { $start }, { $daypart }, queue
enrolments-review = <b>Check your application</b>
    { $title }

    { $lines }

    No name or phone is needed now.
enrolments-review-places = { $left ->
    [0] No places left: you join the queue
    [one] { $left } place left
   *[other] { $left } places left
}
enrolments-review-city = Your town: { $city }
enrolments-review-time = Good time for you: { $daypart }
enrolments-review-grade = Grade: { $grade }
enrolments-review-education = Education: { $education }
enrolments-no-city = not said
enrolments-no-time = not said
enrolments-submit = Apply
enrolments-submit-queue = Join the queue
enrolments-change-city = Set my town
enrolments-change-time = Set a good time
enrolments-ask-time = When is it good for you? It counts if a second group opens.
enrolments-receipt = <b>Application No. { $number }</b>
    <b>{ $title }</b>
    { $facts }

    { $state }

    { $history }
enrolments-state-submitted = ✅ A place is held for you. To complete it call the Center and give the number: { $phone }, { $hours }.
enrolments-state-needs-info = The organisation needs to clarify something. Our staff will write here.
enrolments-state-in-review = The organisation is looking at your application.
enrolments-state-waitlisted = Your place in the queue: { $place }. I write as soon as a place is free; you will have up to 48 hours to answer.
enrolments-state-offered = A place is free! It is yours until { $by }. Do you take it?
enrolments-state-lapsed = The time to answer is over and the place went to the next in line. You can apply again.
enrolments-state-confirmed = ✅ Your place is confirmed. To complete it call the Center: { $phone }, { $hours }.
enrolments-state-contract = The contract is being prepared.
enrolments-state-enrolled = You are enrolled.
enrolments-state-studying = You are studying.
enrolments-state-assessment = The final assessment is under way.
enrolments-state-completed = You have completed the training. Congratulations!
enrolments-state-expelled = The training was ended. Our staff can tell you what is possible.
enrolments-state-rejected = The organisation could not accept the application. Our staff can suggest similar programmes.
enrolments-state-withdrawn = The application is withdrawn.
enrolments-move = { $at } — { $state }
enrolments-short-submitted = sent
enrolments-short-needs-info = to be clarified
enrolments-short-in-review = in review
enrolments-short-waitlisted = in the queue
enrolments-short-offered = place offered
enrolments-short-lapsed = no answer in time
enrolments-short-confirmed = place confirmed
enrolments-short-contract = contract
enrolments-short-enrolled = enrolled
enrolments-short-studying = studying
enrolments-short-assessment = assessment
enrolments-short-completed = completed
enrolments-short-expelled = ended
enrolments-short-rejected = declined
enrolments-short-withdrawn = withdrawn
enrolments-open-programme = Open the programme
enrolments-mine = My applications
enrolments-accept = Take the place
enrolments-decline = Decline
enrolments-withdraw = Withdraw the application
enrolments-ask-withdraw = Withdraw application No. { $number } for “{ $title }”? The place goes to the next in line.
enrolments-withdraw-yes = Yes, withdraw
enrolments-withdraw-no = No, keep it
enrolments-none = No applications yet. Look at the programmes: you apply from the card.
enrolments-mine-text = <b>My applications</b>

    { $lines }
enrolments-line = { $line }. { $title }{ $start } — { $state }
enrolments-offered = <b>A place is free!</b>
    Application No. { $number }, { $title }
    { $facts }

    It is yours until { $by }. Then it is offered to the next in line.
enrolments-lapsed = Application No. { $number }, “{ $title }”: there was no answer and the place went to the next in line. If you still want it, apply again.
enrolments-error-under-14 = Under 14 an adult applies. Show “{ $title }” to your parents: they can open it here or call the Center, { $phone }.
enrolments-error-too-many = You already have { $limit } applications under way. Withdraw one under “My applications” and then send this one.
enrolments-error-no-dates = “{ $title }” is not enrolling now. Save it, or ask a person about new dates.
enrolments-error-not-eligible = You cannot apply for “{ $title }”. Its card has “Does it suit me?”, which says why.
enrolments-fact-start = { $start }, classes { $daypart }
enrolments-fact-where = { $partner }, { $city }
enrolments-fact-module = A module of the programme “{ $title }”
enrolments-fact-price = Price: { $price } ₽; perhaps free, the employment service decides
enrolments-label = Application No. { $number }
enrolments-error-class = The Center signs a class up: call { $phone }. Pupils from 14 apply themselves, parents for younger ones.
enrolments-error-consent-first = An application has to be kept. Press /start and agree; then we come back here.
enrolments-group-cancelled = The group is cancelled. Choose other dates on the programme's card or withdraw the application.
enrolments-short-cancelled = group cancelled
enrolments-other-dates = Other dates
enrolments-change-moved = <b>CHANGE: the group has moved</b>
    Application { $number }, { $title }

    It was: { $before }
    It is now: <b>{ $after }</b>

    Your application stands.
enrolments-change-cancelled = <b>The group is cancelled</b>
    Application { $number }, { $title }
    The lessons were: { $before }

    You can choose other dates, withdraw the application or ask a specialist.
enrolments-change-restored = <b>CHANGE: the group is held after all</b>
    Application { $number }, { $title }
    Lessons: <b>{ $after }</b>

    Your application stands.
enrolments-change-stay = I am still coming
