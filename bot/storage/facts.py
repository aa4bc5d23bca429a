"""Single facts about this installation: the anchor of demo dates, the catalogue's version."""

from typing import Any

from bot.storage.sql import Sql


class FactStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("facts", connection)

    def find(self, name: str) -> str | None:
        row = self._sql.find(name=name)
        return None if row is None else str(row["value"])

    def put(self, name: str, value: str) -> None:
        self._sql.put(name=name, value=value)
