"""The desk of the Center's staff. The services check who may see it."""

from bot.handlers.routing import Route, Turn, press
from bot.views import staff as views
from bot.views.screen import Screen


def desk(turn: Turn, _: views.ToStaff) -> Screen:
    trouble = turn.desk.staff.trouble(turn.person)
    return views.desk(trouble, turn.desk.consultations.waiting(), turn.t)


def clear(turn: Turn, button: views.ClearTrouble) -> Screen:
    turn.desk.staff.clear(turn.person, button.reference)
    return desk(turn, views.ToStaff())


ROUTES: list[Route] = [
    press(views.ToStaff, desk),
    press(views.ClearTrouble, clear),
]
