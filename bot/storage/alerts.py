"""Incidents that staff were told of, and where they are found in the outbox."""

from datetime import datetime
from typing import Any

from bot.domain.times import moment, stamp
from bot.storage.sql import Sql


class AlertStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("alerts", connection)

    def begin(self, name: str, now: datetime) -> bool:
        """False when it is known already."""
        return bool(self._sql.begin(name=name, now=stamp(now)))

    def end(self, name: str) -> datetime | None:
        """Since when it was; None when there was none."""
        row = self._sql.end(name=name)
        return None if row is None else moment(row["since"])

    def oldest_reply(self) -> int | None:
        """The number of the answer that has waited longest to be sent."""
        row = self._sql.oldest_reply()
        return None if row is None else int(row["id"])

    def failed(self, since: datetime) -> int:
        """Messages that Telegram has refused for good since then."""
        return int(self._sql.failed(since=since.timestamp())["count"])
