"""The two faces of DejaVu Sans that are shipped, and what they can show."""

import struct
import unicodedata
from enum import StrEnum
from functools import cache
from pathlib import Path

HARD_SPACES = "\u00a0\u202f"  # they hold a number and its word together


class Face(StrEnum):
    REGULAR = "DejaVuSans"
    BOLD = "DejaVuSans-Bold"

    @property
    def path(self) -> Path:
        return Path(__file__).parent / "fonts" / f"{self}.ttf"


def printable(text: str, face: Face) -> str:
    """Without what the face has no glyph for (most emoji) or what has no shape of its own.

    Line breaks and tabs become spaces; letters and their accents are composed.
    """
    known = characters(face)
    composed = unicodedata.normalize("NFC", text)
    spaced = (" " if c.isspace() and c not in HARD_SPACES else c for c in composed)
    return "".join(c for c in spaced if ord(c) in known and unicodedata.category(c)[0] != "C")


@cache
def characters(face: Face) -> frozenset[int]:
    """Code points with a glyph: OpenType `cmap`, format 12 (platform 3, encoding 10)."""
    font = face.path.read_bytes()
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    records = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * i) for i in range(count))
    start = next(cmap + offset for *where, offset in records if where == [3, 10])
    (groups,) = struct.unpack_from(">I", font, start + 12)
    ranges = (struct.unpack_from(">II", font, start + 16 + 12 * i) for i in range(groups))
    return frozenset(point for first, last in ranges for point in range(first, last + 1))


def _table(font: bytes, tag: bytes) -> int:
    """Where a table begins: OpenType table directory, 16 bytes an entry."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sIII", font, 12 + 16 * i) for i in range(count))
    return next(int(offset) for name, _, offset, _ in entries if name == tag)
