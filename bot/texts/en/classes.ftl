classes-bring = Bring a class
classes-ask-grade = <b>{ $title }</b>{ $said }
    Which grade? Press it or type its number. No names, only how many pupils.
classes-ask-more = <b>{ $title }</b>
    { $said }

    Add another grade, or go on?
classes-grade = grade { $grade }: { $heads }
classes-enough = Go on
classes-ask-heads = Grade { $grade }: how many pupils? You can type the number.
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
    { $when }

    { $said }. Adults: { $adults }.
    Confirmed by themselves: { $confirmed } of { $heads }
classes-link = Link for the class
classes-shrink = Fewer pupils will come
classes-came = How many came
classes-not-coming = The class will not come
classes-link-text = Show the picture to your pupils, or send them the link: each of them confirms to come to “{ $title }”. The link before it does not work any more.
    { $link }
classes-ask-shrink = <b>{ $title }</b>
    Pupils registered: { $heads }. How many will come? Type the number: the other places go to others.
