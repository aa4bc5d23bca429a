staff-error-invitation = This invitation does not work: it was used already or is too old. Ask an administrator for a new one.
staff-error-last-administrator = This is the last administrator: without one nobody could invite others. Invite another one first.
staff-set-aside = Message No. { $reference } failed five times. The person got an apology with this number. The log has the details.
staff-desk = <b>Desk</b>

    { $lines }
staff-desk-empty = <b>Desk</b>

    There is nothing here for your role yet.
staff-desk-waiting = Questions that nobody has taken: { $count }
staff-desk-failed = Messages that failed: { $count }
staff-desk-consultations = People's questions
staff-desk-trouble = Failures
staff-desk-team = Team and invitations
staff-desk-audit = Log of changes
staff-nav-desk = Desk
staff-trouble = { $count ->
    [0] <b>Nothing has failed.</b>
   *[other] <b>Messages that failed: { $count }</b>

    { $lines }
}
staff-trouble-line = No. { $reference }: <code>{ $error }</code>
staff-clear = Take No. { $reference } off the list
staff-welcome = Done, you are on the team. Your role: { $roles }.
staff-team = <b>Team</b>. The bot keeps no names: people see their number on “My page”.

    { $lines }
staff-number = No. { $number }
staff-line = { $who } — since { $since }
staff-invite = Invite
staff-revoke = Take the role away
staff-ask-revoke = Take the role away: { $who }? Access ends at once, questions that were taken go back to everybody, and unused invitations of this person stop working.
staff-revoke-yes = Yes, take it away
staff-revoke-no = No, keep it
staff-dismissed = The role “{ $role }” is no longer in force. All that is open to everybody is still yours.
staff-joined = Somebody new is on the team: No. { $number }, { $roles }.
staff-invite-role = <b>Whom to invite?</b> The role decides what the person will be able to do.
staff-invite-partner = <b>{ $role }</b>: of which organisation?
staff-invitation = <b>Invitation: { $who }</b>

    Forward this link to one person. It works once, and only within 24 hours:

    { $link }

    It is not kept here: if it gets lost, make a new one.
staff-role-admin = administrator
staff-role-center-staff = Center staff
staff-role-partner-coordinator = partner coordinator
staff-role-teacher = teacher
staff-role-mentor = mentor
staff-role-employment-officer = employment officer
staff-desk-events = Events
staff-desk-bring = Bring a class to an event
