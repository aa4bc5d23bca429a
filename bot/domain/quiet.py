"""The hours when nobody is written to who has not just written: 21:00-09:00 at the Center."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM, QUIET_UNTIL = time(21), time(9)


def is_quiet(now: datetime, zone: ZoneInfo) -> bool:
    return not QUIET_UNTIL <= now.astimezone(zone).time() < QUIET_FROM


def allowed_from(now: datetime, zone: ZoneInfo) -> datetime:
    """`now` itself, or the morning after it."""
    if not is_quiet(now, zone):
        return now
    local = now.astimezone(zone)
    return _at(local.date() + timedelta(days=local.time() >= QUIET_FROM), QUIET_UNTIL, zone)


def done_at(start: datetime, takes: timedelta, zone: ZoneInfo) -> datetime:
    """When work ends that takes so long and rests in quiet hours."""
    while True:
        start = allowed_from(start, zone)
        evening = _at(start.astimezone(zone).date(), QUIET_FROM, zone)
        if takes <= evening - start:
            return start + takes
        takes -= evening - start
        start = evening


def _at(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """In UTC: two moments of one zone would be subtracted by the clock on the wall."""
    return datetime.combine(day, hour, zone).astimezone(UTC)
