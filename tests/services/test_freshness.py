from datetime import timedelta

import pytest

from bot.domain.audit import Action
from bot.domain.errors import NotFound
from bot.domain.freshness import Source
from bot.services.network import NetworkService
from bot.storage.transaction import Transaction
from tests.builders import NOON, RULES, TODAY, network, world
from tests.services.test_enrolments import Office


@pytest.fixture
def office(tx: Transaction) -> Office:
    office = Office(tx, world())
    NetworkService(tx, NOON).bring_in(network())
    return office


def version(office: Office) -> int:
    return NetworkService(office.tx, office.now).version()


def test_an_import_confirms_what_it_brings_even_when_nothing_has_changed(office: Office) -> None:
    assert office.tx.freshness.days() == {"P-1": TODAY}
    before = version(office)
    later = NetworkService(office.tx, NOON + timedelta(days=5))
    assert later.bring_in(network()) is False
    assert office.tx.freshness.days() == {"P-1": TODAY + timedelta(days=5)}
    assert version(office) == before + 1
    later.bring_in(network())
    assert version(office) == before + 1


def test_one_tap_confirms_a_card_and_the_catalogue_is_read_anew(office: Office) -> None:
    before = version(office)
    office.now += timedelta(days=100)
    boris = office.person(2)
    office.desk.freshness.confirm(boris, "P-1", Source.STAFF)
    local = office.now.astimezone(RULES.zone).date()
    assert office.tx.freshness.days() == {"P-1": local}
    assert version(office) == before + 1


def test_a_second_tap_on_the_same_day_changes_nothing(office: Office) -> None:
    office.now += timedelta(days=100)
    boris, before = office.person(2), version(office)
    for _ in range(2):
        office.desk.freshness.confirm(boris, "P-1", Source.PARTNER)
    assert version(office) == before + 1
    (noted,) = office.tx.audit.of_actor(str(boris.id))
    assert (noted.action, noted.subject) == (Action.CATALOGUE_CONFIRMED, "P-1")


def test_nobody_can_confirm_what_is_not_there(office: Office) -> None:
    with pytest.raises(NotFound):
        office.desk.freshness.confirm(office.person(2), "P-404", Source.STAFF)
