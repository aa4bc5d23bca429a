"""Rows of `demand`: what was looked for in vain, without persons. Its marks live for a day."""

from datetime import date
from typing import Any

from bot.domain.demand import Reason, Unmet
from bot.storage.sql import Sql


class DemandStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("demand", connection)

    def mark(self, day: date, mark: str) -> bool:
        """False when it was there."""
        return self._sql.mark(day=day.isoformat(), mark=mark) is not None

    def forget_marks(self, before: date) -> None:
        self._sql.forget_marks(day=before.isoformat())

    def count(self, week: date, competency: str, city: str, reason: Reason) -> None:
        """One search more."""
        self._sql.count(week=week.isoformat(), competency=competency, city=city, reason=reason)

    def since(self, week: date) -> list[Unmet]:
        """Of this week and later ones, in the order of weeks, competencies, cities and reasons."""
        found = [_unmet(row) for row in self._sql.since(week=week.isoformat())]
        return sorted(found, key=lambda one: (one.week, one.competency, one.city, one.reason))


def _unmet(row: Any) -> Unmet:
    return Unmet(
        week=date.fromisoformat(row["week"]),
        competency=row["competency"],
        city=row["city"],
        reason=Reason(row["reason"]),
        searches=row["searches"],
    )
