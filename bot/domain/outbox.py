"""Messages on their way out: what may happen to one, and what we do when we cannot know."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, NotRequired, TypedDict

MAX_INTERRUPTIONS = 10  # our own deaths prove nothing against a message, but one may be their cause
LONGEST_DOUBT = 120  # seconds
MAX_PAUSE = 30.0  # seconds; whoever waits for an answer is answered soon after an outage


class Lane(IntEnum):
    """Lower goes first."""

    REPLY = 0
    TRANSACTION = 1
    REMINDER = 2
    BROADCAST = 3

    @property
    def bulk(self) -> bool:
        return self >= Lane.REMINDER


class Policy(StrEnum):
    """No channel lets us repeat a send safely, so every row says which mistake is the lesser."""

    AT_MOST_ONCE = "at_most_once"
    AT_LEAST_ONCE = "at_least_once"


class State(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    SKIPPED = "skipped"


class Outcome(StrEnum):
    SENT = "sent"
    NOT_SENT_RETRY = "not_sent_retry"
    NOT_SENT_FINAL = "not_sent_final"
    AMBIGUOUS = "ambiguous"
    INTERRUPTED = "interrupted"  # the bot died while it was on the wire
    CHAT_CLOSED = "chat_closed"
    MOVED = "moved"  # the chat has another address now; certainly not sent


class Skipped(StrEnum):
    """Our own reasons not to send what was staged; any other is what a closed chat has said."""

    EXPIRED = "expired"
    FORGOTTEN = "forgotten"  # the person was erased
    STOPPED = "stopped"  # staff stopped the mailing


class ButtonBody(TypedDict):
    label: str
    data: NotRequired[str]  # the sealed payload; else it opens `url`
    url: NotRequired[str]


class AttachmentBody(TypedDict):
    """A picture or a file that is drawn from its recipe only when it is sent (bot/drawings)."""

    photo: bool
    name: str
    recipe: dict[str, Any]


class FileBody(TypedDict):
    """A picture or a document that the channel keeps under this id."""

    photo: bool
    id: str


class Body(TypedDict):
    text: str  # HTML with b, i, u, s, code, pre, a
    rows: list[list[ButtonBody]]
    attachment: NotRequired[AttachmentBody]
    file: NotRequired[FileBody]
    forgets: NotRequired[bool]  # the last words to somebody who was erased: kept only until sent
    deletes: NotRequired[str]  # a message of the person to take out of the chat, and nothing else


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    dedupe_key: str
    channel: str
    chat: str
    lane: Lane
    policy: Policy
    body: Body
    edits: str | None = None  # the message to replace; a new one is sent when it is gone
    not_before: float = 0.0  # seconds since 1970
    expires_at: float | None = None  # seconds since 1970; later it is skipped
    batch: int | None = None  # the broadcast that it belongs to, which alone says when it may go
    person: int | None = None  # for whom the body of a batch's row is composed when it goes


@dataclass(frozen=True, kw_only=True)
class Queued(Outgoing):
    """`attempts` counts the one under way; the other two count those that ended in doubt before."""

    id: int
    attempts: int
    ambiguous: int = 0
    interrupted: int = 0
    paid: bool = False  # goes above the free rate, for a fee

    @property
    def doubtful_tries(self) -> int:
        """After how many tries that nobody knows the end of we leave it at that."""
        if self.policy is Policy.AT_MOST_ONCE:
            return 1
        if self.edits is not None:
            return 8  # the same edit twice is one edit
        return 3 if self.lane is Lane.REPLY else 5  # who asked can ask again


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What has become of one row of a mailing, without what it said and where."""

    person: int | None  # None: erased since
    state: State
    error: str | None
    at: datetime | None  # None: not yet


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a channel says about one attempt."""

    outcome: Outcome
    message: str | None = None
    retry_after: float | None = None  # set only when the channel asked us to slow down
    error: str | None = None
    chat: str | None = None  # the new address of a chat that has moved
    unpaid: bool = False  # the channel could not collect its fee


@dataclass(frozen=True, kw_only=True)
class Batch:
    """A mailing whose rows may go now."""

    id: int
    paid_messages: int = 0  # how many of them may still go above the free rate


def next_state(outcome: Outcome, row: Queued) -> State:
    match outcome:
        case Outcome.SENT:
            return State.SENT
        case Outcome.NOT_SENT_RETRY | Outcome.MOVED:
            return State.QUEUED
        case Outcome.NOT_SENT_FINAL:
            return State.FAILED
        case Outcome.CHAT_CLOSED:
            return State.SKIPPED
        case Outcome.AMBIGUOUS:
            return State.QUEUED if row.ambiguous + 1 < row.doubtful_tries else State.UNKNOWN
        case Outcome.INTERRUPTED:
            once = row.policy is Policy.AT_MOST_ONCE
            last = once or row.interrupted + 1 >= MAX_INTERRUPTIONS
            return State.UNKNOWN if last else State.QUEUED


def pause_before_retry(report: Report, attempts: int) -> float:
    """Seconds. What may have arrived is tried again more slowly: an outage is over in minutes."""
    if report.outcome is Outcome.AMBIGUOUS:
        return float(min(3 ** min(attempts, 6), LONGEST_DOUBT))
    return max(report.retry_after or 0.0, min(2.0 ** min(attempts - 1, 10), MAX_PAUSE))
