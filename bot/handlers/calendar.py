"""Events by months and days."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.calendar import by_day, month, named, nearest
from bot.domain.events import Filter
from bot.domain.participations import Coming
from bot.handlers.events import setting
from bot.handlers.routing import Route, Turn, press, reply
from bot.views import calendar as views
from bot.views.events import ToMonth
from bot.views.screen import Screen


def show_month(turn: Turn, button: ToMonth) -> Screen:
    today = turn.now.astimezone(turn.desk.world.rules.zone).date()
    first, wanted = nearest(button.first or today, today), _wanted(turn)
    held = {day: found for day, found in _held(turn, wanted).items() if month(day) == first}
    return views.shown(first, today, held, wanted != Filter(), turn.t)


def show_day(turn: Turn, button: views.ShowDay) -> Screen:
    found = _held(turn, _wanted(turn)).get(button.day, ())
    return views.of_day(button.day, found, button.page, setting(turn), turn.t)


def typed_day(turn: Turn, asked: tuple[ToMonth, str]) -> Screen:
    button, typed = asked
    today = turn.now.astimezone(turn.desk.world.rules.zone).date()
    return show_day(turn, views.ShowDay(day=named(button.first or month(today), typed)))


def _wanted(turn: Turn) -> Filter:
    """The person's filter, but for how far ahead: that is what the months are for."""
    return replace(turn.desk.events.filter_of(turn.person), days=None)


def _held(turn: Turn, wanted: Filter) -> Mapping[date, list[Coming]]:
    return by_day(turn.desk.events.coming(turn.person, wanted), turn.desk.world.rules.zone)


ROUTES: list[Route] = [
    press(ToMonth, show_month),
    reply(ToMonth, typed_day),
    press(views.ShowDay, show_day),
]
