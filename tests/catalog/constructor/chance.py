"""Tasks by chance: much in them clashes, is required, or cannot be had."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from bot.domain.network import DayPart, Format, Slot
from bot.domain.trajectories import Least, Run, Task
from tests.catalog.constructor.builders import HERE, MONDAY, THERE, group, run, slot, task

SKILLS = ("weld", "read", "code", "plan", "sell")
CITIES = (HERE, THERE, "topki")
HOURS = ((9, 11), (10, 12), (12, 14), (18, 20))


def by_chance(chance: Random, count: int) -> Task:
    """So many runs, of about two thirds as many modules, within two months."""
    modules = [_module(chance, number) for number in range(1 + count * 2 // 3)]
    runs = [_run(chance, f"G{number}", chance.choice(modules)) for number in range(count)]
    codes, names = [one.code for one in runs], [one.module.code for one in runs]
    return task(
        {skill: chance.randint(1, 2) for skill in chance.sample(SKILLS, chance.randint(0, 5))},
        *runs,
        levels={skill: chance.randint(0, 2) for skill in _some(chance, SKILLS, 1)},
        done=frozenset(_some(chance, names, chance.choice([0, 0, 1]))),
        banned=frozenset(_some(chance, names, chance.choice([0, 0, 1]))),
        pinned=frozenset(_some(chance, codes, chance.choice([0, 0, 2]))),
        engaged=(group("own", 2, 3, timetable=_timetable(chance)),),
        cities={"own": HERE} if chance.random() < 0.5 else {},
        **_wishes(chance),
    )


def _some(chance: Random, of: Sequence[str], most: int) -> list[str]:
    return chance.sample(of, chance.randint(0, min(len(of), most)))


def _module(chance: Random, number: int) -> dict[str, Any]:
    skills = chance.sample(SKILLS, chance.choice([1, 1, 2]))
    earlier = [f"M{chance.randrange(number)}"] if number and chance.random() < 0.3 else []
    return {
        "of": f"M{number}",
        "gives": {skill: chance.randint(1, 3) for skill in skills},
        "requires": tuple(earlier),
        "needs": {chance.choice(SKILLS): chance.randint(1, 2)} if chance.random() < 0.2 else {},
        "hours": chance.choice([4, 6, 8, 12]),
        "format": chance.choice([Format.ONSITE, Format.BLENDED, Format.ONLINE, Format.ONLINE]),
        "city": chance.choice(CITIES),
    }


def _run(chance: Random, code: str, of: dict[str, Any]) -> Run:
    starts_on = MONDAY + timedelta(days=chance.randrange(60))
    return run(
        code,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=chance.choice([0, 1, 4, 4, 11, 18])),
        daypart=chance.choice(tuple(DayPart)),
        timetable=_timetable(chance),
        price=chance.choice([0, 100, 200, 500]),
        left=chance.choice([0, 1, 1, 2, 5, 5]),
        **of,
    )


def _timetable(chance: Random) -> tuple[Slot, ...]:
    weekdays = sorted(chance.sample(range(7), chance.choice([0, 1, 2])))
    return tuple(slot(weekday, *chance.choice(HOURS)) for weekday in weekdays)


def _wishes(chance: Random) -> dict[str, Any]:
    """Some of them."""
    wishes = {
        "reach": frozenset(_some(chance, CITIES, 2)),
        "formats": frozenset(chance.sample(tuple(Format), chance.randint(1, 2))),
        "dayparts": frozenset(chance.sample(tuple(DayPart), chance.randint(1, 3))),
        "busy": (slot(chance.randrange(7), 8, chance.choice([10, 13])),),
        "hours_a_week": chance.choice([4, 6, 10]),
        "budget": chance.choice([0, 200, 500, 800]),
        "finish_by": MONDAY + timedelta(days=chance.randrange(30, 80)),
    }
    kept = {name: wish for name, wish in wishes.items() if chance.random() < 0.35}
    return {"least": chance.choice(tuple(Least)), **kept}
