from datetime import timedelta

from bot.domain.times import stamp
from bot.storage.transaction import Transaction
from tests.builders import NOON
from tests.storage.rows import guest


def test_proposals_are_kept_with_their_numbers_newest_first(tx: Transaction) -> None:
    person, later = guest(tx), NOON + timedelta(days=1)
    audit = {"chosen": ["P-1"], "scores": {"P-1": 0.1 + 0.2}, "город": None}
    first = tx.matches.add(person.id, audit, NOON)
    second = tx.matches.add(person.id, {}, later)
    assert tx.matches.of_person(person.id) == [
        {"id": second, "made_at": stamp(later)},
        {"id": first, "made_at": stamp(NOON), **audit},
    ]
