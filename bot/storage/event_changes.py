"""Rows of `event_changes`: events as they were when those who come were last told of them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.events import Event
from bot.domain.times import stamp
from bot.storage.events import EVENT
from bot.storage.sql import Sql


class EventChangeStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("event_changes", connection)

    def add(self, before: Event, now: datetime) -> None:
        """Of several changes that nobody was told of, the state before the first one is kept."""
        body = EVENT.dump_json(before).decode()
        self._sql.add(event_id=before.id, before=body, now=stamp(now))

    def untold(self) -> list[Event]:
        """At most 200, oldest first: some wait for the morning."""
        return [_before(row) for row in self._sql.untold()]

    def find(self, event_id: int) -> Event | None:
        row = self._sql.find(event_id=event_id)
        return None if row is None else _before(row)

    def remove(self, event_id: int) -> None:
        self._sql.remove(event_id=event_id)


def _before(row: Any) -> Event:
    return replace(EVENT.validate_json(row["before"]), id=int(row["event_id"]))
