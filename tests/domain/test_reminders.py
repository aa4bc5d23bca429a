from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.events import Event
from bot.domain.participations import Kind
from bot.domain.quiet import is_quiet
from bot.domain.reminders import Reason, Rule, Wishes, awake, feedback_at, plan
from tests.domain.event_builders import event, participation

KUZBASS = ZoneInfo("Asia/Novokuznetsk")
BERLIN = ZoneInfo("Europe/Berlin")  # has days of 23 and 25 hours


def at(text: str, zone: ZoneInfo = KUZBASS) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


AFTERNOON = event(starts_at=at("2026-03-12T15:00"))
USUAL = Wishes()
LONG_AGO = at("2026-03-01T12:00")


def moments(
    of: Event, since: datetime, *, fresh: bool = True, wishes: Wishes = USUAL, **who: Any
) -> dict[str, str]:
    """Rule -> local moment, or why it is skipped."""
    planned = plan(of, participation(**who), wishes, KUZBASS, since, fresh)
    return {
        p.rule: p.skipped or f"{p.due_at.astimezone(KUZBASS):%m-%d %H:%M}"
        for p in planned
        if p.rule != Rule.FEEDBACK
    }


def test_everybody_is_reminded_the_day_before_at_six_and_two_hours_before() -> None:
    assert moments(AFTERNOON, LONG_AGO) == {"eve": "03-11 18:00", "hours": "03-12 13:00"}


def test_a_class_is_reminded_a_week_before_too() -> None:
    assert moments(AFTERNOON, LONG_AGO, kind=Kind.CLASS)["week"] == "03-05 15:00"


def test_online_the_link_comes_a_quarter_of_an_hour_before() -> None:
    online = event(starts_at=AFTERNOON.starts_at, city=None, link="https://example.org/1")
    assert moments(online, LONG_AGO)["link"] == "03-12 14:45"


def test_what_falls_into_the_night_goes_to_the_evening_before() -> None:
    assert moments(event(starts_at=at("2026-03-12T10:00")), LONG_AGO) == {
        "eve": "03-11 18:00",
        "hours": "03-11 20:00",
    }


def test_staff_may_set_other_lead_times_and_the_persons_own_come_first() -> None:
    other = event(starts_at=AFTERNOON.starts_at, lead_times=(60,))
    assert moments(other, LONG_AGO) == {"lead-60": "03-12 14:00"}
    own = Wishes(lead_times=(180,))
    assert moments(other, LONG_AGO, wishes=own) == {"lead-180": "03-12 12:00"}
    assert moments(other, LONG_AGO, wishes=Wishes(lead_times=())) == {}


def test_who_registers_late_gets_the_nearest_one_that_is_to_come() -> None:
    assert moments(AFTERNOON, at("2026-03-12T09:30")) == {
        "eve": Reason.LATE,
        "hours": "03-12 13:00",
    }


def test_who_registers_when_all_were_due_gets_the_last_at_once() -> None:
    assert moments(AFTERNOON, at("2026-03-12T14:00")) == {
        "eve": Reason.LATE,
        "hours": "03-12 13:00",
    }


def test_a_new_plan_for_somebody_who_was_told_already_says_nothing_at_once() -> None:
    late = moments(AFTERNOON, at("2026-03-12T14:00"), fresh=False)
    assert set(late.values()) == {Reason.LATE}


@pytest.mark.parametrize(
    ("ends", "asked"),
    [("2026-03-12T17:00", "2026-03-12T18:00"), ("2026-03-12T20:30", "2026-03-13T10:00")],
)
def test_how_it_was_is_asked_an_hour_later_or_next_morning(ends: str, asked: str) -> None:
    assert feedback_at(event(ends_at=at(ends)), KUZBASS) == at(asked)


instants = st.integers(0, 366 * 24 * 4).map(
    lambda quarters: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * quarters)
)


@given(due=instants, zone=st.sampled_from([KUZBASS, BERLIN]))
def test_nothing_is_ever_due_at_night_nor_later_than_it_was(due: datetime, zone: ZoneInfo) -> None:
    moved = awake(due, zone)
    assert not is_quiet(moved, zone)
    assert moved <= due
    assert due - moved < timedelta(hours=15)


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_six_in_the_evening_is_six_on_the_wall_where_the_clocks_change(day: str) -> None:
    of = event(starts_at=at(f"{day}T12:00", BERLIN))
    eve = next(
        p.due_at
        for p in plan(of, participation(), Wishes(), BERLIN, LONG_AGO)
        if p.rule == Rule.EVE
    )
    assert (eve.astimezone(BERLIN).hour, of.starts_at.date() - eve.date()) == (
        18,
        timedelta(days=1),
    )


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_two_hours_before_are_two_hours_where_the_clocks_change(day: str) -> None:
    of = event(starts_at=at(f"{day}T12:00", BERLIN))
    hours = next(
        p.due_at
        for p in plan(of, participation(), Wishes(), BERLIN, LONG_AGO)
        if p.rule == Rule.HOURS
    )
    assert of.starts_at.astimezone(UTC) - hours.astimezone(UTC) == timedelta(hours=2)
