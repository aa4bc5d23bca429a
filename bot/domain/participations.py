"""Who comes to an event: places, the waiting list, classes, attendance. Rules only.

A participation (участие) is counted for monitoring; a class counts heads and no people.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.errors import Refusal
from bot.domain.events import Event, Hindrance
from bot.domain.quiet import QUIET_FROM, allowed_from, done_at, is_quiet

OFFER_LASTS = timedelta(hours=12)  # that people are awake: a day
FAR = timedelta(days=3)  # whatever starts later leaves the whole time to decide
AT_ONCE = timedelta(hours=1)  # awake; with less before the start the night counts too
NEAR = timedelta(hours=12)  # what starts so soon is offered at night too
MOST_TOGETHER = 4  # oneself and up to three others


class NotForYou(Refusal):
    """`hindrance` says why."""

    text = "participations-error-not-for-you"


class ParentRegisters(Refusal):
    """Under 14 nobody can agree for themselves."""

    text = "participations-error-under-14"


class AgreeFirst(Refusal):
    text = "participations-error-consent-first"


class TooManyTogether(Refusal):
    text = "participations-error-too-many-together"


class SchoolIsFull(Refusal):
    """One school may not take all the places."""

    text = "participations-error-school-full"


class NoClasses(Refusal):
    text = "participations-error-no-classes"


class ClassSize(Refusal):
    text = "participations-error-class-size"


class ClassTooSmall(Refusal):
    """A class that shrinks keeps the size that the event asks for."""

    text = "classes-error-too-small"


class ClassCannotGrow(Refusal):
    """More pupils need a registration of their own."""

    text = "classes-error-grows"


class TooFewAdults(Refusal):
    text = "participations-error-adults"


class LinkClosed(Refusal):
    """Nobody can join by it (any more)."""

    text = "participations-error-link"


class Begun(Refusal):
    """Who does not come now is noted by the list at the door."""

    text = "participations-error-begun"


class NotCounted(Refusal):
    """Heads are counted from the opening of the doors until the report."""

    text = "attendance-error-count"


class DoorsClosed(Refusal):
    """Attendance is noted around the time of the event only."""

    text = "attendance-error-closed"


class WrongNumber(Refusal):
    text = "attendance-error-number"


class WrongCode(Refusal):
    """The code at the door changes every minute."""

    text = "attendance-error-code"


class Kind(StrEnum):
    PERSON = "person"
    CLASS = "class"


class State(StrEnum):
    REGISTERED = "registered"
    WAITING = "waiting"
    OFFERED = "offered"
    LAPSED = "lapsed"
    CANCELLED = "cancelled"
    ATTENDED = "attended"
    ABSENT = "absent"

    @property
    def takes_places(self) -> bool:
        return self in (State.REGISTERED, State.OFFERED, State.ATTENDED, State.ABSENT)

    @property
    def is_open(self) -> bool:
        return self in (State.REGISTERED, State.WAITING, State.OFFERED)


MOVES: dict[State, frozenset[State]] = {
    State.REGISTERED: frozenset({State.CANCELLED, State.ATTENDED, State.ABSENT}),
    State.WAITING: frozenset({State.REGISTERED, State.OFFERED, State.LAPSED, State.CANCELLED}),
    State.OFFERED: frozenset({State.REGISTERED, State.LAPSED, State.CANCELLED}),
    State.LAPSED: frozenset(),
    State.CANCELLED: frozenset(),
    State.ATTENDED: frozenset({State.ABSENT}),  # staff correct a slip
    State.ABSENT: frozenset({State.ATTENDED}),
}


class BadMove(Exception):
    """The table of moves does not allow it."""


def check_move(before: State, after: State) -> None:
    """Raises BadMove."""
    if after not in MOVES[before]:
        raise BadMove(f"{before} -> {after}")


@dataclass(frozen=True, kw_only=True)
class Participation:
    """Places that one person holds or waits for: their own, those of others, or of a class."""

    id: int
    event_id: int
    person_id: int | None  # None: the person was erased, the number stays
    kind: Kind = Kind.PERSON
    state: State
    places: int = 1  # 0 for a pupil whose class holds the place
    school: str | None = None  # code of a partner
    grades: Mapping[int, int] = field(default_factory=dict)  # of a class: school year -> pupils
    adults: int = 0  # who accompany a class
    of_class: int | None = None  # the class whose place this pupil confirms
    token_hash: str | None = None  # of the link by which others join
    version: int  # of the event, as the person last agreed to it
    asked_at: datetime
    waiting_since: datetime | None = None
    decide_by: datetime | None = None  # of an offered place
    came: int | None = None  # heads at the door


@dataclass(frozen=True, kw_only=True)
class Places:
    """What of an event is taken, by the participations that hold places."""

    capacity: int
    taken: int
    waiting: int  # participations, not heads

    @property
    def left(self) -> int:
        return max(0, self.capacity - self.taken)


@dataclass(frozen=True, kw_only=True)
class Coming:
    """An announced event as one person sees it."""

    event: Event
    places: Places
    hindrance: Hindrance | None  # why it is not for them


def state_for_newcomer(places: Places, wanted: int) -> State:
    """All the wanted places or none; what is free belongs to those who wait already."""
    return State.REGISTERED if wanted <= places.left and not places.waiting else State.WAITING


def in_order(waiting: Sequence[Participation]) -> list[Participation]:
    """First come, first served. Ties go to the lower number, so replays agree."""
    return sorted(waiting, key=lambda p: (p.waiting_since or p.asked_at, p.id))


def next_in_line(waiting: Sequence[Participation], left: int) -> list[Participation]:
    """Who can be offered places. Nobody is overtaken: a party of two waits for two places,
    and those behind it wait with it."""
    lucky = []
    for participation in in_order(waiting):
        if participation.places > left:
            break
        left -= participation.places
        lucky.append(participation)
    return lucky


def decide_by(now: datetime, starts_at: datetime, zone: ZoneInfo) -> datetime:
    """A day, less as the start nears: half of the time that people are awake until then.

    Not in quiet hours, unless the event starts with them or in the first hour after them. After the
    start nobody is offered anything: then the result is not later than `now`.
    """
    left = _awake(now, min(starts_at, now + FAR), zone)
    if left < AT_ONCE:
        return now + (starts_at - now) / 2
    return done_at(now, min(OFFER_LASTS, left / 2), zone)


def _awake(since: datetime, until: datetime, zone: ZoneInfo) -> timedelta:
    """How much of it is outside quiet hours."""
    hours = timedelta()
    while (since := allowed_from(since, zone)) < until:
        day = since.astimezone(zone).date()
        evening = datetime.combine(day, QUIET_FROM, zone).astimezone(UTC)
        hours += min(evening, until) - since
        since = evening
    return hours


def is_offered_now(now: datetime, starts_at: datetime, zone: ZoneInfo) -> bool:
    """At night only what is near; the rest waits for the morning. Nothing after the start."""
    return now < starts_at and (not is_quiet(now, zone) or starts_at - now < NEAR)


def token_of(secret: str, participation_id: int) -> str:
    """Of the link by which others join, 128 bits; the same each time. `secret`: the event's."""
    digest = hmac.digest(secret.encode(), f"join:{participation_id}".encode(), "sha256")
    return urlsafe_b64encode(digest[:16]).decode().rstrip("=")


def adults_needed(pupils: int, pupils_per_adult: int) -> int:
    return -(-pupils // pupils_per_adult)


def shrunk(grades: Mapping[int, int], heads: int) -> dict[int, int]:
    """The same grades with so many pupils in all, the highest grades losing theirs first."""
    left, kept = heads, {}
    for grade, pupils in sorted(grades.items()):
        kept[grade] = min(pupils, left)
        left -= kept[grade]
    return {grade: pupils for grade, pupils in kept.items() if pupils}
