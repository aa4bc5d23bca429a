from dataclasses import replace
from datetime import timedelta

from bot.domain.people import AgeBand, Education, Role, Standing
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, RULES, incoming, world


def desk(tx: Transaction, later: timedelta = timedelta()) -> Desk:
    return Desk(tx, world(), NOON + later)


def test_a_newcomer_is_a_guest_whose_row_expires(tx: Transaction) -> None:
    person = desk(tx).people.seen(incoming())
    assert (person.standing, person.expires_at) == (Standing.GUEST, NOON + RULES.guest_idle)


def test_every_word_of_a_guest_keeps_the_row_for_another_day(tx: Transaction) -> None:
    desk(tx).people.seen(incoming())
    again = desk(tx, timedelta(hours=20)).people.seen(incoming())
    assert again.expires_at == NOON + timedelta(hours=20) + RULES.guest_idle


def test_consent_keeps_the_row_and_is_stored_with_the_text_that_was_shown(tx: Transaction) -> None:
    people = desk(tx).people
    adult = people.choose_age(people.seen(incoming()), AgeBand.FROM_18)
    member = people.agree(adult, "the text")
    assert (member.standing, member.expires_at) == (Standing.MEMBER, None)
    (consent,) = tx.people.consents(member.id)
    assert (consent.purpose, consent.version, len(consent.text_hash)) == ("service", "1", 64)


def test_agreeing_twice_is_one_consent(tx: Transaction) -> None:
    people = desk(tx).people
    member = people.agree(people.choose_age(people.seen(incoming()), AgeBand.FROM_18), "text")
    people.agree(member, "text")
    assert len(tx.people.consents(member.id)) == 1


def test_from_14_to_17_the_guardian_is_still_to_come(tx: Transaction) -> None:
    people = desk(tx).people
    young = people.agree(people.choose_age(people.seen(incoming()), AgeBand.FROM_14), "text")
    assert (young.standing, young.may_apply) == (Standing.GUARDIAN_PENDING, True)


def test_a_child_cannot_agree(tx: Transaction) -> None:
    people = desk(tx).people
    child = people.agree(people.choose_age(people.seen(incoming()), AgeBand.UNDER_14), "text")
    assert (child.standing, child.may_apply) == (Standing.GUEST, False)
    assert tx.people.consents(child.id) == []


def test_a_chosen_language_is_not_overwritten_by_the_phones(tx: Transaction) -> None:
    people = desk(tx).people
    people.choose_language(people.seen(incoming(language="ru")), "en")
    assert people.seen(incoming(language="ru")).language == "en"


def test_the_phones_language_counts_until_one_is_chosen(tx: Transaction) -> None:
    people = desk(tx).people
    people.seen(incoming(language="ru"))
    assert people.seen(incoming(language="en")).language == "en"


def test_another_role_asks_its_own_questions_anew(tx: Transaction) -> None:
    people = desk(tx).people
    pupil = people.choose_role(people.seen(incoming()), Role.PUPIL)
    pupil = people.choose_grade(people.choose_age(pupil, AgeBand.FROM_14), 9)
    assert (pupil.grade, pupil.education) == (9, Education.SCHOOL)
    adult = people.choose_role(pupil, Role.ADULT)
    assert (adult.age_band, adult.grade, adult.education) == (None, None, None)
    assert people.choose_role(pupil, Role.PUPIL) == pupil


def test_whoever_turns_out_to_be_a_child_is_a_guest_again(tx: Transaction) -> None:
    people = desk(tx).people
    young = people.agree(people.choose_age(people.seen(incoming()), AgeBand.FROM_14), "text")
    child = people.choose_age(young, AgeBand.UNDER_14)
    assert (child.standing, child.expires_at) == (Standing.GUEST, NOON + RULES.guest_idle)
    grown = people.choose_age(child, AgeBand.FROM_18)
    assert (grown.may_apply, people.must_ask(grown)) == (False, True)


def test_a_newer_text_of_the_consent_is_asked_for_again(tx: Transaction) -> None:
    people = desk(tx).people
    member = people.agree(people.choose_age(people.seen(incoming()), AgeBand.FROM_18), "text")
    assert people.must_ask(member) is False
    newer = Desk(tx, world(rules=replace(RULES, consent_version="2")), NOON).people
    assert newer.must_ask(member) is True
    newer.agree(member, "a newer text")
    assert newer.must_ask(member) is False
