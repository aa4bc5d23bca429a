"""Which mailings a person wants. No row: nothing was said, so the topic decides."""

from datetime import datetime
from typing import Any

from bot.domain.broadcasts import Topic
from bot.domain.times import stamp
from bot.storage.sql import Sql


class SubscriptionStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("subscriptions", connection)

    def save(
        self, person_id: int, topic: Topic, wanted: bool, broadcast: int | None, now: datetime
    ) -> None:
        """`broadcast`: the one under which it was pressed."""
        self._sql.save(
            person_id=person_id,
            topic=topic,
            wanted=int(wanted),
            broadcast=broadcast,
            now=stamp(now),
        )

    def of_person(self, person_id: int) -> dict[Topic, bool]:
        rows = self._sql.of_person(person_id=person_id)
        return {Topic(row["topic"]): bool(row["wanted"]) for row in rows}

    def export(self, person_id: int) -> list[dict[str, Any]]:
        return [dict(row) for row in self._sql.of_person(person_id=person_id)]

    def left_after(self, broadcast: int) -> int:
        """How many turned its topic off under it."""
        return int(self._sql.left_after(broadcast=broadcast)["count"])
