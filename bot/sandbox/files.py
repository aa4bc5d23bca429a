"""Files that were sent: ids for the bot, links that expire, sizes of pictures."""

import io
import secrets
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from bot.sandbox.clock import Clock
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import bad_request

PREFIXES = {"photo": "AgAC", "document": "BQAC", "voice": "AwAC", "video": "BAAC", "audio": "CQAC"}
# What the server would read out of the content
NOMINAL = {
    "voice": {"duration": 3},
    "audio": {"duration": 3},
    "video": {"duration": 3, "width": 640, "height": 480},
}
STICKER = {
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "audio": "music"}


@dataclass(kw_only=True)
class StoredFile:
    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    linked_until: float = 0.0
    width: int = 0
    height: int = 0

    def fields(self) -> dict[str, Any]:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }

    def part(self) -> dict[str, Any]:
        """The part of a message that shows the file."""
        fields = self.fields()
        if self.kind == "photo":
            return {"photo": [{**fields, "width": self.width, "height": self.height}]}
        if self.kind == "sticker":
            return {"sticker": {**fields, **STICKER}}
        fields["mime_type"] = self.mime
        if self.kind != "voice":
            fields["file_name"] = self.name
        return {self.kind: fields | NOMINAL.get(self.kind, {})}


class Files:
    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, name: str, mime: str, content: bytes) -> StoredFile:
        """Refused when it is empty, too large or, for a photo, no picture that Telegram takes."""
        if not content:
            raise bad_request("file must be non-empty")
        width, height = self._picture(content) if kind == "photo" else (0, 0)
        number = len(self._by_id) + 1
        suffix = PurePosixPath(name).suffix or (".jpg" if kind == "photo" else "")
        stored = StoredFile(
            file_id=PREFIXES.get(kind, "CAAC") + secrets.token_urlsafe(36),
            unique_id="AgAD" + secrets.token_urlsafe(9),
            kind=kind,
            name=name,
            mime=mime,
            content=content,
            path=f"{FOLDERS.get(kind, kind + 's')}/file_{number}{suffix}",
            width=width,
            height=height,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def link(self, file_id: str) -> StoredFile:
        """The file, with its link good for another hour. Refused for unknown and large ones."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.content) > self._limits.download_bytes:
            raise bad_request("file is too big")
        stored.linked_until = self._clock.timestamp() + self._limits.file_link_s
        return stored

    def linked(self, path: str) -> StoredFile | None:
        stored = self._by_path.get(path)
        alive = stored is not None and stored.linked_until >= self._clock.timestamp()
        return stored if alive else None

    def _picture(self, content: bytes) -> tuple[int, int]:
        if len(content) > self._limits.photo_bytes:
            raise bad_request(
                f"file of size {len(content)} bytes is too big for a photo;"
                f" the maximum size is {self._limits.photo_bytes} bytes"
            )
        try:
            with Image.open(io.BytesIO(content)) as image:
                width, height = image.size
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            raise bad_request("IMAGE_PROCESS_FAILED") from None
        sides, ratio = self._limits.photo_sides, self._limits.photo_ratio
        if width + height > sides or max(width, height) > ratio * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return width, height
