"""A person's own calendar, on a real database; the time is moved."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.enrolments import State as EnrolmentState
from bot.domain.events import State as EventState
from bot.domain.network import Slot
from bot.domain.people import Person
from bot.storage.transaction import Transaction
from tests.builders import NOON, TODAY, group, network, world
from tests.domain.event_builders import STARTS, event
from tests.services.test_participations import Hall
from tests.storage.rows import enrolled

SLOT = Slot(weekday=2, begins=time(18), ends=time(20))


@pytest.fixture
def hall(tx: Transaction) -> Hall:
    return Hall(tx, capacity=2)


def titles(hall: Hall, person: Person) -> list[str]:
    return [held.event.title_ru for held in hall.desk.calendars.held(person)]


def test_a_link_leads_to_its_owner_and_only_its_hash_is_stored(hall: Hall) -> None:
    anna = hall.pupil(1)
    token = hall.desk.calendars.make(anna)
    assert len(token) >= 32
    known = hall.desk.calendars.of_token(token)
    assert known is not None
    feed, owner = known
    assert (owner.id, feed.made_at) == (anna.id, NOON)
    stored = hall.tx.connection.execute("SELECT * FROM calendar_feeds").fetchall()
    assert token not in str([tuple(row) for row in stored])


def test_a_new_link_ends_the_one_before_it(hall: Hall) -> None:
    anna = hall.pupil(1)
    old, new = hall.desk.calendars.make(anna), hall.desk.calendars.make(anna)
    assert hall.desk.calendars.of_token(old) is None
    assert hall.desk.calendars.of_token(new) is not None


def test_a_link_that_was_taken_back_leads_nowhere(hall: Hall) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    token, other = hall.desk.calendars.make(anna), hall.desk.calendars.make(boris)
    hall.desk.calendars.revoke(anna)
    hall.desk.calendars.revoke(anna)
    assert hall.desk.calendars.feed(anna) is None
    assert hall.desk.calendars.of_token(token) is None
    assert hall.desk.calendars.of_token(other) is not None


@pytest.mark.parametrize("guess", ["", "x", "ё" * 40, "' OR 1=1 --"])
def test_a_guess_leads_nowhere(hall: Hall, guess: str) -> None:
    hall.desk.calendars.make(hall.pupil(1))
    assert hall.desk.calendars.of_token(guess) is None


def test_whoever_is_erased_leaves_no_link(hall: Hall) -> None:
    anna = hall.pupil(1)
    token = hall.desk.calendars.make(anna)
    assert hall.desk.records.export(anna)["calendar_link"] == {"made_at": NOON}
    assert hall.desk.records.erase(anna)["calendar"] == 1
    assert hall.desk.calendars.of_token(token) is None
    assert hall.tx.connection.execute("SELECT count(*) FROM calendar_feeds").fetchone()[0] == 0


def test_who_has_no_link_has_none_to_give_out_or_to_erase(hall: Hall) -> None:
    anna = hall.pupil(1)
    assert hall.desk.records.export(anna)["calendar_link"] is None
    assert hall.desk.records.erase(anna)["calendar"] == 0


def test_it_holds_what_one_has_a_place_at_and_not_what_one_waits_for(hall: Hall) -> None:
    anna, boris, clara = (hall.pupil(n) for n in (1, 2, 3))
    for person in (anna, boris, clara):
        hall.comes(person)
    assert titles(hall, anna) == ["Проба сварщика"]
    assert titles(hall, clara) == []


def test_what_one_does_not_come_to_is_gone(hall: Hall) -> None:
    anna = hall.pupil(1)
    mine = hall.comes(anna)
    hall.desk.participations.cancel(anna, mine.id)
    assert titles(hall, anna) == []
    hall.comes(anna)
    assert titles(hall, anna) == ["Проба сварщика"]


def test_a_move_and_a_cancellation_are_followed_for_thirty_days(hall: Hall) -> None:
    anna = hall.pupil(1)
    hall.comes(anna)
    later = STARTS + timedelta(days=1)
    moved = event(id=hall.event.id, version=2, starts_at=later, state=EventState.CANCELLED)
    hall.tx.events.save(moved, NOON + timedelta(hours=1))
    (held,) = hall.desk.calendars.held(anna)
    assert (held.event, held.changed_at) == (moved, NOON + timedelta(hours=1))
    hall.now = moved.ends_at + timedelta(days=30, minutes=-1)
    assert len(hall.desk.calendars.held(anna)) == 1
    hall.now = moved.ends_at + timedelta(days=30, minutes=1)
    assert hall.desk.calendars.held(anna) == []


def studies(hall: Hall, person: Person, state: EnrolmentState, **about: object) -> list[str]:
    """Titles of the courses in the calendar of somebody with such an enrolment."""
    known = group(**{"timetable": (SLOT,), **about})
    hall.world = world(network(known))
    hall.tx.network.put(network(known))
    enrolled(hall.tx, person, state=state)
    return [course.programme.title_ru for course in hall.desk.calendars.courses(person)]


@pytest.mark.parametrize("state", EnrolmentState)
def test_lessons_are_those_of_groups_that_one_studies_in(hall: Hall, state: EnrolmentState) -> None:
    expected = {
        EnrolmentState.CONFIRMED,
        EnrolmentState.CONTRACT,
        EnrolmentState.ENROLLED,
        EnrolmentState.STUDYING,
        EnrolmentState.ASSESSMENT,
    }
    assert bool(studies(hall, hall.pupil(1), state)) == (state in expected)


def test_a_group_without_a_timetable_has_no_lessons_yet(hall: Hall) -> None:
    assert studies(hall, hall.pupil(1), EnrolmentState.STUDYING, timetable=()) == []


def test_a_group_that_is_long_over_is_gone(hall: Hall) -> None:
    anna, ended = hall.pupil(1), TODAY - timedelta(days=31)
    begun = date(2025, 9, 1)
    assert not studies(hall, anna, EnrolmentState.STUDYING, starts_on=begun, ends_on=ended)
    hall.world = world(network(replace(group(timetable=(SLOT,)), ends_on=TODAY)))
    assert len(hall.desk.calendars.courses(anna)) == 1
