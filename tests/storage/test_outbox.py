from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.outbox import Body, Lane, Outcome, Outgoing, Policy, Queued, Report, State
from bot.storage.transaction import Transaction
from tests.builders import NOON, outgoing
from tests.storage.engines import BROKEN_RULE

NOW = NOON.timestamp()
SOON = NOW + 0.123456789


def due(tx: Transaction, now: float = NOW) -> list[Queued]:
    return tx.outbox.due(Lane.BROADCAST, now, 100)


def on_the_wire(tx: Transaction, **changes: object) -> Queued:
    tx.outbox.put(outgoing(**changes))
    row = due(tx)[-1]
    assert tx.outbox.start(row.id)
    return row


def test_what_is_put_is_due_as_it_was_put(tx: Transaction) -> None:
    full = Outgoing(
        dedupe_key="reply:1",
        channel="telegram",
        chat="10",
        lane=Lane.BROADCAST,
        policy=Policy.AT_LEAST_ONCE,
        body=Body(text="<b>Привет</b> 🙂", rows=[[{"label": "Да", "data": "x"}]]),
        edits="5",
        not_before=NOW - 0.1,
        expires_at=SOON,
    )
    tx.outbox.put(full)
    (row,) = due(tx)
    assert row == Queued(**vars(full), id=row.id, attempts=1)


def test_the_same_key_is_put_once(tx: Transaction) -> None:
    tx.outbox.put(outgoing(body=Body(text="first", rows=[])))
    tx.outbox.put(outgoing(body=Body(text="second", rows=[])))
    assert [row.body["text"] for row in due(tx)] == ["first"]


def test_a_row_is_due_to_the_fraction_of_a_second(tx: Transaction) -> None:
    tx.outbox.put(outgoing(not_before=SOON))
    assert due(tx, SOON - 1e-6) == []
    assert len(due(tx, SOON)) == 1


def test_a_chat_has_one_row_on_its_way(tx: Transaction) -> None:
    for key in ("1", "2"):
        tx.outbox.put(outgoing(dedupe_key=key))
    (first,) = due(tx)
    assert (tx.outbox.start(first.id), tx.outbox.start(first.id)) == (True, False)
    assert due(tx) == []
    assert tx.outbox.interrupted() == [first]
    tx.outbox.record(first, Report(outcome=Outcome.SENT, message="7"), NOW)
    assert [row.dedupe_key for row in due(tx)] == ["2"]


def test_what_did_not_go_is_due_again_after_a_pause(tx: Transaction) -> None:
    row = on_the_wire(tx)
    slow_down = Report(outcome=Outcome.NOT_SENT_RETRY, retry_after=30.5)
    assert tx.outbox.record(row, slow_down, NOW) is State.QUEUED
    assert due(tx, NOW + 30.4) == []
    assert due(tx, NOW + 30.5) == [replace(row, attempts=2, not_before=NOW + 30.5)]


def test_doubts_are_counted(tx: Transaction) -> None:
    row = on_the_wire(tx, policy=Policy.AT_LEAST_ONCE)
    tx.outbox.record(row, Report(outcome=Outcome.AMBIGUOUS), NOW)
    (again,) = due(tx, NOW + 60)
    tx.outbox.start(again.id)
    tx.outbox.record(again, Report(outcome=Outcome.INTERRUPTED), NOW)
    (third,) = due(tx, NOW + 60)
    assert (third.attempts, third.ambiguous, third.interrupted) == (3, 1, 1)


def test_a_closed_chat_is_remembered_and_what_waits_for_it_skipped(tx: Transaction) -> None:
    row = on_the_wire(tx, dedupe_key="1")
    tx.outbox.put(outgoing(dedupe_key="2"))
    tx.outbox.record(row, Report(outcome=Outcome.CHAT_CLOSED, error="blocked"), NOW)
    assert tx.outbox.counts() == {State.SKIPPED: 2}
    assert tx.chats.is_closed("telegram", "10")
    tx.chats.reopen("telegram", "10")
    assert not tx.chats.is_closed("telegram", "10")


def test_what_waits_moves_with_its_chat(tx: Transaction) -> None:
    row = on_the_wire(tx)
    tx.outbox.record(row, Report(outcome=Outcome.MOVED, chat="-1001"), NOW)
    assert [again.chat for again in due(tx, NOW + 60)] == ["-1001"]


def test_what_comes_too_late_is_skipped(tx: Transaction) -> None:
    tx.outbox.put(outgoing(expires_at=SOON))
    assert not tx.outbox.has_expired(SOON - 1e-6)
    assert tx.outbox.has_expired(SOON)
    tx.outbox.expire(SOON)
    assert tx.outbox.counts() == {State.SKIPPED: 1}


def test_settled_rows_lose_their_text_and_then_go(tx: Transaction) -> None:
    row = on_the_wire(tx, dedupe_key="1")
    tx.outbox.record(row, Report(outcome=Outcome.SENT), NOW)
    tx.outbox.put(outgoing(dedupe_key="2"))
    after = NOW + timedelta(days=1).total_seconds()
    tx.outbox.empty_bodies(after)
    bodies = tx.connection.execute("SELECT body FROM outbox ORDER BY id").fetchall()
    assert [bool(row["body"]) for row in bodies] == [False, True]
    tx.outbox.remove_old(after)
    assert tx.outbox.counts() == {State.QUEUED: 1}


def test_a_state_that_nobody_knows_is_refused(tx: Transaction) -> None:
    tx.outbox.put(outgoing())
    with pytest.raises(BROKEN_RULE):
        tx.connection.execute("UPDATE outbox SET state = 'lost'")
