results-interests = What interests you more now
results-skills = Your skills now
results-bars-interests = A bar shows how often it was chosen. This is not a test of ability.
results-bars-skills = A bar shows your own estimate. This is not an exam.
results-title = <b>{ $title }</b>
results-leading = You are more interested in <b>{ $areas }</b>.
results-flat = Different things interest you and there is no clear leader yet. That happens and it is fine.
results-also = { $first }, and also { $others }
results-chosen = How often you choose it. { $groups }
results-group = { $liking }: { $areas }.
results-bar = { $label }: “{ $words }”
results-try = What you could try:
results-line = • { $line }
results-remark = { $text }
results-preliminary = The result is preliminary: many questions have no answer.
results-interests-note = This is a questionnaire about interests, not a test of ability, and it is not scientifically validated.
results-discuss = { $tone ->
    [informal] Talk about the result with your parents, a teacher or a counsellor.
   *[formal] You can discuss the result with a counsellor of the Center.
}
results-before-note = The outline shows the earlier result.
results-empty = All the questions were skipped, so there is nothing to show yet. You can answer them now or look at programmes straight away.
results-none = There is no result yet: it comes after the questionnaire. That takes a few minutes.
results-begin = Take the questionnaire

results-area-nature = living nature
results-area-tech = technology
results-area-human = working with people
results-area-sign = data and precision
results-area-art = creative work
results-does-nature = studying and protecting nature
results-does-tech = building and repairing machines
results-does-human = helping people and teaching
results-does-sign = making sense of numbers, texts and code
results-does-art = drawing, filming and inventing
results-liking-rarely = Rarely
results-liking-sometimes = Sometimes
results-liking-often = Often
results-liking-almost-always = Almost always
results-try-nature-1 = growing plants and caring for soil
results-try-nature-2 = doing analyses in a laboratory
results-try-nature-3 = mapping land and what lies under it
results-try-tech-1 = turning parts and welding metal
results-try-tech-2 = building electrics and automation
results-try-tech-3 = repairing and servicing vehicles
results-try-human-1 = caring for people and giving first aid
results-try-human-2 = teaching newcomers and being a mentor
results-try-human-3 = receiving guests and cooking for them
results-try-sign-1 = writing programs and working with data
results-try-sign-2 = keeping accounts and planning money
results-try-sign-3 = drafting and estimating costs
results-try-art-1 = design, photography and video
results-try-art-2 = decorating houses and rooms
results-try-art-3 = inventing and decorating dishes

results-strengths = What you do best:
results-no-strengths = There is not much experience yet, and that is no obstacle: some programmes start from zero.
results-wants = You want to develop:
results-sectors = Fields: { $sectors }.
results-skills-note = This is your own estimate, not an exam, and the questionnaire is not scientifically validated.

results-changed-up = More often than last time: { $names }.
results-changed-down = Less often than last time: { $names }.
results-grown = Grown since last time: { $names }.
results-fallen = Lower than last time: { $names }.
results-unchanged = Almost nothing has changed since last time.

results-to-matches = Find programmes
results-to-why = Why this result
results-to-sheet = { $tone ->
    [informal] PDF: show it to your parents
   *[formal] PDF: show it to a counsellor
}
results-to-review = Change answers
results-to-more = Be more exact or take it again
results-to-result = To the result

results-why = <b>Why this result</b>
results-why-interest = { $area } — chosen { $chosen } of { $shown }: { $examples }.
results-why-skill = { $competency }: “{ $statement }” — “{ $level }”
results-quoted = “{ $text }”

results-retake = You can answer ten more questions or take it all again: I will show what has changed. The earlier result is kept.
results-retake-whole = You can take the questionnaire again: I will show what has changed. The earlier result is kept.
results-again = Take it again

results-sheet = One page with your result: print it or pass it on.
results-sheet-interests = interests.pdf
results-sheet-skills = skills.pdf
results-sheet-subtitle = { $date } · answers: { $count } · questionnaire version { $version }
results-sheet-date = { $day } { $year }
results-sheet-leading = What is more interesting now
results-sheet-flat = Different things are interesting and there is no clear leader yet.
results-sheet-try = What could be tried
results-sheet-why = Which answers led to this
results-sheet-changed = What has changed since last time
results-sheet-talk = What to talk about
results-sheet-talk-interests-1 = Which of this has been tried already? What was good about it?
results-sheet-talk-interests-2 = Who do we know that does such work? Could we go and see?
results-sheet-talk-interests-3 = Which try-out or course could be the first?
results-sheet-talk-skills-1 = Which skills does the wanted job ask for?
results-sheet-talk-skills-2 = Who can confirm what already works: a foreman, a teacher, an employer?
results-sheet-talk-skills-3 = Is free training due? The employment service decides that.
results-sheet-general = General skills
results-sheet-trade = Skills in the chosen fields
results-sheet-wishes = Wishes and conditions
results-sheet-footer = { $note } { $name }: { $phone }, { $site }
