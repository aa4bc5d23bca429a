search-understood = Understood as: { $understood }
search-found = <b>Here is what I found:</b>
search-maybe = <b>Perhaps you meant:</b>
search-line = { $number }. { $title } — { $kind }, { $city }
search-none = <b>I found nothing like this.</b>

    Try something shorter: a trade (“welder”), a skill (“accounting”) or a town. Or ask a person.
search-line-hindered = { $line }
    <i>{ $why }</i>
