"""What people looked for in vain, counted without persons."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TypeVar

from bot.domain.matching import ObstacleKind, Offer, obstacles
from bot.domain.network import City
from bot.domain.profiles import Profile

_Key = TypeVar("_Key", bound=str)
UNKNOWN = ""  # a competency that nobody recognised, a city that was not said
FEWEST = 5  # a smaller count could point at somebody


class Reason(StrEnum):
    """Why a search did not help."""

    NOTHING = "nothing"  # there is no such thing, or it was not recognised
    CLOSED = "closed"  # the partner enrols nobody: its agreement is over, or filled
    NO_DATES = "no_dates"
    FULL = "full"
    FAR = "far"
    NO_MODULE = "no_module"  # no module that somebody could take gives the level


_SUPPLY = {
    ObstacleKind.AGREEMENT: Reason.CLOSED,
    ObstacleKind.NO_DATES: Reason.NO_DATES,
    ObstacleKind.FULL: Reason.FULL,
    ObstacleKind.CITY: Reason.FAR,
}


@dataclass(frozen=True, kw_only=True)
class Unmet:
    """One cell: so many searches in the week that begins on this Monday."""

    week: date
    competency: str
    city: str
    reason: Reason
    searches: int


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A competency that was looked for in vain; cities and reasons, the most frequent first."""

    competency: str
    searches: int
    cities: Sequence[tuple[str, int]]
    reasons: Sequence[tuple[Reason, int]]


def unmet(
    offers: Sequence[Offer], profile: Profile, cities: Mapping[str, City], known: bool
) -> tuple[Offer, Reason] | None:
    """The best offer that is of no use now, and why; None where one of them is of use.

    What the person's own age or education closes says nothing about what the network lacks, and
    nothing is closed to whoever has not said yet who they are (`known` False).
    """
    useless = []
    for offer in offers:
        kinds = [o.kind for o in obstacles(offer, profile, cities)]
        if known and any(kind not in _SUPPLY and not kind.is_wish for kind in kinds):
            continue
        reason = next((_SUPPLY[kind] for kind in kinds if kind in _SUPPLY), None)
        if reason is None:
            return None
        useless.append((offer, reason))
    return useless[0] if useless else None


def wanted(cells: Iterable[Unmet]) -> list[Wanted]:
    """By competency, the most wanted first."""
    by_competency: dict[str, list[Unmet]] = {}
    for cell in cells:
        by_competency.setdefault(cell.competency, []).append(cell)
    found = [
        Wanted(
            competency=competency,
            searches=sum(cell.searches for cell in own),
            cities=_added((cell.city, cell.searches) for cell in own),
            reasons=_added((cell.reason, cell.searches) for cell in own),
        )
        for competency, own in by_competency.items()
    ]
    return sorted(found, key=lambda one: (-one.searches, one.competency))


def _added(counted: Iterable[tuple[_Key, int]]) -> list[tuple[_Key, int]]:
    total: Counter[_Key] = Counter()
    for key, searches in counted:
        total[key] += searches
    return sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))


def shown(searches: int) -> str:
    """As it may be shown."""
    return str(searches) if searches >= FEWEST else f"<{FEWEST}"


def monday(day: date) -> date:
    """The first day of its ISO week."""
    return day - timedelta(days=day.weekday())


def first_week(today: date, weeks: int) -> date:
    """The Monday with which the last `weeks` weeks begin, this one included."""
    return monday(today) - timedelta(weeks=weeks - 1)


def mark(person_id: int, competency: str, day: date) -> str:
    """Tells that a person was counted for a competency on a day, without naming either."""
    return sha256(f"{day}:{person_id}:{competency}".encode()).hexdigest()
