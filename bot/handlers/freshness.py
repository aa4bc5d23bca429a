"""«Данные верны»: one tap of those who keep the catalogue."""

from bot.domain.freshness import Source
from bot.domain.matching import Offer
from bot.domain.staff import Permission
from bot.handlers.routing import Route, Turn, press
from bot.texts import Html
from bot.views import freshness as views
from bot.views.screen import Button, Screen


def note(turn: Turn, offer: Offer) -> list[Html]:
    """What the card says of its age; [] while it was confirmed lately."""
    if offer.fresh or offer.confirmed_on is None:
        return []
    return [views.note(offer.confirmed_on, turn.desk.world.operator, turn.t)]


def button(turn: Turn, programme: str) -> list[Button]:
    if turn.desk.staff.may(turn.person, Permission.KEEP_CATALOGUE):
        return [views.button(programme, turn.t)]
    return []


def confirm(turn: Turn, button: views.Confirm) -> Screen:
    desk = turn.desk
    desk.freshness.confirm(turn.person, button.programme, Source.STAFF)
    programme = desk.programmes.offer(button.programme).programme
    return views.confirmed(programme, desk.programmes.today, turn.t)


ROUTES: list[Route] = [press(views.Confirm, confirm, needs=Permission.KEEP_CATALOGUE)]
