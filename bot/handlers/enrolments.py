"""From «apply» to a receipt, and what happens with it."""

from functools import partial

from bot.domain.agreements import AgreementFull
from bot.domain.enrolments import ConsentFirst, Enrolment, NoDates, NotEligible
from bot.domain.errors import NotFound
from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import DayPart
from bot.handlers import versions
from bot.handlers.agreements import similar_to
from bot.handlers.programmes import why_closed
from bot.handlers.routing import Answer, Route, Turn, press
from bot.services.desk import Desk
from bot.services.enrolments import Offered
from bot.views import enrolments as views
from bot.views import start as start_views
from bot.views.programmes import Apply
from bot.views.screen import Screen, added


def apply(turn: Turn, button: Apply) -> Answer:
    """One group needs no question. Who is new says who they are, agrees, and comes back here."""
    desk = turn.desk
    known = desk.enrolments.open_for(turn.person, button.programme)
    if known is not None:
        return _receipt(turn, known)
    offer, profile = desk.programmes.offer(button.programme), desk.profiles.of(turn.person)
    try:
        desk.enrolments.check(turn.person, profile, offer)
    except ConsentFirst:
        desk.people.aim_at(turn.person, button.programme)
        if turn.person.role is None:
            return start_views.welcome(False, turn.t)
        return start_views.consent(desk.world.operator, turn.t)
    except AgreementFull:
        return similar_to(turn, button.programme)
    except NotEligible:
        return why_closed(turn, button.programme)
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
    wished = turn.desk.profiles.of(turn.person).dayparts
    names = turn.desk.world.dictionaries
    return views.review(turn.person, offer, places, daypart, wished, names, turn.t)


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
    receipts = [receipt_of(turn.desk, e) for e in turn.desk.enrolments.of(turn.person)]
    return views.mine(receipts, button.page, turn.t)


def show(turn: Turn, button: views.ShowEnrolment) -> Screen:
    return _receipt(turn, turn.desk.enrolments.find(turn.person, button.id))


def ask_withdraw(turn: Turn, button: views.AskWithdraw) -> Screen:
    enrolment = turn.desk.enrolments.find(turn.person, button.id)
    if not enrolment.state.is_open:
        return _receipt(turn, enrolment)
    return views.ask_withdraw(enrolment, receipt_of(turn.desk, enrolment).taught, turn.t)


def withdraw(turn: Turn, button: views.Withdraw) -> Screen:
    left, offered = turn.desk.enrolments.withdraw(turn.person, button.id)
    tell_offered(turn, offered)
    return _receipt(turn, left)


def accept(turn: Turn, button: views.Accept) -> Screen:
    return _receipt(turn, turn.desk.enrolments.accept(turn.person, button.id))


def tell_offered(turn: Turn, offered: list[Offered]) -> None:
    world = turn.desk.world
    for lucky, enrolment in offered:
        of = receipt_of(turn.desk, enrolment)
        turn.tell(lucky, partial(views.offered, of, world.rules.zone, world.dictionaries))


def receipt_of(desk: Desk, enrolment: Enrolment) -> views.Receipt:
    network, offer = desk.world.catalogue.network, desk.programmes.offer(enrolment.programme)
    group = network.groups[enrolment.group_code]
    now = None if group.module is None else network.modules[group.module]
    module = enrolment.module_then or now
    return views.Receipt(
        enrolment=enrolment,
        offer=desk.versions.applied_for(offer, desk.versions.of(enrolment)),
        group=group,
        module=module,
        partner=None if module is None else network.partners[module.partner],
        place=desk.enrolments.place_in_queue(enrolment),
        moves=desk.enrolments.history(enrolment),
    )


def _receipt(turn: Turn, enrolment: Enrolment) -> Screen:
    world = turn.desk.world
    of = receipt_of(turn.desk, enrolment)
    screen = views.receipt(of, world.operator, world.rules.zone, world.dictionaries, turn.t)
    return added(screen, versions.note(turn, enrolment))


def _group(turn: Turn, code: str) -> tuple[Offer, GroupPlaces]:
    """Raises NotFound for a group that is gone, NoDates for one that takes nobody."""
    group = turn.desk.world.catalogue.network.groups.get(code)
    if group is None:
        raise NotFound
    offer = turn.desk.programmes.offer(group.programme)
    for places in offer.groups:
        if places.group.code == code:
            return offer, places
    raise NoDates(title=offer.programme.title_ru)


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
