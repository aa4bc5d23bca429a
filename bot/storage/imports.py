"""Rows of `imports` and `uploads`."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from bot.domain.imports import MOVES, Import, SentFile, Undo, Upload, UploadState
from bot.domain.network import Network
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql

UNDO = TypeAdapter(Undo)
NETWORK = TypeAdapter(Network)


class ImportStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("imports", connection)

    def add(
        self, made_by: str, undoes: int | None, added: int, changed: int, undo: Undo, now: datetime
    ) -> Import:
        """Only the last import can be taken back, so the others need not remember how."""
        row = self._sql.add(
            made_at=stamp(now),
            made_by=made_by,
            undoes=undoes,
            added=added,
            changed=changed,
            undo=UNDO.dump_json(undo).decode(),
        )
        self._sql.forget_undos(before=row["id"])
        return _import(row)

    def last(self) -> Import | None:
        row = self._sql.last()
        return None if row is None else _import(row)

    def undo(self, import_id: int) -> Undo:
        """Of the last import."""
        return UNDO.validate_json(self._sql.undo(id=import_id)["undo"])

    def receive(self, person_id: int, sent: SentFile, now: datetime) -> Upload:
        return _upload(
            self._sql.receive(
                person_id=person_id,
                file=sent.id,
                name=sent.name,
                state=UploadState.WAITING,
                received_at=stamp(now),
            )
        )

    def upload(self, upload_id: int) -> Upload | None:
        row = self._sql.upload(id=upload_id)
        return None if row is None else _upload(row)

    def uploads_of(self, person_id: int) -> list[Upload]:
        return [_upload(row) for row in self._sql.uploads_of(person_id=person_id)]

    def waiting(self) -> list[Upload]:
        return [_upload(row) for row in self._sql.waiting()]

    def content(self, upload_id: int) -> str:
        """The network of a READY upload, as JSON."""
        return str(self._sql.network(id=upload_id)["network"])

    def move(self, upload: Upload, to: UploadState, network: Network | None = None) -> bool:
        """False when it is no longer in the state that the caller knows."""
        assert to in MOVES[upload.state], f"{upload.state} -> {to}"
        return bool(
            self._sql.move(
                id=upload.id,
                from_state=upload.state,
                to_state=to,
                network="" if network is None else NETWORK.dump_json(network).decode(),
            )
        )

    def remove_old(self, before: datetime) -> None:
        self._sql.remove_old(before=stamp(before))


def network_in(content: str) -> Network:
    """What `content` gave."""
    return NETWORK.validate_json(content)


def _import(row: Any) -> Import:
    return Import(**{**dict(row), "made_at": moment(row["made_at"])})


def _upload(row: Any) -> Upload:
    values = dict(row)
    values["state"] = UploadState(values["state"])
    values["received_at"] = moment(values["received_at"])
    return Upload(**values)
