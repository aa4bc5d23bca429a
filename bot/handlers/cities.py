"""Saying where one lives: for the matches, or while applying."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from bot.catalog.names import closest
from bot.domain.network import City
from bot.handlers.enrolments import review_group
from bot.handlers.programmes import matching, show_matches
from bot.handlers.routing import Answer, Route, Turn, press, slow_press, slow_reply
from bot.services.programmes import Proposal
from bot.views import cities as views
from bot.views.callbacks import Callback
from bot.views.enrolments import AskCity, Review
from bot.views.matches import ToCity
from bot.views.programmes import ShowMatches
from bot.views.screen import Screen


class Chosen(NamedTuple):
    city: str | None  # None: it does not matter
    group: str | None  # that the person applies for
    proposal: Proposal | None  # what fits best there, where nobody applies


class Unclear(NamedTuple):
    cities: list[str]  # codes of what may have been meant
    group: str | None


def ask_for_matches(turn: Turn, _: ToCity) -> Screen:
    return views.ask(_largest(turn), None, ShowMatches(), turn.t)


def ask_for_application(turn: Turn, button: AskCity) -> Screen:
    return views.ask(_largest(turn), button.group, _came_from(button.group), turn.t)


def prepare(turn: Turn, button: views.ChooseCity) -> Callable[[], Chosen]:
    city, group = button.city, button.group
    if group is not None:
        return lambda: Chosen(city, group, None)
    match = matching(turn, replace(turn.person, city=city))
    return lambda: Chosen(city, None, match())


def choose(turn: Turn, chosen: Chosen) -> Answer:
    there = turn.became(turn.desk.people.choose_city(turn.person, chosen.city))
    if chosen.group is not None:
        return review_group(there, chosen.group, None)
    return show_matches(there, chosen.proposal)


def prepare_typed(turn: Turn, asked: tuple[views.TypeCity, str]) -> Callable[[], Chosen | Unclear]:
    question, name = asked
    cities = turn.desk.world.dictionaries.cities
    meant = closest(name, {c.code: (c.name_ru, c.name_en) for c in cities.values()})
    if len(meant) == 1:
        return prepare(turn, views.ChooseCity(city=meant[0], group=question.group))
    return lambda: Unclear(list(meant), question.group)


def typed(turn: Turn, meant: Chosen | Unclear) -> Answer:
    if isinstance(meant, Chosen):
        return choose(turn, meant)
    cities = turn.desk.world.dictionaries.cities
    offered = [cities[code] for code in meant.cities] or _largest(turn)
    return views.not_known(offered, meant.group, _came_from(meant.group), turn.t)


def _came_from(group: str | None) -> Callback:
    return ShowMatches() if group is None else Review(group=group, daypart=None)


def _largest(turn: Turn) -> list[City]:
    """data/cities.csv lists the largest first."""
    return list(turn.desk.world.dictionaries.cities.values())


ROUTES: list[Route] = [
    press(ToCity, ask_for_matches),
    press(AskCity, ask_for_application),
    slow_press(views.ChooseCity, prepare, choose),
    slow_reply(views.TypeCity, prepare_typed, typed),
]
