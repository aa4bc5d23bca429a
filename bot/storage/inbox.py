"""Everything that came in, stored before its channel is told that we have it."""

from datetime import datetime
from typing import Any

from bot.domain.inbox import MAX_FAILURES, Incoming, Kind, SetAside
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql


class InboxStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("inbox", connection)

    def put(self, incoming: Incoming) -> int | None:
        """None when it had come before."""
        values = {**vars(incoming), "received_at": stamp(incoming.received_at)}
        del values["whole"]
        row = self._sql.put(**values)
        return None if row is None else int(row["id"])

    def waiting(self) -> list[tuple[int, Incoming]]:
        return [_waiting(row) for row in self._sql.waiting()]

    def finish(self, row_id: int) -> bool:
        """False when it was finished before: then nothing may happen again."""
        return bool(self._sql.finish(id=row_id))

    def fail(self, row_id: int, error: str) -> bool:
        """True once it has failed too often and will not be tried again."""
        row = self._sql.fail(id=row_id, error=error, limit=MAX_FAILURES)
        return row is not None and row["state"] == "dead"

    def set_aside(self) -> list[SetAside]:
        """What failed too often and waits for a person to look at it."""
        return [_set_aside(row) for row in self._sql.set_aside()]

    def clear(self, row_id: int) -> bool:
        return bool(self._sql.clear(id=row_id))

    def cursor(self, channel: str) -> tuple[str, datetime] | None:
        """How far the channel has been read, and when that was."""
        row = self._sql.cursor(channel=channel)
        return None if row is None else (str(row["position"]), moment(row["moved_at"]))

    def move_cursor(self, channel: str, position: str, now: datetime) -> None:
        self._sql.move_cursor(channel=channel, position=position, now=stamp(now))

    def empty_bodies(self, before: datetime) -> None:
        self._sql.empty_bodies(before=stamp(before))

    def remove_old(self, before: datetime) -> None:
        self._sql.remove_old(before=stamp(before))

    def forget_account(self, channel: str, account: int) -> None:
        self._sql.forget_account(channel=channel, account=account)


def _waiting(row: Any) -> tuple[int, Incoming]:
    values = dict(row)
    changed: dict[str, Any] = {
        "kind": Kind(values["kind"]),
        "received_at": moment(values["received_at"]),
    }
    return values.pop("id"), Incoming(**{**values, **changed})


def _set_aside(row: Any) -> SetAside:
    return SetAside(
        reference=row["id"],
        kind=Kind(row["kind"]),
        failures=row["failures"],
        error=row["error"] or "",
        received_at=moment(row["received_at"]),
    )
