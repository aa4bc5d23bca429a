from datetime import date, time

import pytest

from bot.domain.calendars import lesson_days
from bot.domain.network import Slot
from tests.builders import group

FIRST, LAST = date(2026, 3, 4), date(2026, 3, 24)  # a Wednesday and a Tuesday


def slot(weekday: int) -> Slot:
    return Slot(weekday=weekday, begins=time(18), ends=time(20))


@pytest.mark.parametrize(
    ("weekday", "span"),
    [
        (2, (FIRST, date(2026, 3, 18))),
        (1, (date(2026, 3, 10), LAST)),
        (6, (date(2026, 3, 8), date(2026, 3, 22))),
    ],
)
def test_a_lesson_is_held_from_its_first_weekday_to_its_last(
    weekday: int, span: tuple[date, date]
) -> None:
    assert lesson_days(group(starts_on=FIRST, ends_on=LAST), slot(weekday)) == span


def test_a_weekday_that_the_group_does_not_have_is_no_lesson() -> None:
    assert lesson_days(group(starts_on=FIRST, ends_on=date(2026, 3, 6)), slot(0)) is None
