programmes-title = <b>{ $title }</b>
programmes-demo = <i>Demo data, not a real offer</i>
programmes-summary = { $summary }
programmes-where = { $partner }, { $city }
programmes-kind = { $kind }, { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}, { $format }
programmes-kind-do = a course for pupils
programmes-kind-po-new = a new worker's trade
programmes-kind-po-re = a second worker's trade
programmes-kind-po-up = a higher grade or skill
programmes-kind-pk = a course for people with a diploma
programmes-kind-pp = a new profession on top of a diploma
programmes-format-onsite = on site
programmes-format-blended = partly online
programmes-format-online = online
programmes-free = Free of charge
programmes-free-short = free
programmes-price = Price: { $price } ₽. You may be entitled to free training: the employment service decides.
programmes-price-short = { $price } ₽
programmes-starts = Starts: { $starts }
programmes-start = { $day } { $daypart }, { $left ->
    [one] { $left } place
   *[other] { $left } places
}
programmes-start-full = { $day } { $daypart }, full, there is a queue
programmes-no-dates = No new dates yet.
programmes-closed = Enrolment is closed: there is no agreement with the organisation in force.
programmes-needs = Open to: { $needs }
programmes-rule-none = everybody
programmes-rule-grades = grades { $first }–{ $last }
programmes-rule-age = from the age of { $age }
programmes-rule-further = college or university graduates (or students)
programmes-rule-profession = people with a worker's trade
programmes-rule-experience = people with experience in the trade
programmes-rule-medical-exam = a medical exam is needed
programmes-rule-medical-book = a health book is needed
programmes-document-do = Document: certificate of participation
programmes-document-po-new = Document: certificate of a worker's trade
programmes-document-po-re = Document: certificate of a worker's trade
programmes-document-po-up = Document: certificate with a grade
programmes-document-pk = Document: certificate of further training
programmes-document-pp = Document: diploma of professional retraining
programmes-apply = Apply
programmes-queue = Join the queue
programmes-fits = Does it suit me?
programmes-save = Save
programmes-unsave = Remove from saved
programmes-compare = Compare with another
programmes-others = Matches
programmes-compare-none = Nothing to compare with yet. Save another programme or look at the matches.
programmes-compare-which = Compare “{ $title }” with what?
programmes-compared = <b>A. { $one }</b>
    <b>B. { $other }</b>

    { $lines }
programmes-row = <b>{ $label }</b>
    A: { $one }
    B: { $other }
programmes-row-same = <b>{ $label }</b>
    Both: { $value }
programmes-label-where = Where
programmes-label-kind = What it is
programmes-label-hours = Hours
programmes-label-format = How it is taught
programmes-label-start = Next start
programmes-label-places = Places in the next group
programmes-label-price = Price
programmes-label-needs = Open to
programmes-saved = <b>Saved programmes: { $count }</b>
programmes-saved-none = Nothing here yet. When you like a programme, press “Save” on its card.
