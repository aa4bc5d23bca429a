"""What was proposed to whom, with everything that is needed to compute it again."""

from datetime import datetime
from typing import Any, cast

import orjson

from bot.domain.matching import Audit, Kept
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql


class MatchStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("matches", connection)

    def add(self, person_id: int, audit: Audit, now: datetime) -> Kept:
        stored = orjson.dumps(audit).decode()
        row = self._sql.add(person_id=person_id, audit=stored, now=stamp(now))
        return Kept(id=int(row["id"]), made_at=now, audit=audit)

    def find(self, match_id: int) -> Kept | None:
        row = self._sql.find(id=match_id)
        return None if row is None else _kept(row)

    def newest(self, person_id: int) -> Kept | None:
        row = self._sql.newest(person_id=person_id)
        return None if row is None else _kept(row)

    def of_person(self, person_id: int) -> list[dict[str, Any]]:
        """Newest first: id, made_at and the audit."""
        return [
            {"id": row["id"], "made_at": row["made_at"], **orjson.loads(row["audit"])}
            for row in self._sql.of_person(person_id=person_id)
        ]


def _kept(row: Any) -> Kept:
    audit = cast("Audit", orjson.loads(row["audit"]))
    return Kept(id=int(row["id"]), made_at=moment(row["made_at"]), audit=audit)
