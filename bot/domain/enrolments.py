"""Applications to study, from the first wish to the document. Rules only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.network import DayPart, Module
from bot.domain.people import Education


class NotAllowedYet(Refusal):
    """Under 14 nobody can agree for themselves: the parent applies."""

    text = "enrolments-error-under-14"


class ClassByTheCenter(Refusal):
    """A teacher brings a class, which is no application of one person."""

    text = "enrolments-error-class"


class ConsentFirst(Refusal):
    text = "enrolments-error-consent-first"


class TooManyOpen(Refusal):
    text = "enrolments-error-too-many"


class NoDates(Refusal):
    text = "enrolments-error-no-dates"


class NotEligible(Refusal):
    text = "enrolments-error-not-eligible"


class State(StrEnum):
    SUBMITTED = "submitted"
    NEEDS_INFO = "needs_info"
    IN_REVIEW = "in_review"
    WAITLISTED = "waitlisted"
    OFFERED = "offered"
    LAPSED = "lapsed"
    CONFIRMED = "confirmed"
    CONTRACT = "contract"
    ENROLLED = "enrolled"
    STUDYING = "studying"
    ASSESSMENT = "assessment"
    COMPLETED = "completed"
    EXPELLED = "expelled"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def takes_place(self) -> bool:
        return self in _TAKING

    @property
    def is_open(self) -> bool:
        """Under way: it counts towards the cap and can be withdrawn."""
        return bool(MOVES[self]) and State.WITHDRAWN in MOVES[self]


MOVES: dict[State, frozenset[State]] = {
    State.SUBMITTED: frozenset(
        {
            State.NEEDS_INFO,
            State.IN_REVIEW,
            State.OFFERED,
            State.WAITLISTED,
            State.REJECTED,
            State.WITHDRAWN,
        }
    ),
    State.NEEDS_INFO: frozenset({State.IN_REVIEW, State.REJECTED, State.WITHDRAWN}),
    State.IN_REVIEW: frozenset(
        {State.NEEDS_INFO, State.OFFERED, State.WAITLISTED, State.REJECTED, State.WITHDRAWN}
    ),
    State.WAITLISTED: frozenset({State.OFFERED, State.REJECTED, State.WITHDRAWN}),
    State.OFFERED: frozenset({State.CONFIRMED, State.LAPSED, State.WITHDRAWN}),
    State.LAPSED: frozenset(),
    State.CONFIRMED: frozenset({State.CONTRACT, State.ENROLLED, State.WITHDRAWN}),
    State.CONTRACT: frozenset({State.ENROLLED, State.WITHDRAWN}),
    State.ENROLLED: frozenset({State.STUDYING, State.WITHDRAWN}),
    State.STUDYING: frozenset({State.ASSESSMENT, State.EXPELLED, State.WITHDRAWN}),
    State.ASSESSMENT: frozenset({State.COMPLETED, State.EXPELLED, State.WITHDRAWN}),
    State.COMPLETED: frozenset(),
    State.EXPELLED: frozenset(),
    State.REJECTED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
_TAKING = frozenset(
    {
        State.SUBMITTED,
        State.NEEDS_INFO,
        State.IN_REVIEW,
        State.OFFERED,
        State.CONFIRMED,
        State.CONTRACT,
        State.ENROLLED,
        State.STUDYING,
        State.ASSESSMENT,
    }
)


class BadMove(Exception):
    """The table of moves does not allow it."""


@dataclass(frozen=True, kw_only=True)
class Enrolment:
    id: int
    person_id: int
    programme: str
    group_code: str
    state: State
    city: str | None
    education: Education | None
    daypart: DayPart | None
    applied_at: datetime
    waiting_since: datetime | None = None
    decide_by: datetime | None = None  # of an offered place
    bundle: int | None = None  # the trajectory that it was sent with, together with others
    version: int | None = None  # of the programme, as it was when they applied
    module_then: Module | None = None  # where it is for a module alone: as it was then

    @property
    def number(self) -> str:
        """The receipt number, for people: year and counter, «26-00012»."""
        return f"{self.applied_at:%y}-{self.id:05d}"


@dataclass(frozen=True, kw_only=True)
class Move:
    from_state: State | None
    to_state: State
    actor: str
    reason: str
    moved_at: datetime


def check_move(before: State, after: State) -> None:
    """Raises BadMove."""
    if after not in MOVES[before]:
        raise BadMove(f"{before} -> {after}")


def state_for_newcomer(seats: int, taken: int, waiting: int) -> State:
    """A place that is free belongs to those who wait, so nobody overtakes them."""
    return State.SUBMITTED if taken < seats and not waiting else State.WAITLISTED


def in_order(waiting: Sequence[Enrolment]) -> list[Enrolment]:
    """First come, first served. Ties go to the lower number, so replays agree."""
    return sorted(waiting, key=lambda e: (e.waiting_since or e.applied_at, e.id))
