"""Two people apply for the last place at the same moment, each in an own transaction."""

import time
from concurrent.futures import Future, ThreadPoolExecutor

from bot.domain.enrolments import State
from bot.domain.people import AgeBand, Education, Person, Role
from bot.services.desk import Desk
from bot.storage.enrolments import EnrolmentStore
from bot.storage.transaction import Transaction
from tests.builders import ANNA, BORIS, NOON, group, incoming, network, world
from tests.storage.engines import Postgres, create_migrated, opened

WORLD = world(network(group(seats=1)))


class Unlocked(EnrolmentStore):
    """Counts the places of a group without holding it."""

    def seats(self, group: str) -> int:
        return int(self._sql.lock_group(code=group)["seats"])


def member(tx: Transaction, account: int) -> Person:
    people = Desk(tx, WORLD, NOON).people
    person = people.choose_role(people.seen(incoming(account=account)), Role.ADULT)
    person = people.choose_age(person, AgeBand.FROM_18)
    return people.agree(people.choose_education(person, Education.COLLEGE), "text")


def applies(tx: Transaction, person: Person) -> State:
    desk = Desk(tx, WORLD, NOON)
    profile, offer = desk.profiles.of(person), desk.programmes.offer("P-1")
    return desk.enrolments.apply(person, profile, offer, "G-1", None).state


def held_up(tx: Transaction, by: Transaction, done: Future[State]) -> bool:
    """Waits until one of the two is certain: it waits for the other's commit, or it is done."""
    blockers = "SELECT pg_blocking_pids(%s) AS pids"
    until = time.monotonic() + 10
    while not done.done() and time.monotonic() < until:
        pid = tx.connection.info.backend_pid
        if by.connection.execute(blockers, [pid]).fetchone()["pids"]:
            return True
        time.sleep(0.005)
    return False


def race(postgres: Postgres, enrolments: type[EnrolmentStore]) -> tuple[list[State], bool]:
    """What Anna and Boris get, and whether Boris had to wait for her commit."""
    create_migrated(postgres, "race")
    with opened(postgres, "race") as tx:
        tx.network.put(WORLD.catalogue.network)
        anna, boris = member(tx, ANNA), member(tx, BORIS)
        tx.connection.execute("COMMIT")
    with (
        opened(postgres, "race") as first,
        opened(postgres, "race") as second,
        ThreadPoolExecutor(1) as other,
    ):
        first.enrolments = enrolments(first.connection)
        second.enrolments = enrolments(second.connection)
        early = applies(first, anna)
        late = other.submit(applies, second, boris)
        waited = held_up(second, first, late)
        first.connection.execute("COMMIT")
        got = [early, late.result(10)]
        second.connection.execute("COMMIT")
    return got, waited


def test_the_second_waits_for_the_first_and_does_not_get_the_same_place(
    postgres: Postgres,
) -> None:
    assert race(postgres, EnrolmentStore) == ([State.SUBMITTED, State.WAITLISTED], True)


def test_without_the_lock_the_place_would_be_given_twice(postgres: Postgres) -> None:
    assert race(postgres, Unlocked) == ([State.SUBMITTED, State.SUBMITTED], False)
