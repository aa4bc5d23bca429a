events-list = <b>Events: { $count }</b>

    { $lines }
events-line = { $line }. <b>{ $title }</b>
    { $when } · { $where }
    { $state }
events-online = online
events-places = { $left ->
    [one] { $left } place left
   *[other] { $left } places left
}
events-full = { $waiting ->
    [0] full, there is a waiting list
   *[other] full, { $waiting } waiting
}
events-short-adults-only = for adults only
events-short-pupils-only = for school pupils
events-short-grade = for other grades
events-short-age-mark = for those who are older
events-short-closed = registration is closed
events-none = There are no events soon. Look again in a few days, or ask a specialist.
events-none-filtered = Nothing matches. Drop some of the conditions, or show all events.
events-filter = Choose by city, date, kind
events-refilter = Change or drop the filter
events-shown = Shown: { $wishes }
events-clear = Show all
events-show = Show
events-any = any
events-yes = yes
events-no = no
events-wished-for-me = open to you
events-wished-places = with places left
events-wished-accessible = step-free entrance
events-wished-online = online
events-filters = <b>Which events?</b>
    Press a line to change it. I will remember.
events-by-for-me = Only those open to me: { $value }
events-by-city = City: { $value }
events-by-days = When: { $value }
events-by-sector = Field: { $value }
events-by-type = Kind: { $value }
events-by-places = Places left: { $value }
events-by-accessible = Step-free entrance: { $value }
events-by-online = Online: { $value }
events-days = { $days ->
    [0] any
    [one] next { $days } day
   *[other] next { $days } days
}
events-ask-city = Which city?
events-ask-sector = Which field?
events-ask-type = What kind of event?
events-title = { $type }
    <b>{ $title }</b>
events-cancelled = <b>Cancelled</b>
events-about = { $about }
events-when = When: { $when }
events-where = Where: { $city }, { $place }
events-online-later = Where: online, you get the link once you are registered
events-link = Where: online, { $link }
events-for = For: { $who }
events-grades = grades { $first }–{ $last }
events-adults = adults
events-state = Places: { $state }
events-until = register until { $day }
events-groups = Classes: { $smallest } to { $largest }, one adult for { $each } pupils{ $school ->
        [0] {""}
       *[other] ; at most { $school } from one school
    }
events-organiser = By: { $named }
events-bring = Bring: { $bring }
events-briefing = It begins with a safety briefing
events-documents = Papers: { $documents }
events-accessible = Step-free entrance
events-federal = Project “{ $federal }”
events-come = I will come
events-come-child = Register my child
events-parents = Show my parents
events-to-parents = Under 14 an adult registers you. Show or send this to your parents:

    <b>{ $title }</b>
    When: { $when }
    Where: { $where }

    To register: { $link }
events-invited = <b>You are invited to an event</b>

    <b>{ $title }</b>
    When: { $when }
    Where: { $where }

    After two or three short questions you are in.
events-queue = Join the waiting list
events-together = I am not coming alone
events-mine = My registration
events-all = Events
events-type-tryout = Hands-on try-out
events-type-excursion = Visit
events-type-masterclass = Workshop
events-type-open-day = Open day
events-type-job-fair = Job fair
events-type-contest = Olympiad, contest
events-type-lecture = Lecture
events-type-seminar = Seminar
events-type-consultation = Consultation
events-type-forum = Forum
events-type-online-lesson = Online lesson
