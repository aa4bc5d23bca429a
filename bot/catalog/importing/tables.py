"""Tables of named cells, and rows that know where they stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn, TypeVar, cast

from bot.catalog.importing.cells import Codes, Wrong, nearest, shown
from bot.catalog.importing.columns import Columns
from bot.catalog.importing.files import Sheet, read_lines
from bot.catalog.importing.problems import Problem, Problems

_Value = TypeVar("_Value")


class Unreadable(str):
    """Stands in place of a cell that holds no value to take, such as a formula, and says so."""

    __slots__ = ()

    def refuse(self) -> NoReturn:
        raise Wrong(self)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a table. Reading a wrong cell reports it and goes on."""

    file: str
    line: int
    cells: Mapping[str, str]
    problems: Problems

    @property
    def good(self) -> bool:
        """Nothing wrong so far."""
        return not self.problems.at(self.file, self.line)

    def wrong(self, field: str, message: str) -> None:
        self.problems.add(Problem(file=self.file, row=self.line, field=field, message=message))

    def required(self, field: str, parse: Callable[[str], _Value]) -> _Value:
        """The value. After a problem None, against the type: a bad row never leaves the import."""
        value = self.cells[field]
        try:
            return value.refuse() if isinstance(value, Unreadable) else parse(value)
        except Wrong as wrong:
            self.wrong(field, str(wrong))
            return cast(_Value, None)

    def optional(self, field: str, parse: Callable[[str], _Value]) -> _Value | None:
        """The value; None if the cell is empty, or wrong."""
        return self.required(field, parse) if self.cells[field] else None


@dataclass(frozen=True, kw_only=True)
class Table:
    """`whole` is False if the header or some lines could not be taken apart."""

    file: str
    rows: tuple[Row, ...]
    whole: bool

    def codes(self, field: str = "code") -> Codes:
        """What others may refer to: rows with problems too, so that no mistake is told twice."""
        return Codes(self.file, {row.cells[field] for row in self.rows} if self.whole else None)

    def check_unique(self, field: str) -> None:
        first: dict[str, int] = {}
        for row in self.rows:
            value = row.cells[field]
            if value and first.setdefault(value, row.line) != row.line:
                row.wrong(field, f"{shown(value)} уже есть в строке {first[value]}")


def read_table(file: Path | Sheet, columns: Columns, problems: Problems) -> Table:
    """Reads a table whose first line names these columns, in any order."""
    rows: list[Row] = []
    before = problems.count
    line = 0
    try:
        lines = iter(file.lines) if isinstance(file, Sheet) else read_lines(file)
        line, header = next(lines, (1, []))
        for name, message in _wrong_header(header, columns):
            problems.add(Problem(file=file.name, row=line, field=name, message=message))
        missing = {name: "" for name in columns if name not in header}
        for line, values in () if problems.count > before else lines:
            if cells := _named(header, values):
                cells |= missing
                rows.append(Row(file=file.name, line=line, cells=cells, problems=problems))
            else:
                message = f"значений {len(values)}, а столбцов {len(header)}: проверьте разделители"
                problems.add(Problem(file=file.name, row=line, message=message))
    except Wrong as wrong:
        problems.add(Problem(file=file.name, row=line, message=str(wrong)))
    return Table(file=file.name, rows=tuple(rows), whole=problems.count == before)


def _wrong_header(header: Sequence[str], columns: Columns) -> list[tuple[str, str]]:
    """Names of columns with what is wrong about them. Nameless ones hold nothing (see _named)."""
    found = [name for name in header if name]
    strange = [name for name in found if name not in columns]
    missing = [name for name in columns if name not in found and not columns[name].added]
    return [
        *((shown(name)[1:-1], "такого столбца нет" + nearest(name, columns)) for name in strange),
        *((name, "нет обязательного столбца") for name in missing),
        *((name, "столбец повторяется") for name in columns if found.count(name) > 1),
    ]


def _named(header: Sequence[str], values: Sequence[str]) -> dict[str, str] | None:
    """Cells by column; None if there are too few, or a value stands under no name."""
    if len(values) < len(header):
        return None
    named = [
        (name, value) for name, value in zip_longest(header, values, fillvalue="") if name or value
    ]
    cells = dict(named)
    return None if "" in cells else cells
