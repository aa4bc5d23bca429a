from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.audit import GENESIS, NOTHING, Entry, Head, sealed
from bot.storage.audit import AuditStore
from bot.storage.transaction import Transaction
from tests.builders import NOON
from tests.storage.engines import BROKEN_RULE

FIRST = sealed(
    Entry(
        id=1,
        at=NOON,
        actor="7",
        action="staff.granted",
        subject="person 8",
        before="",
        after="админ",
        previous_hash=GENESIS,
        hash="",
    )
)
SECOND = sealed(replace(FIRST, id=2, action="trouble.cleared", actor="", previous_hash=FIRST.hash))


def test_rows_come_back_as_they_went_and_the_head_is_noted_apart(tx: Transaction) -> None:
    assert tx.audit.head() == NOTHING
    for entry in (FIRST, SECOND):
        tx.audit.add(entry)
    assert list(tx.audit.every()) == [FIRST, SECOND]
    assert tx.audit.head() == Head(id=2, hash=SECOND.hash)
    tx.connection.execute("DELETE FROM audit")
    assert tx.audit.head() == Head(id=2, hash=SECOND.hash)


def test_the_seal_is_the_same_after_storing(tx: Transaction) -> None:
    exact = sealed(replace(FIRST, at=NOON + timedelta(microseconds=123456)))
    tx.audit.add(exact)
    (stored,) = tx.audit.every()
    assert sealed(stored).hash == exact.hash


def test_the_newest_of_a_kind_come_first(tx: Transaction) -> None:
    for entry in (FIRST, SECOND):
        tx.audit.add(entry)
    assert tx.audit.newest("", 9) == [SECOND, FIRST]
    assert tx.audit.newest("", 1, 1) == [FIRST]
    assert tx.audit.newest("staff", 9) == [FIRST]
    assert (tx.audit.count(""), tx.audit.count("trouble"), tx.audit.count("no")) == (2, 1, 0)
    assert tx.audit.of_actor("7") == [FIRST]


def test_no_number_is_given_twice(tx: Transaction) -> None:
    tx.audit.add(FIRST)
    with pytest.raises(BROKEN_RULE):
        tx.audit.add(FIRST)


def test_the_store_can_neither_change_nor_remove_a_row() -> None:
    names = {name for name in vars(AuditStore) if not name.startswith("_")}
    assert names == {"head", "add", "every", "newest", "count", "of_actor"}
