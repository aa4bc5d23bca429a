"""One person's calendar: the events and lessons that it holds, and the secret link to it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.events import Event
from bot.domain.network import Group, Module, Programme, Slot

FOLLOWED = timedelta(days=30)  # after the end: so long a change or cancellation can be seen
TOKEN_BYTES = 24


@dataclass(frozen=True, kw_only=True)
class Feed:
    """Whoever has the link reads the calendar; only its hash is stored, so it is shown once."""

    person_id: int
    token_hash: str
    made_at: datetime


@dataclass(frozen=True, kw_only=True)
class Held:
    """An event that the person has a place at, or had."""

    event: Event
    changed_at: datetime


@dataclass(frozen=True, kw_only=True)
class Course:
    """A group that the person studies in; `module`: only that of the programme."""

    group: Group
    programme: Programme
    module: Module | None


def lesson_days(group: Group, slot: Slot) -> tuple[date, date] | None:
    """The first and the last day on which the slot is held; None for a slot that is on none."""
    first = group.starts_on + timedelta(days=(slot.weekday - group.starts_on.weekday()) % 7)
    last = group.ends_on - timedelta(days=(group.ends_on.weekday() - slot.weekday) % 7)
    return (first, last) if first <= last else None
