"""Dates in words: «чт, 5 марта, 15:00»."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.texts import Texts


def day(value: date, t: Texts) -> str:
    return t.plain(
        "dates-day",
        weekday=t.plain(f"dates-weekday-{value.isoweekday()}"),
        day=value.day,
        month=t.plain(f"dates-month-{value.month}"),
    )


def short(value: date, t: Texts) -> str:
    """For buttons: «5 марта»."""
    return t.plain("dates-short", day=value.day, month=t.plain(f"dates-month-{value.month}"))


def moment(value: datetime, zone: ZoneInfo, t: Texts) -> str:
    local = value.astimezone(zone)
    return t.plain("dates-moment", day=day(local.date(), t), time=f"{local:%H:%M}")
