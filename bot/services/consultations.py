"""Asking for a human."""

from datetime import datetime

from bot.domain.consultations import Consultation, ConsultationState, Topic
from bot.domain.people import Person
from bot.storage.transaction import Transaction


class ConsultationService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._store = tx.consultations
        self._now = now

    def ask(self, person: Person, topic: Topic) -> Consultation:
        """Asking again about the same thing gives the request that is already waiting."""
        for known in self._store.of_person(person.id):
            if known.topic is topic and known.state is ConsultationState.WAITING:
                return known
        return self._store.add(person.id, topic, self._now)

    def of(self, person: Person) -> list[Consultation]:
        return self._store.of_person(person.id)

    def waiting(self) -> int:
        """How many people wait for an answer."""
        return self._store.waiting()
