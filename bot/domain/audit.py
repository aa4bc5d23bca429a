"""What staff have changed: a list that only grows, each row sealed over the one before it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from bot.domain.times import stamp

GENESIS = "0" * 64  # stands where the first row names the hash of the one before it
COMMAND_LINE = ""  # the actor of what was done by `traektoria`
MAX_LENGTH = 300  # characters of `subject`, `before` and `after`


class Action(StrEnum):
    """`<kind>.<what>`; every feature adds its own, with a text `audit-action-<kind>-<what>`."""

    STAFF_INVITED = "staff.invited"
    STAFF_GRANTED = "staff.granted"
    STAFF_REVOKED = "staff.revoked"
    TROUBLE_CLEARED = "trouble.cleared"
    CONSULTATION_TAKEN = "consultation.taken"
    CONSULTATION_RELEASED = "consultation.released"
    CONSULTATION_ANSWERED = "consultation.answered"
    EVENT_CREATED = "event.created"
    EVENT_CHANGED = "event.changed"
    EVENT_MOVED = "event.moved"
    EVENT_ATTENDANCE = "event.attendance"
    CATALOGUE_IMPORTED = "catalogue.imported"
    CATALOGUE_UNDONE = "catalogue.undone"
    CATALOGUE_CONFIRMED = "catalogue.confirmed"
    BROADCAST_BEGUN = "broadcast.begun"
    BROADCAST_CHANGED = "broadcast.changed"
    BROADCAST_DISCARDED = "broadcast.discarded"
    BROADCAST_SEGMENT = "broadcast.segment"  # an audience was given a name
    BROADCAST_SUBMITTED = "broadcast.submitted"
    BROADCAST_APPROVED = "broadcast.approved"
    BROADCAST_SENT_BACK = "broadcast.sent-back"
    BROADCAST_TAKEN_BACK = "broadcast.taken-back"
    BROADCAST_PAUSED = "broadcast.paused"
    BROADCAST_RESUMED = "broadcast.resumed"
    BROADCAST_STOPPED = "broadcast.stopped"

    @property
    def kind(self) -> str:
        return self.partition(".")[0]


KINDS = tuple(dict.fromkeys(action.kind for action in Action))


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`actor` is the number of a person, and nothing else that would be personal stands here: so
    the chain stays whole when somebody is erased, and the number then leads nowhere."""

    id: int  # 1 for the first, without gaps
    at: datetime
    actor: str
    action: str
    subject: str
    before: str
    after: str
    previous_hash: str
    hash: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """How long the chain is and what it ends with."""

    id: int
    hash: str

    def __str__(self) -> str:
        return f"{self.id}:{self.hash}"

    @classmethod
    def parse(cls, written: str) -> "Head":
        """Raises ValueError."""
        number, _, digest = written.partition(":")
        return cls(id=int(number), hash=digest)


NOTHING = Head(id=0, hash=GENESIS)


def sealed(entry: Entry) -> Entry:
    """With the hash over everything else in it, as a JSON list."""
    values = [
        entry.id,
        stamp(entry.at),
        entry.actor,
        entry.action,
        entry.subject,
        entry.before,
        entry.after,
        entry.previous_hash,
    ]
    row = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return replace(entry, hash=sha256(row.encode()).hexdigest())


@dataclass(frozen=True, kw_only=True)
class Break:
    """Where the chain was tampered with."""

    id: int
    missing: bool  # else the row is there and is not what it was


def first_break(entries: Iterable[Entry], last: Head, *noted: Head) -> Break | None:
    """`entries` from the first; `last`: how the chain ends; `noted`: heads kept elsewhere.

    A changed row does not match its hash, an inserted or removed one the hash that the next row
    names; what was removed from the end, or added there, does not match `last`.
    """
    wanted = {head.id: head.hash for head in (last, *noted) if head.id}
    head = NOTHING
    for entry in entries:
        if entry.id != head.id + 1:
            return Break(id=head.id + 1, missing=True)
        follows = entry.previous_hash == head.hash and entry.id <= last.id
        if not follows or not entry.hash == sealed(entry).hash == wanted.get(entry.id, entry.hash):
            return Break(id=entry.id, missing=False)
        head = Head(id=entry.id, hash=entry.hash)
    return Break(id=head.id + 1, missing=True) if max(wanted, default=0) > head.id else None
