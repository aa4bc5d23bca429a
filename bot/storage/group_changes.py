"""Rows of `group_changes`: groups as they were when those who applied last heard of them."""

from datetime import datetime
from typing import Any

from bot.domain.network import Group
from bot.domain.times import moment, stamp
from bot.storage.network import GROUP
from bot.storage.sql import Sql


class GroupChangeStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("group_changes", connection)

    def add(self, before: Group, now: datetime) -> None:
        """Of several changes that nobody was told of, the state before the first one is kept."""
        body = GROUP.dump_json(before).decode()
        self._sql.add(group_code=before.code, before=body, now=stamp(now))

    def untold(self) -> list[tuple[Group, datetime]]:
        """At most 20, oldest first, with the moment of the first change."""
        return [
            (GROUP.validate_json(row["before"]), moment(row["made_at"]))
            for row in self._sql.untold()
        ]

    def remove(self, group: str) -> None:
        self._sql.remove(group_code=group)
