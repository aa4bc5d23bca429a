"""Rows of `confirmations`: on which day somebody said that a programme's card is true."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.domain.freshness import Source
from bot.storage.sql import Sql


class FreshnessStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("freshness", connection)

    def confirm(self, programmes: Iterable[str], day: date, by: Source) -> bool:
        """False when all of them were confirmed on this day, or later, before."""
        newer = [
            self._sql.confirm(programme=code, day=day.isoformat(), source=by) is not None
            for code in programmes
        ]
        return any(newer)

    def days(self) -> dict[str, date]:
        """By code of the programme."""
        rows = self._sql.days()
        return {row["programme"]: date.fromisoformat(row["confirmed_on"]) for row in rows}
