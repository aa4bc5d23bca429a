"""People and offers for the tests of matching. A test names only what it is about."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.catalog.weights import load_weights
from bot.domain.matching import Audit, GroupPlaces, Offer, as_audit, choose
from bot.domain.network import (
    Audience,
    City,
    DayPart,
    EntryRules,
    Format,
    Group,
    Interest,
    Module,
    Partner,
    PartnerKind,
    Programme,
    ProgrammeKind,
)
from bot.domain.people import AgeBand, Education
from bot.domain.profiles import Profile

TODAY = date(2026, 3, 2)
WEIGHTS, TOLERANCES = load_weights(Path(__file__).parents[2] / "data" / "weights.toml")
TECH, SIGN, HUMAN = Interest.TECH, Interest.SIGN, Interest.HUMAN


def city(code: str, lat: float, lon: float) -> City:
    return City(code=code, name_ru=code, name_en=code, lat=lat, lon=lon)


CITIES = {
    place.code: place
    for place in (
        city("kemerovo", 55.355, 86.087),
        city("topki", 55.277, 85.615),
        city("yurga", 55.723, 84.886),
        city("prokopyevsk", 53.884, 86.750),
        city("novokuznetsk", 53.757, 87.136),
    )
}


def partner(code: str = "DP-02", **changes: Any) -> Partner:
    usual: dict[str, Any] = {
        "code": code,
        "name_ru": code,
        "name_en": code,
        "kind": PartnerKind.COLLEGE,
        "city": "kemerovo",
        "is_demo": True,
    }
    return Partner(**{**usual, **changes})


def programme(**changes: Any) -> Programme:
    usual: dict[str, Any] = {
        "code": "P-1",
        "slug": "p-1",
        "title_ru": "Курс",
        "title_en": None,
        "summary_ru": "",
        "summary_en": None,
        "kind": ProgrammeKind.PO_NEW,
        "hours": 72,
        "format": Format.ONSITE,
        "partner": "DP-02",
        "city": "kemerovo",
        "sector": "machinery",
        "audiences": frozenset({Audience.ADULT}),
        "rules": EntryRules(),
        "outcomes": {},
        "requires": {},
        "interests": {TECH: 1.0},
        "other_names": (),
        "occupations": (),
        "price": 5000,
        "is_demo": True,
    }
    return Programme(**{**usual, **changes})


def places(
    left: int = 10, *, days: int = 90, daypart: DayPart = DayPart.DAY, code: str = "G-1"
) -> GroupPlaces:
    starts = TODAY + timedelta(days=days)
    group = Group(
        code=code,
        programme="P-1",
        starts_on=starts,
        ends_on=starts + timedelta(days=30),
        daypart=daypart,
        seats=20,
    )
    return GroupPlaces(group=group, left=left)


def offer(*groups: GroupPlaces, **changes: Any) -> Offer:
    """Of an ordinary programme with these changes; with one group unless others are given."""
    own = {name: changes.pop(name) for name in _OF_THE_OFFER if name in changes}
    by = changes.pop("by", None)
    offered = programme(**changes)
    return Offer(
        programme=offered,
        partner=by or partner(offered.partner, city=offered.city),
        groups=groups or (places(),),
        **{"agreement_open": True, **own},
    )


_OF_THE_OFFER = ("agreement_open", "fresh", "confirmed_on")


def adult(**changes: Any) -> Profile:
    usual: dict[str, Any] = {
        "audience": Audience.ADULT,
        "age_band": AgeBand.FROM_18,
        "today": TODAY,
        "education": Education.COLLEGE,
    }
    return Profile(**{**usual, **changes})


def pupil(**changes: Any) -> Profile:
    usual: dict[str, Any] = {
        "audience": Audience.PUPIL,
        "age_band": AgeBand.FROM_14,
        "today": TODAY,
        "grade": 9,
    }
    return Profile(**{**usual, **changes})


def audit_of(person: Profile | None = None, *offers: Offer) -> Audit:
    """Of what an ordinary adult was shown, out of an ordinary offer unless others are given."""
    whose, known = person or adult(), offers or (offer(),)
    choice = choose(known, whose, WEIGHTS, CITIES, {})
    return as_audit(whose, WEIGHTS, "1", known, {}, choice)


def for_pupils(**changes: Any) -> dict[str, Any]:
    return {"kind": ProgrammeKind.DO, "audiences": frozenset({Audience.PUPIL}), **changes}


def module(**changes: Any) -> Module:
    usual: dict[str, Any] = {
        "code": "M-1",
        "programme": "P-2",
        "position": 1,
        "title_ru": "Модуль",
        "title_en": None,
        "hours": 24,
        "partner": "DP-02",
        "city": "kemerovo",
        "format": Format.ONSITE,
        "outcomes": {},
        "requires": (),
    }
    return Module(**{**usual, **changes})


# Four rows of the demonstration catalogue.
WELDER = {
    "code": "DEMO-16",
    "partner": "DP-07",
    "city": "prokopyevsk",
    "outcomes": {"mach.weld": 3, "safe.work": 2},
    "requires": {"safe.work": 0},
    "interests": {TECH: 1.0},
    "rules": EntryRules(min_age=18),
}
WELDER_HIGHER_GRADE = {
    "code": "DEMO-17",
    "kind": ProgrammeKind.PO_UP,
    "partner": "DP-07",
    "city": "prokopyevsk",
    "outcomes": {"mach.weld": 4},
    "requires": {"mach.weld": 2},
    "interests": {TECH: 1.0},
    "rules": EntryRules(experience=True),
}
CNC_OPERATOR = {
    "code": "DEMO-15",
    "partner": "DP-10",
    "city": "yurga",
    "outcomes": {"mach.cnc": 3, "safe.work": 2},
    "requires": {"dig.basic": 1},
    "interests": {TECH: 1.0, SIGN: 0.6},
    "rules": EntryRules(min_age=18),
}
TESTER = {
    "code": "DEMO-24",
    "kind": ProgrammeKind.PP,
    "partner": "DP-11",
    "format": Format.ONLINE,
    "sector": "it",
    "outcomes": {"it.code": 2, "soft.critical": 3, "it.data": 2},
    "requires": {"dig.basic": 2},
    "interests": {SIGN: 1.0},
    "rules": EntryRules(further=True),
}
WANTS_TO_WELD: dict[str, Any] = {
    "interests": {TECH: 0.75, SIGN: 0.25},
    "levels": {"mach.weld": 1, "dig.basic": 2, "safe.work": 2},
    "wants": frozenset({"mach.weld"}),
}
