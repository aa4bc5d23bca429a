"""Files by which staff keep the catalogue: sent, checked, taken in, taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import Refusal
from bot.domain.network import Network

SUFFIXES = (".xlsx", ".zip")
FETCHED_WITHIN = timedelta(hours=1)  # later the person is asked to send it again
KEPT = timedelta(days=1)  # an upload, whatever became of it
MAX_NAME = 60  # characters of a file's name that are kept
EMPTY = Network(partners={}, agreements={}, programmes={}, modules={}, groups={})


class TakesNoFile(Refusal):
    """The file is of a kind that holds no catalogue."""

    text = "imports-error-kind"


class TooLarge(Refusal):
    """More than `megabytes`."""

    text = "imports-error-size"


class Clashing(Refusal):
    """The file would change what people already rely on; `reason` says where."""

    text = "imports-error-clash"


class NothingToUndo(Refusal):
    """Nothing was imported, or the last import is taken back already."""

    text = "imports-error-nothing"


class ReliedOn(Refusal):
    """What the import has added cannot go: people have applied for it or keep it."""

    text = "imports-error-relied"


class NotFetched(Exception):
    """The channel does not hand out a file; `final`: and never will."""

    def __init__(self, message: str, *, final: bool) -> None:
        super().__init__(message)
        self.final = final


class UploadState(StrEnum):
    WAITING = "waiting"  # to be fetched and checked
    READY = "ready"  # can be taken in
    REFUSED = "refused"  # has mistakes, or cannot be read
    DROPPED = "dropped"  # the person does not want it, or has sent another one
    APPLIED = "applied"

    @property
    def is_open(self) -> bool:
        return self in (UploadState.WAITING, UploadState.READY)


MOVES: Mapping[UploadState, frozenset[UploadState]] = {
    UploadState.WAITING: frozenset({UploadState.READY, UploadState.REFUSED, UploadState.DROPPED}),
    UploadState.READY: frozenset({UploadState.APPLIED, UploadState.DROPPED}),
    UploadState.REFUSED: frozenset(),
    UploadState.DROPPED: frozenset(),
    UploadState.APPLIED: frozenset(),
}


@dataclass(frozen=True, kw_only=True)
class SentFile:
    """What a channel says of a file that might hold a catalogue, before anybody looks into it."""

    id: str  # only its channel can read this
    size: int  # bytes
    name: str

    def pack(self) -> str:
        return f"{self.size} {self.id} {self.name[:MAX_NAME]}"

    @classmethod
    def unpack(cls, packed: str) -> "SentFile":
        size, file, name = packed.split(" ", 2)
        return cls(id=file, size=int(size), name=name)


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that staff have sent. What it holds is kept only while it is READY."""

    id: int
    person_id: int
    file: str
    name: str
    state: UploadState
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class Undo:
    """What takes an import back: rows as they were before, and codes that were not there."""

    before: Network
    added: Mapping[str, tuple[str, ...]]  # by tables


@dataclass(frozen=True, kw_only=True)
class Import:
    """What was taken in, or taken back (`undoes`), and how many rows that were."""

    id: int
    made_at: datetime
    made_by: str  # the number of a person; COMMAND_LINE for `traektoria`
    undoes: int | None
    added: int
    changed: int
