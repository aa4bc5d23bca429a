"""Rows of `broadcasts`, and audiences that were given a name."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

import orjson

from bot.domain.broadcasts import Broadcast, Content, Fate, Link, State, Tally, Target, Topic
from bot.domain.files import KeptFile
from bot.domain.outbox import Batch
from bot.domain.segments import By, Exclusion, SavedSegment, Segment
from bot.domain.times import moment, optional_moment, optional_stamp, stamp
from bot.storage.sql import Sql


class BroadcastStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("broadcasts", connection)

    def add(
        self, topic: Topic, author: int, content: Content, segment: Segment, now: datetime
    ) -> Broadcast:
        row = self._sql.add(
            topic=topic,
            state=State.DRAFT,
            author=author,
            content=_json(asdict(content)),
            segment=_json(segment),
            now=stamp(now),
        )
        added = self.find(row["id"])
        assert added is not None
        return added

    def find(self, broadcast_id: int) -> Broadcast | None:
        row = self._sql.find(id=broadcast_id)
        return None if row is None else _broadcast(row)

    def in_state(self, state: State) -> list[Broadcast]:
        """Oldest first."""
        return [_broadcast(row) for row in self._sql.in_state(state=state)]

    def stopping(self) -> list[Broadcast]:
        """Stopped, and what was left to send is not marked yet."""
        return [_broadcast(row) for row in self._sql.stopping()]

    def newest(self, limit: int, offset: int = 0) -> list[Broadcast]:
        return [_broadcast(row) for row in self._sql.newest(limit=limit, offset=offset)]

    def count(self) -> int:
        return int(self._sql.count()["count"])

    def at_work(self, most_paid: int) -> list[Batch]:
        """Those whose messages may go, oldest first; `most_paid`: how many of one may be paid."""
        return [
            Batch(
                id=row["id"],
                paid_messages=max(0, most_paid - row["paid_messages"]) if row["paid"] else 0,
            )
            for row in self._sql.at_work()
        ]

    def with_old_rows(self, before: datetime) -> list[int]:
        """Some of those that ended before and still have rows in the outbox."""
        return [int(row["id"]) for row in self._sql.with_old_rows(before=stamp(before))]

    def save(self, broadcast: Broadcast) -> None:
        """What staff wrote and chose. The state is changed by `move` alone."""
        self._sql.save(
            id=broadcast.id,
            version=broadcast.version,
            approver=broadcast.approver,
            content=_json(asdict(broadcast.content)),
            segment=_json(broadcast.segment),
            starts_at=optional_stamp(broadcast.starts_at),
            paid=int(broadcast.paid),
        )

    def show(self, broadcast_id: int, shown: str) -> None:
        """What the progress message says."""
        self._sql.show(id=broadcast_id, shown=shown)

    def look_through(self, broadcast: Broadcast) -> None:
        """How far the audience was gone through."""
        self._sql.look_through(
            id=broadcast.id,
            position=broadcast.position,
            looked_through=int(broadcast.looked_through),
            reached=broadcast.reached,
            excluded=_json(broadcast.excluded),
        )

    def move(self, before: State, after: Broadcast) -> bool:
        """False when somebody else moved it first: then nothing has changed."""
        return bool(
            self._sql.move(
                id=after.id,
                before=before,
                after=after.state,
                failures=after.failures,
                error=after.error,
                tally=None if after.tally is None else _json(after.tally),
                submitted_at=optional_stamp(after.submitted_at),
                started_at=optional_stamp(after.started_at),
                ended_at=optional_stamp(after.ended_at),
            )
        )

    def failed(self, broadcast_id: int) -> int:
        """One more message was refused for good; how many in a row that makes."""
        return int(self._sql.failed(id=broadcast_id)["failures"])

    def arrived(self, broadcast_id: int) -> None:
        self._sql.arrived(id=broadcast_id)

    def add_paid(self, broadcast_id: int, count: int) -> None:
        self._sql.add_paid(id=broadcast_id, count=count)

    def stop_paying(self, broadcast_id: int) -> None:
        self._sql.stop_paying(id=broadcast_id)

    def discard(self, broadcast_id: int) -> None:
        """A draft."""
        self._sql.discard(id=broadcast_id)

    def put_segment(self, name: str, segment: Segment) -> None:
        self._sql.put_segment(name=name, criteria=_json(segment))

    def segments(self) -> list[SavedSegment]:
        """By name."""
        return [
            SavedSegment(id=row["id"], name=row["name"], segment=_segment(row["criteria"]))
            for row in self._sql.segments()
        ]

    def remove_segment(self, segment_id: int) -> None:
        self._sql.remove_segment(id=segment_id)


def _json(value: Mapping[Any, Any]) -> str:
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()


def _broadcast(row: Any) -> Broadcast:
    values = dict(row)
    values["topic"] = Topic(values["topic"])
    values["state"] = State(values["state"])
    values["content"] = _content(values["content"])
    values["segment"] = _segment(values["segment"])
    values["excluded"] = {
        Exclusion(why): count for why, count in orjson.loads(values["excluded"]).items()
    }
    values["tally"] = None if values["tally"] is None else _tally(values["tally"])
    for flag in ("paid", "looked_through"):
        values[flag] = bool(values[flag])
    for time in ("starts_at", "submitted_at", "started_at", "ended_at"):
        values[time] = optional_moment(values[time])
    values["created_at"] = moment(values["created_at"])
    return Broadcast(**values)


def _content(stored: str) -> Content:
    values = orjson.loads(stored)
    values["file"] = None if values["file"] is None else KeptFile(**values["file"])
    values["buttons"] = tuple(
        Link(**{**link, "target": Target(link["target"])}) for link in values["buttons"]
    )
    return Content(**values)


def _segment(stored: str) -> Segment:
    return {By(by): tuple(values) for by, values in orjson.loads(stored).items()}


def _tally(stored: str) -> Tally:
    return {Fate(fate): count for fate, count in orjson.loads(stored).items()}
