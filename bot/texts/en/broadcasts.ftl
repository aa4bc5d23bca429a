# Topics
broadcasts-topic-news = news of the Center
broadcasts-topic-contest = contests
broadcasts-topic-event = events
broadcasts-topic-course = courses and tryouts
broadcasts-topic-service = my applications
broadcasts-topic-advert = offers of employers

# What people see
broadcasts-advert = Advertisement
broadcasts-opt-out = No more of these
broadcasts-left = I will not send you these any more: { $topic }. You can turn them on again in the settings.
broadcasts-return = Turn them on again
broadcasts-subscriptions = <b>Mailings</b>

    What would you like to get? Press to turn it on or off.

    { $lines }
broadcasts-subscription = { $wanted ->
    [yes] ✓ { $topic }: on
   *[no] — { $topic }: off
}
broadcasts-turn-on = Turn on: { $topic }
broadcasts-turn-off = Turn off: { $topic }
settings-broadcasts = Mailings

# The desk
staff-desk-broadcasts = Mailings
broadcasts-list = <b>Mailings</b>

    { $lines }
broadcasts-list-empty = <b>Mailings</b>

    There has been none yet. Nobody gets a draft until you send it yourself.
broadcasts-line = No. { $number } · { $topic } · { $state }
broadcasts-label = No. { $number }, { $topic }
broadcasts-new = New mailing
broadcasts-to-list = Mailings
broadcasts-state-draft = draft
broadcasts-state-waiting = waits for approval
broadcasts-state-scheduled = scheduled
broadcasts-state-gathering = gathers its people
broadcasts-state-running = is running
broadcasts-state-paused = is paused
broadcasts-state-stopped = was stopped
broadcasts-state-finished = is finished
broadcasts-ask-topic = <b>What is it about?</b>

    People see the topic and can leave each one separately. News and advertisements go only to those who turned them on; advertisements only to adults.

# The draft
broadcasts-card = <b>Mailing No. { $number }, { $state }</b>
    Topic: { $topic }
    Text: { $text }
    File: { $file }
    Buttons: { $buttons }
    To: { $segment }
    Reaches: { $count }
broadcasts-no-text = none yet
broadcasts-text-ru = { $length } characters
broadcasts-text-both = { $length } characters, English { $english }
broadcasts-no-file = none
broadcasts-photo = picture
broadcasts-document = { $name }
broadcasts-no-buttons = none
broadcasts-counting = counting, { $count } so far
broadcasts-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
broadcasts-edit-text = Text
broadcasts-edit-file = Picture or file
broadcasts-edit-buttons = Buttons below the text
broadcasts-edit-audience = Who gets it
broadcasts-review = Check and send
broadcasts-discard = Delete the draft
broadcasts-discard-ask = Delete draft No. { $number }? The text and the audience are lost.
broadcasts-discard-yes = Yes, delete it
broadcasts-back = To the draft
broadcasts-copy = Use for a new one
broadcasts-ask-text = <b>Write the text of the mailing in one message</b>, up to { $limit } characters. The Russian one comes first.

    Format it in the app, or like this: &lt;b&gt;bold&lt;/b&gt;, &lt;i&gt;italic&lt;/i&gt;, &lt;u&gt;underlined&lt;/u&gt;, &lt;s&gt;struck&lt;/s&gt;, &lt;code&gt;code&lt;/code&gt;, &lt;a href="https://…"&gt;link&lt;/a&gt;.
broadcasts-ask-english = <b>Write the English text in one message</b>, up to { $limit } characters.

    Those who chose English get it. Without it everybody gets the Russian one.
broadcasts-texts = <b>Texts of mailing No. { $number }</b>

    Russian: { $russian }
    English: { $english }
broadcasts-write-russian = Write the Russian one anew
broadcasts-write-english = Write the English one
broadcasts-drop-english = Drop the English one
broadcasts-ask-file = <b>Send a picture or a file</b> (PDF, DOCX) in one message.

    It stands above the text, which may then have { $limit } characters.
broadcasts-drop-file = Drop the file
broadcasts-buttons = <b>Buttons below the text</b>

    { $lines }

    There may be three. “No more of these” is always there.
broadcasts-buttons-none = none yet
broadcasts-button-programme = To a programme
broadcasts-button-link = To an event, or by a link
broadcasts-drop-buttons = Drop the buttons
broadcasts-ask-programme = Which programme does the button lead to? Write its title or the trade.
broadcasts-found = Here is what was found. If it is not there, write it differently.
broadcasts-not-found = Nothing like that was found. Write it differently.
broadcasts-ask-link = Where does the button lead? Choose an event or send a link like https://t.me/{ $bot }?start=…, or only what comes after “start=”.
broadcasts-link-label = More about it

# The audience
broadcasts-audience = <b>Who gets mailing No. { $number }</b>
    { $segment }

    { $count }
    { $excluded }
broadcasts-everybody = everybody
broadcasts-reached = Reaches: { $count }
broadcasts-excluded = Would fit and get nothing:
broadcasts-excluded-guest = guests, agreed to nothing: { $count }
broadcasts-excluded-minor = under 18 or of unknown age: { $count }
broadcasts-excluded-blocked = closed the chat with the bot: { $count }
broadcasts-excluded-muted = asked us not to write first (/stop): { $count }
broadcasts-excluded-opted-out = left this topic: { $count }
broadcasts-excluded-not-asked-for = never turned this topic on: { $count }
broadcasts-add = Add a condition
broadcasts-clear = Drop all conditions
broadcasts-segments = Saved groups
broadcasts-save-segment = Save this group
broadcasts-criteria = <b>By what?</b>

    Who fits meets all conditions at once; within one a single value is enough.
broadcasts-by-role = Who they are
broadcasts-by-grade = Grade
broadcasts-by-city = City
broadcasts-by-interest = Interests
broadcasts-by-wish = What they want to learn
broadcasts-by-applied = Has applied
broadcasts-by-completed = Has completed
broadcasts-by-registered = Is coming to an event
broadcasts-by-came = Was at an event
broadcasts-by-again = Not confirmed
broadcasts-criterion = { $name }: { $values }
broadcasts-values = <b>{ $name }</b>

    { $chosen }
broadcasts-values-chosen = Chosen: { $values }
broadcasts-values-none = Nothing is chosen: everybody fits.
broadcasts-values-type = Write what you look for, or press.
broadcasts-value-chosen = ✓ { $name }
broadcasts-again-of = mailing No. { $number }
broadcasts-role-pupil = pupils and students
broadcasts-role-adult = adults
broadcasts-role-guardian = parents
broadcasts-role-teacher = teachers
broadcasts-grades = grade { $range }
broadcasts-ready = Done
broadcasts-saved = <b>Saved groups</b>

    Press one to use its conditions.
broadcasts-saved-none = <b>There are no saved groups yet.</b>

    Set conditions and save them under a name: next time one press is enough.
broadcasts-ask-name = What is this group called? Up to { $limit } characters. Under the same name the new one stays.
broadcasts-remove-segments = Delete one of the groups
broadcasts-removing = Which group goes? Mailings that used it are not harmed.

# Checking and sending
broadcasts-check = <b>Mailing No. { $number }: check</b>
    Topic: { $topic }
    To: { $segment }

    { $count }
    { $excluded }

    { $facts }
broadcasts-fact-takes = Takes { $time }: sent now, it is done by { $until }.
broadcasts-fact-quiet = These are quiet hours: messages go from { $until }.
broadcasts-fact-second = More than { $limit } people: a second member of staff has to approve.
broadcasts-fact-paid = Faster for Stars: { $time }, at most { $stars } ⭐.
broadcasts-preview = Show how it arrives
broadcasts-send-now = Send now
broadcasts-send-tomorrow = Tomorrow at 10:00
broadcasts-send-at = At another time
broadcasts-ask-when = When shall it go? For example: “tomorrow 10:00”, “fri 18:30”, “5 mar 12:00”.
broadcasts-when-unclear = I did not understand the time, or it is past. Write, for example: “tomorrow 10:00”, “fri 18:30”, “5 mar 12:00”.
broadcasts-when-confirm = Send mailing No. { $number } at { $at }?
broadcasts-when-yes = Yes, schedule it
broadcasts-faster = Send faster for Stars
broadcasts-slower = Without payment
broadcasts-price = <b>Faster for Stars</b>

    Without payment: { $rate } messages a second, { $free }.
    With payment: { $paid }, at most { $stars } ⭐, { $each } for each message above the free ones.
broadcasts-price-capped = The limit of one mailing is { $limit } ⭐; the rest goes free of charge.
broadcasts-pay-yes = Yes, pay up to { $stars } ⭐
broadcasts-scheduled = <b>Mailing No. { $number } is scheduled</b>
    It starts { $at }.
    { $count }

    Until then it can be taken back: nobody gets anything.
broadcasts-take-back = Take it back
broadcasts-refresh = Refresh
broadcasts-waiting = <b>Mailing No. { $number } waits for approval</b>
    { $count }

    It goes to more than { $limit } people, so a second member of staff looks at it. I will write when they decide.
broadcasts-asked = <b>Your approval is needed</b>
    Mailing No. { $number }, topic: { $topic }
    { $count }
    Author: member of staff No. { $author }
broadcasts-decide = Look and decide
broadcasts-approval = <b>Mailing No. { $number }: approval</b>
    Author: member of staff No. { $author }
    Topic: { $topic }
    To: { $segment }

    { $count }
    { $excluded }

    Above is what arrives. { $facts }
broadcasts-approve = I approve, send it
broadcasts-send-back = Return it to the author
broadcasts-approved = Mailing No. { $number } was approved. It starts { $at }.
broadcasts-sent-back = Mailing No. { $number } was returned: a second member of staff asks you to change it.
broadcasts-sent-back-done = Mailing No. { $number } is back with its author.
broadcasts-grew = Mailing No. { $number } has come to reach more than { $limit } people. It waits for a second member of staff.
broadcasts-open = Open the mailing

# Under way
broadcasts-gathering = <b>Mailing No. { $number } begins</b>
    Gathering its people, which takes seconds. How it goes will stand here.
broadcasts-progress = <b>Mailing No. { $number } { $state }</b>
    { $bar } { $percent } %
    Sent: { $sent } of { $total }
    { $pace }
broadcasts-pace = { $rate } a second, { $left } left
broadcasts-pace-soon = { $left } left
broadcasts-pace-quiet = Quiet hours: it goes on from { $until }.
broadcasts-pace-paused = Nothing is sent until you resume it.
broadcasts-pace-broken = It paused by itself: Telegram refused 20 times in a row. It said: { $error }
broadcasts-pace-over = The result is in the next message.
broadcasts-pause = Pause
broadcasts-resume = Resume
broadcasts-stop = Stop for good
broadcasts-stop-ask = Stop mailing No. { $number } for good? Who has it keeps it; the others get nothing.
broadcasts-stop-yes = Yes, stop it
broadcasts-stop-no = No, back
broadcasts-broken = <b>Mailing No. { $number } paused by itself</b>
    Telegram refused 20 times in a row; nothing was sent to the others.

    It said: <code>{ $error }</code>

# The result
broadcasts-report = <b>Mailing No. { $number } { $state }</b>
    { $topic }

    { $lines }
    { $left }
    It took { $time }.
broadcasts-report-left = Left the topic after it: { $count }
broadcasts-report-stars = Paid: at most { $stars } ⭐
broadcasts-fate-sent = Delivered: { $count }
broadcasts-fate-unknown = Not confirmed, may have arrived: { $count }
broadcasts-fate-blocked = Chat closed: { $count }
broadcasts-fate-failed = Refused by Telegram: { $count }
broadcasts-fate-skipped = Not sent: { $count }
broadcasts-fate-waiting = Still under way: { $count }
broadcasts-chart-title = Mailing No. { $number }
broadcasts-chart-sent = Delivered
broadcasts-chart-unknown = Not confirmed
broadcasts-chart-blocked = Chat closed
broadcasts-chart-failed = Refused by Telegram
broadcasts-chart-skipped = Not sent
broadcasts-chart-words = { $count } of { $total }
broadcasts-chart-note = Not confirmed: the connection broke on this message, so it may have arrived or not. It is not repeated by itself.
broadcasts-list-xlsx = List as XLSX
broadcasts-again = Repeat to the unconfirmed
broadcasts-again-ask = <b>Repeat it to { $count }?</b>

    Their messages may have arrived: some will get mailing No. { $number } a second time. It becomes a draft, which still has to be sent.
broadcasts-again-yes = Yes, make a draft
broadcasts-list-ready = The people of mailing No. { $number }. Instead of names there are numbers, as on “My page”.
broadcasts-list-gone = The list of mailing No. { $number } is gone: it is kept for eight days after its end. The figures stay.
broadcasts-sheet = People
broadcasts-column-person = Number
broadcasts-column-state = What became of it
broadcasts-column-reason = Why
broadcasts-column-time = When
broadcasts-cell-sent = delivered
broadcasts-cell-unknown = not confirmed
broadcasts-cell-blocked = chat closed
broadcasts-cell-failed = refused by Telegram
broadcasts-cell-skipped = not sent
broadcasts-cell-waiting = waits
broadcasts-cell-erased = erased
broadcasts-reason-stopped = the mailing was stopped
broadcasts-reason-forgotten = erased their data
broadcasts-reason-expired = too late
broadcasts-reason-guest = no consent
broadcasts-reason-minor = under 18
broadcasts-reason-muted = asked not to be written to
broadcasts-reason-opted-out = left the topic
broadcasts-reason-not-asked-for = never turned the topic on
broadcasts-time-under = less than a minute
broadcasts-time-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
broadcasts-time-hours = { $hours ->
    [one] { $hours } hour { $minutes } min
   *[other] { $hours } hours { $minutes } min
}

# Refusals
broadcasts-error-not-a-draft = This mailing is waiting for approval or on its way. To change it take it back first, or use it for a new one.
broadcasts-error-not-the-author = Only its author changes a draft. Use the mailing for a new one, and that will be yours.
broadcasts-error-incomplete = The mailing has no text yet. Write it, and it can be sent.
broadcasts-error-too-long = Too long: { $length } characters, and { $limit } fit. Shorten the text or drop the picture.
broadcasts-error-own = You cannot approve your own mailing: a second pair of eyes is needed.
broadcasts-error-changed = The mailing changed while you looked. Open it anew.
broadcasts-error-nobody = Under these conditions it reaches nobody. Look at who gets it.
broadcasts-error-link = That is not like a link to our chat. It takes what comes after “start=”: Latin letters, digits, “-” and “_”.
broadcasts-error-file = It takes a picture, a PDF or a DOCX. Send another file.
markup-error-nothing = The text is empty. Write at least a few words.
markup-error-unknown = Line { $line }: there is no such formatting, { $tag }. There is b, i, u, s, code and a.
markup-error-not-closed = Line { $line }: { $tag } is opened and not closed. Add its end.
markup-error-not-opened = Line { $line }: { $tag } does not close what was opened last. Check the order.
markup-error-address = Line { $line }: the link will not do, { $tag }. It takes &lt;a href="https://…"&gt;words&lt;/a&gt;.
audit-kind-broadcast = Mailings
audit-action-broadcast-begun = mailing begun
audit-action-broadcast-changed = mailing changed
audit-action-broadcast-discarded = draft of a mailing deleted
audit-action-broadcast-segment = group of people saved
audit-action-broadcast-submitted = mailing sent off
audit-action-broadcast-approved = mailing approved
audit-action-broadcast-sent-back = mailing returned to its author
audit-action-broadcast-taken-back = mailing taken back
audit-action-broadcast-paused = mailing paused
audit-action-broadcast-resumed = mailing resumed
audit-action-broadcast-stopped = mailing stopped
