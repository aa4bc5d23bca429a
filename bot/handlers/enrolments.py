"""From «apply» to a receipt, and what happens with it."""

from functools import partial

from bot.domain.enrolments import ConsentFirst, Enrolment
from bot.domain.errors import NotFound
from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import DayPart
from bot.handlers.routing import Answer, Route, Turn, press
from bot.services.enrolments import Offered
from bot.views import enrolments as views
from bot.views.programmes import Apply
from bot.views.screen import Screen


def apply(turn: Turn, button: Apply) -> Answer:
    """One group needs no question. Who has not agreed yet comes back here after the consent."""
    offer = turn.desk.programmes.offer(button.programme)
    profile = turn.desk.profiles.of(turn.person)
    try:
        turn.desk.enrolments.check(turn.person, profile, offer)
    except ConsentFirst:
        turn.desk.people.aim_at(turn.person, button.programme)
        return views.consent_first(turn.t)
    coming = offer.dates(profile.today)
    if len(coming) == 1:
        return _review(turn, offer, coming[0], None)
    return views.groups(offer, profile.today, turn.t)


def review(turn: Turn, button: views.Review) -> Screen:
    return review_group(turn, button.group, button.daypart)


def review_group(turn: Turn, group: str, daypart: DayPart | None) -> Screen:
    offer, places = _group(turn, group)
    return _review(turn, offer, places, daypart)


def _review(turn: Turn, offer: Offer, places: GroupPlaces, daypart: DayPart | None) -> Screen:
    cities = turn.desk.world.dictionaries.cities
    return views.review(turn.person, offer, places, daypart, cities, turn.t)


def ask_time(turn: Turn, button: views.ChooseDaypart) -> Screen:
    return views.dayparts(button.group, turn.t)


def submit(turn: Turn, button: views.Submit) -> Screen:
    offer, _ = _group(turn, button.group)
    profile = turn.desk.profiles.of(turn.person)
    enrolment = turn.desk.enrolments.apply(
        turn.person, profile, offer, button.group, button.daypart
    )
    return _receipt(turn, enrolment)


def mine(turn: Turn, button: views.MyEnrolments) -> Screen:
    programmes = turn.desk.world.catalogue.network.programmes
    return views.mine(turn.desk.enrolments.of(turn.person), programmes, button.page, turn.t)


def show(turn: Turn, button: views.ShowEnrolment) -> Screen:
    return _receipt(turn, turn.desk.enrolments.find(turn.person, button.id))


def ask_withdraw(turn: Turn, button: views.AskWithdraw) -> Screen:
    enrolment = turn.desk.enrolments.find(turn.person, button.id)
    if not enrolment.state.is_open:
        return _receipt(turn, enrolment)
    programme = turn.desk.world.catalogue.network.programmes[enrolment.programme]
    return views.ask_withdraw(enrolment, programme, turn.t)


def withdraw(turn: Turn, button: views.Withdraw) -> Screen:
    left, offered = turn.desk.enrolments.withdraw(turn.person, button.id)
    tell_offered(turn, offered)
    return _receipt(turn, left)


def accept(turn: Turn, button: views.Accept) -> Screen:
    return _receipt(turn, turn.desk.enrolments.accept(turn.person, button.id))


def tell_offered(turn: Turn, offered: list[Offered]) -> None:
    world = turn.desk.world
    for lucky, enrolment in offered:
        programme = world.catalogue.network.programmes[enrolment.programme]
        turn.tell(lucky, partial(views.offered, enrolment, programme, world.rules.zone))


def _receipt(turn: Turn, enrolment: Enrolment) -> Screen:
    world, enrolments = turn.desk.world, turn.desk.enrolments
    programme = world.catalogue.network.programmes[enrolment.programme]
    place = enrolments.place_in_queue(enrolment)
    moves = enrolments.history(enrolment)
    return views.receipt(enrolment, programme, place, moves, world.rules.zone, turn.t)


def _group(turn: Turn, code: str) -> tuple[Offer, GroupPlaces]:
    """Raises NotFound for a group that is gone."""
    group = turn.desk.world.catalogue.network.groups.get(code)
    if group is None:
        raise NotFound
    offer = turn.desk.programmes.offer(group.programme)
    return offer, next(places for places in offer.groups if places.group.code == code)


ROUTES: list[Route] = [
    press(Apply, apply),
    press(views.Review, review),
    press(views.ChooseDaypart, ask_time),
    press(views.Submit, submit),
    press(views.MyEnrolments, mine),
    press(views.ShowEnrolment, show),
    press(views.AskWithdraw, ask_withdraw),
    press(views.Withdraw, withdraw),
    press(views.Accept, accept),
]
