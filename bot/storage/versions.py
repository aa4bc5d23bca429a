"""Rows of `programme_versions`: every programme as it was, for those who applied for it so."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bot.domain.network import Programme
from bot.domain.times import moment, stamp
from bot.domain.versions import Version
from bot.storage.network import PROGRAMME
from bot.storage.sql import Sql


class VersionStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("versions", connection)

    def add(self, programmes: Iterable[Programme], now: datetime) -> None:
        for programme in programmes:
            body = PROGRAMME.dump_json(programme).decode()
            self._sql.add(programme=programme.code, made_at=stamp(now), body=body)

    def find(self, version_id: int) -> Version | None:
        row = self._sql.find(id=version_id)
        return None if row is None else _version(row)

    def of_programme(self, code: str) -> list[Version]:
        """Newest first."""
        return [_version(row) for row in self._sql.of_programme(programme=code)]

    def export(self, version_id: int) -> dict[str, Any]:
        """JSON-able."""
        row = self._sql.find(id=version_id)
        return {"made_at": row["made_at"], **json.loads(row["body"])}


def _version(row: Any) -> Version:
    return Version(
        id=row["id"],
        programme=PROGRAMME.validate_json(row["body"]),
        made_at=moment(row["made_at"]),
    )
