announcements-list = <b>Events: { $count }</b>

    { $lines }
announcements-line = { $line }. <b>{ $title }</b>
    { $when } · { $state } · { $taken } of { $capacity }
announcements-untitled = { $type }, no title yet
announcements-state-draft = <b>Draft</b>
announcements-state-proposed = <b>Waits for approval</b>
announcements-state-published = <b>Open for registration</b>
announcements-state-closed = <b>Registration closed</b>
announcements-state-held = <b>Held, the report is due</b>
announcements-state-reported = <b>Reported</b>
announcements-state-cancelled = <b>Cancelled</b>
announcements-new = New
announcements-ask-new = What do we announce?
announcements-copy-last = Like the last one: { $title }
announcements-card = { $head }

    { $card }
announcements-counts = Registered: { $registered } · offered: { $offered } · waiting: { $waiting } · classes: { $classes }
announcements-publish = Announce
announcements-change = Change
announcements-repeat = Repeat every week
announcements-cancel = Cancel the event
announcements-drop = Delete the draft
announcements-ask-drop = Delete the draft “{ $title }”?
announcements-yes-drop = Yes, delete it
announcements-over = The event is over or cancelled and stays as it was. You can make another one like it.
announcements-field = { $name }: { $value }
announcements-came = Came: { $came } · not noted: { $absent }
announcements-news = <b>Changed: { $what }.</b> Do not know yet: { $heads }. { $night ->
        [yes] I will write in the morning.
       *[no] I will write two minutes after the last change, or at once by the button.
    }
announcements-change-time = time
announcements-change-place = place
announcements-change-link = link
announcements-tell = Tell them ({ $heads })
announcements-more = Change more
announcements-copy = Another one like it
announcements-fields = <b>{ $title }</b>
    What is to be changed? When the event is announced already, I write to everybody registered about a new time, place or link.
announcements-ask = { $problem }<b>{ $field }</b>
    { $how }
announcements-error = { $problem ->
    [unknown] “{ $typed }” is not in the list: check the spelling.
    [late] “{ $typed }”: that is after the start.
    [needed] The event is announced: a place or a link has to stay. Fill in the new one first.
    [several] “{ $typed }” fits several: write it in full.
    [announced] The event is announced, and people hear of a new time, place or link. To change it, answer again.
    [order] “{ $typed }”: it ends before it begins.
    [long] Too long: up to { $typed } characters.
    [taken] { $typed } places are taken already. It cannot be less.
    [past] That time is over already.
   *[form] “{ $typed }” could not be read.
}
announcements-ask-cancelled = Cancel “{ $title }”? I will write to everybody registered or waiting: { $heads }.
announcements-yes-cancelled = Yes, cancel it
announcements-ask-repeat = “{ $title }” every week at the same time. For how many weeks?
announcements-weeks = { $weeks } weeks
announcements-proposed = A partner proposes an event: “{ $title }”, { $when }. Look at it, then announce it or send it back.
announcements-look = Look at it
announcements-return = Send it back
announcements-approved = The event “{ $title }” is announced.
announcements-returned = The event “{ $title }” was sent back. Open it and mend it.
announcements-field-title-ru = Title (Russian)
announcements-how-title-ru = Short and plain, up to 90 characters
announcements-field-when = When
announcements-how-when = Date, start and end. For example: 12.03 15:00-17:00
announcements-field-city = City
announcements-how-city = Choose or type a city; “online” for no place
announcements-field-place = Place
announcements-how-place = Address and room
announcements-field-for-whom = For whom
announcements-how-for-whom = Grades and adults. For example: 8-11 and adults
announcements-field-capacity = Places
announcements-how-capacity = A number from 1 to 5000
announcements-field-about-ru = About (Russian)
announcements-how-about-ru = Two or three sentences, up to 500 characters
announcements-field-type = Kind
announcements-how-type = Choose the kind of event
announcements-field-sector = Field
announcements-how-sector = A field of work; “no” for none
announcements-field-link = Meeting link
announcements-how-link = An address that begins with https://; only those registered see it
announcements-field-age-mark = Age mark
announcements-how-age-mark = 0, 6, 12, 16 or 18
announcements-field-groups = Classes
announcements-how-groups = Fewest-most pupils, pupils per adult. For example: 5-30, 15
announcements-field-per-school = Places for one school
announcements-how-per-school = A number, or “no”
announcements-field-deadline = Register until
announcements-how-deadline = Date and time, or “no”: until the start
announcements-field-bring = What to bring
announcements-how-bring = For example: indoor shoes; “no” for nothing
announcements-field-documents = Papers
announcements-how-documents = What to show; “no” for nothing
announcements-field-briefing = Safety briefing
announcements-how-briefing = Is there one at the start?
announcements-field-accessible = Step-free entrance
announcements-how-accessible = Is there one?
announcements-field-federal = Federal project
announcements-how-federal = Its name, or “no”
announcements-field-lead-times = Own reminders
announcements-how-lead-times = Minutes before the start, for example: 1440; 60. “no” for the usual ones
announcements-field-co-organisers = Co-organisers
announcements-how-co-organisers = Codes or names, separated by semicolons; “no” for none
announcements-field-programmes = Programmes it leads to
announcements-how-programmes = Codes, separated by semicolons; “no” for none
announcements-field-title-en = Title in English
announcements-how-title-en = Up to 90 characters; “no” for none
announcements-field-about-en = About in English
announcements-how-about-en = Up to 500 characters; “no” for none
announcements-quick-for-whom = { $adults ->
    [only] adults
    [too] grades { $value } and adults
   *[no] grades { $value }
}
announcements-quick-capacity = { $value }
announcements-quick-age-mark = { $value }+
announcements-quick-groups = { $value ->
    [no] no classes
   *[other] 5 to 30, an adult for 15
}
announcements-quick-briefing = { $value ->
    [yes] yes
   *[no] no
}
announcements-quick-lead-times = { $value ->
    [no] the usual ones
   *[other] { $value }
}
announcements-quick-deadline = until the start
announcements-quick-per-school = { $value ->
    [no] any
   *[other] { $value }
}
announcements-quick-accessible = { $value ->
    [yes] yes
   *[no] no
}
announcements-quick-co-organisers = none
announcements-quick-programmes = none
announcements-quick-sector = none
announcements-quick-link = none
announcements-people = Who came
announcements-results = Results and reminders
announcements-code = Code at the door
announcements-short-draft = draft
announcements-short-proposed = waits for approval
announcements-short-published = open for registration
announcements-short-closed = registration closed
announcements-short-held = held, the report is due
announcements-short-reported = reported
announcements-short-cancelled = cancelled
announcements-none = <b>Events</b>

    Nothing is announced yet. Press “New”: six or seven short questions, and the event is ready.
announcements-link = Link for people and mailings: { $link }
announcements-propose = Propose to the Center
announcements-close = Close the registration
announcements-reopen = Open the registration again
