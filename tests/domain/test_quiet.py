from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.quiet import allowed_from, done_at, is_quiet

KUZBASS, BERLIN = ZoneInfo("Asia/Novokuznetsk"), ZoneInfo("Europe/Berlin")


def local(text: str, zone: ZoneInfo = KUZBASS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "quiet"),
    [
        ("2026-03-02T08:59", True),
        ("2026-03-02T09:00", False),
        ("2026-03-02T20:59", False),
        ("2026-03-02T21:00", True),
        ("2026-03-02T03:00", True),
    ],
)
def test_nobody_is_written_to_from_nine_to_nine(now: str, quiet: bool) -> None:
    assert is_quiet(local(now), KUZBASS) is quiet


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-03-02T12:00", "2026-03-02T12:00"),
        ("2026-03-02T22:00", "2026-03-03T09:00"),
        ("2026-03-02T03:00", "2026-03-02T09:00"),
    ],
)
def test_the_night_ends_at_nine(now: str, then: str) -> None:
    assert allowed_from(local(now), KUZBASS) == local(then)


@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24"])
def test_it_ends_at_nine_also_when_the_clocks_change_in_it(day: str) -> None:
    evening = local(f"{day}T22:00", BERLIN)
    morning = allowed_from(evening, BERLIN)
    assert f"{morning.astimezone(BERLIN):%H:%M}" == "09:00"
    assert not is_quiet(morning, BERLIN)
    assert is_quiet(morning - timedelta(seconds=1), BERLIN)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-03-02T12:00", 3, "2026-03-02T15:00"),
        ("2026-03-02T20:00", 3, "2026-03-03T11:00"),
        ("2026-03-02T23:00", 1, "2026-03-03T10:00"),
        ("2026-03-02T09:00", 30, "2026-03-04T15:00"),
    ],
)
def test_long_work_rests_at_night(start: str, hours: float, end: str) -> None:
    assert done_at(local(start), timedelta(hours=hours), KUZBASS) == local(end)


def test_a_day_that_is_an_hour_longer_takes_an_hour_more() -> None:
    begin = local("2026-10-25T09:00", BERLIN)
    assert done_at(begin, timedelta(hours=12), BERLIN) == local("2026-10-25T21:00", BERLIN)
