from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import NotFound
from bot.domain.matching import Aspect, Offer
from bot.domain.network import Agreement, AgreementKind
from bot.domain.people import Person
from bot.services.desk import Desk
from bot.services.programmes import MOST_FOUND, Moment, Search
from bot.services.world import World
from bot.storage.transaction import Transaction
from tests.builders import NOON, TODAY, group, network, world
from tests.domain.matching_builders import adult, partner, programme
from tests.storage.rows import enrolled, guest


def colleges(count: int, **changes: Any) -> World:
    """As many colleges that all teach the same, and one that teaches to cook."""
    taught = {
        f"P-{n}": programme(code=f"P-{n}", slug=f"p-{n}", partner=f"C-{n}", title_ru="Сварщик")
        for n in range(count)
    }
    taught["COOK"] = programme(code="COOK", slug="cook", partner="C-0", title_ru="Повар")
    groups = [group(code=f"G-{code}", programme=code, seats=9) for code in taught]
    partners = {f"C-{n}": partner(f"C-{n}") for n in range(count)}
    agreements = {code: agreement(code) for code in partners}
    given = network(*groups, programmes=taught, partners=partners, agreements=agreements)
    return world(replace(given, **changes))


def agreement(code: str) -> Agreement:
    return Agreement(
        number=code,
        partner=code,
        kind=AgreementKind.NETWORK,
        valid_from=TODAY - timedelta(days=30),
        valid_to=TODAY + timedelta(days=900),
    )


def searched(given: World, typed: str, **facts: Any) -> Search:
    return Moment(world=given, taken={}, today=TODAY).search(typed, adult(**facts), known=True)


def codes(offers: list[Offer]) -> list[str]:
    return [offer.programme.code for offer in offers]


def test_a_search_understands_the_words_and_shows_five_of_what_is_alike() -> None:
    found = searched(colleges(18), "сварщег")
    assert found.found.understood == "сварщег → сварщик"
    assert len(found.offers) == 18
    assert len(found.shown) == 5
    assert [line.ahead for line in found.shown[:4]] == [Aspect.TURN] * 4


def test_the_last_of_many_colleges_is_first_for_whoever_lives_there() -> None:
    given = colleges(60)
    known = given.catalogue.network.programmes
    there = {**known, "P-59": replace(known["P-59"], city="yurga")}
    moved = colleges(60, programmes=there)
    assert MOST_FOUND > 60
    assert codes([line.offer for line in searched(moved, "сварщик", city="yurga").shown[:1]]) == [
        "P-59"
    ]


def test_what_only_shares_a_word_by_chance_is_not_shown() -> None:
    assert codes(list(searched(colleges(1), "повар").offers)) == ["COOK"]


def test_a_programme_that_is_gone_is_refused_outside_the_transaction_too() -> None:
    with pytest.raises(NotFound):
        Moment(world=colleges(1), taken={}, today=TODAY).why_not(adult(), "GONE")


class Office:
    def __init__(self, tx: Transaction, given: World) -> None:
        self.tx, self.given = tx, given
        tx.network.put(given.catalogue.network)

    def desk(self, days: int = 0) -> Desk:
        return Desk(self.tx, self.given, NOON + timedelta(days=days))

    def is_matched(self, person: Person, days: int = 0) -> str:
        """The receipt number."""
        programmes = self.desk(days).programmes
        proposal = programmes.moment().match(adult(today=TODAY + timedelta(days=days)))
        return programmes.keep(person, proposal.audit)


@pytest.fixture
def office(tx: Transaction) -> Office:
    return Office(tx, colleges(3))


def test_a_moment_knows_the_places_that_are_taken(office: Office) -> None:
    for account in (1, 2):
        enrolled(office.tx, guest(office.tx, account=account), programme="P-1", group_code="G-P-1")
    programmes = office.desk().programmes
    for offer in (programmes.moment().offer("P-1"), programmes.offer("P-1")):
        assert [places.left for places in offer.groups] == [7]


def test_the_same_matches_once_more_keep_their_number(office: Office) -> None:
    person = guest(office.tx)
    first = office.is_matched(person)
    assert first == "26-00001"
    assert office.is_matched(person) == first
    assert len(office.tx.matches.of_person(person.id)) == 1


def test_other_matches_have_another_number(office: Office) -> None:
    person = guest(office.tx)
    assert office.is_matched(person) != office.is_matched(person, days=1)
    assert office.is_matched(guest(office.tx, account=2)) == "26-00003"


def test_what_was_shown_last_can_be_compared(office: Office) -> None:
    person = guest(office.tx)
    assert office.desk().programmes.last_matched(person) == []
    office.is_matched(person)
    assert set(office.desk().programmes.last_matched(person)) <= {"P-0", "P-1", "P-2", "COOK"}
    assert len(office.desk().programmes.last_matched(person)) >= 3
