posters-open = Poster
posters-text = The poster of “{ $title }” on one page of A4. It prints well without colour: the code leads straight to the event.
posters-when = When
posters-where = Where
posters-for = For whom
posters-bring = Bring along
posters-ask = Point your phone's camera here to register
