"""Two hundred people press «Приду» for ten places at the same moment, on a server that really runs
their transactions side by side."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from bot.domain.events import Event
from bot.domain.participations import State
from bot.domain.people import AgeBand, Person, Role
from bot.services.desk import Desk
from bot.storage.events import EventStore
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, network, world
from tests.domain.event_builders import event
from tests.storage.engines import Postgres, create_migrated, opened

PLACES, PEOPLE, ROUNDS, AT_ONCE = 10, 200, 50, 8
WORLD = world(network())


class Unlocked(EventStore):
    """Counts the places of an event without holding it."""

    def lock(self, event_id: int) -> Event | None:
        return self.find(event_id)


def pupil(tx: Transaction, account: int) -> Person:
    people = Desk(tx, WORLD, NOON).people
    person = people.choose_role(people.seen(incoming(account=account)), Role.PUPIL)
    person = people.choose_grade(people.choose_age(person, AgeBand.FROM_14), 8)
    return people.agree(person, "text")


def press(tx: Transaction, people: list[Person], event_id: int) -> None:
    for person in people:
        tx.connection.execute("BEGIN")
        Desk(tx, WORLD, NOON).participations.register(person, event_id)
        tx.connection.execute("COMMIT")


@pytest.fixture
def crowd(postgres: Postgres) -> list[Person]:
    create_migrated(postgres, "places")
    with opened(postgres, "places") as tx:
        tx.network.put(WORLD.catalogue.network)
        people = [pupil(tx, account) for account in range(1, PEOPLE + 1)]
        tx.connection.execute("COMMIT")
    return people


def rounds(
    postgres: Postgres, crowd: list[Person], events: type[EventStore], number: int
) -> list[list[State]]:
    """What everybody got in every round, in the order in which they were noted."""
    got = []
    with ExitStack() as stack, ThreadPoolExecutor(AT_ONCE) as threads:
        workers = [stack.enter_context(opened(postgres, "places")) for _ in range(AT_ONCE)]
        for tx in workers:
            tx.connection.execute("COMMIT")
            tx.events = events(tx.connection)
        for n in range(number):
            first = workers[0]
            first.connection.execute("BEGIN")
            one = event(slug=f"round-{events.__name__.lower()}-{n}", capacity=PLACES)
            held = first.events.add(one, None, "secret", NOON)
            first.connection.execute("COMMIT")
            pressed = [
                threads.submit(press, tx, crowd[start::AT_ONCE], held.id)
                for start, tx in enumerate(workers)
            ]
            for each in pressed:
                each.result(60)
            got.append([p.state for p in first.participations.of_event(held.id)])
            first.connection.execute("COMMIT")
    return got


def test_ten_of_two_hundred_get_a_place_and_the_rest_wait_in_order(
    postgres: Postgres, crowd: list[Person]
) -> None:
    exact = [State.REGISTERED] * PLACES + [State.WAITING] * (PEOPLE - PLACES)
    assert rounds(postgres, crowd, EventStore, ROUNDS) == [exact] * ROUNDS


def test_without_the_lock_places_are_sold_twice(postgres: Postgres, crowd: list[Person]) -> None:
    sold = [got.count(State.REGISTERED) for got in rounds(postgres, crowd, Unlocked, 5)]
    assert max(sold) > PLACES
