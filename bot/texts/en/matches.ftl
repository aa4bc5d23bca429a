matches-head = <b>What may suit you</b>
matches-relaxed = To show more, I left out: { $wishes }.
matches-wish-format = format
matches-wish-daypart = time of day
matches-wish-city = town
matches-line = { $number }. <b>{ $title }</b> — { $fit }
matches-fit-well = fits well
matches-fit-maybe = worth a look
matches-fit-stretch = a challenge for now
matches-where = { $partner }, { $city }
matches-why = Why: { $reasons }
matches-gap = Note: { $gap }
matches-tail = Not what you wanted? Type a title and I will say whether it suits you.
matches-number = <i>Match No. { $number }</i>
matches-untested = Matches get better once you answer the questionnaire. Or type what you look for.
matches-take-test = Questionnaire
matches-set-city = Set my town
matches-none = <b>Right now no programme is open to you.</b> This happens: groups change. Type what interests you, or ask a person, who knows of try-outs and events.
matches-reason-gains = gives what you want to develop: { $about }
matches-reason-interest = you are interested in { $about }
matches-reason-sector = from the field you chose: { $about }
matches-reason-level = your level is enough: { $about }
matches-reason-daypart = classes { $about }
matches-reason-format = a format you like: { $about }
matches-reason-near = { $amount ->
    [0] in your town
   *[other] nearby, { $about }: { $amount } km
}
matches-reason-soon = starts soon: { $day }
matches-reason-free = free of charge
matches-reason-partner-near = { $about } is near
matches-reason-from-zero = from scratch, no experience needed
matches-reason-places = { $amount ->
    [one] { $amount } place left
   *[other] { $amount } places left
}
matches-reason-starts = starts { $day }
matches-interest-nature = living nature
matches-interest-tech = technology
matches-interest-human = working with people
matches-interest-sign = data and precision
matches-interest-art = creative work
matches-lack = the skill “{ $competency }” is still missing
matches-lack-module = the skill “{ $competency }” is still missing; the module “{ $module }” gives it
matches-question-age = from the age of { $needed }, to be checked
matches-question-grade = for grades { $needed }, to be checked
matches-question-education = needs a diploma, or studies at a college or university
matches-question-profession = needs a worker's trade, to be checked
matches-question-experience = needs experience: { $about }
matches-question-level = the skill “{ $about }” is to be checked
matches-not-now = <b>{ $title }</b>
    Not possible now, and this is why:
matches-fits = <b>{ $title }</b>
    It suits you:
matches-fits-less = <b>{ $title }</b>
    It suits you, but others are closer:
matches-ahead = • “{ $other }”: { $because }
matches-because-level = closer to your present level
matches-because-coverage = more of what you want to develop
matches-because-interest = closer to your interests
matches-because-sector = from the field you chose
matches-because-fresh = confirmed lately
matches-because-way = closer to you
matches-because-starts = starts earlier
matches-because-places = has more places
matches-because-turn = equal, today is its turn to be first
matches-because-variety = shown for variety
matches-bullet = • { $text }
matches-obstacle = • { $text }. { $change }
matches-obstacle-audience = This programme is { $needed }
matches-audience-adult = for adults
matches-audience-pupil = for pupils
matches-obstacle-age = Age { $needed }+, you are { $have }
matches-age-under-14 = under 14
matches-age-from-14 = 14–17
matches-age-from-18 = 18–49
matches-age-from-50 = 50 or older
matches-obstacle-grade = For grades { $needed }, yours is { $have }
matches-obstacle-education = It needs a college or university diploma, or studies there
matches-obstacle-profession = It needs a worker's trade
matches-obstacle-experience = It needs experience in { $needed }
matches-obstacle-agreement = Enrolment is closed: the agreement with the organisation is not in force, or filled
matches-obstacle-no-dates = No new dates yet
matches-obstacle-full = All places are taken
matches-obstacle-format = Classes are { $needed }, you wished: { $have }
matches-obstacle-daypart = Classes are { $needed }, you wished: { $have }
matches-obstacle-city = Classes are in { $needed }, your town is { $have }
matches-change-nothing = Look at similar ones.
matches-change-age = Opens at { $needed }.
matches-change-grade = Opens with grade { $first }.
matches-change-education = Opens with studies at a college or university.
matches-change-profession = Opens with a first worker's trade.
matches-change-experience = Opens with work experience.
matches-change-agreement = Opens with a new agreement.
matches-change-no-dates = We wait for new dates.
matches-change-full = You can join the queue.
matches-change-format = Suits you if the format does not matter.
matches-change-daypart = Suits you if the time does not matter.
matches-change-city = Suits you if you can travel.
matches-fits-but = <b>{ $title }</b>
    It suits you, but note:
