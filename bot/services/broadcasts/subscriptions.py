"""What people want to hear of."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.broadcasts import Topic
from bot.domain.errors import NotFound
from bot.domain.people import Person
from bot.domain.segments import is_adult
from bot.storage.transaction import Transaction


class SubscriptionService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._now = now

    def of(self, person: Person) -> Mapping[Topic, bool]:
        """Every topic that the person may hear of, and whether they do."""
        said = self._tx.subscriptions.of_person(person.id)
        adult = is_adult(person.age_band, person.role)
        return {
            topic: said.get(topic, not topic.on_request)
            for topic in Topic
            if adult or not topic.for_adults
        }

    def switch(self, person: Person, topic: Topic, wanted: bool) -> None:
        """Raises NotFound for a topic that is not for this person."""
        if topic not in self.of(person):
            raise NotFound
        self._tx.subscriptions.save(person.id, topic, wanted, None, self._now)

    def leave(self, person: Person, broadcast_id: int) -> Topic:
        """Turns off the topic of a mailing, from under it. Raises NotFound."""
        broadcast = self._tx.broadcasts.find(broadcast_id)
        if broadcast is None:
            raise NotFound
        self._tx.subscriptions.save(person.id, broadcast.topic, False, broadcast.id, self._now)
        return broadcast.topic
