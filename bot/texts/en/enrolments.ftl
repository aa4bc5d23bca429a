enrolments-groups = <b>{ $title }</b>
    Which group suits you?
enrolments-group = { $start }, { $daypart }, places: { $left }
enrolments-group-full = { $start }, { $daypart }, queue
enrolments-review = <b>Check your application</b>
    { $title }

    { $lines }

    No name or phone is needed now.
enrolments-review-group = Starts: { $start }, classes { $daypart }
enrolments-review-places = { $left ->
    [0] No places left: you join the queue
    [one] { $left } place left
   *[other] { $left } places left
}
enrolments-review-city = Town: { $city }
enrolments-review-time = Good time for you: { $daypart }
enrolments-review-grade = Grade: { $grade }
enrolments-review-education = Education: { $education }
enrolments-not-said = not said
enrolments-submit = Apply
enrolments-submit-queue = Join the queue
enrolments-change-city = Set another town
enrolments-change-time = Set a good time
enrolments-ask-time = When is it good for you? It counts if a second group opens.
enrolments-receipt = <b>Application No. { $number }</b>
    { $title }

    { $state }

    { $history }
enrolments-state-submitted = ✅ A place is held for you. The organisation looks at your application next; follow it under “My applications”.
enrolments-state-needs-info = The organisation needs to clarify something. Our staff will write here.
enrolments-state-in-review = The organisation is looking at your application.
enrolments-state-waitlisted = You are in the queue, your place: { $place }. I write as soon as a place is free.
enrolments-state-offered = A place is free! It is yours until { $by }. Do you take it?
enrolments-state-lapsed = The time to answer is over and the place went to the next in line. You can apply again.
enrolments-state-confirmed = ✅ Your place is confirmed.
enrolments-state-contract = The contract is being prepared.
enrolments-state-enrolled = You are enrolled.
enrolments-state-studying = You are studying.
enrolments-state-assessment = The final assessment is under way.
enrolments-state-completed = You have completed the training. Congratulations!
enrolments-state-expelled = The training was ended. Our staff can tell you what is possible.
enrolments-state-rejected = The organisation could not accept the application. Our staff can suggest similar programmes.
enrolments-state-withdrawn = The application is withdrawn, the place is free.
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
enrolments-mine = Mine
enrolments-accept = Take the place
enrolments-decline = Decline
enrolments-withdraw = Withdraw the application
enrolments-ask-withdraw = Withdraw application No. { $number } for “{ $title }”? The place goes to the next in line.
enrolments-withdraw-yes = Yes, withdraw
enrolments-withdraw-no = No, keep it
enrolments-none = No applications yet. Look at the programmes: applying takes two taps.
enrolments-mine-text = <b>My applications: { $count }</b>
enrolments-line = No. { $number } { $title }
enrolments-offered = <b>A place is free!</b>
    Application No. { $number }, { $title }

    It is yours until { $by }. Then it is offered to the next in line.
enrolments-lapsed = Application No. { $number }, “{ $title }”: there was no answer and the place went to the next in line. If you still want it, apply again.
enrolments-error-under-14 = Under 14 an adult applies. Show this programme to your parents: “{ $title }”. They can open it here or call the Center.
enrolments-error-consent = An application has to be kept somewhere, and that needs your consent: one tap. Then we come back here.
enrolments-error-too-many = You already have { $limit } applications under way. Withdraw one under “My applications” and then send this one.
enrolments-error-no-dates = “{ $title }” is not enrolling now. Save it, or ask a person about new dates.
enrolments-error-not-eligible = You cannot apply for “{ $title }”. Its card has “Does it suit me?”, which says why.
