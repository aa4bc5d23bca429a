from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.consents import Consent
from bot.domain.people import AgeBand, Education, Person, Role, Standing
from bot.storage.transaction import Transaction
from tests.builders import ANNA, BORIS, NOON, incoming
from tests.storage.engines import BROKEN_RULE
from tests.storage.rows import enrolled, guest, run, taught

LATER = NOON + timedelta(hours=5)
CONSENT = Consent(purpose="service", version="1", text_hash="ab", given_at=NOON)


def test_a_newcomer_is_a_guest_whose_row_expires(tx: Transaction) -> None:
    assert guest(tx) == Person(
        id=guest(tx).id,
        channel="telegram",
        account=ANNA,
        chat="10",
        language="ru",
        created_at=NOON,
        expires_at=NOON + timedelta(days=1),
    )


def test_a_person_is_found_as_saved(tx: Transaction) -> None:
    changed = replace(
        guest(tx),
        language="en",
        language_chosen=True,
        role=Role.ADULT,
        age_band=AgeBand.FROM_50,
        grade=11,
        education=Education.COLLEGE,
        city="yurga",
        standing=Standing.MEMBER,
        aim="P-1",
        muted=True,
        expires_at=None,
    )
    tx.people.save(changed)
    assert tx.people.find(changed.id) == changed
    tx.people.save(guest_again := replace(changed, role=None, age_band=None, education=None))
    assert tx.people.find(changed.id) == guest_again


def test_accounts_may_be_larger_than_32_bits(tx: Transaction) -> None:
    person = guest(tx, account=7_000_000_001)
    assert tx.people.find(person.id) == person


def test_who_comes_back_keeps_the_number_and_a_chosen_language(tx: Transaction) -> None:
    first = guest(tx)
    tx.people.save(replace(first, language="en", language_chosen=True))
    moved = incoming(chat="11", language="ru")
    again = tx.people.seen(moved, LATER, LATER + timedelta(days=1))
    assert (again.id, again.chat, again.language) == (first.id, "11", "en")
    assert (again.created_at, again.expires_at) == (NOON, LATER + timedelta(days=1))


@pytest.mark.parametrize(("told", "kept"), [("en", "en"), (None, "ru")])
def test_an_unchosen_language_follows_the_channel(
    tx: Transaction, told: str | None, kept: str
) -> None:
    guest(tx)
    assert tx.people.seen(incoming(language=told), LATER, LATER).language == kept


def test_a_member_does_not_expire_by_coming_back(tx: Transaction) -> None:
    tx.people.save(replace(guest(tx), standing=Standing.MEMBER, expires_at=None))
    assert tx.people.seen(incoming(), LATER, LATER).expires_at is None


def test_only_guests_whose_time_is_over_are_due_to_go(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    tx.people.save(replace(boris, standing=Standing.MEMBER, expires_at=None))
    assert anna.expires_at is not None
    assert tx.people.expired(anna.expires_at - timedelta(milliseconds=1)) == []
    assert tx.people.expired(anna.expires_at) == [anna]


def test_consents_stay_in_order_and_are_withdrawn_once(tx: Transaction) -> None:
    person = guest(tx)
    tx.people.agree(person.id, CONSENT)
    tx.people.withdraw_consents(person.id, LATER)
    tx.people.agree(person.id, replace(CONSENT, version="2"))
    tx.people.withdraw_consents(person.id, LATER + timedelta(days=1))
    assert tx.people.consents(person.id) == [
        replace(CONSENT, withdrawn_at=LATER),
        replace(CONSENT, version="2", withdrawn_at=LATER + timedelta(days=1)),
    ]


def test_what_hangs_on_a_person_goes_with_the_person(tx: Transaction) -> None:
    taught(tx)
    anna, boris = guest(tx), guest(tx, BORIS)
    for person in (anna, boris):
        tx.people.agree(person.id, CONSENT)
        tx.saved.add(person.id, "P-1", NOON)
    begun, applied = run(tx, anna), enrolled(tx, anna)
    tx.people.remove(anna.id)
    assert tx.people.find(anna.id) is None
    assert tx.people.consents(anna.id) == []
    assert tx.saved.of_person(anna.id) == []
    assert tx.runs.find(begun.id) is None
    assert tx.enrolments.moves(applied.id) == []
    assert tx.saved.of_person(boris.id) == ["P-1"]


def test_nothing_hangs_on_nobody(tx: Transaction) -> None:
    with pytest.raises(BROKEN_RULE):
        tx.people.agree(404, CONSENT)
