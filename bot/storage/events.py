"""Rows of `events`: what decides stands in columns, the value itself is JSON."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from bot.domain.events import Event, Filter
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql

EVENT = TypeAdapter(Event)
FILTER = TypeAdapter(Filter)


class EventStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("events", connection)

    def add(self, event: Event, author: int | None, secret: str, now: datetime) -> Event:
        """Gives it its id. `secret` makes the codes at the door."""
        values = {**_columns(event, now), "author": author, "secret": secret}
        return replace(event, id=int(self._sql.add(**values)["id"]))

    def save(self, event: Event, now: datetime) -> None:
        self._sql.save(id=event.id, **_columns(event, now))

    def lock(self, event_id: int) -> Event | None:
        """The event, held until the commit, so that nobody counts its places meanwhile.

        SQLite's BEGIN IMMEDIATE holds the only write lock already; PostgreSQL locks the row.
        """
        lock = self._sql.lock if self._sql.is_sqlite else self._sql.lock_postgres
        return None if lock(id=event_id) is None else self.find(event_id)

    def find(self, event_id: int) -> Event | None:
        row = self._sql.find(id=event_id)
        return None if row is None else _event(row)

    def of_slug(self, slug: str) -> Event | None:
        row = self._sql.of_slug(slug=slug)
        return None if row is None else _event(row)

    def secret(self, event_id: int) -> str:
        return str(self._sql.secret(id=event_id)["secret"])

    def author(self, event_id: int) -> int | None:
        """The person who made it; None when they are gone."""
        row = self._sql.author(id=event_id)
        return None if row is None or row["author"] is None else int(row["author"])

    def changed_at(self, event_id: int) -> datetime:
        return moment(self._sql.changed_at(id=event_id)["changed_at"])

    def announced(self, since: datetime, until: datetime) -> list[Event]:
        """Published or closed, and touching the time between, first to start first."""
        found = self._sql.announced(since=stamp(since), until=stamp(until))
        return [_event(row) for row in found]

    def kept(self, since: datetime) -> list[Event]:
        """What staff still have to do with, first to start first."""
        return [_event(row) for row in self._sql.kept(since=stamp(since))]

    def of_series(self, series: str) -> list[Event]:
        return [_event(row) for row in self._sql.of_series(series=series)]

    def over(self, now: datetime) -> list[Event]:
        """Announced ones that have ended, at most 100."""
        return [_event(row) for row in self._sql.over(now=stamp(now))]

    def slugs_like(self, start: str) -> set[str]:
        """That slug and those made of it with a number."""
        return {row["slug"] for row in self._sql.slugs_like(slug=start, numbered=f"{start}-%")}

    def keep_filter(self, person_id: int, wanted: Filter) -> None:
        self._sql.put_filter(person_id=person_id, filter=FILTER.dump_json(wanted).decode())

    def filter_of(self, person_id: int) -> Filter:
        row = self._sql.filter_of(person_id=person_id)
        return Filter() if row is None else FILTER.validate_json(row["filter"])


def _columns(event: Event, now: datetime) -> dict[str, Any]:
    return {
        "slug": event.slug,
        "state": event.state,
        "version": event.version,
        "starts_at": stamp(event.starts_at),
        "ends_at": stamp(event.ends_at),
        "capacity": event.capacity,
        "organiser": event.organiser,
        "series": event.series,
        "body": EVENT.dump_json(event).decode(),
        "now": stamp(now),
    }


def _event(row: Any) -> Event:
    return replace(EVENT.validate_json(row["body"]), id=int(row["id"]))
