from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.enrolments import Move, State
from bot.domain.network import DayPart
from bot.domain.people import Education
from bot.storage.transaction import Transaction
from tests.builders import BORIS, CLARA, NOON, group
from tests.storage.engines import BROKEN_RULE
from tests.storage.rows import enrolled, guest, taught

LATER = NOON + timedelta(hours=5)


@pytest.fixture(autouse=True)
def _groups(tx: Transaction) -> None:
    taught(tx, group(seats=2), group(code="G-2", seats=0))


def test_an_application_is_found_as_it_was_made(tx: Transaction) -> None:
    anna = guest(tx)
    full = enrolled(
        tx,
        anna,
        state=State.WAITLISTED,
        city="yurga",
        education=Education.UNIVERSITY,
        daypart=DayPart.WEEKEND,
        waiting_since=LATER,
    )
    bare = enrolled(tx, anna, group_code="G-2")
    assert tx.enrolments.find(full.id) == full
    assert tx.enrolments.of_person(anna.id) == [bare, full]


def test_a_move_changes_the_application_and_is_noted(tx: Transaction) -> None:
    first = enrolled(tx, guest(tx), state=State.WAITLISTED)
    limit = LATER + timedelta(hours=48)
    second = tx.enrolments.move(
        first, State.OFFERED, actor="system", reason="free", now=LATER, decide_by=limit
    )
    assert second == replace(first, state=State.OFFERED, decide_by=limit)
    assert tx.enrolments.find(first.id) == second
    assert tx.enrolments.moves(first.id) == [
        Move(
            from_state=None,
            to_state=State.WAITLISTED,
            actor="person",
            reason="applied",
            moved_at=NOON,
        ),
        Move(
            from_state=State.WAITLISTED,
            to_state=State.OFFERED,
            actor="system",
            reason="free",
            moved_at=LATER,
        ),
    ]


def test_places_and_those_who_wait_are_counted_by_group(tx: Transaction) -> None:
    enrolled(tx, guest(tx))
    enrolled(tx, guest(tx, BORIS), state=State.OFFERED)
    waits = enrolled(tx, guest(tx, CLARA), state=State.WAITLISTED, waiting_since=NOON)
    assert (tx.enrolments.seats("G-1"), tx.enrolments.taken_in("G-1")) == (2, 2)
    assert (tx.enrolments.seats("G-2"), tx.enrolments.taken_in("G-2")) == (0, 0)
    assert tx.enrolments.seats("G-404") == 0
    assert tx.enrolments.taken() == {"G-1": 2}
    assert tx.enrolments.waiting("G-1") == [waits]


@pytest.mark.parametrize("state", State)
def test_the_database_counts_the_states_that_take_a_place(tx: Transaction, state: State) -> None:
    enrolled(tx, guest(tx), state=state)
    assert tx.enrolments.taken_in("G-1") == int(state.takes_place)
    assert tx.enrolments.taken() == ({"G-1": 1} if state.takes_place else {})


def test_an_application_needs_a_group_that_is_known(tx: Transaction) -> None:
    with pytest.raises(BROKEN_RULE):
        enrolled(tx, guest(tx), group_code="G-404")
