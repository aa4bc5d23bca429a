"""Who was there: a code at the door that changes every minute, or a list that staff tap."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.events import Event, State
from bot.domain.participations import Kind, Participation
from bot.domain.participations import State as Place

DIGITS = 6
EVERY = timedelta(minutes=1)
VALID = 2  # codes: the one shown, and the one before it for whoever types slowly
DOORS_OPEN = timedelta(hours=1)  # before the start
DOORS_CLOSE = timedelta(hours=3)  # after the end
MORE_HEADS = 10  # than places: who came along without a word


def code_at(secret: str, now: datetime, ago: int = 0) -> str:
    """`ago`: so many codes before. Made as in RFC 4226, of the minute instead of a counter."""
    step = int(now.timestamp() // EVERY.total_seconds()) - ago
    digest = hmac.digest(secret.encode(), step.to_bytes(8, "big"), "sha256")
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"


def fits(secret: str, typed: str, now: datetime) -> bool:
    said = "".join(typed.split())
    valid = (code_at(secret, now, ago) for ago in range(VALID))
    return any(hmac.compare_digest(said.encode(), code.encode()) for code in valid)


def doors_are_open(event: Event, now: datetime) -> bool:
    return event.starts_at - DOORS_OPEN <= now <= event.ends_at + DOORS_CLOSE


def takes_counts(event: Event, now: datetime) -> bool:
    """Whether heads may be counted, and counted again: until the report is handed in."""
    goes_on = event.state.is_announced or event.state is State.HELD
    return goes_on and event.starts_at - DOORS_OPEN <= now


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What monitoring asks of one event. A class counts heads and no people."""

    people: int  # different persons who were there
    heads: int  # participations: those persons, who came with them, and the pupils of classes
    absent: int  # heads that were expected and did not come
    classes: int
    waiting: int


def tally(participations: Sequence[Participation]) -> Tally:
    came = [p for p in participations if p.state is Place.ATTENDED]
    missed = [p for p in participations if p.state in (Place.ABSENT, Place.REGISTERED)]
    return Tally(
        people=sum(p.kind is Kind.PERSON for p in came),
        heads=sum(heads(p) for p in came),
        absent=sum(p.places for p in missed),
        classes=sum(p.kind is Kind.CLASS for p in came),
        waiting=sum(p.state is Place.WAITING for p in participations),
    )


def heads(participation: Participation) -> int:
    """As counted at the door, else as registered."""
    came = participation.came
    return participation.places if came is None else came
