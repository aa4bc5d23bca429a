"""The catalogue as a workbook to fill in: explanations, a sheet for each table, lists of codes."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from string import ascii_uppercase as letters
from typing import Literal

from bot.catalog.exporting import guide, table
from bot.catalog.importing import columns
from bot.domain.network import Dictionaries, Network
from bot.drawings.workbook import LAST_ROW, Column, Table, Workbook

GUIDE, LISTS = "Как заполнить", "Справочники"
_NUMBERS = {
    "hours", "capacity", "learners", "min_age", "grade_from", "grade_to", "price", "position",
    "seats",
}  # fmt: skip
_DATES = {"valid_from", "valid_to", "starts_on", "ends_on"}
_NARROW, _WIDE = 12, 60  # characters
_LOOKED_AT = 100  # rows, to find how wide a column has to be


def workbook(network: Network, dictionaries: Dictionaries) -> Workbook:
    """Of an empty network it is a template. Read again, it gives the same network."""
    lists = _lists(dictionaries)
    sheets = [_sheet(name, network, lists) for name in columns.NETWORK]
    return Workbook(tables=(_guide(), *sheets, lists))


def _guide() -> Table:
    rows = tuple(guide.lines())
    return Table(title=GUIDE, columns=_plain(guide.HEADINGS, rows), rows=rows)


def _lists(of: Dictionaries) -> Table:
    """Codes and Russian names of each list, side by side."""
    pairs: list[list[str]] = []
    headings: list[str] = []
    for name, known in _codes(of).items():
        headings += [name, f"{name}: название"]
        pairs += [list(known), list(known.values())]
    rows = tuple(zip_longest(*pairs, fillvalue=""))
    return Table(title=LISTS, columns=_plain(headings, rows), rows=rows)


def _codes(of: Dictionaries) -> Mapping[str, Mapping[str, str]]:
    return {
        "cities": {code: city.name_ru for code, city in of.cities.items()},
        "sectors": {code: sector.name_ru for code, sector in of.sectors.items()},
        "competencies": {code: known.name_ru for code, known in of.competencies.items()},
        "funding": {code: category.name_ru for code, category in of.funding.items()},
    }


def _plain(headings: Iterable[str], rows: Iterable[tuple[str, ...]]) -> tuple[Column, ...]:
    cells = zip(headings, zip(*rows, strict=True), strict=True)
    return tuple(Column(name=name, width=_width(name, found)) for name, found in cells)


def _sheet(name: str, network: Network, lists: Table) -> Table:
    rows = tuple(map(tuple, table(network, name)))
    wanted = columns.NETWORK[name]
    cells = list(zip(*rows[:_LOOKED_AT], strict=True)) or [()] * len(wanted)
    return Table(
        title=name,
        columns=tuple(
            Column(
                name=title,
                kind=_kind(title, column),
                width=_width(title, found),
                note=guide.note(column),
                choices=_choices(column, lists),
            )
            for (title, column), found in zip(wanted.items(), cells, strict=True)
        ),
        rows=rows,
    )


def _kind(title: str, column: columns.Column) -> Literal["text", "number", "date"]:
    if title in _DATES:
        return "date"
    return "number" if title in _NUMBERS or column.values is columns.YES_NO else "text"


def _choices(column: columns.Column, lists: Table) -> str:
    """Excel offers one value for a cell: none for a column that holds several."""
    if column.several:
        return ""
    if column.values is not None:
        return ",".join(column.values)
    if column.refers is None:
        return ""
    name = column.refers.removesuffix(".csv")
    if name in columns.NETWORK:
        return f"={name}!$A$2:$A${LAST_ROW}"
    place = [known.name for known in lists.columns].index(name)
    known = sum(1 for row in lists.rows if row[place])
    return f"='{LISTS}'!${letters[place]}$2:${letters[place]}${known + 1}"


def _width(heading: str, cells: Iterable[str]) -> int:
    return min(_WIDE, max(_NARROW, len(heading) + 2, *map(len, cells), 0))
