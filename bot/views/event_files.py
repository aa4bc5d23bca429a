"""A table of events to fill in, with the codes that it may hold beside it."""

from collections.abc import Mapping
from itertools import zip_longest
from string import ascii_uppercase as letters
from typing import Literal

from bot.catalog.exporting import guide
from bot.catalog.importing.columns import YES_NO
from bot.catalog.importing.columns import Column as Wanted
from bot.catalog.importing.event_columns import EVENTS
from bot.domain.network import Dictionaries, Network
from bot.drawings.workbook import Column, Table, Workbook

SHEET, LISTS = "events", "Справочники"
NUMBERS = {
    "grade_from", "grade_to", "age_mark", "capacity", "per_school", "class_from", "class_to",
    "pupils_per_adult",
}  # fmt: skip
WIDTH = 18  # characters

Lists = Mapping[str, Mapping[str, str]]  # code -> Russian name


def template(network: Network, dictionaries: Dictionaries) -> Workbook:
    lists: Lists = {
        "partners": {code: partner.name_ru for code, partner in network.partners.items()},
        "cities": {code: city.name_ru for code, city in dictionaries.cities.items()},
        "sectors": {code: sector.name_ru for code, sector in dictionaries.sectors.items()},
        "programmes": {code: p.title_ru for code, p in network.programmes.items()},
    }
    columns = tuple(_column(name, wanted, lists) for name, wanted in EVENTS.items())
    return Workbook(tables=(Table(title=SHEET, columns=columns, rows=()), _listed(lists)))


def _column(name: str, wanted: Wanted, lists: Lists) -> Column:
    kind: Literal["text", "number"] = "text"
    if name in NUMBERS or wanted.values is YES_NO:
        kind = "number"
    return Column(
        name=name,
        kind=kind,
        width=WIDTH,
        note=guide.note(wanted),
        choices=_choices(wanted, lists),
    )


def _choices(wanted: Wanted, lists: Lists) -> str:
    """Excel offers one value for a cell: none for a column that holds several."""
    if wanted.several or (wanted.values is None and wanted.refers is None):
        return ""
    if wanted.values is not None:
        return ",".join(wanted.values)
    name = (wanted.refers or "").removesuffix(".csv")
    letter = letters[2 * list(lists).index(name)]
    return f"='{LISTS}'!${letter}$2:${letter}${len(lists[name]) + 1}"


def _listed(lists: Lists) -> Table:
    """Codes and names of each list, side by side."""
    headings = [heading for name in lists for heading in (name, f"{name}: название")]
    pairs = [cells for known in lists.values() for cells in (list(known), list(known.values()))]
    return Table(
        title=LISTS,
        columns=tuple(Column(name=heading, width=WIDTH) for heading in headings),
        rows=tuple(zip_longest(*pairs, fillvalue="")),
    )
