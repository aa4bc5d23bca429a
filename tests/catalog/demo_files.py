"""The files of the demo network, and ways to spoil a copy of them."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import BadData, Problem, columns, read_network
from bot.domain.network import Network

DATA = Path(__file__).parents[2] / "data"
DICTIONARIES = load_dictionaries(DATA)
ANCHOR = date(2026, 3, 2)
FILES = tuple(f"{name}.csv" for name in columns.NETWORK)


def read(folder: Path) -> Network:
    return read_network(folder, DICTIONARIES, ANCHOR)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(BadData) as caught:
        read(folder)
    return caught.value.problems


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


def as_csv(rows: list[list[str]], **form: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, **{"lineterminator": "\n", **form}).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def change(folder: Path, file: str, key: str, field: str, value: str) -> int:
    """Puts a value into the row whose first cell is `key`; the row's line in the file."""
    rows = rows_of(folder / file)
    line = next(index for index, row in enumerate(rows, 1) if row[0] == key)
    rows[line - 1][rows[0].index(field)] = value
    (folder / file).write_text(as_csv(rows), encoding="utf-8")
    return line


def refusal(folder: Path) -> BadData | None:
    try:
        read(folder)
    except BadData as bad:
        return bad
    return None


Rows = list[list[str]]


def edited(folder: Path, file: str, edit: Callable[[Rows], Rows]) -> Path:
    (folder / file).write_text(as_csv(edit(rows_of(folder / file))), encoding="utf-8")
    return folder


def put(row: int, cell: int, value: str) -> Callable[[Rows], Rows]:
    def edit(rows: Rows) -> Rows:
        rows[row][cell] = value
        return rows

    return edit


def wider(value: str) -> Callable[[Rows], Rows]:
    return lambda rows: [[*row, value] for row in rows]


def without(folder: Path, file: str, *names: str) -> None:
    def edit(rows: Rows) -> Rows:
        kept = [index for index, name in enumerate(rows[0]) if name not in names]
        return [[row[index] for index in kept] for row in rows]

    edited(folder, file, edit)
