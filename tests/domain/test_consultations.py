from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.consultations import (
    MOVES,
    ConsultationState,
    NothingSaid,
    OfficeHours,
    TooLong,
    check_move,
    is_minor,
    may_write,
    said,
)
from bot.domain.inbox import MAX_TYPED
from bot.domain.people import AgeBand, Person, Role
from tests.builders import NOON

ZONE = ZoneInfo("Asia/Novokuznetsk")
OFFICE = OfficeHours()
SOMEBODY = Person(id=1, channel="telegram", account=1, chat="1", language="ru", created_at=NOON)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """In March 2026; the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (local(2, 8, 59), local(2, 9)),
        (local(2, 18), local(3, 9)),
        (local(2, 3), local(2, 9)),
        (local(6, 18), local(9, 9)),
        (local(7, 12), local(9, 9)),
        (local(8, 23, 59), local(9, 9)),
    ],
)
def test_outside_the_hours_the_next_opening_is_named(moment: datetime, opens: datetime) -> None:
    assert not OFFICE.is_open(moment)
    assert OFFICE.next_opening(moment) == opens


@pytest.mark.parametrize("moment", [local(2, 9), local(6, 17, 59), local(4, 12)])
def test_within_the_hours_the_office_is_open(moment: datetime) -> None:
    assert OFFICE.is_open(moment)


def test_an_office_that_opens_once_a_week_is_found() -> None:
    sundays = OfficeHours(days=frozenset({7}), opens=time(10), closes=time(12))
    assert sundays.next_opening(local(8, 10)) == local(15, 10)


def test_the_hour_is_kept_when_the_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    saturday = datetime(2026, 3, 28, 12, tzinfo=berlin)
    every_day = OfficeHours(days=frozenset(range(1, 8)))
    opens = every_day.next_opening(saturday)
    assert (opens.hour, opens.astimezone(UTC).hour) == (9, 7)


def test_states_lead_back_only_when_the_person_asks_again() -> None:
    for before, after in [("new", "answered"), ("answered", "answered"), ("closed", "answered")]:
        with pytest.raises(Exception, match="->"):
            check_move(ConsultationState(before), ConsultationState(after))
    assert ConsultationState.NEW in MOVES[ConsultationState.CLOSED]
    assert MOVES.keys() == set(ConsultationState)


@pytest.mark.parametrize(
    ("changes", "writes", "young"),
    [
        ({}, False, False),
        ({"role": Role.PUPIL}, False, False),
        ({"role": Role.PUPIL, "age_band": AgeBand.UNDER_14}, False, True),
        ({"role": Role.PUPIL, "age_band": AgeBand.FROM_14}, True, True),
        ({"role": Role.ADULT, "age_band": AgeBand.FROM_50}, True, False),
        ({"role": Role.GUARDIAN}, True, False),
        ({"role": Role.TEACHER}, True, False),
    ],
)
def test_who_is_14_or_more_writes_in_their_own_words(
    changes: dict[str, object], writes: bool, young: bool
) -> None:
    person = replace(SOMEBODY, **changes)  # type: ignore[arg-type]
    assert (may_write(person), is_minor(person)) == (writes, young)


def test_what_is_typed_keeps_its_words_and_loses_signs_that_nobody_sees() -> None:
    assert said("  Куда?\nСюда.  ") == "Куда?\nСюда."
    assert said("a\u202egnp.exe\u0000\u200b\ue000") == "agnp.exe"


def test_what_may_have_been_cut_is_not_taken() -> None:
    assert said("я" * (MAX_TYPED - 1))
    with pytest.raises(TooLong):
        said("я" * MAX_TYPED)


@pytest.mark.parametrize("typed", ["", " \n ", "…", "🙂", "\u200b"])
def test_nothing_is_not_a_question(typed: str) -> None:
    with pytest.raises(NothingSaid):
        said(typed)
