"""Made-up tasks for the constructor: many modules of many partners, one person, twenty gaps."""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta

from bot.domain.network import DayPart, EntryRules, Format, Group, Module, Programme, Slot
from bot.domain.network import ProgrammeKind as Kind
from bot.domain.trajectories import Goal, GoalKind, Run, Task, Wishes

TODAY = date(2026, 3, 2)
COMPETENCIES = tuple(f"c{n:02}" for n in range(20))
CITIES = tuple(f"city-{n}" for n in range(6))
HOURS = (8, 12, 16, 18, 24, 36)  # of a module that gives three or four competencies
STARTS = {DayPart.MORNING: 9, DayPart.DAY: 13, DayPart.EVENING: 18, DayPart.WEEKEND: 10}
PROGRAMME_OF = 5  # modules


def made_up(modules: int, seed: int, hours_a_week: int = 20) -> Task:
    """A goal of twenty competencies, a fifth of them at hand; 1-2 groups of every module within a
    year; a quarter of the modules follows another one, every sixth programme asks for a level.
    """
    chance = random.Random(seed)
    runs = tuple(_runs(modules, chance))
    levels = {code: chance.choice([0, 0, 0, 1, 2]) for code in COMPETENCIES}
    goal = {code: chance.choice([1, 2, 2, 3]) for code in COMPETENCIES}
    engaged = _group("ENGAGED", "P", None, 72, chance)
    return Task(
        goal=Goal(kind=GoalKind.COMPETENCIES, code=None, levels=goal),
        wishes=Wishes(hours_a_week=hours_a_week),
        levels=levels,
        done=frozenset(),
        engaged=(engaged,),
        runs=runs,
        cities={"ENGAGED": CITIES[0]},
    )


def _runs(modules: int, chance: random.Random) -> Iterator[Run]:
    programme = _programme(0, chance)
    for number in range(modules):
        position = number % PROGRAMME_OF
        if position == 0:
            programme = _programme(number, chance)
        after = position and chance.random() < 0.3
        module = _module(number, programme, number - 1 if after else None, chance)
        for group in range(chance.choice([1, 1, 2])):
            yield Run(
                group=_group(f"G{number}-{group}", programme.code, module, module.hours, chance),
                module=module,
                programme=programme,
                price=module.price,
                left=chance.randrange(1, 20),
            )


def _programme(number: int, chance: random.Random) -> Programme:
    asks = chance.random() < 1 / 6
    return Programme(
        code=f"P{number}",
        slug=f"p{number}",
        title_ru=f"P{number}",
        title_en=None,
        summary_ru="",
        summary_en=None,
        kind=Kind.PK,
        hours=100,
        format=chance.choice([Format.ONSITE, Format.ONSITE, Format.BLENDED, Format.ONLINE]),
        partner=f"partner-{chance.randrange(40)}",
        city=chance.choice(CITIES),
        sector="s",
        audiences=frozenset(),
        rules=EntryRules(),
        outcomes={},
        requires={chance.choice(COMPETENCIES): chance.choice([1, 2])} if asks else {},
        interests={},
        other_names=(),
        occupations=(),
        price=0,
        is_demo=True,
    )


def _module(number: int, programme: Programme, after: int | None, chance: random.Random) -> Module:
    count = min(len(COMPETENCIES), 1 + int(chance.expovariate(0.7)))
    hours = 2 * round(chance.choice(HOURS) * (0.3 + 0.2 * count))
    return Module(
        code=f"M{number}",
        programme=programme.code,
        position=number % PROGRAMME_OF,
        title_ru=f"M{number}",
        title_en=None,
        hours=hours,
        partner=programme.partner,
        city=programme.city,
        format=programme.format,
        outcomes={
            code: chance.choice([1, 2, 2, 3, 4]) for code in chance.sample(COMPETENCIES, count)
        },
        requires=() if after is None else (f"M{after}",),
        price=100 * int(hours * (0.5 + chance.random())),
    )


def _group(
    code: str, programme: str, module: Module | None, hours: int, chance: random.Random
) -> Group:
    daypart = chance.choice(tuple(DayPart))
    lasts = max(1, hours // chance.choice([4, 6, 9]))  # weeks
    monday = TODAY + timedelta(weeks=chance.randrange(1, 40))
    own_pace = module is not None and module.format is Format.ONLINE and chance.random() < 0.5
    return Group(
        code=code,
        programme=programme,
        starts_on=monday,
        ends_on=monday + timedelta(days=7 * lasts - 3),
        daypart=daypart,
        seats=20,
        module=module.code if module else None,
        timetable=() if own_pace else _timetable(daypart, chance),
    )


def _timetable(daypart: DayPart, chance: random.Random) -> tuple[Slot, ...]:
    if daypart is DayPart.WEEKEND:
        return (Slot(weekday=5, begins=time(10), ends=time(14)),)
    begins = STARTS[daypart]
    return tuple(
        Slot(weekday=day, begins=time(begins), ends=time(begins + 2, 30))
        for day in sorted(chance.sample(range(5), chance.choice([1, 2, 2])))
    )
