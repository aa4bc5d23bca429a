"""Rows that other rows refer to."""

from datetime import timedelta
from typing import Any

from bot.domain.enrolments import Enrolment, State
from bot.domain.network import Group
from bot.domain.people import Person
from bot.domain.questionnaires import Questionnaire, Run, Wording
from bot.storage.transaction import Transaction
from tests.builders import ANNA, NOON, incoming, network

INTERESTS = Questionnaire(
    code="interests",
    version=3,
    title=Wording(ru="Интересы", en="Interests"),
    instruction=Wording(ru="Выбирай", en="Choose"),
)


def guest(tx: Transaction, account: int = ANNA) -> Person:
    return tx.people.seen(incoming(account=account), NOON, NOON + timedelta(days=1))


def run(tx: Transaction, person: Person) -> Run:
    tx.runs.start(person.id, INTERESTS, NOON)
    return tx.runs.of_person(person.id)[-1]


def enrolled(tx: Transaction, person: Person, **changes: Any) -> Enrolment:
    """In the programme P-1, whose group G-1 must be there (see `taught`)."""
    usual: dict[str, Any] = {
        "id": 0,
        "person_id": person.id,
        "programme": "P-1",
        "group_code": "G-1",
        "state": State.SUBMITTED,
        "city": None,
        "education": None,
        "daypart": None,
        "applied_at": NOON,
    }
    return tx.enrolments.add(Enrolment(**{**usual, **changes}), "person")


def taught(tx: Transaction, *groups: Group) -> None:
    tx.network.put(network(*groups))
