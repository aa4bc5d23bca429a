"""The result of a questionnaire, why it is so, and what can be done with it."""

from bot.domain.questionnaires import Result
from bot.handlers.menu import own_questionnaire
from bot.handlers.routing import Route, Turn, press
from bot.views import results as views
from bot.views.screen import Screen
from bot.views.sheets import sheet


def show(turn: Turn, button: views.ShowResult) -> Screen:
    return _shown(turn, turn.desk.questionnaires.result(turn.person, button.run))


def show_latest(turn: Turn, code: str | None = None) -> Screen:
    """Of this questionnaire, or of any."""
    found = turn.desk.questionnaires.latest(turn.person, code)
    return _shown(turn, found) if found else views.none(own_questionnaire(turn), turn.t)


def latest_pressed(turn: Turn, _: views.ShowLatest) -> Screen:
    return show_latest(turn)


def why(turn: Turn, button: views.ShowWhy) -> Screen:
    found = turn.desk.questionnaires.result(turn.person, button.run)
    return views.why(found, turn.desk.world.dictionaries, turn.t)


def print_out(turn: Turn, button: views.ShowSheet) -> Screen:
    world = turn.desk.world
    found = turn.desk.questionnaires.result(turn.person, button.run)
    finished_at = found.form.run.finished_at or turn.now
    on = finished_at.astimezone(world.rules.zone).date()
    return sheet(found, on, world.dictionaries, world.operator, turn.t)


def retake(turn: Turn, button: views.ToRetake) -> Screen:
    found = turn.desk.questionnaires.result(turn.person, button.run)
    return views.retake(found.form, turn.t)


def _shown(turn: Turn, found: Result) -> Screen:
    return views.result(found, turn.desk.world.dictionaries, turn.t)


ROUTES: list[Route] = [
    press(views.ShowLatest, latest_pressed),
    press(views.ShowResult, show),
    press(views.ShowWhy, why),
    press(views.ShowSheet, print_out),
    press(views.ToRetake, retake),
]
