from datetime import timedelta

import pytest

from bot.domain.freshness import Source
from bot.services.network import Clash, NetworkService
from bot.storage.transaction import Transaction
from tests.builders import NOON, TODAY, group, network
from tests.domain.matching_builders import module, programme


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
    first, later = NetworkService(tx, NOON), NetworkService(tx, NOON + timedelta(days=9))
    assert first.anchor() == TODAY
    assert later.anchor() == TODAY + timedelta(days=9), "looking is no import"
    first.bring_in(network())
    assert later.anchor() == TODAY
    assert later.anchor(again=True) == TODAY + timedelta(days=9)


def test_relative_dates_can_be_counted_anew(tx: Transaction) -> None:
    service = NetworkService(tx, NOON)
    service.bring_in(network())
    service.keep_anchor(TODAY + timedelta(days=9))
    service.bring_in(network(group(seats=7)))
    assert service.anchor() == TODAY + timedelta(days=9)


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


def test_a_group_stays_with_its_module(tx: Transaction) -> None:
    modules = {code: module(code=code, programme="P-1") for code in ("M-1", "M-2")}
    service = NetworkService(tx, NOON)
    service.bring_in(network(group(), group(code="G-2", module="M-1"), modules=modules))
    with pytest.raises(Clash, match="G-1 в базе всей программы, а не модуля M-1"):
        service.bring_in(network(group(module="M-1"), modules=modules))
    with pytest.raises(Clash, match="G-2 в базе модуля M-1, а не всей программы"):
        service.bring_in(network(group(code="G-2"), modules=modules))


def test_every_programme_that_changes_is_kept_as_it_was(tx: Transaction) -> None:
    service = NetworkService(tx, NOON)
    service.bring_in(network())
    service.bring_in(network(group(seats=7)))
    service.bring_in(network(programmes={"P-1": programme(code="P-1", slug="p-1", price=5)}))
    assert [version.programme.price for version in tx.versions.of_programme("P-1")] == [
        5,
        network().programmes["P-1"].price,
    ]


def test_a_card_that_is_brought_in_is_confirmed_by_that(tx: Transaction) -> None:
    NetworkService(tx, NOON).bring_in(network())
    assert tx.freshness.days() == {"P-1": TODAY}
    later = NetworkService(tx, NOON + timedelta(days=50))
    tx.freshness.confirm(["P-1"], TODAY + timedelta(days=20), Source.STAFF)
    assert later.bring_in(network()) is False
    assert tx.freshness.days() == {"P-1": TODAY + timedelta(days=50)}
    assert later.version() == 2, "a running bot notices"
