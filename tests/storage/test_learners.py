"""Two people apply under one agreement at the same moment, for different programmes."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from bot.domain.agreements import AgreementFull
from bot.domain.enrolments import State
from bot.domain.people import Person
from bot.services.desk import Desk
from bot.storage.agreements import AgreementStore
from bot.storage.transaction import Transaction
from tests.builders import ANNA, BORIS, NOON, group, network, world
from tests.storage.engines import Postgres, create_migrated, opened
from tests.storage.test_seats import held_up, member

_ONE = replace(network().agreements["A-1"], learners=1)
_GROUPS = (group(seats=9), group(code="G-2", programme="P-2", seats=9))
WORLD = world(network(*_GROUPS, agreements={"A-1": _ONE}))
FULL = "full"


class Unlocked(AgreementStore):
    """Counts the learners of a partner without holding it."""

    def lock(self, partner: str) -> None:
        pass


def applies(tx: Transaction, person: Person, number: int) -> str:
    desk = Desk(tx, WORLD, NOON)
    profile, offer = desk.profiles.of(person), desk.programmes.offer(f"P-{number}")
    try:
        return desk.enrolments.apply(person, profile, offer, f"G-{number}", None).state
    except AgreementFull:
        return FULL


def race(postgres: Postgres, agreements: type[AgreementStore]) -> tuple[list[str], bool]:
    """What Anna and Boris get, and whether Boris had to wait for her commit."""
    create_migrated(postgres, "learners")
    with opened(postgres, "learners") as tx:
        tx.network.put(WORLD.catalogue.network)
        tx.versions.add(WORLD.catalogue.network.programmes.values(), NOON)
        anna, boris = member(tx, ANNA), member(tx, BORIS)
        tx.connection.execute("COMMIT")
    with (
        opened(postgres, "learners") as first,
        opened(postgres, "learners") as second,
        ThreadPoolExecutor(1) as other,
    ):
        first.agreements = agreements(first.connection)
        second.agreements = agreements(second.connection)
        early = applies(first, anna, 1)
        late: Future[Any] = other.submit(applies, second, boris, 2)
        waited = held_up(second, first, late)
        first.connection.execute("COMMIT")
        got = [early, late.result(10)]
        second.connection.execute("COMMIT")
    return got, waited


def test_the_second_waits_for_the_first_and_finds_the_agreement_filled(
    postgres: Postgres,
) -> None:
    assert race(postgres, AgreementStore) == ([State.SUBMITTED, FULL], True)


def test_without_the_lock_one_too_many_would_be_taken(postgres: Postgres) -> None:
    assert race(postgres, Unlocked) == ([State.SUBMITTED, State.SUBMITTED], False)
