"""Matches, search results, cards, comparison, what is saved."""

from collections.abc import Callable, Sequence

from bot.catalog.search import Found
from bot.domain.matching import Obstacle, ObstacleKind, Offer, gap, reasons
from bot.domain.people import Role
from bot.domain.questionnaires import Progress
from bot.handlers.menu import own_questionnaire
from bot.handlers.routing import Answer, Route, Turn, press, text
from bot.services.programmes import open_first
from bot.views import matches as match_views
from bot.views import programmes as views
from bot.views.screen import Screen
from bot.views.start import welcome

WORTH_SHOWING = 0.5  # of the best hit's score; the rest shares a word by chance


def show_matches(turn: Turn, _: views.ShowMatches) -> Answer:
    person, desk = turn.person, turn.desk
    if person.role is None:
        return welcome(False, turn.t)
    questionnaire = own_questionnaire(turn)
    asked = person.role in (Role.PUPIL, Role.ADULT)
    tested = not asked or desk.questionnaires.state(person, questionnaire) is Progress.FINISHED
    choice = desk.programmes.match(person, desk.profiles.of(person))
    names = desk.world.dictionaries
    return match_views.proposed(choice, person, tested, questionnaire, names, turn.t)


def search(turn: Turn, typed: str) -> Callable[[], Found]:
    """Typed text that answered no question, in the catalogue of that moment."""
    catalogue = turn.desk.world.catalogue
    return lambda: catalogue.search(typed)


def show_found(turn: Turn, found: Found) -> Screen:
    desk = turn.desk
    best = found.hits[0].score if found.hits else 0.0
    telling = [hit.id for hit in found.hits if hit.score >= best * WORTH_SHOWING]
    offers = desk.programmes.offers(telling)
    hindered = _hindered(turn, offers)
    shown = open_first(offers, hindered, match_views.SHOWN)
    return match_views.results(found, shown, hindered, desk.world.dictionaries, turn.t)


def show_card(turn: Turn, code: str) -> Screen:
    desk = turn.desk
    saved = code in desk.programmes.saved(turn.person)
    offer = desk.programmes.offer(code)
    hindrance = _hindered(turn, [offer]).get(code)
    closed = hindrance is not None and hindrance.kind is not ObstacleKind.FULL
    names, today = desk.world.dictionaries, desk.programmes.today
    return views.card(offer, names, saved, closed, today, turn.t)


def _hindered(turn: Turn, offers: Sequence[Offer]) -> dict[str, Obstacle]:
    """Nothing is closed to whoever has not said yet who they are."""
    if turn.person.role is None:
        return {}
    return turn.desk.programmes.hindered(turn.desk.profiles.of(turn.person), offers)


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


def why_not(turn: Turn, button: views.WhyNotThis) -> Screen:
    desk, world = turn.desk, turn.desk.world
    if turn.person.role is None:
        return welcome(False, turn.t)
    profile = desk.profiles.of(turn.person)
    why = desk.programmes.why_not(profile, button.programme)
    cities, modules = world.dictionaries.cities, world.catalogue.network.modules
    missing = gap(why.offer, profile, cities, modules, world.catalogue.network.programmes)
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
    press(views.ShowMatches, show_matches),
    press(views.ShowProgramme, show),
    press(views.Save, save),
    press(views.Unsave, unsave),
    press(views.ShowSaved, show_saved),
    press(views.WhyNotThis, why_not),
    press(views.Compare, compare),
    press(views.CompareWith, compared),
]
