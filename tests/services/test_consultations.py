from bot.domain.consultations import Topic
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, world


def test_asking_twice_about_the_same_is_one_request(tx: Transaction) -> None:
    desk = Desk(tx, world(), NOON)
    person = desk.people.seen(incoming())
    first = desk.consultations.ask(person, Topic.CHOICE)
    assert desk.consultations.ask(person, Topic.CHOICE) == first
    assert desk.consultations.ask(person, Topic.OTHER) != first
    assert desk.consultations.waiting() == 2
