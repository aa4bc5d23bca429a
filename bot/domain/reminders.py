"""When somebody who comes to an event is written to, worked out from the data each time anew.

Moments are never stored jobs: a plan is made of the event, the registration and the person's own
wishes, and made again when one of them changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.events import Event
from bot.domain.participations import Kind, Participation
from bot.domain.quiet import QUIET_FROM, QUIET_UNTIL, allowed_from, is_quiet

EVENING = time(20)  # where what falls into the quiet hours goes, the day before
EVE_AT = time(18)
NEAR = timedelta(hours=12)  # then a change cannot wait for the morning
FEEDBACK_AFTER = timedelta(hours=1)
FEEDBACK_NEXT_DAY = time(10)


class Rule(StrEnum):
    """Who is reminded when; a lead time of staff or of a person is `lead-<minutes>`."""

    WEEK = "week"  # of a class, 7 days before
    EVE = "eve"  # the day before at 18:00
    HOURS = "hours"  # 2 hours before
    LINK = "link"  # online, 15 minutes before, with the link
    FEEDBACK = "feedback"  # afterwards: how was it


class State(StrEnum):
    PLANNED = "planned"
    QUEUED = "queued"  # handed to the outbox, which knows more
    SENT = "sent"
    UNKNOWN = "unknown"  # may have arrived; never sent twice
    FAILED = "failed"
    BLOCKED = "blocked"
    SKIPPED = "skipped"


class Reason(StrEnum):
    """Why one was skipped."""

    LATE = "late"  # registered after it was due
    PAST = "past"  # nobody could send it in time
    MOVED = "moved"  # the event has other times now
    CANCELLED = "cancelled"  # the event
    NOT_COMING = "not_coming"
    MUTED = "muted"
    MERGED = "merged"  # said together with another one
    ERASED = "erased"


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What a person wants: minutes before the start; None = as usual, empty = nothing."""

    lead_times: tuple[int, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Planned:
    rule: str
    due_at: datetime
    skipped: Reason | None = None


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """One line of the ledger."""

    id: int
    event_id: int
    participation_id: int
    person_id: int | None
    rule: str
    version: int  # of the event's times
    due_at: datetime
    state: State
    reason: Reason | None = None

    @property
    def key(self) -> str:
        """The same reminder is the same row of the outbox, however often it is handed over."""
        return f"remind:{self.participation_id}:{self.version}:{self.rule}"


def plan(
    event: Event,
    participation: Participation,
    wishes: Wishes,
    zone: ZoneInfo,
    since: datetime,
    fresh: bool = True,
) -> tuple[Planned, ...]:
    """Everything that this registration is to be told, first due first.

    What was due before `since` is late. Who registers late gets the nearest one that is still to
    come; when a `fresh` registration has none, the one that was due last, at once.
    """
    moments = sorted(_moments(event, participation, wishes, zone), key=lambda m: m[1])
    kept = [m for m in moments if m[1] > since] or (moments[-1:] if fresh else [])
    planned = [
        Planned(rule=rule, due_at=due, skipped=None if (rule, due) in kept else Reason.LATE)
        for rule, due in moments
    ]
    return (*planned, Planned(rule=Rule.FEEDBACK, due_at=feedback_at(event, zone)))


def _moments(
    event: Event, participation: Participation, wishes: Wishes, zone: ZoneInfo
) -> list[tuple[str, datetime]]:
    if wishes.lead_times is not None:
        found = _leads(event, wishes.lead_times)
    elif event.lead_times is not None:
        found = _leads(event, event.lead_times)
    else:
        found = [(Rule.EVE.value, _eve(event, zone)), *_leads_of(Rule.HOURS, event, hours=2)]
        if participation.kind is Kind.CLASS:
            found += _leads_of(Rule.WEEK, event, days=7)
    if event.online and event.link and wishes.lead_times != ():
        found += _leads_of(Rule.LINK, event, minutes=15)
    return [(rule, awake(due, zone)) for rule, due in found]


def _leads(event: Event, minutes: Sequence[int]) -> list[tuple[str, datetime]]:
    return [(f"lead-{m}", event.starts_at - timedelta(minutes=m)) for m in sorted(set(minutes))]


def _leads_of(rule: Rule, event: Event, **before: int) -> list[tuple[str, datetime]]:
    return [(rule.value, event.starts_at - timedelta(**before))]


def _eve(event: Event, zone: ZoneInfo) -> datetime:
    day_before = event.starts_at.astimezone(zone).date() - timedelta(days=1)
    return datetime.combine(day_before, EVE_AT, zone)


def tell_at(now: datetime, starts_at: datetime, zone: ZoneInfo) -> datetime:
    """When somebody is told that an event has changed: not at night, unless it is near."""
    return now if starts_at - now < NEAR else allowed_from(now, zone)


def awake(due: datetime, zone: ZoneInfo) -> datetime:
    """Out of the quiet hours, earlier and never later: to the evening before."""
    if not is_quiet(due, zone):
        return due
    local = due.astimezone(zone)
    evening = local.date() - timedelta(days=local.time() < QUIET_UNTIL)
    return datetime.combine(evening, EVENING, zone)


def feedback_at(event: Event, zone: ZoneInfo) -> datetime:
    """An hour after the end, next morning when that is late."""
    local = (event.ends_at + FEEDBACK_AFTER).astimezone(zone)
    if not is_quiet(local, zone):
        return local
    following = local.date() + timedelta(days=local.time() >= QUIET_FROM)
    return datetime.combine(following, FEEDBACK_NEXT_DAY, zone)


def useful_until(rule: str, event: Event) -> datetime:
    """After this the message would only confuse."""
    if rule == Rule.FEEDBACK:
        return event.ends_at + timedelta(days=3)
    return event.starts_at


def same_evening(due_at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether what is due later today can be said with what is due now, in the evening."""
    due, local = due_at.astimezone(zone), now.astimezone(zone)
    return due.date() == local.date() and local.time() >= EVE_AT and due.time() < QUIET_FROM
