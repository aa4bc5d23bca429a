"""A small network whose modules can be taken one by one, and paths through it."""

from datetime import date, time, timedelta
from typing import Any

from bot.domain.network import (
    Agreement,
    AgreementKind,
    Audience,
    Competency,
    DayPart,
    Dictionaries,
    Format,
    FundingCategory,
    Group,
    Module,
    Network,
    Occupation,
    Slot,
)
from bot.domain.trajectories import Goal, GoalKind, Least, Run, State, Trajectory, Wishes
from tests.builders import DICTIONARIES, NOON, TODAY, group, network
from tests.domain.matching_builders import module, partner, programme

WELDER = Goal(kind=GoalKind.OCCUPATION, code="welder", levels={"mach.weld": 2, "safe.work": 2})
LISTS = Dictionaries(
    cities=DICTIONARIES.cities,
    sectors=DICTIONARIES.sectors,
    competencies={
        **DICTIONARIES.competencies,
        "safe.work": Competency(
            code="safe.work", name_ru="Безопасная работа", name_en="Safe work", group="transversal"
        ),
    },
    occupations={
        "welder": Occupation(
            code="welder",
            name_ru="Сварщик",
            name_en="Welder",
            sector="machinery",
            levels=WELDER.levels,
        )
    },
    funding={
        "age50": FundingCategory(
            code="age50",
            name_ru="Люди от 50 лет",
            name_en="People aged 50 and over",
            basis="ПП 291",
            valid_from=date(2025, 3, 7),
            valid_to=None,
        )
    },
)


def day(number: int) -> date:
    """So many days from today, which is a Monday."""
    return TODAY + timedelta(days=number)


def evenings(*weekdays: int) -> tuple[Slot, ...]:
    return tuple(Slot(weekday=w, begins=time(18), ends=time(20, 30)) for w in weekdays)


def study(code: str, module_code: str, starts: int, ends: int, **changes: Any) -> Group:
    """A group of one module of P-1, in the evenings of Monday and Wednesday."""
    usual: dict[str, Any] = {
        "code": code,
        "module": module_code,
        "starts_on": day(starts),
        "ends_on": day(ends),
        "daypart": DayPart.EVENING,
        "seats": 5,
        "timetable": evenings(0, 2),
    }
    return group(**{**usual, **changes})


def agreement(code: str, **changes: Any) -> Agreement:
    usual: dict[str, Any] = {
        "number": f"A-{code}",
        "partner": code,
        "kind": AgreementKind.NETWORK,
        "valid_from": day(-30),
        "valid_to": day(300),
    }
    return Agreement(**{**usual, **changes})


SAFETY = module(
    code="M-SAFE",
    programme="P-1",
    title_ru="Безопасность",
    partner="DP-03",
    format=Format.ONLINE,
    outcomes={"safe.work": 2},
)
FIRST = module(
    code="M-1",
    programme="P-1",
    position=2,
    title_ru="Первые швы",
    hours=48,
    price=3000,
    outcomes={"mach.weld": 1},
)
SECOND = module(
    code="M-2",
    programme="P-1",
    position=3,
    title_ru="Сложные швы",
    hours=60,
    price=5000,
    outcomes={"mach.weld": 2},
    requires=("M-1",),
)
OTHER_SAFETY = module(
    code="M-ALT",
    programme="P-2",
    title_ru="Охрана труда",
    hours=30,
    partner="DP-03",
    city="yurga",
    outcomes={"safe.work": 2},
)
GROUPS = (
    study("S-1", "M-SAFE", 10, 30, timetable=evenings(5)),
    study("W1-1", "M-1", 14, 40),
    study("W1-2", "M-1", 15, 41, timetable=evenings(1, 3)),
    study("W2-1", "M-2", 49, 80),
    study("A-1", "M-ALT", 12, 33, programme="P-2", timetable=evenings(4)),
    group(code="G-1", starts_on=day(20), ends_on=day(90)),
)


def teaching(*groups: Group, modules: tuple[Module, ...] = (), **changes: Any) -> Network:
    """Two partners: welding in Kemerovo, safety online or in Yurga. `groups`: others than usual."""
    known = {g.code: g for g in (groups or GROUPS)}
    parts = {m.code: m for m in (SAFETY, FIRST, SECOND, OTHER_SAFETY, *modules)}
    both = frozenset({Audience.ADULT, Audience.PUPIL})
    usual: dict[str, Any] = {
        "partners": {"DP-02": partner(), "DP-03": partner("DP-03", city="yurga")},
        "agreements": {a.number: a for a in (agreement("DP-02"), agreement("DP-03"))},
        "programmes": {
            "P-1": programme(
                outcomes=dict(WELDER.levels), audiences=both, funding=frozenset({"age50"})
            ),
            "P-2": programme(code="P-2", slug="p-2", partner="DP-03", city="yurga", audiences=both),
        },
        "modules": parts,
    }
    return network(*known.values(), **{**usual, **changes})


def run(code: str, taught: Network | None = None, **changes: Any) -> Run:
    known = taught or teaching()
    found = known.groups[code]
    of = known.modules[found.module or ""]
    usual: dict[str, Any] = {
        "group": found,
        "module": of,
        "programme": known.programmes[of.programme],
        "price": of.price,
        "left": found.seats,
    }
    return Run(**{**usual, **changes})


def trajectory(*codes: str, **changes: Any) -> Trajectory:
    """Through these groups of the usual network."""
    known = {g.code: g for g in GROUPS}
    usual: dict[str, Any] = {
        "id": 0,
        "person_id": 1,
        "state": State.DRAFT,
        "goal": WELDER,
        "wishes": Wishes(least=Least.HOURS),
        "groups": tuple(known[code] for code in codes),
        "made_at": NOON,
    }
    return Trajectory(**{**usual, **changes})
