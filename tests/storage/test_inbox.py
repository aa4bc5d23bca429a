from datetime import timedelta

import pytest

from bot.domain.inbox import MAX_FAILURES, Kind, SetAside
from bot.storage.transaction import Transaction
from tests.builders import ANNA, BORIS, NOON, incoming
from tests.storage.engines import BROKEN_RULE

LATER = NOON + timedelta(hours=5)


def put(tx: Transaction, key: str, account: int = ANNA) -> int:
    row = tx.inbox.put(incoming(dedupe_key=key, account=account))
    assert row is not None
    return row


def test_what_came_in_waits_as_it_came_and_in_its_order(tx: Transaction) -> None:
    first = incoming(dedupe_key="9", kind=Kind.TEXT, payload="хочу «на сварщика» 🙂", message="7")
    second = incoming(dedupe_key="10", language=None, received_at=LATER)
    rows = [tx.inbox.put(first), tx.inbox.put(second)]
    assert tx.inbox.waiting() == list(zip(rows, [first, second], strict=True))


def test_what_comes_twice_is_kept_once(tx: Transaction) -> None:
    row = put(tx, "1")
    assert tx.inbox.put(incoming(dedupe_key="1", payload="again")) is None
    assert tx.inbox.waiting() == [(row, incoming(dedupe_key="1"))]
    assert tx.inbox.put(incoming(channel="other", dedupe_key="1")) is not None


def test_a_row_is_finished_once(tx: Transaction) -> None:
    row = put(tx, "1")
    assert tx.inbox.finish(row) is True
    assert tx.inbox.finish(row) is False
    assert tx.inbox.waiting() == []


def test_what_fails_too_often_is_set_aside_until_it_is_cleared(tx: Transaction) -> None:
    row = put(tx, "1")
    failed = [tx.inbox.fail(row, f"bug {n}") for n in range(1, MAX_FAILURES + 2)]
    assert failed == [False] * (MAX_FAILURES - 1) + [True, False]
    kept = SetAside(
        reference=row,
        kind=Kind.COMMAND,
        failures=MAX_FAILURES,
        error=f"bug {MAX_FAILURES}",
        received_at=NOON,
    )
    assert tx.inbox.set_aside() == [kept]
    assert (tx.inbox.clear(row), tx.inbox.clear(row)) == (True, False)
    assert tx.inbox.set_aside() == []


def test_the_cursor_is_where_it_was_moved_last(tx: Transaction) -> None:
    assert tx.inbox.cursor("telegram") is None
    tx.inbox.move_cursor("telegram", "41", NOON)
    tx.inbox.move_cursor("telegram", "42", LATER)
    assert tx.inbox.cursor("telegram") == ("42", LATER)


def test_only_finished_rows_grow_old(tx: Transaction) -> None:
    waits, finished = put(tx, "1"), put(tx, "2")
    tx.inbox.finish(finished)
    tx.inbox.empty_bodies(NOON)
    tx.inbox.remove_old(NOON)
    assert texts(tx) == {waits: "start", finished: "start"}
    tx.inbox.empty_bodies(LATER)
    assert texts(tx) == {waits: "start", finished: ""}
    tx.inbox.remove_old(LATER)
    assert texts(tx) == {waits: "start"}


def test_a_forgotten_account_leaves_no_trace_in_what_is_finished(tx: Transaction) -> None:
    mine, still_new, other = put(tx, "1"), put(tx, "2"), put(tx, "3", BORIS)
    tx.inbox.finish(mine)
    tx.inbox.finish(other)
    tx.inbox.forget_account("telegram", ANNA)
    assert texts(tx) == {mine: "", still_new: "start", other: "start"}


def test_a_state_that_nobody_knows_is_refused(tx: Transaction) -> None:
    put(tx, "1")
    with pytest.raises(BROKEN_RULE):
        tx.connection.execute("UPDATE inbox SET state = 'lost'")


def texts(tx: Transaction) -> dict[int, str]:
    rows = tx.connection.execute("SELECT id, payload FROM inbox ORDER BY id")
    return {row["id"]: row["payload"] for row in rows}
