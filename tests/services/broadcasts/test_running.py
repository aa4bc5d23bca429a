from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.broadcasts import (
    FAILURES_IN_A_ROW,
    Broadcast,
    BroadcastRules,
    Changed,
    Fate,
    Incomplete,
    NobodyReached,
    NotTheAuthor,
    OwnBroadcast,
    State,
    Topic,
)
from bot.domain.errors import NotFound
from bot.domain.outbox import Outcome, Report
from bot.domain.people import Person
from bot.services.broadcasts import BroadcastService
from bot.storage.transaction import Transaction
from tests.builders import NOON, RULES, world
from tests.mailings import COLLEAGUE, colleague, desk, many, member, written

UNDO = BroadcastRules().undo
STRICT = world(rules=replace(RULES, broadcasts=BroadcastRules(approve_above=1)))
NIGHT = NOON + timedelta(hours=3)  # 22:00 in Novokuznetsk


def service(tx: Transaction, now: datetime = NOON) -> BroadcastService:
    return desk(tx, now, STRICT).broadcasts


def submitted(tx: Transaction, author: Person, people: int = 1) -> Broadcast:
    for account in range(1, people + 1):
        member(tx, account)
    return service(tx).submit(author, written(tx, author).id, None)


def running(tx: Transaction, people: int = 1) -> tuple[Person, Broadcast]:
    author = colleague(tx)
    scheduled = desk(tx).broadcasts
    for account in range(1, people + 1):
        member(tx, account)
    draft = written(tx, author)
    scheduled.submit(author, draft.id, None)
    later = desk(tx, NOON + UNDO)
    (begun,) = later.gathering.begin()
    gathered = later.gathering.gather(begun.id)
    assert gathered is not None
    return author, gathered


def test_a_small_one_goes_after_the_time_for_second_thoughts(tx: Transaction) -> None:
    sent = submitted(tx, colleague(tx))
    assert (sent.state, sent.starts_at) == (State.SCHEDULED, NOON + UNDO)


def test_a_later_hour_is_kept(tx: Transaction) -> None:
    author = colleague(tx)
    member(tx, 1)
    at = NOON + timedelta(days=2)
    assert service(tx).submit(author, written(tx, author).id, at).starts_at == at


def test_a_large_one_waits_for_a_second_person(tx: Transaction) -> None:
    author, other = colleague(tx), colleague(tx, COLLEAGUE)
    waiting = submitted(tx, author, people=2)
    assert waiting.state is State.WAITING
    assert [person.id for person in service(tx).approvers(waiting)] == [other.id]
    approved = service(tx, NOON + timedelta(hours=1)).approve(other, waiting.id, waiting.version)
    assert (approved.state, approved.approver) == (State.SCHEDULED, other.id)
    assert approved.starts_at == NOON + timedelta(hours=1) + UNDO


def test_nobody_agrees_to_their_own(tx: Transaction) -> None:
    author = colleague(tx)
    waiting = submitted(tx, author, people=2)
    with pytest.raises(OwnBroadcast):
        service(tx).approve(author, waiting.id, waiting.version)
    assert service(tx).find(waiting.id).state is State.WAITING


def test_nobody_agrees_to_what_they_have_not_seen(tx: Transaction) -> None:
    """Taken back, written anew and sent off again while the second person looks."""
    author, other = colleague(tx), colleague(tx, COLLEAGUE)
    seen = submitted(tx, author, people=2)
    service(tx).take_back(author, seen.id)
    desk(tx).drafts.write(author, seen.id, "совсем другое", english=False)
    service(tx).submit(author, seen.id, None)
    for decide in (service(tx).approve, service(tx).send_back):
        with pytest.raises(Changed):
            decide(other, seen.id, seen.version)
    assert service(tx).find(seen.id).state is State.WAITING


def test_an_approval_is_not_for_the_next_version(tx: Transaction) -> None:
    author, other = colleague(tx), colleague(tx, COLLEAGUE)
    waiting = submitted(tx, author, people=2)
    service(tx).approve(other, waiting.id, waiting.version)
    back = service(tx).take_back(author, waiting.id)
    assert (back.state, back.approver, back.starts_at) == (State.DRAFT, None, None)
    assert service(tx).submit(author, waiting.id, None).state is State.WAITING


def test_what_is_sent_back_is_a_draft_again(tx: Transaction) -> None:
    author, other = colleague(tx), colleague(tx, COLLEAGUE)
    waiting = submitted(tx, author, people=2)
    assert service(tx).send_back(other, waiting.id, waiting.version).state is State.DRAFT
    assert service(tx).send_back(other, waiting.id, waiting.version).state is State.DRAFT


def test_before_everybody_is_counted_a_second_person_looks(tx: Transaction) -> None:
    author = colleague(tx)
    many(tx, 2100)
    draft = written(tx, author)
    assert not draft.looked_through
    assert desk(tx).broadcasts.submit(author, draft.id, None).state is State.WAITING


@pytest.mark.parametrize("text", [False, True])
def test_nothing_is_sent_without_a_text_or_to_nobody(tx: Transaction, text: bool) -> None:
    author = colleague(tx)
    draft = written(tx, author) if text else desk(tx).drafts.begin(author, Topic.CONTEST)
    desk(tx).drafts.recounted(draft.id)
    with pytest.raises(NobodyReached if text else Incomplete):
        service(tx).submit(author, draft.id, None)


def test_only_the_author_sends_it(tx: Transaction) -> None:
    draft = written(tx, colleague(tx))
    with pytest.raises(NotTheAuthor):
        service(tx).submit(colleague(tx, COLLEAGUE), draft.id, None)


def test_pressed_twice_is_pressed_once(tx: Transaction) -> None:
    """By one person with a slow finger, or by two at the same moment."""
    author, begun = running(tx)
    other = colleague(tx, COLLEAGUE)
    broadcasts = desk(tx, NOON + UNDO).broadcasts
    log = desk(tx).audit.newest
    for press, state in (
        (broadcasts.pause, State.PAUSED),
        (broadcasts.resume, State.RUNNING),
        (broadcasts.stop, State.STOPPED),
    ):
        assert press(author, begun.id).state is state
        noted = log("broadcast", 0)[0][0]
        assert press(other, begun.id).state is state
        assert log("broadcast", 0)[0][0] == noted
    assert broadcasts.resume(author, begun.id).state is State.STOPPED
    assert broadcasts.take_back(author, begun.id).state is State.STOPPED


def test_only_what_runs_is_at_work_and_nothing_at_night(tx: Transaction) -> None:
    author, begun = running(tx)
    assert [batch.id for batch in service(tx).at_work()] == [begun.id]
    assert service(tx, NIGHT).at_work() == ()
    service(tx).pause(author, begun.id)
    assert service(tx).at_work() == []


def test_twenty_refusals_in_a_row_pause_it(tx: Transaction) -> None:
    author, begun = running(tx)
    for _ in range(FAILURES_IN_A_ROW - 1):
        service(tx).failed(begun.id, "400 can't parse entities")
    assert service(tx).find(begun.id).state is State.RUNNING
    service(tx).failed(begun.id, "400 can't parse entities")
    paused = service(tx).find(begun.id)
    assert (paused.state, paused.error) == (State.PAUSED, "400 can't parse entities")
    service(tx).failed(begun.id, "400 one that was under way")
    again = service(tx).resume(author, begun.id)
    assert (again.error, again.failures) == (None, 0)


def test_refusals_here_and_there_are_no_fault_of_the_mailing(tx: Transaction) -> None:
    """The control of the one above."""
    _, begun = running(tx)
    for _ in range(3 * FAILURES_IN_A_ROW):
        service(tx).failed(begun.id, "400 chat not found")
        service(tx).arrived(begun.id)
    assert service(tx).find(begun.id).state is State.RUNNING


def test_progress_and_tally_agree(tx: Transaction) -> None:
    _, begun = running(tx, people=4)
    now = NOON.timestamp()
    for report in (
        Report(outcome=Outcome.SENT),
        Report(outcome=Outcome.CHAT_CLOSED, error="403"),
        Report(outcome=Outcome.AMBIGUOUS, error="reset"),
    ):
        row = tx.outbox.due_of_batch(begun.id, now, 1)[0]
        tx.outbox.start(row.id)
        tx.outbox.record(row, report, now)
    seen, tally = service(tx).progress(begun), service(tx).tally(begun)
    assert (seen.sent, seen.settled, seen.total) == (1, 3, 4)
    assert sum(tally.values()) == 4
    assert (tally[Fate.SENT], tally[Fate.BLOCKED], tally[Fate.UNKNOWN]) == (1, 1, 1)
    assert len(service(tx).every_one(begun.id)) == 4


def test_at_night_progress_says_when_it_goes_on(tx: Transaction) -> None:
    _, begun = running(tx)
    assert service(tx).progress(begun).quiet_until is None
    until = service(tx, NIGHT).progress(begun).quiet_until
    assert f"{until:%H:%M}" == "09:00"


def test_what_is_not_there_is_not_found(tx: Transaction) -> None:
    with pytest.raises(NotFound):
        service(tx).find(1)
