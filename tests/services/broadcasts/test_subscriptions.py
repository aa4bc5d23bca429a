from typing import Any

import pytest

from bot.domain.broadcasts import Topic
from bot.domain.errors import NotFound
from bot.domain.people import AgeBand, Role
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming
from tests.mailings import colleague, desk, member, written

ADULT: dict[str, Any] = {"role": Role.ADULT, "age_band": AgeBand.FROM_18}


def test_news_are_off_until_somebody_asks_for_them(tx: Transaction) -> None:
    wanted = desk(tx).subscriptions.of(member(tx, 1, **ADULT))
    assert {topic for topic, on in wanted.items() if not on} == {Topic.NEWS, Topic.ADVERT}


def test_adverts_are_not_even_offered_to_minors(tx: Transaction) -> None:
    child, stranger = member(tx, 1), tx.people.seen(incoming(account=2), NOON, NOON)
    for person in (child, stranger):
        assert Topic.ADVERT not in desk(tx).subscriptions.of(person)
        with pytest.raises(NotFound):
            desk(tx).subscriptions.switch(person, Topic.ADVERT, True)


def test_a_topic_is_turned_on_and_off(tx: Transaction) -> None:
    person, subscriptions = member(tx, 1), desk(tx).subscriptions
    for wanted in (True, False, False):
        subscriptions.switch(person, Topic.NEWS, wanted)
        assert subscriptions.of(person)[Topic.NEWS] is wanted


def test_leaving_under_a_mailing_is_about_its_topic_alone(tx: Transaction) -> None:
    author, person = colleague(tx), member(tx, 1)
    broadcast = written(tx, author, Topic.EVENT)
    assert desk(tx).subscriptions.leave(person, broadcast.id) is Topic.EVENT
    wanted = desk(tx).subscriptions.of(person)
    assert (wanted[Topic.EVENT], wanted[Topic.CONTEST]) == (False, True)
    assert desk(tx).broadcasts.left_after(broadcast) == 1
    with pytest.raises(NotFound):
        desk(tx).subscriptions.leave(person, 99)


def test_what_somebody_wants_is_given_out_and_erased_with_them(tx: Transaction) -> None:
    person = member(tx, 1)
    desk(tx).subscriptions.switch(person, Topic.NEWS, True)
    (stored,) = desk(tx).records.export(person)["mailings"]
    assert (stored["topic"], stored["wanted"]) == ("news", 1)
    desk(tx).records.erase(person)
    assert tx.subscriptions.of_person(person.id) == {}
