"""Programmes that a person keeps for later."""

from datetime import datetime
from typing import Any

from bot.domain.times import stamp
from bot.storage.sql import Sql


class SavedStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("saved", connection)

    def add(self, person_id: int, programme: str, now: datetime) -> None:
        self._sql.add(person_id=person_id, programme=programme, now=stamp(now))

    def remove(self, person_id: int, programme: str) -> None:
        self._sql.remove(person_id=person_id, programme=programme)

    def of_person(self, person_id: int) -> list[str]:
        """Codes, newest first."""
        return [row["programme"] for row in self._sql.of_person(person_id=person_id)]
