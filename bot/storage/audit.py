"""Rows of `audit`. There is no query that changes or removes one."""

from collections.abc import Iterator
from typing import Any

from bot.domain.audit import NOTHING, Entry, Head
from bot.domain.times import moment, stamp
from bot.storage.facts import FactStore
from bot.storage.sql import Sql

HEAD = "audit head"  # the fact that misses what was cut off at the end


class AuditStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("audit", connection)
        self._facts = FactStore(connection)

    def head(self) -> Head:
        written = self._facts.find(HEAD)
        return NOTHING if written is None else Head.parse(written)

    def add(self, entry: Entry) -> None:
        self._sql.add(**{**vars(entry), "at": stamp(entry.at)})
        self._facts.put(HEAD, str(Head(id=entry.id, hash=entry.hash)))

    def every(self) -> Iterator[Entry]:
        """From the first."""
        return (_entry(row) for row in self._sql.every())

    def newest(self, kind: str, limit: int, skip: int = 0) -> list[Entry]:
        """Newest first; of every kind when `kind` is empty."""
        rows = self._sql.newest(pattern=_pattern(kind), limit=limit, skip=skip)
        return [_entry(row) for row in rows]

    def count(self, kind: str) -> int:
        return int(self._sql.count(pattern=_pattern(kind))["count"])

    def of_actor(self, actor: str) -> list[Entry]:
        return [_entry(row) for row in self._sql.of_actor(actor=actor)]


def _pattern(kind: str) -> str:
    return f"{kind}.%" if kind else "%"


def _entry(row: Any) -> Entry:
    values = dict(row)
    values["at"] = moment(values["at"])
    return Entry(**values)
