from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import NoSuchDay, by_day, days, later, month, named, nearest
from bot.domain.events import Event
from bot.domain.participations import Coming, Places
from tests.domain.event_builders import event

KUZBASS = ZoneInfo("Asia/Novokuznetsk")
TODAY = date(2026, 3, 12)


def coming(of: Event) -> Coming:
    return Coming(event=of, places=Places(capacity=9, taken=0, waiting=0), hindrance=None)


def at(day: int, hour: int, zone: ZoneInfo = KUZBASS) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=zone)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (date(2026, 5, 31), date(2026, 5, 1)),
        (date(2025, 1, 1), date(2026, 3, 1)),
        (date(2027, 3, 31), date(2027, 3, 1)),
        (date(2027, 4, 1), date(2027, 3, 1)),
    ],
)
def test_months_from_this_one_to_a_year_ahead_are_shown(wanted: date, shown: date) -> None:
    assert nearest(wanted, TODAY) == shown


def test_months_follow_each_other_over_the_year() -> None:
    december = date(2026, 12, 1)
    assert later(december, 1) == date(2027, 1, 1)
    assert later(later(december, 1), -1) == december
    assert [len(days(later(month(TODAY), n))) for n in (-1, 0, 1)] == [28, 31, 30]
    assert len(days(date(2028, 2, 1))) == 29


def test_an_event_stands_on_its_local_day_and_not_on_that_of_greenwich() -> None:
    early = event(starts_at=at(5, 2), ends_at=at(5, 3))
    assert early.starts_at.astimezone(UTC).day == 4
    assert list(by_day([coming(early)], KUZBASS)) == [date(2026, 3, 5)]


def test_an_event_of_several_days_stands_on_each_and_midnight_ends_a_day() -> None:
    forum = event(starts_at=at(5, 10), ends_at=at(6, 16))
    night = event(starts_at=at(5, 20), ends_at=at(6, 0))
    held = by_day([coming(forum), coming(night)], KUZBASS)
    assert {day.day: len(found) for day, found in held.items()} == {5: 2, 6: 1}


def test_a_day_lists_its_events_by_the_clock_and_days_follow_each_other() -> None:
    late, early = event(id=1, starts_at=at(9, 15)), event(id=2, starts_at=at(9, 10))
    first = event(id=3, starts_at=at(2, 10))
    held = by_day([coming(e) for e in (late, early, first)], KUZBASS)
    assert [day.day for day in held] == [2, 9]
    assert [c.event.id for c in held[date(2026, 3, 9)]] == [2, 1]


@pytest.mark.parametrize(("typed", "day"), [("5", 5), (" 31 ", 31), ("7 марта", 7)])
def test_a_day_is_named_by_its_number(typed: str, day: int) -> None:
    assert named(month(TODAY), typed) == date(2026, 3, day)


@pytest.mark.parametrize("typed", ["0", "32", "", "  ", "сварка", "-1", "5.5", "³"])
def test_what_is_no_day_of_the_month_is_refused(typed: str) -> None:
    with pytest.raises(NoSuchDay):
        named(month(TODAY), typed)


def test_the_last_day_depends_on_the_month() -> None:
    february = date(2026, 2, 1)
    assert named(february, "28") == february + timedelta(days=27)
    with pytest.raises(NoSuchDay):
        named(february, "29")
