arithmetic-head = Match No. { $number }, { $moment }
arithmetic-versions = Catalogue: version { $then }, now { $now }. Weights: version { $weights }, now { $current }.
arithmetic-weights = Weights: { $values }
arithmetic-fact = { $label }: { $value }
arithmetic-known = What was known:
arithmetic-label-today = day
arithmetic-label-audience = programmes
arithmetic-label-age = age
arithmetic-label-grade = grade
arithmetic-label-education = education
arithmetic-label-profession = worker's trade
arithmetic-label-experience = experience
arithmetic-label-city = town
arithmetic-label-formats = format
arithmetic-label-dayparts = time of day
arithmetic-label-interests = interests
arithmetic-label-sectors = fields
arithmetic-label-levels = levels, 0–4
arithmetic-label-wants = wants to learn
arithmetic-education-school = school
arithmetic-education-studying = studies at a college or university
arithmetic-education-college = college
arithmetic-education-university = university
arithmetic-yes = yes
arithmetic-no = no
arithmetic-unknown = not known
arithmetic-open = Open { $count }, best first:
arithmetic-line = { $place }. { $code } “{ $title }”, { $partner }, { $city }
arithmetic-shown = shown
arithmetic-total-pupil = { $total } = { $leaning }
arithmetic-total-adult = { $total } = feasible { $feasible } × ({ $share } × wanted { $coverage } + { $rest } × { $leaning })
arithmetic-interest = interest { $value }
arithmetic-sector = field { $value }
arithmetic-place = way { $way } km; starts { $starts }; places { $left }
arithmetic-way-unknown = ?
arithmetic-stale = not confirmed lately
arithmetic-given-up = not met: { $wishes }
arithmetic-closed = Closed { $count }:
arithmetic-closed-line = { $code } “{ $title }”: { $why }
arithmetic-why = { $rule }. { $change }
arithmetic-again = Computed again from the same data: { $same ->
    [yes] the same order.
   *[no] another order.
}
arithmetic-catalogue-changed = The catalogue has changed since, so this was computed from the present one.
arithmetic-moved = { $code }: was { $before }, is { $now }
arithmetic-at = place { $place }, { $total }
arithmetic-nowhere = not on the list
