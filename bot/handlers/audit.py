"""The audit log in the chat."""

from bot.domain.staff import Permission
from bot.handlers.routing import Route, Turn, press
from bot.views import audit as views
from bot.views.screen import Screen


def log(turn: Turn, button: views.ToAudit) -> Screen:
    entries, pages = turn.desk.audit.newest(button.kind or "", button.page)
    zone = turn.desk.world.rules.zone
    return views.log(entries, button.kind, button.page, pages, zone, turn.t)


def kinds(turn: Turn, button: views.ToKinds) -> Screen:
    return views.kinds(button.page, turn.t)


ROUTES: list[Route] = [
    press(views.ToAudit, log, needs=Permission.SEE_AUDIT),
    press(views.ToKinds, kinds, needs=Permission.SEE_AUDIT),
]
