"""Agreements for those who keep the catalogue, and a way on from what takes nobody."""

from bot.domain.errors import NotFound
from bot.domain.staff import Permission
from bot.handlers.routing import Route, Turn, press
from bot.views import agreements as views
from bot.views.catalogue import ToCatalogue
from bot.views.screen import Screen


def listed(turn: Turn, button: views.ShowAgreements) -> Screen:
    standings, page, pages = turn.desk.agreements.page(button.page)
    partners = turn.desk.world.catalogue.network.partners
    return views.listed(standings, page, pages, partners, ToCatalogue(), turn.t)


def of_partner(turn: Turn, button: views.ShowPartnerAgreements) -> Screen:
    partner = turn.desk.world.catalogue.network.partners.get(button.partner)
    if partner is None:
        raise NotFound
    return views.of_partner(partner, turn.desk.agreements.of_partner(partner.code), turn.t)


def similar(turn: Turn, button: views.ShowSimilar) -> Screen:
    return similar_to(turn, button.programme)


def similar_to(turn: Turn, code: str) -> Screen:
    desk = turn.desk
    offer, profile = desk.programmes.offer(code), desk.profiles.of(turn.person)
    return views.similar(offer, desk.agreements.instead_of(turn.person, profile, offer), turn.t)


ROUTES: list[Route] = [
    press(views.ShowAgreements, listed, needs=Permission.KEEP_CATALOGUE),
    press(views.ShowPartnerAgreements, of_partner, needs=Permission.KEEP_CATALOGUE),
    press(views.ShowSimilar, similar),
]
