"""Where somebody lives: typed, or one of the largest."""

from collections.abc import Sequence

from bot.domain.network import City
from bot.texts import Texts
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.screen import Button, Screen

SHOWN = 4


class TypeCity(Callback, code="ty"):
    """The next typed text is a city; `group` is the one that an application is for, if any."""

    group: str | None = None


class ChooseCity(Callback, code="cc"):
    city: str | None = None  # None: it does not matter
    group: str | None = None


def name(city: City, t: Texts) -> str:
    return city.name_en if t.language == "en" else city.name_ru


def ask(cities: Sequence[City], group: str | None, came_from: Callback, t: Texts) -> Screen:
    """`cities`: what is offered as buttons; any other can be typed."""
    choices = [
        Button(name(city, t), ChooseCity(city=city.code, group=group)) for city in cities[:SHOWN]
    ]
    choices.append(Button(t.plain("cities-any"), ChooseCity(group=group)))
    return Screen(
        text=t("cities-ask"),
        choices=choices,
        nav=(back(t, came_from), menu(t)),
        expects=TypeCity(group=group),
    )


def not_known(cities: Sequence[City], group: str | None, came_from: Callback, t: Texts) -> Screen:
    asked = ask(cities, group, came_from, t)
    return Screen(
        text=t("cities-not-known"), choices=asked.choices, nav=asked.nav, expects=asked.expects
    )
