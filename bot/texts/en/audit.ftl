audit-log = <b>Log of changes</b>: { $about }

    { $lines }
audit-nothing = <b>Log of changes</b>: { $about }

    Nothing is in it yet.
audit-line = <b>{ $number }.</b> { $at }, { $who }: { $action }. { $what }
audit-command-line = command line
audit-filter = Choose a kind of change
audit-kinds = <b>Which changes to show?</b>
audit-kind-every = all
audit-kind-staff = Team and roles
audit-kind-trouble = Failures
audit-kind-consultation = People's questions
audit-action-staff-invited = an invitation was made
audit-action-staff-granted = a role was given
audit-action-staff-revoked = a role was taken away
audit-action-trouble-cleared = a failure was taken off the list
audit-action-consultation-taken = a question was taken
audit-action-consultation-released = a question went back to everybody
audit-action-consultation-answered = an answer was sent
audit-action-event-created = event created
audit-action-event-changed = event changed
audit-action-event-moved = event moved on
audit-action-event-attendance = attendance noted
audit-kind-event = Events
