"""Tasks for the constructor. A test names only what it is about."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from bot.domain.network import DayPart, Format, Group, Module, Slot
from bot.domain.trajectories import Goal, GoalKind, Run, Task, Wishes
from tests.domain.matching_builders import programme

MONDAY = date(2026, 3, 2)
HERE, THERE = "kemerovo", "yurga"
OF_GROUPS = {"week", "weeks", "starts_on", "ends_on", "daypart", "timetable"}
OF_WISHES = set(Wishes.__dataclass_fields__)


def slot(weekday: int, begins: int, ends: int) -> Slot:
    """Whole hours of a day; 0 = Monday."""
    return Slot(weekday=weekday, begins=time(begins), ends=time(ends))


def group(code: str, week: int = 1, weeks: int = 2, **changes: Any) -> Group:
    """So many weeks since MONDAY, and so many long: from a Monday to a Friday."""
    starts_on = MONDAY + timedelta(weeks=week)
    usual: dict[str, Any] = {
        "code": code,
        "programme": "P",
        "starts_on": starts_on,
        "ends_on": starts_on + timedelta(days=7 * weeks - 3),
        "daypart": DayPart.EVENING,
        "seats": 10,
    }
    return Group(**{**usual, **changes})


def module(code: str, gives: Mapping[str, int], **changes: Any) -> Module:
    usual: dict[str, Any] = {
        "code": code,
        "programme": "P",
        "position": 1,
        "title_ru": code,
        "title_en": None,
        "hours": 8,
        "partner": "DP-02",
        "city": HERE,
        "format": Format.ONLINE,
        "outcomes": gives,
        "requires": (),
    }
    return Module(**{**usual, **changes})


def run(code: str, gives: Mapping[str, int], **changes: Any) -> Run:
    """A group of the module `of`, else of one of its own, online and at one's own pace.

    `needs`: what the programme requires. Words that a group has go to it, others to the module.
    """
    of = changes.pop("of", f"M-{code}")
    needs: Mapping[str, int] = changes.pop("needs", {})
    price, left = changes.pop("price", 0), changes.pop("left", 5)
    dates = {name: changes.pop(name) for name in OF_GROUPS & changes.keys()}
    return Run(
        group=group(code, module=of, **dates),
        module=module(of, gives, **changes),
        programme=programme(code=f"P-{of}", requires=needs),
        price=price,
        left=left,
    )


def task(goal: Mapping[str, int], *runs: Run, **changes: Any) -> Task:
    """Words that Wishes has go to them."""
    wishes = {name: changes.pop(name) for name in OF_WISHES & changes.keys()}
    usual: dict[str, Any] = {
        "goal": Goal(kind=GoalKind.COMPETENCIES, code=None, levels=goal),
        "levels": {},
        "done": frozenset(),
        "engaged": (),
        "runs": runs,
        "cities": {},
    }
    return Task(wishes=Wishes(**wishes), **{**usual, **changes})
