from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.typed_times import read_moment

ZONE = ZoneInfo("Asia/Novokuznetsk")
NOW = datetime(2026, 3, 2, 12, tzinfo=ZONE)  # a Monday


def at(day: str, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("завтра 10:00", at("2026-03-03", "10:00")),
        ("Завтра в 10.30", at("2026-03-03", "10:30")),
        ("10:00 завтра", at("2026-03-03", "10:00")),
        ("послезавтра", at("2026-03-04", "10:00")),
        ("13:00", at("2026-03-02", "13:00")),
        ("10:00", at("2026-03-03", "10:00")),
        ("сегодня 18:30", at("2026-03-02", "18:30")),
        ("пт в 18:30", at("2026-03-06", "18:30")),
        ("в пятницу 9:05", at("2026-03-06", "09:05")),
        ("понедельник", at("2026-03-09", "10:00")),
        ("5 марта 10:00", at("2026-03-05", "10:00")),
        ("5 мая, 9:05", at("2026-05-05", "09:05")),
        ("05.03 9:00", at("2026-03-05", "09:00")),
        ("1.1 10:00", at("2027-01-01", "10:00")),
        ("05.02.2027 9:00", at("2027-02-05", "09:00")),
        ("tomorrow 10:00", at("2026-03-03", "10:00")),
        ("fri at 9:00", at("2026-03-06", "09:00")),
    ],
)
def test_a_moment_is_read_as_it_is_meant(typed: str, meant: datetime) -> None:
    assert read_moment(typed, NOW) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "скоро", "завтра утром", "31 февраля", "сегодня 11:00", "05.03.2020 9:00", "25:00",
     "5 марта 2029 10:00", "10:00 11:00"],
)  # fmt: skip
def test_what_is_unclear_or_past_or_far_away_is_asked_again(typed: str) -> None:
    assert read_moment(typed, NOW) is None
