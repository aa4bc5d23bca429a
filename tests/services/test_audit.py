"""The log of what staff change: whole as long as nobody touches it, and found out when somebody
does. Each way of tampering is tried on the rows themselves."""

from dataclasses import replace

import pytest

from bot.domain.audit import Action, Break, Head, sealed
from bot.domain.staff import StaffRole
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, world

CHANGED = [
    ("at", "2026-03-02T12:00:00.001+00:00"),
    ("actor", "99"),
    ("action", "staff.revoked"),
    ("subject", "person 99"),
    ("before", "admin"),
    ("after", "admin"),
    ("previous_hash", "0" * 64),
    ("hash", "0" * 64),
]


def desk(tx: Transaction) -> Desk:
    return Desk(tx, world(), NOON)


def noted(tx: Transaction, rows: int = 5) -> Head:
    """A log of that many rows; its head."""
    for n in range(rows):
        desk(tx).audit.note(None, Action.STAFF_GRANTED, f"person {n}", after="mentor")
    return tx.audit.head()


def broken(tx: Transaction, *elsewhere: Head) -> Break | None:
    return desk(tx).audit.verify(*elsewhere)[1]


def test_a_log_that_nobody_touched_is_whole(tx: Transaction) -> None:
    assert desk(tx).audit.verify() == (Head(id=0, hash="0" * 64), None)
    head = noted(tx)
    assert desk(tx).audit.verify() == (head, None)
    assert head.id == 5


@pytest.mark.parametrize(("column", "value"), CHANGED)
def test_a_changed_row_is_found(tx: Transaction, column: str, value: str) -> None:
    noted(tx)
    tx.connection.execute(f"UPDATE audit SET {column} = ? WHERE id = 3", (value,))
    assert broken(tx) == Break(id=3, missing=False)


def test_a_changed_row_that_was_sealed_again_is_found_in_the_next(tx: Transaction) -> None:
    noted(tx)
    third = list(tx.audit.every())[2]
    forged = sealed(replace(third, after="admin"))
    sql = "UPDATE audit SET after = ?, hash = ? WHERE id = 3"
    tx.connection.execute(sql, (forged.after, forged.hash))
    assert broken(tx) == Break(id=4, missing=False)


def test_a_removed_row_is_missed(tx: Transaction) -> None:
    noted(tx)
    tx.connection.execute("DELETE FROM audit WHERE id = 3")
    assert broken(tx) == Break(id=3, missing=True)


def test_a_removed_row_is_missed_when_the_others_were_numbered_anew(tx: Transaction) -> None:
    noted(tx)
    tx.connection.execute("DELETE FROM audit WHERE id = 3")
    tx.connection.execute("UPDATE audit SET id = 3 WHERE id = 4")
    tx.connection.execute("UPDATE audit SET id = 4 WHERE id = 5")
    assert broken(tx) == Break(id=3, missing=False)


def test_an_inserted_row_is_found(tx: Transaction) -> None:
    noted(tx)
    second, third = list(tx.audit.every())[1:3]
    for n in (5, 4, 3):
        tx.connection.execute("UPDATE audit SET id = ? WHERE id = ?", (n + 1, n))
    head = tx.audit.head()
    tx.audit.add(sealed(replace(third, previous_hash=second.hash, after="admin")))
    tx.facts.put("audit head", str(head))
    assert broken(tx) == Break(id=4, missing=False)


def test_rows_removed_from_the_end_are_missed_by_the_head(tx: Transaction) -> None:
    head = noted(tx)
    tx.connection.execute("DELETE FROM audit WHERE id > 3")
    assert broken(tx) == Break(id=4, missing=True)
    third = list(tx.audit.every())[2]
    tx.facts.put("audit head", str(Head(id=3, hash=third.hash)))
    assert broken(tx) is None, "control: without the head three rows are a whole chain"
    assert broken(tx, head) == Break(id=4, missing=True)


def test_a_row_added_behind_the_head_is_found(tx: Transaction) -> None:
    head = noted(tx)
    desk(tx).audit.note(None, Action.STAFF_GRANTED, "person 6", after="admin")
    tx.facts.put("audit head", str(head))
    assert broken(tx) == Break(id=6, missing=False)


def test_a_log_written_anew_is_found_by_a_head_that_was_kept_elsewhere(tx: Transaction) -> None:
    kept = noted(tx)
    tx.connection.execute("DELETE FROM audit")
    tx.connection.execute("DELETE FROM facts WHERE name = 'audit head'")
    for n in range(6):
        desk(tx).audit.note(None, Action.STAFF_GRANTED, f"person {n}", after="admin")
    assert broken(tx) is None, "control: nothing inside the database tells"
    assert broken(tx, kept) == Break(id=5, missing=False)


def test_erasing_a_member_of_staff_leaves_the_chain_whole_and_their_number(tx: Transaction) -> None:
    staff, people = desk(tx).staff, desk(tx).people
    first = staff.accept(people.seen(incoming(account=1)), staff.invite(StaffRole.ADMIN))
    second = staff.accept(people.seen(incoming(account=2)), staff.invite(StaffRole.ADMIN))
    for held in staff.everybody():
        if held.person_id == second.id:
            staff.revoke(held.id, by=first)
    desk(tx).records.erase(first)
    desk(tx).records.erase(second)
    assert broken(tx) is None
    *_, last = tx.audit.every()
    assert (last.actor, last.action, last.before) == (str(first.id), "staff.revoked", "admin")
    assert tx.people.find(first.id) is None


def test_who_asks_for_their_data_gets_what_they_did(tx: Transaction) -> None:
    staff = desk(tx).staff
    person = desk(tx).people.seen(incoming())
    member = staff.accept(person, staff.invite(StaffRole.MENTOR))
    stored = desk(tx).records.export(member)
    assert [row["action"] for row in stored["staff_actions"]] == ["staff.granted"]
    assert [row["role"] for row in stored["staff_roles"]] == ["mentor"]


def test_the_log_is_read_a_page_at_a_time_newest_first(tx: Transaction) -> None:
    noted(tx, rows=7)
    desk(tx).audit.note(None, Action.TROUBLE_CLEARED, "update 1")
    entries, pages = desk(tx).audit.newest("", 0)
    assert ([e.id for e in entries], pages) == ([8, 7, 6, 5, 4], 2)
    entries, _ = desk(tx).audit.newest("", 99)
    assert [e.id for e in entries] == [3, 2, 1]
    entries, pages = desk(tx).audit.newest("trouble", 0)
    assert ([e.id for e in entries], pages) == ([8], 1)
