"""What people have said of themselves, as conditions of an audience see it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.questionnaires import complete_questionnaires
from bot.config import PROJECT
from bot.domain.enrolments import State
from bot.domain.events import State as EventState
from bot.domain.outbox import Outcome, Report
from bot.domain.questionnaires import Answer
from bot.domain.segments import By, Values
from bot.services.broadcasts.audience import Audience
from bot.storage.transaction import Transaction
from tests.builders import NOON, world
from tests.domain.event_builders import event, participation
from tests.mailings import colleague, desk, member, written
from tests.storage.rows import enrolled, taught

DATA = PROJECT / "data"
QUESTIONNAIRES = complete_questionnaires(DATA / "questionnaires", load_dictionaries(DATA))


def reached(tx: Transaction, by: By, *values: str) -> list[int]:
    author = colleague(tx)
    draft = desk(tx).drafts.begin(author, written(tx, author).topic)
    of = world(questionnaires=QUESTIONNAIRES)
    aimed = desk(tx, of=of).drafts
    for value in values:
        draft = aimed.toggle(author, draft.id, by, value)
    afresh: Any = {"position": 0, "looked_through": False, "reached": 0, "excluded": {}}
    _, found = Audience(tx, of).further(type(draft)(**{**vars(draft), **afresh}))
    return [one.id for one in found]


def answers(tx: Transaction, person: int, questionnaire: str, **given: str) -> None:
    tx.runs.start(person, QUESTIONNAIRES[questionnaire], NOON)
    run = tx.runs.of_person(person)[-1]
    for item, value in given.items():
        tx.runs.answer(run.id, item, Answer(value=value, at=NOON))
    tx.runs.finish(run.id, NOON)


def prefers(tx: Transaction, person: int, interest: str) -> None:
    """Chooses it wherever it is offered, and otherwise what stands first."""
    pairs = QUESTIONNAIRES["interests"].pairs
    given = {pair.id: "b" if pair.b.interest == interest else "a" for pair in pairs}
    answers(tx, person, "interests", **given)


def test_an_interest_is_what_stands_out_in_the_newest_result(tx: Transaction) -> None:
    artist, convert, silent = (member(tx, account) for account in (1, 2, 3))
    prefers(tx, artist.id, "art")
    prefers(tx, convert.id, "art")
    prefers(tx, convert.id, "tech")
    assert artist.id in reached(tx, By.INTEREST, "art")
    assert convert.id not in reached(tx, By.INTEREST, "art")
    assert convert.id in reached(tx, By.INTEREST, "tech", "human")
    assert silent.id not in reached(tx, By.INTEREST, *("art", "tech", "human", "sign", "nature"))


@pytest.mark.parametrize(
    ("values", "found"), [(("mach.weld",), 1), (("done",), 0), (("x", "mach.weld"), 1)]
)
def test_a_wish_is_one_of_those_that_were_picked(
    tx: Transaction, values: Values, found: int
) -> None:
    wishes = member(tx, 1)
    answers(tx, wishes.id, "skills", wants="soft.work mach.weld done")
    member(tx, 2)
    assert len(reached(tx, By.WISH, *values)) == found


def test_applications_count_in_any_state_and_completions_at_the_end(tx: Transaction) -> None:
    taught(tx)
    withdrew, completed, _ = (member(tx, account) for account in (1, 2, 3))
    enrolled(tx, withdrew, state=State.WITHDRAWN)
    enrolled(tx, completed, state=State.COMPLETED)
    assert reached(tx, By.APPLIED, "P-1") == [withdrew.id, completed.id]
    assert reached(tx, By.COMPLETED, "P-1") == [completed.id]
    assert reached(tx, By.COMPLETED, "P-2") == []


def test_the_unconfirmed_of_another_mailing(tx: Transaction) -> None:
    people = [member(tx, account) for account in (1, 2)]
    author = colleague(tx)
    other = written(tx, author)
    service = desk(tx).gathering
    desk(tx).broadcasts.submit(author, other.id, None)
    tx.connection.execute("UPDATE broadcasts SET starts_at = NULL WHERE id = ?", (other.id,))
    service.begin()
    service.gather(other.id)
    for outcome in (Outcome.SENT, Outcome.AMBIGUOUS):
        row = tx.outbox.due_of_batch(other.id, NOON.timestamp(), 1)[0]
        tx.outbox.start(row.id)
        tx.outbox.record(row, Report(outcome=outcome), NOON.timestamp())
    assert reached(tx, By.UNCONFIRMED, str(other.id)) == [people[1].id]


def test_who_has_a_place_at_an_event_and_who_was_there(tx: Transaction) -> None:
    taught(tx)
    person, visitor, _ = (member(tx, account) for account in (1, 2, 3))
    held = tx.events.add(
        event(slug="held", organiser="DP-02", state=EventState.HELD), None, "x", NOON
    )
    coming = tx.events.add(event(slug="coming", organiser="DP-02"), None, "x", NOON)
    tx.participations.add(participation(event_id=coming.id, person_id=person.id), "person")
    was_there = participation(event_id=held.id, person_id=visitor.id)
    tx.participations.change(replace(tx.participations.add(was_there, "person"), came=True))
    assert reached(tx, By.REGISTERED, str(coming.id)) == [person.id]
    assert reached(tx, By.CAME, str(held.id)) == [visitor.id]
    assert reached(tx, By.CAME, str(coming.id)) == []
    assert [one.slug for one in desk(tx).drafts.events()] == ["coming", "held"]
