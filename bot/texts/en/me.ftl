me-text = <b>My page</b>

    { $facts }

    Your number for the Center: { $number }
me-applications = My applications: { $count }
me-saved = Saved programmes: { $count }
me-result = My questionnaire result
me-keep = Keep my answers for good
me-standing-guest = guest: erased after a day without activity
me-standing-guardian-pending = you agreed; a parent confirms at admission
me-standing-member = your data is kept until you erase it
settings-text = <b>Settings</b>
settings-role = Change who I am
settings-privacy = What data is kept
settings-forget = Erase everything about me
forget-ask = <b>Erase everything?</b>

    Answers, result, saved items and applications will be gone and your places become free. This cannot be undone. To download first: /export
forget-yes = Yes, erase
forget-done = <b>Erased:</b>
    { $listed }

    Your consent is withdrawn. You can start afresh at any time.
forget-again = Start afresh
forget-nothing = there was nothing stored
forget-profile = profile
forget-consents = { $count ->
    [one] { $count } consent
   *[other] { $count } consents
}
forget-runs = { $count ->
    [one] { $count } questionnaire with answers
   *[other] { $count } questionnaires with answers
}
forget-saved = { $count ->
    [one] { $count } saved programme
   *[other] { $count } saved programmes
}
forget-enrolments = { $count ->
    [one] { $count } application
   *[other] { $count } applications
}
forget-matches = { $count ->
    [one] { $count } search for programmes
   *[other] { $count } searches for programmes
}
forget-consultations = { $count ->
    [one] { $count } question to a person
   *[other] { $count } questions to a person
}
export-text = This is all that is stored about you: a JSON file. Any text program opens it.
settings-city = Change my town
me-events = My events: { $count }
