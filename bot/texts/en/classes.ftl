classes-bring = Bring a class
classes-ask-grade = { $problem }<b>{ $title }</b>{ $said }
    Which grade? Press it or type its number. No names, only how many pupils.
classes-ask-more = { $problem }<b>{ $title }</b>
    { $said }

    Add another grade, or go on?
classes-grade = grade { $grade }: { $heads }
classes-enough = Go on
classes-ask-heads = { $problem }Grade { $grade }: how many pupils? You can type the number.
classes-ask-adults = { $said }. Pupils in all: { $heads }.
    How many adults come with them? At least { $needed }.
classes-adults = { $adults ->
    [one] { $adults } adult
   *[other] { $adults } adults
}
classes-receipt = <b>Class: { $state }</b>{ $place ->
    [0] {""}
   *[other] , place in the queue: { $place }
}
    { $title }
    { $facts }

    { $said }. Adults: { $adults }.
    Confirmed by themselves: { $confirmed } of { $heads }
classes-link = Link for the class
classes-shrink = Fewer pupils will come
classes-came = How many came
classes-not-coming = The class will not come
classes-link-text = Show the picture to your pupils, or send them the link: each of them confirms to come to “{ $title }”.
    { $link }
classes-ask-shrink = { $problem }<b>{ $title }</b>
    Pupils registered: { $heads }. How many will come? Type the number: the other places go to others.
classes-confirm-shrink = <b>{ $title }</b>
    { $heads } pupils will come instead of { $before }. The other places go to others. Is that right?
classes-shrink-yes = Yes, { $heads } will come
classes-error-too-small = A group here has { $smallest } pupils or more. If fewer come, call us or cancel.
classes-error-grows = Pupils registered: { $heads }. More need a registration of their own.
classes-came-count = Came: { $came }
classes-ask-cancel = <b>{ $title }</b>
    The class of { $heads } pupils will not come? I will write to the pupils who had confirmed.
classes-cancel-yes = Yes, the class will not come
classes-called-off = “{ $title }”: your class will not come, the teacher has cancelled. If you want to go, register by yourself.
classes-come-alone = Register without the class
