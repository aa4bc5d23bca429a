"""How an event comes to be announced and changed. Rules only."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import Refusal
from bot.domain.event_fields import Field
from bot.domain.events import Change, Event

USUAL_LENGTH = timedelta(hours=2)
FIRST = (
    Field.TITLE_RU,
    Field.WHEN,
    Field.CITY,
    Field.PLACE,
    Field.LINK,
    Field.FOR_WHOM,
    Field.CAPACITY,
    Field.GROUPS,
)


class EventIsOver(Refusal):
    """Held and cancelled events stay as they were."""

    text = "announcements-over"


@dataclass(frozen=True, kw_only=True)
class Untold:
    """Changes of an announced event, together, since people were last told."""

    before: Event
    found: tuple[Change, ...]
    heads: int  # who have to be told
    asleep: bool  # it is night, and the event is not near
    settled: bool  # nothing was changed for a while


class NotReady(Exception):
    """Something is missing before the event can be announced."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.field = field


def lacking(event: Event, now: datetime) -> tuple[Field, ...]:
    """What an event needs before it can be announced."""
    missing = []
    if not event.title_ru:
        missing.append(Field.TITLE_RU)
    if event.starts_at <= now:
        missing.append(Field.WHEN)
    if not event.online and not event.place:
        missing.append(Field.PLACE)
    if event.online and not event.link:
        missing.append(Field.LINK)
    if event.grades is None and not event.adults:
        missing.append(Field.FOR_WHOM)
    if event.capacity < 1:
        missing.append(Field.CAPACITY)
    return tuple(missing)


def next_field(field: Field, event: Event) -> Field | None:
    """What is asked after `field` while an event is new; None: the card."""
    if field not in FIRST:
        return None
    needless = {Field.PLACE if event.online else Field.LINK}
    if event.grades is None:
        needless.add(Field.GROUPS)
    following = FIRST[FIRST.index(field) + 1 :]
    return next((f for f in following if f not in needless), None)


def every_week(event: Event, times: int, zone: ZoneInfo) -> list[Event]:
    """The same on the following weeks, at the same time on the wall."""
    series = event.series or event.slug
    starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    repeated = []
    for week in range(1, times + 1):
        later = timedelta(weeks=week)  # wall time: the zone's offset may change meanwhile
        ahead = None if event.deadline is None else event.deadline.astimezone(zone) + later
        repeated.append(
            replace(
                event, series=series, starts_at=starts + later, ends_at=ends + later, deadline=ahead
            )
        )
    return repeated
