"""Moments as they are stored: UTC, ISO 8601, so that text order is time order."""

from datetime import UTC, datetime


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored)


def optional_stamp(value: datetime | None) -> str | None:
    return None if value is None else stamp(value)


def optional_moment(stored: str | None) -> datetime | None:
    return None if stored is None else moment(stored)
