"""Dates in words: «чт, 5 марта, 15:00»."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.texts import Texts

FAR = timedelta(days=300)  # from here on the year is said too


def day(value: date, t: Texts, today: date | None = None) -> str:
    """`today`: where it is known, a day that is far from it has its year."""
    said = t.plain(
        "dates-day",
        weekday=t.plain(f"dates-weekday-{value.isoweekday()}"),
        day=value.day,
        month=t.plain(f"dates-month-{value.month}"),
    )
    return f"{said} {value.year}" if today and abs(value - today) > FAR else said


def short(value: date, t: Texts) -> str:
    """For buttons: «5 марта»."""
    return t.plain("dates-short", day=value.day, month=t.plain(f"dates-month-{value.month}"))


def moment(value: datetime, zone: ZoneInfo, t: Texts, today: date | None = None) -> str:
    local = value.astimezone(zone)
    return t.plain("dates-moment", day=day(local.date(), t, today), time=f"{local:%H:%M}")
