from datetime import timedelta

import pytest

from bot.services.network import Clash, NetworkService
from bot.storage.transaction import Transaction
from tests.builders import NOON, group, network
from tests.domain.matching_builders import programme


def test_bringing_the_same_in_twice_changes_nothing(tx: Transaction) -> None:
    service = NetworkService(tx, NOON)
    assert service.bring_in(network()) is True
    assert service.bring_in(network()) is False
    assert service.version() == 1
    assert service.read() == network()


def test_a_change_is_a_new_version(tx: Transaction) -> None:
    service = NetworkService(tx, NOON)
    service.bring_in(network())
    assert service.bring_in(network(group(seats=7))) is True
    assert service.version() == 2
    assert service.read().groups["G-1"].seats == 7


def test_relative_dates_count_from_the_first_import(tx: Transaction) -> None:
    first = NetworkService(tx, NOON).anchor()
    later = NetworkService(tx, NOON + timedelta(days=9))
    assert later.anchor() == first
    assert later.anchor(again=True) == first + timedelta(days=9)


def test_a_link_goes_on_leading_where_it_led(tx: Transaction) -> None:
    service = NetworkService(tx, NOON)
    service.bring_in(network())
    other = programme(code="P-2", slug="p-1")
    with pytest.raises(Clash, match="p-1"):
        service.bring_in(network(programmes={"P-2": other}, groups={}))


def test_a_group_stays_with_its_programme(tx: Transaction) -> None:
    service = NetworkService(tx, NOON)
    service.bring_in(network(group(), group(code="G-2", programme="P-2")))
    with pytest.raises(Clash, match="G-1"):
        service.bring_in(network(group(programme="P-2"), group(code="G-2", programme="P-2")))
