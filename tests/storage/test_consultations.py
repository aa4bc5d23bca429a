from datetime import timedelta

from bot.domain.consultations import Consultation, ConsultationState, Topic
from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON
from tests.storage.rows import guest


def test_requests_are_kept_newest_first_and_counted_while_they_wait(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    first = tx.consultations.add(anna.id, Topic.CHOICE, NOON)
    second = tx.consultations.add(anna.id, Topic.OTHER, NOON + timedelta(hours=1))
    tx.consultations.add(boris.id, Topic.TROUBLE, NOON)
    assert first == Consultation(
        id=first.id,
        person_id=anna.id,
        topic=Topic.CHOICE,
        state=ConsultationState.WAITING,
        asked_at=NOON,
    )
    assert tx.consultations.of_person(anna.id) == [second, first]
    assert tx.consultations.waiting() == 3
