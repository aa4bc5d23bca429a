from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.events import (
    MOVES,
    BadMove,
    Change,
    Hindrance,
    State,
    changes,
    check_move,
    hindrance,
    in_school_hours,
)
from bot.domain.people import AgeBand, Person, Role
from tests.builders import NOON
from tests.domain.event_builders import STARTS, event


def person(role: Role | None = Role.PUPIL, **facts: Any) -> Person:
    usual: dict[str, Any] = {"grade": 8, "age_band": AgeBand.FROM_14}
    about = {**usual, **facts}
    return Person(
        id=1, channel="t", account=1, chat="1", language="ru", role=role, created_at=NOON, **about
    )


@pytest.mark.parametrize(
    ("about", "who", "expected"),
    [
        ({}, person(), None),
        ({}, person(grade=6), Hindrance.GRADE),
        ({}, person(grade=None), None),
        ({"grades": None, "adults": True}, person(), Hindrance.ADULTS_ONLY),
        ({}, person(Role.ADULT, grade=None, age_band=AgeBand.FROM_18), Hindrance.PUPILS_ONLY),
        ({"adults": True}, person(Role.ADULT, grade=None, age_band=AgeBand.FROM_50), None),
        ({"age_mark": 16}, person(age_band=AgeBand.UNDER_14), Hindrance.AGE_MARK),
        ({"age_mark": 16}, person(age_band=AgeBand.FROM_14), None),
        ({"age_mark": 18}, person(age_band=AgeBand.FROM_14), Hindrance.AGE_MARK),
        ({"age_mark": 18}, person(Role.GUARDIAN, age_band=None), None),
        ({"adults": True}, person(Role.GUARDIAN, grade=6, age_band=None), None),
        ({}, person(Role.GUARDIAN, grade=6, age_band=None), Hindrance.GRADE),
        ({}, person(None, grade=None, age_band=None), None),
        ({"state": State.CLOSED}, person(), Hindrance.CLOSED),
        ({"deadline": NOON}, person(), Hindrance.CLOSED),
        ({"starts_at": NOON}, person(), Hindrance.CLOSED),
    ],
)
def test_an_event_says_whom_it_is_not_for(
    about: dict[str, Any], who: Person, expected: Hindrance | None
) -> None:
    assert hindrance(event(**about), who, NOON) is expected


def test_a_deadline_after_the_start_changes_nothing() -> None:
    assert event(deadline=STARTS + timedelta(days=1)).closes_at == STARTS


def test_only_what_matters_to_those_who_come_is_a_change() -> None:
    before = event()
    assert changes(before, replace(before, about_ru="Новое", capacity=30)) == ()
    later = replace(before, starts_at=STARTS + timedelta(hours=1), place="ауд. 7", link="x")
    assert changes(before, later) == (Change.TIME, Change.PLACE, Change.LINK)


def test_nothing_follows_what_is_over() -> None:
    assert {state for state in State if not MOVES[state]} == {State.REPORTED, State.CANCELLED}
    with pytest.raises(BadMove):
        check_move(State.CANCELLED, State.PUBLISHED)


@pytest.mark.parametrize(
    ("starts", "lessons"),
    [("2026-03-12T10:00", True), ("2026-03-12T15:00", False), ("2026-03-14T10:00", False)],
)
def test_a_pupil_is_told_when_an_event_is_during_lessons(starts: str, lessons: bool) -> None:
    zone = ZoneInfo("Asia/Novokuznetsk")
    of = event(starts_at=datetime.fromisoformat(starts).replace(tzinfo=zone))
    assert in_school_hours(of, zone) is lessons
