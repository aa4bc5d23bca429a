from datetime import timedelta

from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON, group
from tests.storage.rows import guest, taught


def test_programmes_are_kept_once_newest_first(tx: Transaction) -> None:
    taught(tx, *(group(code=f"G-{n}", programme=f"P-{n}") for n in (1, 2, 3)))
    anna, boris = guest(tx), guest(tx, BORIS)
    for minute, code in enumerate(("P-2", "P-1", "P-3", "P-2")):
        tx.saved.add(anna.id, code, NOON + timedelta(minutes=minute))
    tx.saved.remove(anna.id, "P-1")
    tx.saved.remove(boris.id, "P-3")
    assert tx.saved.of_person(anna.id) == ["P-3", "P-2"]
