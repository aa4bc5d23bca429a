from datetime import timedelta

from bot.services.network import NetworkService
from bot.storage.transaction import Transaction
from tests.builders import NOON, group, network


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
