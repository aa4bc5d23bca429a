search-understood = Understood as: { $understood }
search-found = <b>Here is what I found:</b>
search-maybe = <b>Perhaps you meant:</b>
search-line = { $number }. { $title } — { $kind }, { $city }
search-line-why = { $line }
    <i>{ $why }</i>
search-ahead-open = open to you now
search-ahead-way = closer to you
search-ahead-manner = a better format or time
search-ahead-fresh = confirmed lately
search-ahead-starts = starts earlier
search-ahead-places = has more places
search-ahead-fit = closer to your interests and skills
search-ahead-turn = the same, today is its turn
search-order = Why this order? What your words say best comes first. What is alike goes by: open now, closer, a better format, earlier, more places. Equals take turns every day.
search-none = <b>I found nothing like this.</b>

    Try something shorter: a trade (“welder”), a skill (“accounting”) or a town. Or ask a person.
search-events = Events: { $count }
