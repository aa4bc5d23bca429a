staff-error-invitation = This invitation does not work: it was used already or is too old. Ask an administrator for a new one.
staff-set-aside = Message No. { $reference } failed five times. The person got an apology with this number. The log has the details.
staff-desk = <b>Desk</b>

    People who wait for an answer: { $consultations }
    Messages that failed: { $trouble }
    { $lines }
staff-trouble-line = No. { $reference }: <code>{ $error }</code>
staff-clear = Take No. { $reference } off the list
staff-welcome = Done, you are on the Center's team. Your role: { $roles }.
staff-role-admin = administrator
staff-role-center-staff = Center staff
staff-role-partner-coordinator = partner coordinator
staff-role-teacher = teacher
staff-role-mentor = mentor
staff-role-employment-officer = employment officer
