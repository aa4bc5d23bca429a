"""Months as people look at them: which are shown, and on which days something is held."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import Refusal
from bot.domain.participations import Coming

MONTHS_AHEAD = 12
YEAR = 12  # months


class NoSuchDay(Refusal):
    text = "calendar-error-day"


def month(day: date) -> date:
    """Its first day stands for a month."""
    return day.replace(day=1)


def later(first: date, months: int) -> date:
    year, number = divmod(first.year * YEAR + first.month - 1 + months, YEAR)
    return date(year, number + 1, 1)


def nearest(wanted: date, today: date) -> date:
    """The month that is wanted, or the nearest that is shown: from this one to a year ahead."""
    return min(max(month(wanted), month(today)), later(month(today), MONTHS_AHEAD))


def days(first: date) -> list[date]:
    length = (later(first, 1) - first).days
    return [first + timedelta(days=n) for n in range(length)]


def named(first: date, typed: str) -> date:
    """The day of the month that is typed: «5», «5 марта». Raises NoSuchDay."""
    number = typed.split()[0] if typed.strip() else ""
    if not number.isdecimal() or not 1 <= int(number) <= len(days(first)):
        raise NoSuchDay
    return first.replace(day=int(number))


def by_day(found: Sequence[Coming], zone: ZoneInfo) -> Mapping[date, list[Coming]]:
    """An event stands on every local day that it touches; days without one are missing."""
    held: dict[date, list[Coming]] = {}
    for coming in found:
        event = coming.event
        day, last = _day(event.starts_at, zone), _day(event.ends_at - timedelta.resolution, zone)
        while day <= last:
            held.setdefault(day, []).append(coming)
            day += timedelta(days=1)
    return {
        day: sorted(held[day], key=lambda c: (c.event.starts_at, c.event.id))
        for day in sorted(held)
    }


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
