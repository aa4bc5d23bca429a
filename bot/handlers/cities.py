"""Saying where one lives: for the matches, or while applying."""

from bot.catalog.names import closest
from bot.domain.network import City
from bot.handlers.enrolments import review_group
from bot.handlers.programmes import show_matches
from bot.handlers.routing import Answer, Route, Turn, press, reply
from bot.views import cities as views
from bot.views.callbacks import Callback
from bot.views.enrolments import AskCity, Review
from bot.views.matches import ToCity
from bot.views.programmes import ShowMatches
from bot.views.screen import Screen


def ask_for_matches(turn: Turn, _: ToCity) -> Screen:
    return views.ask(_largest(turn), None, ShowMatches(), turn.t)


def ask_for_application(turn: Turn, button: AskCity) -> Screen:
    return views.ask(_largest(turn), button.group, _came_from(button.group), turn.t)


def choose(turn: Turn, button: views.ChooseCity) -> Answer:
    person = turn.desk.people.choose_city(turn.person, button.city)
    if button.group is not None:
        return review_group(turn.became(person), button.group, None)
    return show_matches(turn.became(person), ShowMatches())


def typed(turn: Turn, asked: tuple[views.TypeCity, str]) -> Answer:
    question, name = asked
    cities = turn.desk.world.dictionaries.cities
    meant = closest(name, {c.code: (c.name_ru, c.name_en) for c in cities.values()})
    if len(meant) == 1:
        return choose(turn, views.ChooseCity(city=meant[0], group=question.group))
    offered = [cities[code] for code in meant] or _largest(turn)
    return views.not_known(offered, question.group, _came_from(question.group), turn.t)


def _came_from(group: str | None) -> Callback:
    return ShowMatches() if group is None else Review(group=group, daypart=None)


def _largest(turn: Turn) -> list[City]:
    """data/cities.csv lists the largest first."""
    return list(turn.desk.world.dictionaries.cities.values())


ROUTES: list[Route] = [
    press(ToCity, ask_for_matches),
    press(AskCity, ask_for_application),
    press(views.ChooseCity, choose),
    reply(views.TypeCity, typed),
]
