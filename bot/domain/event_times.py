"""When an event is, as staff type it: «05.12 10:00-12:00», «5 декабря в 15:00», «завтра 15:00»."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.typed_times import MONTHS, read_moment

NIGHT = timedelta(hours=12)  # an end before the start is on the next day, if it is as near as this
LONGEST = timedelta(days=31)
_DAY = (
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?"
    r"|\d{1,2} [а-яёa-z]+(?: \d{4})?|[а-яёa-z]+"
)
_CLOCK = r"\d{1,2}[:.]\d{2}"
_SPAN = re.compile(
    rf"(?P<day>{_DAY}) (?P<clock>{_CLOCK})"
    rf"(?: ?(?:-|до) ?(?:(?P<last>{_DAY}) )?(?P<until>{_CLOCK}))?"
)


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a typed time is read with; `near`: the day that a date without a year is close to."""

    now: datetime
    near: date
    zone: ZoneInfo


@dataclass(frozen=True, kw_only=True)
class Span:
    starts_at: datetime
    ends_at: datetime | None  # None: not said


def read_span(typed: str, around: Around) -> Span | None:
    """None when it cannot be read. The end may be before the start: then it makes no sense."""
    said = re.sub(r"[–—−]", "-", typed.casefold()).replace(",", " ")
    found = _SPAN.fullmatch(" ".join(re.sub(r"(?:^|\s)(?:в|во|с|at)\s", " ", said).split()))
    if found is None:
        return None
    try:
        day = _day(found["day"], around)
        starts = datetime.combine(day, _clock(found["clock"]), around.zone)
        if not found["until"]:
            return Span(starts_at=starts, ends_at=None)
        last = _day(found["last"], around) if found["last"] else day
        ends = datetime.combine(last, _clock(found["until"]), around.zone)
    except ValueError:
        return None
    if not found["last"] and ends < starts and ends + timedelta(days=1) - starts <= NIGHT:
        ends += timedelta(days=1)
    return Span(starts_at=starts, ends_at=ends)


def _day(said: str, around: Around) -> date:
    """Raises ValueError."""
    if numbers := re.fullmatch(r"(\d{4})-(\d+)-(\d+)", said):
        return date(int(numbers[1]), int(numbers[2]), int(numbers[3]))
    if numbers := re.fullmatch(r"(\d+)[./](\d+)(?:[./](\d+))?", said):
        return _near(int(numbers[1]), int(numbers[2]), numbers[3], around.near)
    if words := re.fullmatch(r"(\d+) (\D+?)(?: (\d+))?", said):
        return _near(int(words[1]), _month(words[2]), words[3], around.near)
    meant = read_moment(f"{said} 23:59", around.now.astimezone(around.zone))
    if meant is None:
        raise ValueError(said)
    return meant.date()


def _month(word: str) -> int:
    """0 for none."""
    return next((n for n, m in enumerate(MONTHS, 1) if word.startswith(tuple(m.split()))), 0)


def _near(day: int, month: int, year: str | None, near: date) -> date:
    """Without a year: that of `near`, or the next when the day is half a year ago."""
    if year:
        return date(int(year) if len(year) > 2 else 2000 + int(year), month, day)
    found = date(near.year, month, day)
    return found if found >= near - timedelta(days=183) else date(near.year + 1, month, day)


def _clock(said: str) -> time:
    """Raises ValueError."""
    hour, minute = re.split("[:.]", said)
    return time(int(hour), int(minute))
