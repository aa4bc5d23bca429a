from datetime import timedelta

import pytest

from bot.domain.consultations import (
    Author,
    BadMove,
    Consultation,
    ConsultationState,
    Inbox,
    Topic,
)
from bot.storage.transaction import Transaction
from tests.builders import BORIS, CLARA, NOON
from tests.storage.rows import guest

HOUR = timedelta(hours=1)


def test_requests_are_kept_newest_first_and_counted_while_they_wait(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    first = tx.consultations.add(anna.id, Topic.CHOICE, NOON)
    second = tx.consultations.add(anna.id, Topic.OTHER, NOON + HOUR)
    tx.consultations.add(boris.id, Topic.TROUBLE, NOON)
    assert first == Consultation(
        id=first.id,
        person_id=anna.id,
        topic=Topic.CHOICE,
        state=ConsultationState.NEW,
        asked_at=NOON,
        waiting_since=NOON,
    )
    assert tx.consultations.of_person(anna.id) == [second, first]
    assert tx.consultations.waiting() == 3


def test_only_one_of_two_takes_a_question(tx: Transaction) -> None:
    """Both have seen it new; the second finds that it is not."""
    asked = tx.consultations.add(guest(tx).id, Topic.CHOICE, NOON)
    boris, clara = guest(tx, BORIS), guest(tx, CLARA)
    taken = move(tx, asked, ConsultationState.TAKEN, boris.id)
    assert taken is not None
    assert move(tx, asked, ConsultationState.TAKEN, clara.id) is None
    assert tx.consultations.find(asked.id) == taken


def test_a_move_that_makes_no_sense_is_a_bug(tx: Transaction) -> None:
    asked = tx.consultations.add(guest(tx).id, Topic.CHOICE, NOON)
    with pytest.raises(BadMove):
        move(tx, asked, ConsultationState.ANSWERED, None)


def test_who_waits_longest_comes_first_and_who_does_not_wait_last(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    late = tx.consultations.add(anna.id, Topic.CHOICE, NOON + HOUR)
    early = tx.consultations.add(anna.id, Topic.OTHER, NOON)
    done = tx.consultations.add(anna.id, Topic.TROUBLE, NOON - HOUR)
    move(tx, done, ConsultationState.CLOSED, None, waits=False)
    mine = move(tx, early, ConsultationState.TAKEN, boris.id)
    assert mine is not None

    def listed(inbox: Inbox, limit: int = 9, skip: int = 0) -> list[int]:
        return [c.id for c in tx.consultations.listed(inbox, boris.id, limit, skip)]

    assert listed(Inbox.WAITING) == [late.id]
    assert listed(Inbox.MINE) == [early.id]
    assert listed(Inbox.EVERY) == [early.id, late.id, done.id]
    assert listed(Inbox.EVERY, 1, 1) == [late.id]
    assert [tx.consultations.count(inbox, boris.id) for inbox in Inbox] == [1, 1, 3]


def test_what_waits_too_long_is_found_once_until_it_is_asked_again(tx: Transaction) -> None:
    asked = tx.consultations.add(guest(tx).id, Topic.CHOICE, NOON)
    boris = guest(tx, BORIS)
    assert tx.consultations.to_remind(NOON - HOUR) == []
    assert [c.id for c in tx.consultations.to_remind(NOON)] == [asked.id]
    tx.consultations.reminded(asked.id, NOON)
    tx.consultations.escalated(asked.id, NOON)
    taken = move(tx, asked, ConsultationState.TAKEN, boris.id)
    assert taken is not None, "the wait goes on: nobody is reminded anew"
    assert tx.consultations.to_remind(NOON) == tx.consultations.to_escalate(NOON) == []

    answered = move(tx, taken, ConsultationState.ANSWERED, boris.id, waits=False)
    assert answered is not None
    again = tx.consultations.move(
        answered, ConsultationState.TAKEN, owner=boris.id, waiting_since=NOON + HOUR
    )
    assert again is not None
    assert tx.consultations.to_remind(NOON + HOUR) == [again]
    assert tx.consultations.to_escalate(NOON + HOUR) == [again]


def test_what_was_said_goes_with_the_asker(tx: Transaction) -> None:
    anna = guest(tx)
    asked = tx.consultations.add(anna.id, Topic.CHOICE, NOON)
    tx.consultations.say(asked.id, Author.ASKER, "Куда?", NOON)
    tx.consultations.say(asked.id, Author.STAFF, "Туда", NOON + HOUR)
    said = [(m.author, m.text, m.sent_at) for m in tx.consultations.messages(asked.id)]
    assert said == [(Author.ASKER, "Куда?", NOON), (Author.STAFF, "Туда", NOON + HOUR)]
    tx.people.remove(anna.id)
    assert tx.connection.execute("SELECT * FROM consultation_messages").fetchall() == []


def test_what_somebody_had_taken_goes_back_to_everybody(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    taken = move(
        tx, tx.consultations.add(anna.id, Topic.CHOICE, NOON), ConsultationState.TAKEN, boris.id
    )
    assert taken is not None
    tx.consultations.release_of(boris.id)
    (left,) = tx.consultations.of_person(anna.id)
    assert (left.state, left.owner, left.waiting_since) == (ConsultationState.NEW, None, NOON)
    tx.people.remove(boris.id)


def move(
    tx: Transaction,
    before: Consultation,
    after: ConsultationState,
    owner: int | None,
    waits: bool = True,
) -> Consultation | None:
    since = before.waiting_since if waits else None
    return tx.consultations.move(before, after, owner=owner, waiting_since=since)
