"""What people looked for in vain, for staff. Small counts are not told: they could be somebody."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.demand import FEWEST, UNKNOWN, Wanted
from bot.domain.network import Dictionaries
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.answers import name
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.screen import Button, Screen

LINES = 7
CITIES, REASONS = 3, 2
PERIODS = (4, 12)  # weeks


class ShowDemand(Callback, code="dmd"):
    weeks: int = PERIODS[0]


def page(
    wanted: Sequence[Wanted],
    places: Mapping[str, int],
    since: date,
    today: date,
    names: Dictionaries,
    way_back: Callback,
    t: Texts,
) -> Screen:
    """`places`: how many are free now, by competency."""
    lines = [_line(n, one, places, names, t) for n, one in enumerate(wanted[:LINES], start=1)]
    if len(wanted) > LINES:
        lines.append(t("demand-more", count=len(wanted) - LINES))
    text = t(
        "demand-text",
        since=dates.short(since, t),
        today=dates.short(today, t),
        lines=Html("\n".join(lines)) if lines else t("demand-none"),
    )
    choices = [
        Button(t.plain("demand-weeks", weeks=weeks), ShowDemand(weeks=weeks)) for weeks in PERIODS
    ]
    return Screen(text=text, choices=choices, nav=(back(t, way_back), menu(t)))


def _line(n: int, one: Wanted, places: Mapping[str, int], names: Dictionaries, t: Texts) -> Html:
    """The count, then a line each for where, why and how many places there are."""
    cities = [(_city(code, names, t), count) for code, count in one.cities[:CITIES]]
    reasons = [
        (t.plain(f"demand-reason-{reason.replace('_', '-')}"), count)
        for reason, count in one.reasons[:REASONS]
    ]
    return t(
        "demand-line",
        line=str(n),
        competency=_competency(one.competency, names, t),
        searches=_searches(one.searches, t),
        places=places.get(one.competency, 0),
        cities=_parts(cities, t),
        reasons=_parts(reasons, t),
    )


def _parts(counted: Sequence[tuple[str, int]], t: Texts) -> str:
    parts = (
        t.plain("demand-part", name=what, searches=_searches(count, t)) for what, count in counted
    )
    return ", ".join(parts)


def _searches(count: int, t: Texts) -> str:
    """A smaller count could point at somebody."""
    return str(count) if count >= FEWEST else t.plain("demand-few", fewest=FEWEST)


def _competency(code: str, names: Dictionaries, t: Texts) -> str:
    if code == UNKNOWN:
        return t.plain("demand-unknown-competency")
    known = names.competencies.get(code)
    return code if known is None else name(known, t)


def _city(code: str, names: Dictionaries, t: Texts) -> str:
    known = names.cities.get(code)
    return t.plain("demand-unknown-city") if known is None else name(known, t)
