from datetime import timedelta

from bot.domain.times import stamp
from bot.storage.transaction import Transaction
from tests.builders import NOON
from tests.domain.matching_builders import adult, audit_of, pupil
from tests.storage.rows import guest

LATER = NOON + timedelta(days=1)


def test_proposals_are_kept_with_their_numbers_newest_first(tx: Transaction) -> None:
    person, other = guest(tx), guest(tx, account=2)
    first = tx.matches.add(person.id, audit_of(adult()), NOON)
    second = tx.matches.add(person.id, audit_of(pupil()), LATER)
    tx.matches.add(other.id, audit_of(), LATER)
    assert tx.matches.of_person(person.id) == [
        {"id": second.id, "made_at": stamp(LATER), **audit_of(pupil())},
        {"id": first.id, "made_at": stamp(NOON), **audit_of(adult())},
    ]
    assert tx.matches.newest(person.id) == second
    assert tx.matches.find(first.id) == first


def test_who_was_shown_nothing_has_nothing(tx: Transaction) -> None:
    assert tx.matches.newest(guest(tx).id) is None
    assert tx.matches.find(1) is None
