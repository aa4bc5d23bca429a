"""Rows of `calendar_feeds`, and what a person's calendar holds."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.calendars import Feed, Held
from bot.domain.times import moment, stamp
from bot.storage.events import EVENT
from bot.storage.sql import Sql


class CalendarStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("calendars", connection)

    def keep(self, feed: Feed) -> None:
        """In place of the person's earlier one."""
        self._sql.keep(
            person_id=feed.person_id, token_hash=feed.token_hash, now=stamp(feed.made_at)
        )

    def of_person(self, person_id: int) -> Feed | None:
        return _feed(self._sql.of_person(person_id=person_id))

    def of_token(self, token_hash: str) -> Feed | None:
        return _feed(self._sql.of_token(token_hash=token_hash))

    def remove(self, person_id: int) -> None:
        self._sql.remove(person_id=person_id)

    def held(self, person_id: int, since: datetime) -> list[Held]:
        """Events that end after `since` and that the person has a place at, or had; first to start
        first."""
        found = self._sql.held(person_id=person_id, since=stamp(since))
        return [
            Held(
                event=replace(EVENT.validate_json(row["body"]), id=int(row["id"])),
                changed_at=moment(row["changed_at"]),
            )
            for row in found
        ]


def _feed(row: Any) -> Feed | None:
    if row is None:
        return None
    return Feed(
        person_id=int(row["person_id"]),
        token_hash=row["token_hash"],
        made_at=moment(row["made_at"]),
    )
