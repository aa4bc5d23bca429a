"""What was proposed to whom, with everything that is needed to compute it again."""

from datetime import datetime
from typing import Any

import orjson

from bot.domain.times import stamp
from bot.storage.sql import Sql


class MatchStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("matches", connection)

    def add(self, person_id: int, audit: dict[str, Any], now: datetime) -> int:
        stored = orjson.dumps(audit).decode()
        return int(self._sql.add(person_id=person_id, audit=stored, now=stamp(now))["id"])

    def of_person(self, person_id: int) -> list[dict[str, Any]]:
        """Newest first: id, made_at and the audit."""
        return [
            {"id": row["id"], "made_at": row["made_at"], **orjson.loads(row["audit"])}
            for row in self._sql.of_person(person_id=person_id)
        ]
