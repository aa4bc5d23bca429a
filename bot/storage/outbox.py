"""Everything that is to go out. A row moves queued -> sending -> sent, unknown, failed, skipped,
or back to queued when it certainly did not go."""

from datetime import UTC, datetime
from typing import Any

import orjson

from bot.domain.outbox import (
    Lane,
    Outcome,
    Outgoing,
    Policy,
    Queued,
    Report,
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

    def put(self, outgoing: Outgoing) -> None:
        body = orjson.dumps(outgoing.body).decode()
        self._sql.put(**{**vars(outgoing), "body": body})

    def due(self, lane: Lane, now: float, limit: int) -> list[Queued]:
        """What may go now, oldest due time first; for every chat only its first."""
        return [_queued(row) for row in self._sql.due(lane=lane, now=now, limit=limit)]

    def start(self, row_id: int) -> bool:
        """False when the row was withdrawn meanwhile: then it must not go out."""
        return bool(self._sql.start(id=row_id))

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

    def counts(self) -> dict[State, int]:
        return {State(row["state"]): int(row["count"]) for row in self._sql.counts()}

    def empty_bodies(self, before: float) -> None:
        """Of the oldest settled rows; a large number takes several calls."""
        self._sql.empty_bodies(before=before, portion=PORTION)

    def remove_old(self, before: float) -> None:
        self._sql.remove_old(before=before, portion=PORTION)

    def forget_chat(self, channel: str, chat: str, now: float) -> None:
        """What waits does not go out any more; what is on the wire keeps its address."""
        self._sql.forget_chat(channel=channel, chat=chat, now=now)


def _queued(row: Any) -> Queued:
    values = dict(row)
    values["lane"] = Lane(values["lane"])
    values["policy"] = Policy(values["policy"])
    values["body"] = orjson.loads(values["body"])
    return Queued(**values)
