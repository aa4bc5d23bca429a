agreements-open = Agreements
agreements-none = There are no agreements yet: an import of the catalogue brings them.
agreements-list = <b>Agreements</b>
    Those that end soonest come first.

    { $lines }
agreements-line = { $line }. { $partner }
    { $agreement }, { $kind }: { $term }
agreements-kind-network = network form
agreements-kind-framework = cooperation
agreements-date = { $day } { $year }
agreements-term-left = until { $date }, { $days ->
    [0] the last day
    [one] { $days } day left
   *[other] { $days } days left
}
agreements-term-over = ended on { $date }
agreements-partner = <b>{ $partner }</b>

    { $agreements }

    { $hangs }
agreements-one = <b>{ $agreement }</b>, { $kind }
    From { $since }, { $term }
agreements-learners = Places under the agreement: { $learners } of { $limit } taken
agreements-duties = Duties: { $duties }
agreements-resources = Lends sites and equipment: { $count }
agreements-hangs = Programmes: { $programmes }, modules in programmes of others: { $modules }. Groups running: { $running }, to begin: { $coming }. Places taken: { $learners }.
agreements-alert = <b>Agreements that need a look</b>

    { $lines }
agreements-alert-line = • { $partner }, { $agreement }: { $what }
    { $hangs }
agreements-alert-more = And { $count } more.
agreements-notice-over = { $term }. No new applications; groups and applications that exist go on.
agreements-notice-nearly-full = { $learners } of { $limit } places taken
agreements-notice-full = { $learners } of { $limit } places taken. No new applications.
agreements-similar = Similar programmes
agreements-instead = <b>{ $title }</b>
    { $reason ->
        [full] Closed: all places under the agreement with the organisation are taken.
        [over] Closed: the agreement with the organisation is not in force now.
       *[other] What else teaches something similar.
    }

    { $count ->
        [0] Nothing similar takes people yet. A specialist will tell you when it does.
       *[other] Open now:
    }
agreements-closed-full = Closed now: all places under the agreement with the organisation are taken.
agreements-error-full = "{ $title }" is closed: all places under the agreement with the organisation are taken. Open the card and press "Similar programmes", or ask a specialist.
