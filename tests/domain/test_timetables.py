"""When lessons are, and what one person cannot go to both of."""

from datetime import date, time
from typing import Any

import pytest

from bot.domain.network import DayPart, Format, Slot
from bot.domain.timetables import Lesson, city_of, clash, falls_into, lessons, week, weeks
from tests.catalog.constructor.builders import HERE, MONDAY, THERE, group, module, slot

MONDAYS_AT_NINE = (slot(0, 9, 11),)
ONE = lessons(group("one", week=1, weeks=2, timetable=MONDAYS_AT_NINE), HERE)


def held(city: str | None, *slots: Slot, **changes: Any) -> tuple[Lesson, ...]:
    return lessons(group("other", timetable=slots, **changes), city)


def test_lessons_at_one_time_clash_wherever_they_are() -> None:
    for city in (HERE, THERE, None):
        assert clash(ONE, held(city, slot(0, 10, 12)))


@pytest.mark.parametrize(
    ("begins", "city", "expected"),
    [
        (time(11), HERE, False),  # they touch
        (time(11), None, False),  # there is no way to go
        (time(11, 59), THERE, True),
        (time(12), THERE, False),
    ],
)
def test_an_hour_lies_between_lessons_in_two_cities(
    begins: time, city: str | None, expected: bool
) -> None:
    other = held(city, Slot(weekday=0, begins=begins, ends=time(14)))
    assert clash(ONE, other) is expected
    assert clash(other, ONE) is expected


def test_other_weekdays_and_other_weeks_do_not_clash() -> None:
    assert not clash(ONE, held(HERE, slot(1, 9, 11)))
    assert not clash(ONE, held(HERE, *MONDAYS_AT_NINE, week=3))
    assert clash(ONE, held(HERE, *MONDAYS_AT_NINE, week=2))


def test_only_a_weekday_that_both_periods_have_can_clash() -> None:
    """The other begins on the last Wednesday: there is a Friday of both, but no Monday."""
    late = {"starts_on": date(2026, 3, 18), "ends_on": date(2026, 4, 3)}
    assert not clash(ONE, held(HERE, *MONDAYS_AT_NINE, **late))
    fridays = (slot(4, 9, 11),)
    assert clash(held(HERE, *fridays), held(HERE, *fridays, **late))


def test_a_slot_on_a_day_that_the_group_does_not_have_is_no_lesson() -> None:
    tuesday = {"starts_on": date(2026, 3, 10), "ends_on": date(2026, 3, 10)}
    assert held(HERE, *MONDAYS_AT_NINE, **tuesday) == ()


@pytest.mark.parametrize(
    ("daypart", "weekday", "hours"),
    [
        (DayPart.MORNING, 0, (9, 13)),
        (DayPart.DAY, 4, (13, 17)),
        (DayPart.EVENING, 2, (18, 21)),
        (DayPart.WEEKEND, 5, (9, 15)),
    ],
)
def test_in_person_without_a_timetable_the_usual_hours_are_taken(
    daypart: DayPart, weekday: int, hours: tuple[int, int]
) -> None:
    begins, ends = hours
    usual = held(HERE, daypart=daypart)
    assert clash(usual, held(HERE, slot(weekday, ends - 1, ends + 2)))
    assert not clash(usual, held(HERE, slot(weekday, ends, ends + 2)))
    assert not clash(usual, held(HERE, slot(weekday, begins - 1, begins)))
    assert not clash(usual, held(HERE, slot(6, begins, ends)))


def test_at_ones_own_pace_online_nothing_clashes() -> None:
    assert held(None) == ()
    assert held(HERE) != ()


def test_only_lessons_online_need_no_city() -> None:
    assert city_of(module("a", {}, format=Format.ONLINE)) is None
    for form in (Format.ONSITE, Format.BLENDED):
        assert city_of(module("a", {}, format=form, city=THERE)) == THERE


def test_a_lesson_falls_into_slots_that_it_overlaps() -> None:
    (lesson,) = ONE
    assert falls_into(lesson, [slot(3, 9, 11), slot(0, 10, 18)])
    assert not falls_into(lesson, [slot(0, 11, 18), slot(0, 8, 9), slot(1, 9, 11)])


def test_weeks_are_counted_from_monday_to_sunday_over_the_year_too() -> None:
    sunday = MONDAY.toordinal() - 1
    assert week(sunday) + 1 == week(sunday + 1) == week(sunday + 7)
    turn = group("a", starts_on=date(2026, 12, 31), ends_on=date(2027, 1, 4))
    assert len(weeks(turn)) == 2
