"""What people say and what the catalogue calls it: data/lexicon.csv, which staff may extend."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.domain.errors import NeedsMending

COLUMNS = ("kind", "said", "means", "reason")


class LexiconError(NeedsMending):
    """A line that cannot be used; the message names file, row and field."""


class Kind(StrEnum):
    SYNONYM = "synonym"
    COLLOQUIAL = "colloquial"
    ENGLISH = "english"
    ABBREVIATION = "abbreviation"
    WORD = "word"
    INTEREST = "interest"
    NOISE = "noise"
    WISH = "wish"
    CHATTER = "chatter"


MEANINGLESS = frozenset({Kind.NOISE, Kind.WISH, Kind.CHATTER})


@dataclass(frozen=True, kw_only=True)
class Line:
    """Any of `said` stands for each of `means`, the likeliest first. A WORD is a part of many names
    (chemical, operator), an INTEREST what somebody likes: neither says enough alone. NOISE says
    nothing about what is wanted («курсы»), nor does WISH («хочу»), but it shows that something is;
    CHATTER tells small talk from a search. These three have no `means`. `reason` tells why the
    line is there."""

    kind: Kind
    said: tuple[str, ...]
    means: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    lines: tuple[Line, ...] = ()


def load_lexicon(path: Path) -> Lexicon:
    """Reads a CSV file with the columns kind, said, means, reason; variants are separated by |.

    Raises LexiconError with file, row (the heading is row 1) and field.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [c for c in COLUMNS if c not in (reader.fieldnames or ())]
            if missing:
                raise LexiconError(f"{path.name}, row 1, field {missing[0]}: column is missing")
            return Lexicon(lines=tuple(_lines(path.name, reader)))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path.name}: is not UTF-8 (byte {error.start})") from error
    except csv.Error as error:
        raise LexiconError(f"{path.name}: is not CSV ({error})") from error


def _lines(name: str, reader: "csv.DictReader[str]") -> Iterator[Line]:
    for row in reader:
        where = f"{name}, row {reader.line_num}, field"
        said, means = _variants(row["said"]), _variants(row["means"])
        try:
            kind = Kind((row["kind"] or "").strip())
        except ValueError:
            allowed = ", ".join(Kind)
            raise LexiconError(f"{where} kind: {row['kind']!r} is none of {allowed}") from None
        if not said:
            raise LexiconError(f"{where} said: is empty")
        if bool(means) == (kind in MEANINGLESS):
            wanted = f"must be empty for {kind}" if means else "is empty"
            raise LexiconError(f"{where} means: {wanted}")
        if not (row["reason"] or "").strip():
            raise LexiconError(f"{where} reason: is empty")
        yield Line(kind=kind, said=said, means=means, reason=(row["reason"] or "").strip())


def _variants(cell: str | None) -> tuple[str, ...]:
    return tuple(v.strip() for v in (cell or "").split("|") if v.strip())
