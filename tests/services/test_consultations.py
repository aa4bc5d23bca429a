from datetime import datetime, timedelta

import pytest

from bot.domain.consultations import (
    Author,
    Consultation,
    ConsultationState,
    GrownUpAsks,
    Inbox,
    NotYours,
    TakenByAnother,
    Topic,
)
from bot.domain.errors import NotFound, NotPermitted
from bot.domain.people import AgeBand, Person, Role
from bot.domain.staff import StaffRole
from bot.services.consultations import PAGE, ConsultationService
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, world

HOUR = timedelta(hours=1)
QUESTION = "Можно ли учиться вечером?"


def at(tx: Transaction, when: datetime = NOON) -> ConsultationService:
    return Desk(tx, world(), when).consultations


def asker(tx: Transaction, account: int = 1, band: AgeBand = AgeBand.FROM_18) -> Person:
    people = Desk(tx, world(), NOON).people
    young = band in (AgeBand.UNDER_14, AgeBand.FROM_14)
    role = Role.PUPIL if young else Role.ADULT
    person = people.choose_role(people.seen(incoming(account=account)), role)
    return people.choose_age(person, band)


def member(tx: Transaction, account: int, role: StaffRole = StaffRole.MENTOR) -> Person:
    person = Desk(tx, world(), NOON).people.seen(incoming(account=account))
    tx.staff.grant(person.id, role, NOON)
    return person


def taken(tx: Transaction, by: Person) -> Consultation:
    asked = at(tx).ask(asker(tx), Topic.CHOICE, QUESTION)
    at(tx).take(by, asked.id)
    return asked


def state(tx: Transaction, consultation: Consultation) -> Consultation:
    found = tx.consultations.find(consultation.id)
    assert found is not None
    return found


def test_asking_twice_about_the_same_is_one_thread(tx: Transaction) -> None:
    person = asker(tx)
    first = at(tx).ask(person, Topic.CHOICE)
    assert at(tx).ask(person, Topic.CHOICE) == first
    assert at(tx).ask(person, Topic.CHOICE, QUESTION).id == first.id
    assert at(tx).ask(person, Topic.OTHER) != first
    assert at(tx).waiting() == 2
    assert [m.text for m in at(tx).messages(person, first.id)] == [QUESTION]


def test_a_child_does_not_write_and_nothing_is_kept(tx: Transaction) -> None:
    child = asker(tx, band=AgeBand.UNDER_14)
    with pytest.raises(GrownUpAsks):
        at(tx).ask(child, Topic.CHOICE, QUESTION)
    assert at(tx).of(child) == []


def test_nobody_sees_or_continues_somebody_elses_thread(tx: Transaction) -> None:
    asked = at(tx).ask(asker(tx), Topic.CHOICE, QUESTION)
    stranger = asker(tx, 2)
    for act in (
        lambda: at(tx).find(stranger, asked.id),
        lambda: at(tx).messages(stranger, asked.id),
        lambda: at(tx).ask_more(stranger, asked.id, QUESTION),
        lambda: at(tx).thank(stranger, asked.id),
    ):
        with pytest.raises(NotFound):
            act()


def test_of_two_who_take_a_question_one_gets_it(tx: Transaction) -> None:
    quick, slow = member(tx, 10), member(tx, 11)
    asked = taken(tx, quick)
    at(tx).take(quick, asked.id)
    with pytest.raises(TakenByAnother):
        at(tx).take(slow, asked.id)
    assert state(tx, asked).owner == quick.id


def test_only_who_has_taken_it_answers(tx: Transaction) -> None:
    mine, other = member(tx, 10), member(tx, 11, StaffRole.ADMIN)
    asked = taken(tx, mine)
    with pytest.raises(NotYours):
        at(tx).answer(other, asked.id, "Да")
    (consultation, person), text = at(tx).answer(mine, asked.id, " Да, по вторникам ")
    assert (consultation.state, consultation.waiting_since) == (ConsultationState.ANSWERED, None)
    assert (person.id, text) == (asked.person_id, "Да, по вторникам")
    said = [(m.author, m.text) for m in at(tx).messages(person, asked.id)]
    assert said == [(Author.ASKER, QUESTION), (Author.STAFF, "Да, по вторникам")]


def test_who_asks_more_comes_back_to_the_same_person_and_waits_anew(tx: Transaction) -> None:
    mine = member(tx, 10)
    asked = taken(tx, mine)
    (_, person), _ = at(tx).answer(mine, asked.id, "Да")
    again = at(tx, NOON + HOUR).ask_more(person, asked.id, "А онлайн?")
    assert (again.state, again.owner) == (ConsultationState.TAKEN, mine.id)
    assert again.waiting_since == NOON + HOUR
    longer = at(tx, NOON + 2 * HOUR).ask_more(person, asked.id, "И ещё?")
    assert longer.waiting_since == NOON + HOUR, "who adds something does not wait anew"
    assert [p.id for p in at(tx, NOON + HOUR).to_hear(again)] == [mine.id]
    assert at(tx, NOON + 2 * HOUR).to_hear(longer) == []


def test_who_asks_more_after_that_person_has_left_waits_for_everybody(tx: Transaction) -> None:
    mine = member(tx, 10)
    asked = taken(tx, mine)
    (_, person), _ = at(tx).answer(mine, asked.id, "Да")
    tx.consultations.release_of(mine.id)
    again = at(tx).ask_more(person, asked.id, "А онлайн?")
    assert (again.state, again.owner) == (ConsultationState.NEW, None)


def test_thanks_close_a_question_and_it_can_be_opened_again(tx: Transaction) -> None:
    asked = taken(tx, member(tx, 10))
    person = asker(tx)
    for _ in range(2):
        assert at(tx).thank(person, asked.id).state is ConsultationState.CLOSED
    assert at(tx).waiting() == 0
    assert at(tx).ask_more(person, asked.id, "Ещё").state is ConsultationState.TAKEN


def test_a_question_that_is_settled_does_not_swallow_a_new_one(tx: Transaction) -> None:
    person = asker(tx)
    first = at(tx).ask(person, Topic.CHOICE)
    at(tx).thank(person, first.id)
    assert at(tx).ask(person, Topic.CHOICE).id != first.id


def test_a_released_question_is_everybodys_again_and_keeps_its_deadline(tx: Transaction) -> None:
    mine, other = member(tx, 10), member(tx, 11)
    asked = taken(tx, mine)
    with pytest.raises(NotYours):
        at(tx).release(other, asked.id)
    for _ in range(2):
        at(tx).release(mine, asked.id)
    left = state(tx, asked)
    assert (left.state, left.owner, left.waiting_since) == (ConsultationState.NEW, None, NOON)
    at(tx).take(other, asked.id)
    at(tx).release(member(tx, 12, StaffRole.CENTER_STAFF), asked.id)
    assert state(tx, asked).state is ConsultationState.NEW, "the Center may take it back"


def test_a_mentor_reads_only_what_they_took_and_the_center_reads_all(tx: Transaction) -> None:
    """Nothing passes between a minor and a mentor that the Center cannot see."""
    mine, other = member(tx, 10), member(tx, 11)
    center = member(tx, 12, StaffRole.CENTER_STAFF)
    asked = at(tx).ask(asker(tx, band=AgeBand.FROM_14), Topic.CHOICE, QUESTION)
    assert at(tx).case(mine, asked.id)[1] is None
    at(tx).take(mine, asked.id)
    at(tx).answer(mine, asked.id, "Да")
    assert at(tx).case(other, asked.id)[1] is None
    for reader in (mine, center):
        messages = at(tx).case(reader, asked.id)[1]
        assert messages is not None
        assert [m.text for m in messages] == [QUESTION, "Да"]
    assert [a.consultation.id for a in at(tx).inbox(center, Inbox.EVERY, 0)[0]] == [asked.id]
    with pytest.raises(NotPermitted):
        at(tx).inbox(other, Inbox.EVERY, 0)


def test_the_inbox_has_pages_and_begins_with_who_waits_longest(tx: Transaction) -> None:
    for account in range(PAGE + 2):
        at(tx, NOON - account * HOUR).ask(asker(tx, account + 1), Topic.CHOICE)
    reader = member(tx, 99)
    first, pages = at(tx).inbox(reader, Inbox.WAITING, 0)
    last, _ = at(tx).inbox(reader, Inbox.WAITING, 99)
    assert (len(first), len(last), pages) == (PAGE, 2, 2)
    waits = [a.consultation.waiting_since for a in (*first, *last)]
    assert waits == sorted(waits, key=str)
    assert at(tx).inbox(reader, Inbox.MINE, 0) == ([], 1)


def test_a_day_of_waiting_is_said_once_and_two_days_once(tx: Transaction) -> None:
    asked = at(tx).ask(asker(tx), Topic.CHOICE)

    def found(hours: float) -> tuple[list[int], list[int]]:
        service = at(tx, NOON + hours * HOUR)
        return [c.id for c in service.to_remind()], [c.id for c in service.to_escalate()]

    assert found(23.9) == ([], [])
    assert found(24) == ([asked.id], [])
    assert found(47.9) == ([], [])
    assert found(48) == ([], [asked.id])
    assert found(500) == ([], [])


def test_an_answered_question_is_not_watched(tx: Transaction) -> None:
    mine = member(tx, 10)
    asked = taken(tx, mine)
    at(tx).answer(mine, asked.id, "Да")
    assert at(tx, NOON + 99 * HOUR).to_remind() == []
    assert at(tx, NOON + 99 * HOUR).to_escalate() == []


def test_a_reminder_goes_to_the_owner_or_to_everybody(tx: Transaction) -> None:
    mine, other = member(tx, 10), member(tx, 11)
    member(tx, 12, StaffRole.TEACHER)
    asked = at(tx).ask(asker(tx), Topic.CHOICE)
    assert [p.id for p in at(tx).answering(asked)] == [mine.id, other.id]
    at(tx).take(other, asked.id)
    assert [p.id for p in at(tx).answering(state(tx, asked))] == [other.id]


def test_what_staff_do_with_questions_is_logged_without_a_word_of_them(tx: Transaction) -> None:
    mine = member(tx, 10)
    asked = taken(tx, mine)
    at(tx).release(mine, asked.id)
    at(tx).take(mine, asked.id)
    at(tx).answer(mine, asked.id, "Да, по вторникам")
    entries = list(tx.audit.every())
    assert [e.action.partition(".")[2] for e in entries] == [
        "taken",
        "released",
        "taken",
        "answered",
    ]
    assert {(e.actor, e.subject) for e in entries} == {(str(mine.id), f"consultation {asked.id}")}
    assert "вторник" not in str(entries)


def test_export_has_the_thread_and_erasing_takes_it_away(tx: Transaction) -> None:
    mine = member(tx, 10)
    asked = taken(tx, mine)
    (_, person), _ = at(tx).answer(mine, asked.id, "Да")
    records = Desk(tx, world(), NOON).records
    (stored,) = records.export(person)["consultations"]
    assert [(m["author"], m["text"]) for m in stored["messages"]] == [
        ("asker", QUESTION),
        ("staff", "Да"),
    ]
    records.erase(person)
    for table in ("consultations", "consultation_messages"):
        assert tx.connection.execute(f"SELECT * FROM {table}").fetchall() == []


def test_erasing_who_had_taken_a_question_leaves_it_to_the_others(tx: Transaction) -> None:
    mine = member(tx, 10)
    asked = taken(tx, mine)
    Desk(tx, world(), NOON).records.erase(mine)
    assert (state(tx, asked).state, state(tx, asked).owner) == (ConsultationState.NEW, None)
