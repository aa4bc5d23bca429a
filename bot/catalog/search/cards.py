"""Entries from a CSV file, for measuring and for looking at a catalogue without a database."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.catalog.search.entries import Entry
from bot.domain.errors import NeedsMending

NEEDED = ("id", "title")
_LONGEST_CELL = 1_000_000


class CardsError(NeedsMending):
    """A file that cannot be read as cards; the message names file, row and field."""


def load_entries(path: Path) -> list[Entry]:
    """Columns id, title and, where present, code, kind, field, hours, partner, city, description;
    alt_names, competencies and occupations are separated by |.

    Raises CardsError with file, row (the heading is row 1) and field.
    """
    csv.field_size_limit(min(sys.maxsize, _LONGEST_CELL))
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [c for c in NEEDED if c not in (reader.fieldnames or ())]
            if missing:
                raise CardsError(f"{path.name}, row 1, field {missing[0]}: column is missing")
            return list(_entries(path.name, reader))
    except OSError as error:
        raise CardsError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise CardsError(f"{path.name}: is not UTF-8 (byte {error.start})") from error
    except csv.Error as error:
        raise CardsError(f"{path.name}: is not CSV ({error})") from error


def _entries(name: str, reader: "csv.DictReader[str]") -> Iterator[Entry]:
    seen: set[str] = set()
    for row in reader:
        where = f"{name}, row {reader.line_num}, field"
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        for needed in NEEDED:
            if not cells[needed]:
                raise CardsError(f"{where} {needed}: is empty")
        if cells["id"] in seen:
            raise CardsError(f"{where} id: {cells['id']} is here twice")
        seen.add(cells["id"])
        hours = cells.get("hours", "")
        if hours and not hours.isdecimal():
            raise CardsError(f"{where} hours: {hours!r} is not a whole number")
        yield _entry(cells, int(hours) if hours else None)


def _entry(cells: dict[str, str], hours: int | None) -> Entry:
    def listed(field: str) -> tuple[str, ...]:
        return tuple(x.strip() for x in cells.get(field, "").split("|") if x.strip())

    return Entry(
        id=cells["id"],
        title=cells["title"],
        code=cells.get("code", ""),
        kind=cells.get("kind", ""),
        field=cells.get("field", ""),
        hours=hours,
        alt_names=listed("alt_names"),
        competencies=listed("competencies"),
        occupations=listed("occupations"),
        partner=cells.get("partner", ""),
        city=cells.get("city", ""),
        description=cells.get("description", ""),
    )
