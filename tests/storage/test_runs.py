from datetime import timedelta

import pytest

from bot.domain.questionnaires import Answer, Run, RunState
from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON
from tests.storage.engines import BROKEN_RULE
from tests.storage.rows import INTERESTS, guest, run

LATER = NOON + timedelta(hours=5, milliseconds=7)


def test_a_run_is_found_with_its_answers(tx: Transaction) -> None:
    begun = run(tx, person := guest(tx))
    assert begun == Run(
        id=begun.id,
        person_id=person.id,
        questionnaire="interests",
        version=3,
        state=RunState.OPEN,
        started_at=NOON,
    )
    answers = {"q1": Answer(value="a", at=NOON), "q2": Answer(value="", at=LATER)}
    for step, answer in answers.items():
        tx.runs.answer(begun.id, step, answer)
    tx.runs.finish(begun.id, LATER)
    found = tx.runs.find(begun.id)
    assert found is not None
    assert (found.state, found.finished_at, found.answers) == (RunState.FINISHED, LATER, answers)
    assert tx.runs.of_person(person.id) == [found]


def test_a_questionnaire_is_open_once_for_a_person(tx: Transaction) -> None:
    first = run(tx, anna := guest(tx))
    assert run(tx, anna) == first
    assert run(tx, guest(tx, BORIS)).id != first.id
    tx.runs.finish(first.id, LATER)
    second = run(tx, anna)
    assert [kept.id for kept in tx.runs.of_person(anna.id)] == [first.id, second.id]
    with pytest.raises(BROKEN_RULE):
        tx.connection.execute("UPDATE runs SET state = 'open'")


def test_an_answer_is_what_was_said_last(tx: Transaction) -> None:
    begun = run(tx, guest(tx))
    tx.runs.answer(begun.id, "q1", Answer(value="a", at=NOON))
    tx.runs.answer(begun.id, "q1", Answer(value="b", at=LATER))
    tx.runs.answer(begun.id, "q2", Answer(value="a", at=NOON))
    tx.runs.take_back(begun.id, ["q2", "q3"])
    (found,) = tx.runs.of_person(begun.person_id)
    assert found.answers == {"q1": Answer(value="b", at=LATER)}


def test_a_run_is_finished_at_its_first_end(tx: Transaction) -> None:
    begun = run(tx, guest(tx))
    tx.runs.finish(begun.id, NOON)
    tx.runs.finish(begun.id, LATER)
    found = tx.runs.find(begun.id)
    assert found is not None
    assert found.finished_at == NOON


def test_answers_of_other_runs_do_not_mix_in(tx: Transaction) -> None:
    anna = guest(tx)
    first = run(tx, anna)
    tx.runs.answer(first.id, "q1", Answer(value="a", at=NOON))
    tx.runs.finish(first.id, NOON)
    tx.runs.start(anna.id, INTERESTS, LATER)
    assert [list(kept.answers) for kept in tx.runs.of_person(anna.id)] == [["q1"], []]
