"""A file that calendars take in: events and lessons, as RFC 5545 writes them."""

from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, ConfigDict, Field, with_config

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCER = "-//Traektoria//Events//RU"
AGAIN = timedelta(hours=1)  # after which a calendar looks at a feed again
MOST_ENTRIES = 1000
DAY, YEAR = timedelta(days=1), timedelta(days=366)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Entry:
    """One event, or, with `until`, the lessons of one weekday up to then.

    The same `uid` is the same entry: the higher `sequence` holds (RFC 5546, 2.1.4).
    """

    uid: str
    sequence: Annotated[int, Field(ge=0)]
    stamped_at: AwareDatetime  # when what it says was last changed
    title: str
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    place: str = ""
    about: str = ""
    url: str = ""
    cancelled: bool = False
    until: AwareDatetime | None = None


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class CalendarFile:
    """`subscribed`: a feed that is looked at again and again, and not taken in once."""

    name: str
    zone: str  # in which its times are written
    organiser: str
    email: str
    entries: Annotated[tuple[Entry, ...], Field(max_length=MOST_ENTRIES)]
    subscribed: bool = False


def ics(file: CalendarFile) -> bytes:
    """UTF-8 with CRLF, folded after 75 octets."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if file.subscribed:
        _call_again(calendar, file.name)
    else:
        calendar.add("method", "PUBLISH")
    _add_zone(calendar, file)
    for entry in file.entries:
        calendar.add_component(_event(entry, file))
    return bytes(calendar.to_ical())


def _call_again(calendar: "Calendar", name: str) -> None:
    """RFC 7986, 5.1 and 5.7; the X- ones are what older calendars know."""
    from icalendar import vDuration

    interval = vDuration(AGAIN)
    interval.params["VALUE"] = "DURATION"
    calendar.add("name", _clean(name))
    calendar.add("x-wr-calname", _clean(name))
    calendar.add("refresh-interval", interval)
    calendar.add("x-published-ttl", vDuration(AGAIN))


def _event(entry: Entry, file: CalendarFile) -> "Event":
    from icalendar import Event, vCalAddress

    event, zone = Event(), ZoneInfo(file.zone)
    organiser = vCalAddress(f"mailto:{file.email}")
    organiser.params["CN"] = _clean(file.organiser).replace('"', "'")
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamped_at.astimezone(UTC))
    event.add("last-modified", entry.stamped_at.astimezone(UTC))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("summary", _clean(entry.title))
    event.add("dtstart", entry.starts_at.astimezone(zone))
    event.add("dtend", entry.ends_at.astimezone(zone))
    event.add("organizer", organiser)
    said = (("location", entry.place), ("description", entry.about), ("url", entry.url))
    for name, value in said:
        if value:
            event.add(name, _clean(value))
    if entry.until is not None:
        event.add("rrule", {"freq": "weekly", "until": entry.until.astimezone(UTC)})
    return event


def _add_zone(calendar: "Calendar", file: CalendarFile) -> None:
    """What the zone's name means, for a year more than is needed."""
    from icalendar import Timezone

    about = {}
    if file.entries:
        first = min(entry.starts_at for entry in file.entries)
        last = max(entry.until or entry.ends_at for entry in file.entries)
        about = {"first_date": (first - DAY).date(), "last_date": (last + YEAR).date()}
    calendar.add_component(Timezone.from_tzid(file.zone, **about))


def _clean(text: str) -> str:
    """Without signs that have no shape; only line breaks stay."""
    spaced = (" " if c.isspace() and c != "\n" else c for c in text)
    return "".join(c for c in spaced if c == "\n" or c.isprintable())
