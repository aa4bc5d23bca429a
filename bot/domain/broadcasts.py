"""Mailings to many: what one is about, how it lives, who has to agree. Rules only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import outbox
from bot.domain.errors import Refusal
from bot.domain.files import KeptFile
from bot.domain.outbox import Skipped
from bot.domain.segments import Exclusion, Segment

LONGEST = 3500  # UTF-16 units of the text, and below of one that stands beside a picture or a file
LONGEST_BESIDE_FILE = 900
MOST_BUTTONS = 3
FAILURES_IN_A_ROW = 20  # refused for good: then it is the message that is wrong


class Topic(StrEnum):
    """What a mailing is about, and what a person can turn on and off."""

    NEWS = "news"
    CONTEST = "contest"  # olympiads, championships
    EVENT = "event"
    COURSE = "course"
    SERVICE = "service"  # about one's own applications and events
    ADVERT = "advert"  # of employers

    @property
    def on_request(self) -> bool:
        """Off until somebody asks for it: 38-ФЗ art. 18 part 1 for adverts, the rest is manners."""
        return self in (Topic.NEWS, Topic.ADVERT)

    @property
    def for_adults(self) -> bool:
        return self is Topic.ADVERT


class State(StrEnum):
    DRAFT = "draft"
    WAITING = "waiting"  # for a second person to agree
    SCHEDULED = "scheduled"  # at the earliest when the time for second thoughts is over
    GATHERING = "gathering"  # fixes its audience
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"

    @property
    def is_over(self) -> bool:
        return not MOVES[self]


MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.WAITING, State.SCHEDULED}),
    State.WAITING: frozenset({State.DRAFT, State.SCHEDULED, State.STOPPED}),
    State.SCHEDULED: frozenset({State.DRAFT, State.GATHERING, State.STOPPED}),
    State.GATHERING: frozenset({State.RUNNING, State.WAITING, State.STOPPED}),
    State.RUNNING: frozenset({State.PAUSED, State.STOPPED, State.FINISHED}),
    State.PAUSED: frozenset({State.RUNNING, State.STOPPED}),
    State.STOPPED: frozenset(),
    State.FINISHED: frozenset(),
}


class BadMove(Exception):
    """The table of moves does not allow it."""


class NotTheAuthor(Refusal):
    text = "broadcasts-error-not-the-author"


class NobodyReached(Refusal):
    text = "broadcasts-error-nobody"


class NotADraft(Refusal):
    """It was sent for agreement, or is on its way: take it back first."""

    text = "broadcasts-error-not-a-draft"


class Incomplete(Refusal):
    text = "broadcasts-error-incomplete"


class BadLink(Refusal):
    text = "broadcasts-error-link"


class BadFile(Refusal):
    text = "broadcasts-error-file"


class TooLong(Refusal):
    text = "broadcasts-error-too-long"


class OwnBroadcast(Refusal):
    """Whoever wrote it cannot be the second person."""

    text = "broadcasts-error-own"


class Changed(Refusal):
    """It is not any more what was shown to whoever agrees."""

    text = "broadcasts-error-changed"


@dataclass(frozen=True, kw_only=True)
class BroadcastRules:
    """What an installation has set."""

    approve_above: int = 500  # people, from which on a second person has to agree
    undo: timedelta = timedelta(minutes=2)
    rate: float = 30.0  # messages a second, free of charge
    paid_rate: float = (
        0.0  # messages a second in all, where those above `rate` are paid for; 0: off
    )
    most_stars: int = 0  # that one broadcast may cost

    @property
    def sells_speed(self) -> bool:
        return self.paid_rate > self.rate and self.most_stars > 0

    @property
    def top_rate(self) -> float:
        """Messages a second, when everything is paid for that can be."""
        return self.paid_rate if self.sells_speed else self.rate


class Target(StrEnum):
    PROGRAMME = "programme"  # by its code
    LINK = "link"  # by the payload of a link to this bot, such as that of an event


@dataclass(frozen=True, kw_only=True)
class Link:
    """A button under the message."""

    target: Target
    to: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Content:
    text: str = ""  # HTML as bot/domain/markup.py gives it, of that length
    length: int = 0
    text_en: str = ""  # "": everybody gets the Russian one
    length_en: int = 0
    file: KeptFile | None = None
    buttons: tuple[Link, ...] = ()

    @property
    def longest(self) -> int:
        return LONGEST_BESIDE_FILE if self.file else LONGEST

    def in_(self, language: str) -> str:
        return self.text_en or self.text if language == "en" else self.text

    def check(self) -> None:
        """Raises TooLong."""
        length = max(self.length, self.length_en)
        if length > self.longest:
            raise TooLong(length=length, limit=self.longest)


class Fate(StrEnum):
    """What has become of one message, as staff see it."""

    SENT = "sent"
    UNKNOWN = "unknown"
    BLOCKED = "blocked"
    FAILED = "failed"
    SKIPPED = "skipped"
    WAITING = "waiting"


OUR_REASONS = {*Skipped, *Exclusion} - {Exclusion.BLOCKED}


def fate(state: outbox.State, error: str | None) -> Fate:
    """A row that was skipped for none of our own reasons met a closed chat."""
    if state is outbox.State.SKIPPED:
        return Fate.SKIPPED if error in OUR_REASONS else Fate.BLOCKED
    if state in (outbox.State.QUEUED, outbox.State.SENDING):
        return Fate.WAITING
    return Fate(state)


Tally = Mapping[Fate, int]


def tallied(rows: Iterable[tuple[outbox.State, str | None, int]]) -> Tally:
    """Of (state, error, how many)."""
    counts = dict.fromkeys(Fate, 0)
    for state, error, count in rows:
        counts[fate(state, error)] += count
    return counts


@dataclass(frozen=True, kw_only=True)
class Broadcast:
    """`position`, `looked_through`, `reached` and `excluded` say how far everybody has been gone
    through: first to count, later to fix the audience."""

    id: int
    topic: Topic
    state: State
    version: int  # grows with every change, so that nobody agrees to what they have not seen
    author: int  # a person's number, also after that person was erased
    approver: int | None = None
    content: Content = Content()
    segment: Segment = field(default_factory=dict)
    starts_at: datetime | None = None
    paid: bool = False
    paid_messages: int = 0
    position: int = 0  # the last person's number
    looked_through: bool = False
    reached: int = 0
    excluded: Mapping[Exclusion, int] = field(default_factory=dict)
    failures: int = 0  # in a row
    error: str | None = None  # why it was paused
    tally: Tally | None = None  # once it is over
    shown: str = ""  # what its progress message says, as bot/jobs/broadcasts.py keeps it
    created_at: datetime
    submitted_at: datetime | None = None  # for the last time
    started_at: datetime | None = None
    ended_at: datetime | None = None

    def must_be_approved(self, rules: BroadcastRules) -> bool:
        return self.approver is None and self.reached > rules.approve_above


def moved(broadcast: Broadcast, state: State) -> Broadcast:
    """Raises BadMove. What runs again has a new chance."""
    if state not in MOVES[broadcast.state]:
        raise BadMove(f"{broadcast.state} -> {state}")
    if state is State.RUNNING:
        return replace(broadcast, state=state, failures=0, error=None)
    return replace(broadcast, state=state)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a mailing is."""

    sent: int
    settled: int  # sent, or certain not to be, or for ever unknown
    total: int
    per_second: float | None = None  # None: not known yet
    quiet_until: datetime | None = None

    @property
    def share(self) -> float:
        return self.settled / self.total if self.total else 1.0

    @property
    def left(self) -> timedelta | None:
        if not self.per_second:
            return None
        return timedelta(seconds=(self.total - self.settled) / self.per_second)


def progress(counts: Mapping[outbox.State, int]) -> Progress:
    waiting = counts.get(outbox.State.QUEUED, 0) + counts.get(outbox.State.SENDING, 0)
    total = sum(counts.values())
    return Progress(sent=counts.get(outbox.State.SENT, 0), settled=total - waiting, total=total)
