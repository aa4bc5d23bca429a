trajectories-menu = Build a path of modules
trajectories-mine = My paths: { $count }
trajectories-build = Build a path
trajectories-build-programme = Build it from single modules
trajectories-build-missing = Build a path to what is missing

trajectories-goal = <b>Where do you want to get?</b>

    I put a path together from modules of several colleges: in order, without clashes, around your week. Type an occupation (“welder”, “cook”) or choose.
trajectories-goal-occupation = Choose an occupation
trajectories-goal-skills = Choose what to learn
trajectories-goal-wants = What I want to develop
trajectories-goal-on = Go on: { $goal }
trajectories-goal-which = Which of these do you mean?
trajectories-goal-unknown = My list does not have that. Call it something else, or choose from the list.
trajectories-goal-several = { $named } and { $more } more
trajectories-goal-nothing = By your answers you can do all of it already. Choose another goal.
trajectories-sector = Which field is the occupation in?
trajectories-occupation = <b>{ $sector }</b>
    Which occupation?
trajectories-skills = <b>What to learn?</b>

    Choose a field, or type a skill.
trajectories-skills-chosen = <b>What to learn?</b>

    Chosen: { $chosen }

    Add more, or press “Done”.
trajectories-skills-general = General skills
trajectories-skills-done = Done
trajectories-skill-which = Which skill?
trajectories-skill = { $skill } — { $level }
trajectories-ticked = ✓ { $label }
trajectories-level = <b>{ $skill }</b>
    How well do you want to do it?
trajectories-level-own = <b>{ $skill }</b>
    Now: { $own }. How well do you want to do it?
trajectories-own-0 = not done yet
trajectories-own-1 = you know how it is done
trajectories-own-2 = with some help
trajectories-own-3 = on your own
trajectories-own-4 = you can teach others
trajectories-level-1 = know how it is done
trajectories-level-2 = do it with some help
trajectories-level-3 = do it on my own
trajectories-level-4 = teach others
trajectories-level-none = Not needed

trajectories-conditions = <b>Path: { $goal }</b>
    Goal: { $levels }.

    { $lines }

    Press a condition to change it.
trajectories-condition = • { $name }: { $value }
trajectories-condition-funding = • Perhaps free ({ $value }): the employment service decides
trajectories-name-least = What matters most
trajectories-name-week = Load
trajectories-name-money = Money
trajectories-name-where = Where
trajectories-name-how = Format
trajectories-name-when = Time
trajectories-name-busy = Busy
trajectories-name-finish = Finish by
trajectories-least-hours = fewer hours
trajectories-least-price = cheaper
trajectories-least-finish = sooner done
trajectories-week-hours = up to { $hours } h a week
trajectories-money-most = up to { $roubles } ₽
trajectories-money-free = only free
trajectories-reach-own = { $city } and online
trajectories-reach-near = { $city } and near, up to 60 km
trajectories-week = How many hours a week can you study?
trajectories-busy = Which hours are taken every week? No lessons will be planned for them.
trajectories-busy-school-5 = school Mon–Fri 8–14
trajectories-busy-school-6 = school Mon–Sat 8–14
trajectories-busy-second-shift = second shift 13–19
trajectories-busy-work = work Mon–Fri 9–18
trajectories-busy-free = free
trajectories-any-week = any
trajectories-any-money = any
trajectories-any-reach = any town
trajectories-any-formats = any
trajectories-any-finish = any day
trajectories-compose = Build the path
trajectories-set-least = Matters: { $value }
trajectories-set-week = Load: { $value }
trajectories-set-money = Money: { $value }
trajectories-set-place-time = Where and when
trajectories-set-where = Where: { $value }
trajectories-set-how = Format: { $value }
trajectories-set-when = Time: { $value }
trajectories-set-busy = Busy: { $value }
trajectories-set-finish = By: { $value }
trajectories-set-home = Say where I live
trajectories-set-funding = It may be free for me
trajectories-other-goal = Another goal
trajectories-ready = Done
trajectories-place-time = <b>Where and when</b>

    { $lines }

    Press a line to change it.
trajectories-dayparts = When is a good time? Tick all that suits you. Without ticks any time will do.
trajectories-money = How much can you spend on the whole path?
trajectories-funding = <b>It may be free for you</b>
    The employment service decides, here it only counts for the price. Which one are you?

    { $lines }
trajectories-funding-line = { $number }. { $name }
trajectories-funding-none = Not me
trajectories-home = Where do you live? Choose or type the town.
trajectories-home-unknown = The list does not have that town. Type the nearest one.

trajectories-path = <b>Path: { $goal }</b>
trajectories-run = { $number }. <b>{ $title }</b>
    { $period }: { $timetable }
    { $place }
    { $hours } h, { $price }, { $left }
trajectories-period = { $start } – { $end }
trajectories-timetable-own-pace = at your own pace
trajectories-timetable-unsettled = { $daypart }, days to be set
trajectories-date = { $date } { $year }
trajectories-free-perhaps = { $price } ₽ (perhaps free)
trajectories-price-perhaps = { $full } ₽, or { $price ->
    [0] free
   *[other] { $price } ₽
} if the employment service confirms
trajectories-run-left = { $left ->
    [0] full, there is a queue
    [one] { $left } place
   *[other] { $left } places
}
trajectories-run-pinned = { $left }, pinned
trajectories-run-applied = application No. { $number }
trajectories-run-waiting = queue, application No. { $number }
trajectories-run-shut = takes nobody any more
trajectories-totals = <b>In all:</b> { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}, { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}, until { $end }. Price: { $price }. { $partners ->
    [one] { $partners } organisation.
   *[other] { $partners } organisations.
} { $trips ->
    [0] No travelling to another town.
   *[other] { $home ->
        [known] Days in another town: { $trips } ({ $cities }).
       *[unknown] Days on site: { $trips } ({ $cities }).
    }
}
trajectories-trip = { $city }: { $days }
trajectories-documents = Documents: { $documents }.
trajectories-document-whole = { $document } (all of “{ $title }”)
trajectories-document-do = certificate of participation
trajectories-document-po-new = certificate of a worker's trade
trajectories-document-po-re = certificate of a worker's trade
trajectories-document-po-up = certificate with a grade
trajectories-document-pk = certificate of further training
trajectories-document-pp = diploma of professional retraining
trajectories-document-module = a note of study for single modules
trajectories-open = Stays open: { $levels }. There are no fitting modules now.
trajectories-asked-for = At admission: { $what }.
trajectories-needs-profession = a worker's trade is needed
trajectories-removed = Taken out: { $titles }.
trajectories-removed-lost = Taken out: { $titles }. Not all of the goal is reached now. You can have it back.
trajectories-ready-programme = There is a whole programme too: “{ $title }”, { $hours } h, { $price }, { $document }.
trajectories-to-ready = The whole programme
trajectories-trials = Try-outs and events
trajectories-at-school = There is no such path outside school hours now: some lessons fall into them.
trajectories-not-yet = There are no modules towards this occupation for you now.
trajectories-later = Opens at { $age }: “{ $title }”.
trajectories-given-up = Not everything could be met, so this was left aside: { $wishes }.
trajectories-wish-reach = where
trajectories-wish-formats = format
trajectories-wish-dayparts = time
trajectories-wish-busy = busy hours
trajectories-wish-hours-a-week = the load of { $wanted } — it takes up to { $needed } h a week
trajectories-wish-budget = money ({ $wanted }) — it takes { $needed }
trajectories-wish-finish-by = the last day ({ $wanted }) — it ends on { $needed }
trajectories-best-now = There is no better set of modules now.
trajectories-proven-hours = With modules it cannot be done in fewer hours: every way was checked.
trajectories-proven-price = With modules it cannot be done for less: every way was checked.
trajectories-proven-finish = With modules it cannot be done sooner: every way was checked.
trajectories-unpinned = What was pinned does not fit: { $titles }.
trajectories-unknown = There are very many ways: two seconds were not enough to check them all.
trajectories-unproven = There are very many ways: none is better by more than { $percent } %.
trajectories-no-qualification = <i>A set of modules is not a qualification yet: the lead organisation approves it.</i>
trajectories-page = Page { $page } of { $pages } →
trajectories-apply = Apply for the whole path
trajectories-apply-these = Apply for these modules
trajectories-keep = Save
trajectories-edit = Change modules
trajectories-picture = Timetable as a picture
trajectories-share = Share
trajectories-drop = Remove the path
trajectories-again = Plan anew
trajectories-accept = Leave it as it is
trajectories-open-path = Open the path
trajectories-to-conditions = Conditions
trajectories-to-list = My paths
trajectories-other-conditions = Change conditions
trajectories-nothing-needed = <b>{ $goal }</b>
    By your answers and applications you have all of it: nothing to add.
trajectories-nothing-found = <b>{ $goal }</b>
    There is no path yet. No modules give: { $levels }. Change the goal or ask a specialist: new groups come.
trajectories-quoted = “{ $title }”
trajectories-what-changed = <b>What has changed</b>
trajectories-same = The plan has stayed the same.
trajectories-diff-removed = Taken out: { $titles }
trajectories-diff-added = Added: { $titles }
trajectories-diff-regrouped = Another group: { $titles }
trajectories-diff-hours = Hours: { $before } before, { $after } now
trajectories-diff-price = Price: { $before } ₽ before, { $after } ₽ now

trajectories-which = Which module do you want to change? I fit the rest around it.
trajectories-label-pinned = { $label } (pinned)
trajectories-label-start = { $start }: { $title }
trajectories-module = <b>{ $title }</b>
    Of the programme “{ $programme }”

    { $period }: { $timetable }
    { $place }
    { $hours } h, { $price }, places: { $left }

    After it: { $gives }.
trajectories-pin = Pin to the path
trajectories-unpin = Unpin
trajectories-other = Replace by another
trajectories-restore = { $count ->
    [1] Bring back { $titles }
   *[other] Bring back removed modules: { $count }
}
trajectories-proposed = <b>A new plan for the path “{ $goal }”</b>
    The old one stays for now.
trajectories-proposed-before = Before: { $hours } h, { $price }, until { $end }. Missing: { $missing }.
trajectories-proposed-after = Then: { $hours } h, { $price }, until { $end }. Missing: { $missing }.
trajectories-nothing-missing = nothing
trajectories-take-plan = Take the new plan
trajectories-stay = Keep the old plan
trajectories-ban = Take out of the path
trajectories-others = What instead of “{ $title }”?
trajectories-other-run = { $number }. <b>{ $title }</b>
    { $period }: { $timetable }
    { $place }
    { $hours } h, { $price }, places: { $left }
trajectories-no-other = Nothing can replace “{ $title }” now. You can take it out: a part of the goal stays open then.

trajectories-new = New path
trajectories-list = <b>My paths</b>
trajectories-line = { $number }. <b>{ $goal }</b>: { $hours } h, { $price }, until { $end } — { $state }
trajectories-state-saved = saved
trajectories-state-applied = applied for
trajectories-state-changed = something has changed
trajectories-compare = Compare
trajectories-compare-one = Which path to compare?
trajectories-compare-other = With which one?
trajectories-row-hours = Hours
trajectories-row-price = Price
trajectories-row-start = Starts
trajectories-row-finish = Last day
trajectories-row-partners = Organisations
trajectories-row-cities = Travelling
trajectories-row-open = Stays open
trajectories-open-a = Open A
trajectories-open-b = Open B
trajectories-kept = The path is saved. If a module is moved or cancelled, I will write to you.
trajectories-editing-copy = The saved path will not change: this is a copy.
trajectories-shared = <b>Path: { $goal }</b>
    This link shows the modules, but not you. Pass it on:
    { $link }
trajectories-not-shared = The link does not work any more.
trajectories-stop-sharing = Close the link
trajectories-opened = <b>Path: { $goal }</b>
    Somebody shared it. { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }, { $price }, organisations: { $partners }.
trajectories-opened-run = { $number }. <b>{ $title }</b>
    { $period }, { $place }, { $hours } h, { $price }
trajectories-opened-more = More modules: { $more }
trajectories-opened-open = These modules do not give all that the goal needs: { $levels }.
trajectories-take-how = I will build a path to the same goal around your conditions.
trajectories-take = Build one like it for me
trajectories-ask-drop = Remove the path “{ $goal }”? Its link will stop working.
trajectories-ask-drop-applied = Remove the path “{ $goal }”? The applications stay: withdraw them in “My applications”.
trajectories-drop-yes = Yes, remove
trajectories-drop-no = No, keep
trajectories-has-changed = <b>Changes in the path “{ $goal }”</b>
trajectories-change-moved = “{ $title }”
    Before: { $before }, { $before_timetable }
    Now: { $after }, { $after_timetable }
trajectories-change-unknown = The module of { $period } is cancelled: the catalogue does not have it any more.
trajectories-change-cancelled = “{ $title }”: the group is cancelled.
trajectories-change-closed = “{ $title }”: enrolment is closed, the agreement with the organisation is over.
trajectories-broken = The path does not fit together any more: lessons clash, or a module that is needed first ends too late. I can plan it anew.
trajectories-what-now = I can plan the path anew around this. What shall I do?

trajectories-review = <b>Check your applications for the whole path</b>
trajectories-review-run = { $number }. { $title }
    { $partner }, starts { $start }
trajectories-review-full = { $number }. { $title }
    { $partner }, starts { $start }: full, you join the queue
trajectories-review-parts = Each organisation sees only its part. All applications of a path count as one. No name or phone is needed now.
trajectories-review-withdrawn = I will withdraw what the new path does not need: No. { $numbers }.
trajectories-withdraw = { $count ->
    [1] Withdraw application No. { $numbers }
   *[other] Withdraw applications: { $count }
}
trajectories-withdrawn = Withdrawn: No. { $numbers }.
trajectories-send = { $count ->
    [one] Send { $count } application
   *[other] Send { $count } applications
}
trajectories-not-all-open = These take nobody any more: { $titles }. Plan the path anew: I will find other groups.
trajectories-applied = <b>{ $count ->
    [one] { $count } application sent
   *[other] { $count } applications sent
}</b>
trajectories-sent = No. { $number } — { $title }: a place is held for you
trajectories-sent-waiting = No. { $number } — { $title }: full, you are in the queue
trajectories-applied-next = To settle it all, call the Center and name the numbers: { $phone }, { $hours }.
trajectories-error-too-many = You have saved { $limit } paths already. Remove one in “My paths”, and this one will fit.
trajectories-error-not-all-open = One of the groups takes nobody any more. Open the path and plan it anew.
forget-trajectories = { $count ->
    [one] { $count } path
   *[other] { $count } paths
}

trajectories-picture-title = Path: { $goal }
trajectories-picture-when = { $period }, { $timetable }
trajectories-picture-line = { $line }
trajectories-picture-rest = More modules: { $rest }
