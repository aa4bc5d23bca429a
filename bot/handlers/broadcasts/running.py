"""The brakes of a mailing, and its end."""

from collections.abc import Callable

from bot.domain.broadcasts import Fate
from bot.domain.staff import Permission
from bot.handlers.broadcasts import pages
from bot.handlers.broadcasts.sending import review
from bot.handlers.routing import Answer, Route, Turn, press, slow_press
from bot.views.broadcasts import reports as report_views
from bot.views.broadcasts import running as views
from bot.views.broadcasts.drafts import Review
from bot.views.screen import Screen

NEEDS = Permission.SEND_BROADCASTS


def pause(turn: Turn, button: views.Pause) -> Answer:
    return pages.show(turn, turn.desk.broadcasts.pause(turn.person, button.id))


def resume(turn: Turn, button: views.Resume) -> Answer:
    return pages.show(turn, turn.desk.broadcasts.resume(turn.person, button.id))


def ask_stop(turn: Turn, button: views.AskStop) -> Answer:
    broadcast = turn.desk.broadcasts.find(button.id)
    if broadcast.state.is_over:
        return pages.show(turn, broadcast)
    return views.ask_stop(broadcast, turn.t)


def stop(turn: Turn, button: views.Stop) -> Answer:
    return pages.show(turn, turn.desk.broadcasts.stop(turn.person, button.id))


def read_list(turn: Turn, button: report_views.GetList) -> Callable[[], Screen]:
    """The list may be long, so its sheet is made outside of the transaction."""
    broadcast = turn.desk.broadcasts.find(button.id)
    rows = turn.desk.broadcasts.every_one(broadcast.id)
    zone, t = turn.desk.world.rules.zone, turn.t
    return lambda: report_views.listed(broadcast, rows, zone, t)


def give_list(_: Turn, listed: Screen) -> Screen:
    return listed


def ask_again(turn: Turn, button: report_views.AskAgain) -> Screen:
    broadcast = turn.desk.broadcasts.find(button.id)
    unknown = turn.desk.broadcasts.tally(broadcast).get(Fate.UNKNOWN, 0)
    return report_views.ask_again(broadcast, unknown, turn.t)


def again(turn: Turn, button: report_views.Again) -> Answer:
    draft = turn.desk.drafts.again(turn.person, button.id)
    return review(turn, Review(id=draft.id))


ROUTES: list[Route] = [
    press(views.Pause, pause, needs=NEEDS),
    press(views.Resume, resume, needs=NEEDS),
    press(views.AskStop, ask_stop, needs=NEEDS),
    press(views.Stop, stop, needs=NEEDS),
    slow_press(report_views.GetList, read_list, give_list, needs=NEEDS),
    press(report_views.AskAgain, ask_again, needs=NEEDS),
    press(report_views.Again, again, needs=NEEDS),
]
