"""Everything that is to go out. A row moves queued -> sending -> sent, unknown, failed, skipped,
or back to queued when it certainly did not go."""

from datetime import UTC, datetime
from typing import Any

import orjson

from bot.domain.outbox import (
    Body,
    Lane,
    Outcome,
    Outgoing,
    Policy,
    Queued,
    Report,
    Settled,
    State,
    next_state,
    pause_before_retry,
)
from bot.storage.chats import ChatStore
from bot.storage.sql import Sql

PORTION = 1000  # rows that one statement changes at most, so that turns do not wait for it


class OutboxStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("outbox", connection)
        self._chats = ChatStore(connection)

    def put(self, *outgoing: Outgoing) -> None:
        self._sql.put([{**vars(one), "body": _stored(one)} for one in outgoing])

    def due(self, lane: Lane, now: float, limit: int) -> list[Queued]:
        """What may go now, oldest due time first; for every chat only its first. Not of batches."""
        return [_queued(row) for row in self._sql.due(lane=lane, now=now, limit=limit)]

    def due_of_batch(self, batch: int, now: float, limit: int) -> list[Queued]:
        """The same of one mailing. Their bodies are empty: see bot/delivery/broadcasts.py."""
        return [_queued(row) for row in self._sql.due_of_batch(batch=batch, now=now, limit=limit)]

    def start(self, row_id: int) -> bool:
        """False when the row was withdrawn meanwhile: then it must not go out."""
        return bool(self._sql.start(id=row_id))

    def skip(self, row_id: int, reason: str, now: float) -> None:
        """A row that waits, and that its person should not get any more."""
        self._sql.skip(id=row_id, error=reason, now=now)

    def skip_batch(self, batch: int, reason: str, now: float) -> None:
        """Of a portion of what waits; a large mailing takes several calls."""
        self._sql.skip_batch(batch=batch, error=reason, now=now, portion=PORTION)

    def has_expired(self, now: float) -> bool:
        return self._sql.first_expired(now=now) is not None

    def expire(self, now: float) -> None:
        """Skips what would come too late to be of use."""
        self._sql.expire(now=now, portion=PORTION)

    def interrupted(self) -> list[Queued]:
        return [_queued(row) for row in self._sql.interrupted()]

    def record(self, row: Queued, report: Report, now: float) -> State:
        state = next_state(report.outcome, row)
        self._sql.record(
            id=row.id,
            state=state,
            message=report.message,
            error=report.error,
            not_before=now + pause_before_retry(report, row.attempts),
            settled_at=None if state is State.QUEUED else now,
            ambiguous=int(report.outcome is Outcome.AMBIGUOUS),
            interrupted=int(report.outcome is Outcome.INTERRUPTED),
        )
        if state is not State.QUEUED and row.body.get("forgets"):
            self._sql.forget_row(id=row.id)
        if report.outcome is Outcome.CHAT_CLOSED:
            self.close_chat(row.channel, row.chat, report.error or "", now)
        if report.chat is not None:
            self._sql.move_chat(channel=row.channel, chat=row.chat, new_chat=report.chat)
        return state

    def close_chat(self, channel: str, chat: str, reason: str, now: float) -> None:
        """Remembers that the chat takes nothing, and skips what waits for it."""
        self._chats.close(channel, chat, reason, datetime.fromtimestamp(now, UTC))
        self._sql.skip_chat(channel=channel, chat=chat, error=reason, now=now)

    def message_of(self, dedupe_key: str) -> tuple[State, str | None] | None:
        """Its state, and what the channel calls it once it was sent; None: there is no such row."""
        row = self._sql.of_key(dedupe_key=dedupe_key)
        return None if row is None else (State(row["state"]), row["message"])

    def counts(self) -> dict[State, int]:
        return {State(row["state"]): int(row["count"]) for row in self._sql.counts()}

    def counts_of_batch(self, batch: int) -> dict[State, int]:
        rows = self._sql.counts_of_batch(batch=batch)
        return {State(row["state"]): int(row["count"]) for row in rows}

    def tally(self, batch: int) -> list[tuple[State, str | None, int]]:
        """How many rows of a mailing are in which state; skipped ones by their reasons."""
        rows = self._sql.tally(batch=batch)
        return [(State(row["state"]), row["error"], int(row["count"])) for row in rows]

    def is_under_way(self, batch: int) -> bool:
        return self._sql.is_under_way(batch=batch) is not None

    def unknown_people(self, batch: int) -> frozenset[int]:
        """Whose message of a mailing may or may not have arrived."""
        return frozenset(row["person"] for row in self._sql.unknown_people(batch=batch))

    def every_one(self, batch: int, limit: int) -> list[Settled]:
        """The rows of a mailing as its report lists them: what went wrong comes first."""
        return [_settled(row) for row in self._sql.every_one(batch=batch, limit=limit)]

    def empty_bodies(self, before: float) -> None:
        """Of the oldest settled rows; a large number takes several calls."""
        self._sql.empty_bodies(before=before, portion=PORTION)

    def remove_old(self, before: float) -> None:
        self._sql.remove_old(before=before, portion=PORTION)

    def remove_batch(self, batch: int) -> None:
        """A portion of a mailing's rows."""
        self._sql.remove_batch(batch=batch, portion=PORTION)

    def forget_chat(self, channel: str, chat: str, now: float) -> None:
        """What waits does not go out any more; what is on the wire keeps its address."""
        self._sql.forget_chat(channel=channel, chat=chat, now=now)


def _stored(outgoing: Outgoing) -> str:
    return "" if outgoing.batch is not None else orjson.dumps(outgoing.body).decode()


def _queued(row: Any) -> Queued:
    values = dict(row)
    values["lane"] = Lane(values["lane"])
    values["policy"] = Policy(values["policy"])
    stored = values["body"]
    values["body"] = orjson.loads(stored) if stored else Body(text="", rows=[])
    return Queued(**values)


def _settled(row: Any) -> Settled:
    at = row["settled_at"]
    return Settled(
        person=row["person"],
        state=State(row["state"]),
        error=row["error"],
        at=None if at is None else datetime.fromtimestamp(at, UTC),
    )
