"""Asking for a human: what about, who answers, until when. Nothing personal is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from unicodedata import category

from bot.domain.errors import Refusal
from bot.domain.inbox import MAX_TYPED
from bot.domain.people import AgeBand, Person, Role, Standing
from bot.domain.questionnaires import Wording

REMIND_AFTER = timedelta(hours=24)
ANSWER_WITHIN = timedelta(hours=48)
FAQ_SHOWN = 4  # beside them stands the way to ask something else


class GrownUpAsks(Refusal):
    """Under 14 nobody can agree that what they write is kept (152-ФЗ art. 9 part 6; ГК art. 28)."""

    text = "consultations-error-under-14"


class TakenByAnother(Refusal):
    text = "consultations-error-taken"


class NotYours(Refusal):
    """Only who has taken a question answers it."""

    text = "consultations-error-not-yours"


class TooLong(Refusal):
    """What is typed is cut at MAX_TYPED, and half an answer is worse than none."""

    text = "consultations-error-too-long"


class NothingSaid(Refusal):
    text = "consultations-error-nothing-said"


class Topic(StrEnum):
    CHOICE = "choice"  # what to choose
    APPLICATION = "application"  # how to apply, what happens with it
    FREE_TRAINING = "free_training"  # may I study free of charge
    TROUBLE = "trouble"  # something does not work
    OTHER = "other"


class ConsultationState(StrEnum):
    NEW = "new"  # waits for somebody to take it
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def waits(self) -> bool:
        """For an answer of ours."""
        return self in (ConsultationState.NEW, ConsultationState.TAKEN)


class BadMove(Exception):
    """A bug: this state does not follow that one."""


MOVES: dict[ConsultationState, frozenset[ConsultationState]] = {
    ConsultationState.NEW: frozenset({ConsultationState.TAKEN, ConsultationState.CLOSED}),
    ConsultationState.TAKEN: frozenset(
        {ConsultationState.NEW, ConsultationState.ANSWERED, ConsultationState.CLOSED}
    ),
    # asked again: back to who answered; to everybody when that one has left
    ConsultationState.ANSWERED: frozenset(
        {ConsultationState.TAKEN, ConsultationState.NEW, ConsultationState.CLOSED}
    ),
    ConsultationState.CLOSED: frozenset({ConsultationState.TAKEN, ConsultationState.NEW}),
}


def check_move(before: ConsultationState, after: ConsultationState) -> None:
    """Raises BadMove."""
    if after not in MOVES[before]:
        raise BadMove(f"{before} -> {after}")


@dataclass(frozen=True, kw_only=True)
class Consultation:
    id: int
    person_id: int
    topic: Topic
    state: ConsultationState
    asked_at: datetime
    owner: int | None = None  # the number of who has taken it
    waiting_since: datetime | None = None  # for an answer; None: nobody waits
    reminded_at: datetime | None = None
    escalated_at: datetime | None = None

    @property
    def due(self) -> datetime | None:
        """When somebody has waited too long."""
        return None if self.waiting_since is None else self.waiting_since + ANSWER_WITHIN

    def is_overdue(self, now: datetime) -> bool:
        return self.due is not None and self.due <= now


class Author(StrEnum):
    ASKER = "asker"
    STAFF = "staff"


@dataclass(frozen=True, kw_only=True)
class Message:
    author: Author
    text: str
    sent_at: datetime


class Inbox(StrEnum):
    """What staff look at."""

    WAITING = "waiting"  # nobody has taken it yet
    MINE = "mine"
    EVERY = "every"  # needs SEE_CONSULTATIONS


def may_write(person: Person) -> bool:
    """Who may ask in their own words: guardians and teachers, and whoever is 14 or older."""
    grown_up = person.role in (Role.GUARDIAN, Role.TEACHER)
    return grown_up or person.age_band not in (None, AgeBand.UNDER_14)


def is_minor(person: Person) -> bool:
    return person.age_band in (AgeBand.UNDER_14, AgeBand.FROM_14)


def expires(person: Person) -> bool:
    """A guest's questions go with the guest, after a day without a word."""
    return person.standing is Standing.GUEST


def said(typed: str) -> str:
    """What was typed, without signs that nobody sees and that turn a text round.

    Raises TooLong and NothingSaid.
    """
    if len(typed) >= MAX_TYPED:
        raise TooLong(limit=MAX_TYPED)
    kept = "".join(c for c in typed if c == "\n" or category(c) not in ("Cc", "Cf", "Cs", "Co"))
    if not any(c.isalnum() for c in kept):
        raise NothingSaid
    return kept.strip()


@dataclass(frozen=True, kw_only=True)
class OfficeHours:
    """When specialists answer, in the time of the Center."""

    days: frozenset[int] = frozenset({1, 2, 3, 4, 5})  # ISO: 1 is Monday
    opens: time = time(9)
    closes: time = time(18)

    def is_open(self, local: datetime) -> bool:
        return local.isoweekday() in self.days and self.opens <= local.time() < self.closes

    def next_opening(self, local: datetime) -> datetime:
        """The first one after this moment, on the same clock."""
        coming = (
            datetime.combine(local.date() + timedelta(days=n), self.opens, local.tzinfo)
            for n in range(8)
        )
        return next(day for day in coming if day > local and day.isoweekday() in self.days)


@dataclass(frozen=True, kw_only=True)
class FaqAnswer:
    """A question that is asked often, with its answer, for everybody: nobody is addressed."""

    id: str
    topics: Sequence[Topic]
    question: Wording
    answer: Wording
