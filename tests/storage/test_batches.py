"""Rows of mailings in the outbox: apart from all others, so that a million is in no one's way."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.outbox import Body, Lane, Outcome, Policy, Queued, Report, Settled, State
from bot.storage.transaction import Transaction
from tests.builders import NOON, outgoing

NOW = NOON.timestamp()
DAY = timedelta(days=1).total_seconds()


def stage(tx: Transaction, batch: int, *people: int, **changes: object) -> None:
    for person in people:
        row = {"chat": str(person), "batch": batch, "person": person, **changes}
        tx.outbox.put(outgoing(dedupe_key=f"bcast:{batch}:{person}", **row))


def due(tx: Transaction, batch: int, now: float = NOW, limit: int = 100) -> list[Queued]:
    return tx.outbox.due_of_batch(batch, now, limit)


def people(rows: list[Queued]) -> list[int | None]:
    return [row.person for row in rows]


def goes(tx: Transaction, batch: int, report: Report) -> State:
    row = due(tx, batch)[0]
    assert tx.outbox.start(row.id)
    return tx.outbox.record(row, report, NOW)


def test_rows_of_a_batch_wait_for_their_batch_to_be_asked_for(tx: Transaction) -> None:
    stage(tx, 1, 10, 20)
    stage(tx, 2, 10)
    assert [tx.outbox.due(lane, NOW, 100) for lane in Lane] == [[]] * len(Lane)
    assert (people(due(tx, 1)), people(due(tx, 2))) == ([10, 20], [10])
    assert people(due(tx, 1, limit=1)) == [10]
    assert due(tx, 3) == []


def test_no_row_of_a_batch_holds_a_text(tx: Transaction) -> None:
    stage(tx, 1, 10, body=Body(text="for nobody's eyes", rows=[]))
    assert tx.connection.execute("SELECT body FROM outbox").fetchone()["body"] == ""
    (row,) = due(tx, 1)
    assert (row.body, row.policy) == (Body(text="", rows=[]), Policy.AT_MOST_ONCE)


def test_in_the_night_they_wait_for_the_morning(tx: Transaction) -> None:
    stage(tx, 1, 10, not_before=NOW + 60)
    assert due(tx, 1) == []
    assert people(due(tx, 1, now=NOW + 60)) == [10]


def test_a_paused_mailing_is_not_in_the_way_of_a_later_one(tx: Transaction) -> None:
    stage(tx, 1, 10)
    stage(tx, 2, 10)
    assert people(due(tx, 2)) == [10]
    tx.outbox.put(outgoing(dedupe_key="of no batch", chat="10"))
    assert [row.dedupe_key for row in tx.outbox.due(Lane.BROADCAST, NOW, 9)] == ["of no batch"]


@pytest.mark.parametrize(("lane", "waits"), [(Lane.REPLY, True), (Lane.BROADCAST, False)])
def test_a_person_has_their_answer_first(tx: Transaction, lane: Lane, waits: bool) -> None:
    stage(tx, 1, 10, 20)
    tx.outbox.put(outgoing(dedupe_key="answer", chat="10", lane=lane))
    assert people(due(tx, 1)) == ([20] if waits else [10, 20])


def test_one_mailing_at_a_time_is_on_the_wire_to_a_person(tx: Transaction) -> None:
    stage(tx, 1, 10)
    stage(tx, 2, 10, 20)
    assert tx.outbox.start(due(tx, 1)[0].id)
    assert people(due(tx, 2)) == [20]


def test_what_was_on_the_wire_when_we_died_is_for_ever_unknown(tx: Transaction) -> None:
    stage(tx, 1, 10)
    assert goes(tx, 1, Report(outcome=Outcome.INTERRUPTED)) is State.UNKNOWN
    assert due(tx, 1, now=NOW + DAY) == []
    assert tx.outbox.unknown_people(1) == {10}


def test_a_row_that_nobody_should_get_any_more_is_skipped_with_the_reason(tx: Transaction) -> None:
    stage(tx, 1, 10, 20)
    first, second = due(tx, 1)
    tx.outbox.skip(first.id, "opted_out", NOW)
    assert tx.outbox.start(second.id)
    tx.outbox.skip(second.id, "opted_out", NOW)
    assert tx.outbox.counts_of_batch(1) == {State.SKIPPED: 1, State.SENDING: 1}
    assert not tx.outbox.start(first.id)


def test_stopping_skips_what_waits_and_nothing_else(tx: Transaction) -> None:
    stage(tx, 1, 10, 20, 30)
    stage(tx, 2, 10)
    goes(tx, 1, Report(outcome=Outcome.SENT))
    assert tx.outbox.start(due(tx, 1)[0].id)
    tx.outbox.skip_batch(1, "stopped", NOW)
    assert tx.outbox.counts_of_batch(1) == {State.SENT: 1, State.SENDING: 1, State.SKIPPED: 1}
    assert tx.outbox.counts_of_batch(2) == {State.QUEUED: 1}
    assert tx.outbox.is_under_way(1)


def test_the_sum_of_the_tally_is_that_of_the_rows(tx: Transaction) -> None:
    stage(tx, 1, *range(10, 17))
    reports = (
        Report(outcome=Outcome.SENT),
        Report(outcome=Outcome.NOT_SENT_FINAL, error="400 one"),
        Report(outcome=Outcome.NOT_SENT_FINAL, error="400 another"),
        Report(outcome=Outcome.CHAT_CLOSED, error="403 blocked"),
        Report(outcome=Outcome.AMBIGUOUS, error="reset"),
    )
    for report in reports:
        goes(tx, 1, report)
    tx.outbox.skip(due(tx, 1)[0].id, "muted", NOW)
    tally = {(state, error): count for state, error, count in tx.outbox.tally(1)}
    assert tally == {
        (State.SENT, None): 1,
        (State.FAILED, None): 2,
        (State.SKIPPED, "403 blocked"): 1,
        (State.SKIPPED, "muted"): 1,
        (State.UNKNOWN, None): 1,
        (State.QUEUED, None): 1,
    }
    assert tx.outbox.counts()[State.FAILED] == 2


def test_the_list_begins_with_what_went_wrong(tx: Transaction) -> None:
    stage(tx, 1, 10, 20, 30, 40)
    for report in (
        Report(outcome=Outcome.SENT),
        Report(outcome=Outcome.AMBIGUOUS, error="reset"),
        Report(outcome=Outcome.NOT_SENT_FINAL, error="400"),
    ):
        goes(tx, 1, report)
    listed = tx.outbox.every_one(1, 100)
    assert [(row.person, row.state) for row in listed] == [
        (20, State.UNKNOWN),
        (30, State.FAILED),
        (10, State.SENT),
        (40, State.QUEUED),
    ]
    at = datetime.fromtimestamp(NOW, UTC)
    assert listed[0] == Settled(person=20, state=State.UNKNOWN, error="reset", at=at)
    assert listed[-1].at is None
    assert len(tx.outbox.every_one(1, 2)) == 2


def test_rows_of_a_mailing_stay_until_its_report_is_done_with_them(tx: Transaction) -> None:
    stage(tx, 1, 10, 20)
    goes(tx, 1, Report(outcome=Outcome.SENT))
    tx.outbox.put(outgoing(dedupe_key="of no batch", chat="30"))
    (other,) = tx.outbox.due(Lane.BROADCAST, NOW, 9)
    tx.outbox.start(other.id)
    tx.outbox.record(other, Report(outcome=Outcome.SENT), NOW)
    tx.outbox.remove_old(NOW + DAY)
    assert tx.outbox.counts() == {State.SENT: 1, State.QUEUED: 1}
    tx.outbox.remove_batch(1)
    assert tx.outbox.counts() == {}


def test_who_is_erased_leaves_a_number_without_a_person(tx: Transaction) -> None:
    stage(tx, 1, 10, 20)
    goes(tx, 1, Report(outcome=Outcome.SENT))
    for chat in ("10", "20"):
        tx.outbox.forget_chat("telegram", chat, NOW)
    assert [(row.person, row.state, row.error) for row in tx.outbox.every_one(1, 9)] == [
        (None, State.SKIPPED, "forgotten"),
        (None, State.SENT, None),
    ]
    assert tx.outbox.unknown_people(1) == frozenset()


def test_what_became_of_a_message_is_found_by_its_key(tx: Transaction) -> None:
    tx.outbox.put(outgoing(dedupe_key="progress"))
    assert tx.outbox.message_of("progress") == (State.QUEUED, None)
    (row,) = tx.outbox.due(Lane.BROADCAST, NOW, 1)
    tx.outbox.start(row.id)
    tx.outbox.record(row, Report(outcome=Outcome.SENT, message="7"), NOW)
    assert tx.outbox.message_of("progress") == (State.SENT, "7")
    assert tx.outbox.message_of("nothing") is None
