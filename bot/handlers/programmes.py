"""Matches, search results, cards, comparison, what is saved."""

from collections.abc import Callable
from typing import NamedTuple

from bot.domain.events import Filter
from bot.domain.matching import Obstacle, ObstacleKind, Offer, WhyNot, gap, reasons
from bot.domain.people import Person, Role
from bot.domain.profiles import Profile
from bot.domain.questionnaires import Progress
from bot.handlers import freshness, versions
from bot.handlers.events import show_meant
from bot.handlers.menu import own_questionnaire
from bot.handlers.routing import Answer, Route, Turn, press, slow_press, text
from bot.services.programmes import Proposal, Search
from bot.views import matches as match_views
from bot.views import programmes as views
from bot.views import search as search_views
from bot.views.agreements import similar_button
from bot.views.events import meant
from bot.views.screen import Screen, added
from bot.views.start import welcome
from bot.views.trajectories.goals import from_modules


class Explained(NamedTuple):
    """Why a programme suits or does not suit the person with this profile."""

    why: WhyNot
    profile: Profile


def prepare_matches(turn: Turn, _: views.ShowMatches) -> Callable[[], Proposal | None]:
    return matching(turn, turn.person)


def matching(turn: Turn, person: Person) -> Callable[[], Proposal | None]:
    """What fits best; None for whoever has not said yet who they are."""
    if person.role is None:
        return lambda: None
    moment, profile = turn.desk.programmes.moment(), turn.desk.profiles.of(person)
    return lambda: moment.match(profile)


def show_matches(turn: Turn, proposal: Proposal | None) -> Answer:
    if proposal is None:
        return welcome(False, turn.t)
    person, desk = turn.person, turn.desk
    number = desk.programmes.keep(person, proposal.audit)
    questionnaire = own_questionnaire(turn)
    asked = person.role in (Role.PUPIL, Role.ADULT)
    tested = not asked or desk.questionnaires.state(person, questionnaire) is Progress.FINISHED
    names = desk.world.dictionaries
    return match_views.proposed(
        proposal.choice, number, person, tested, questionnaire, names, turn.t
    )


def search(turn: Turn, typed: str) -> Callable[[], Search]:
    """Typed text that answered no question, in the catalogue of that moment."""
    moment, profile = turn.desk.programmes.moment(), turn.desk.profiles.of(turn.person)
    known = turn.person.role is not None
    events = [coming.event for coming in turn.desk.events.coming(turn.person, Filter())]
    return lambda: moment.search(typed, profile, known, events)


def show_found(turn: Turn, searched: Search) -> Screen:
    desk, names = turn.desk, turn.desk.world.dictionaries
    if searched.events and not searched.shown:
        return show_meant(turn, meant(searched.events))
    profile = desk.profiles.of(turn.person)
    desk.demand.note(turn.person, profile, searched.found, searched.offers)
    return search_views.results(searched.found, searched.shown, searched.events, names, turn.t)


def show_card(turn: Turn, code: str) -> Screen:
    desk = turn.desk
    saved = code in desk.programmes.saved(turn.person)
    offer = desk.programmes.offer(code)
    hindrance, applied = _hindrance(turn, offer), desk.enrolments.open_for(turn.person, code)
    closed = hindrance is not None and hindrance.kind is not ObstacleKind.FULL
    names, today = desk.world.dictionaries, desk.programmes.today
    notes = [*freshness.note(turn, offer), *versions.note(turn, applied)]
    parts = [from_modules(code, turn.t)] if desk.trajectories.has_modules(code) else []
    more = [*similar_button(offer, turn.t), *parts, *freshness.button(turn, code)]
    return added(views.card(offer, names, saved, closed, today, turn.t), notes, more)


def _hindrance(turn: Turn, offer: Offer) -> Obstacle | None:
    """Nothing is closed to whoever has not said yet who they are."""
    if turn.person.role is None:
        return None
    return turn.desk.programmes.hindrance(turn.desk.profiles.of(turn.person), offer)


def show(turn: Turn, button: views.ShowProgramme) -> Screen:
    return show_card(turn, button.programme)


def save(turn: Turn, button: views.Save) -> Screen:
    turn.desk.programmes.save(turn.person, button.programme)
    return show_card(turn, button.programme)


def unsave(turn: Turn, button: views.Unsave) -> Screen:
    turn.desk.programmes.unsave(turn.person, button.programme)
    return show_card(turn, button.programme)


def show_saved(turn: Turn, button: views.ShowSaved) -> Screen:
    programmes = turn.desk.programmes
    return views.saved_list(programmes.offers(programmes.saved(turn.person)), button.page, turn.t)


def prepare_why_not(turn: Turn, button: views.WhyNotThis) -> Callable[[], Explained | None]:
    if turn.person.role is None:
        return lambda: None
    moment, profile = turn.desk.programmes.moment(), turn.desk.profiles.of(turn.person)
    return lambda: Explained(moment.why_not(profile, button.programme), profile)


def why_not(turn: Turn, explained: Explained | None) -> Screen:
    return welcome(False, turn.t) if explained is None else _explained(turn, explained)


def why_closed(turn: Turn, code: str) -> Screen:
    """What keeps a person out, for whoever was just refused."""
    profile = turn.desk.profiles.of(turn.person)
    return _explained(turn, Explained(turn.desk.programmes.closed(profile, code), profile))


def _explained(turn: Turn, explained: Explained) -> Screen:
    world, (why, profile) = turn.desk.world, explained
    cities, network = world.dictionaries.cities, world.catalogue.network
    missing = gap(why.offer, profile, cities, network.modules, network.programmes)
    told = reasons(why.offer, profile, cities)
    return match_views.explained(why, missing, told, world.dictionaries, turn.t)


def compare(turn: Turn, button: views.Compare) -> Screen:
    """With what was saved, then with what was proposed last."""
    programmes = turn.desk.programmes
    known = [*programmes.saved(turn.person), *programmes.last_matched(turn.person)]
    others = [code for code in dict.fromkeys(known) if code != button.programme]
    return views.compare_with(programmes.offer(button.programme), programmes.offers(others), turn.t)


def compared(turn: Turn, button: views.CompareWith) -> Screen:
    programmes = turn.desk.programmes
    return views.compared(
        programmes.offer(button.one),
        programmes.offer(button.other),
        turn.desk.world.dictionaries,
        programmes.today,
        turn.t,
    )


ROUTES: list[Route] = [
    text(search, show_found),
    slow_press(views.ShowMatches, prepare_matches, show_matches),
    press(views.ShowProgramme, show),
    press(views.Save, save),
    press(views.Unsave, unsave),
    press(views.ShowSaved, show_saved),
    slow_press(views.WhyNotThis, prepare_why_not, why_not),
    press(views.Compare, compare),
    press(views.CompareWith, compared),
]
