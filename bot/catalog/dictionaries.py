"""The lists that everything else refers to by code."""

from pathlib import Path

from bot.catalog.importing import cells, columns
from bot.catalog.importing.cells import Codes
from bot.catalog.importing.columns import Columns
from bot.catalog.importing.problems import Problems
from bot.catalog.importing.tables import Row, Table, read_table
from bot.domain.network import (
    City,
    Competency,
    Dictionaries,
    FundingCategory,
    Occupation,
    Sector,
)

TRANSVERSAL = "transversal"  # the group of competencies that belong to no sector


def load_dictionaries(folder: Path) -> Dictionaries:
    """Reads cities, sectors, competencies, occupations and categories of funding.

    Raises BadData with all that is wrong.
    """
    problems = Problems()
    cities = _table(folder / "cities.csv", columns.CITIES, problems)
    sectors = _table(folder / "sectors.csv", columns.SECTORS, problems)
    competencies = _table(folder / "competencies.csv", columns.COMPETENCIES, problems)
    occupations = _table(folder / "occupations.csv", columns.OCCUPATIONS, problems)
    funding = _table(folder / "funding.csv", columns.FUNDING, problems)
    of, skills = sectors.codes(), competencies.codes()
    groups = Codes(of.file, None if of.known is None else {*of.known, TRANSVERSAL})
    read = Dictionaries(
        cities={row.cells["code"]: _city(row) for row in cities.rows},
        sectors={row.cells["code"]: _sector(row) for row in sectors.rows},
        competencies={row.cells["code"]: _competency(row, groups) for row in competencies.rows},
        occupations={row.cells["code"]: _occupation(row, of, skills) for row in occupations.rows},
        funding={row.cells["code"]: _category(row) for row in funding.rows},
    )
    problems.raise_any()
    return read


def _table(path: Path, names: Columns, problems: Problems) -> Table:
    table = read_table(path, names, problems)
    table.check_unique("code")
    return table


def _city(row: Row) -> City:
    row.optional("oktmo", cells.oktmo)
    return City(
        code=row.required("code", cells.code),
        name_ru=row.required("name_ru", cells.text(30)),
        name_en=row.required("name_en", cells.text(30)),
        lat=row.required("lat", cells.number(-90, 90)),
        lon=row.required("lon", cells.number(-180, 180)),
    )


def _sector(row: Row) -> Sector:
    return Sector(
        code=row.required("code", cells.code),
        name_ru=row.required("name_ru", cells.text(30)),
        name_en=row.required("name_en", cells.text(30)),
    )


def _competency(row: Row, groups: Codes) -> Competency:
    return Competency(
        code=row.required("code", cells.code),
        name_ru=row.required("name_ru", cells.text(60)),
        name_en=row.required("name_en", cells.text(60)),
        group=row.required("group", groups),
    )


def _occupation(row: Row, sectors: Codes, competencies: Codes) -> Occupation:
    return Occupation(
        code=row.required("code", cells.code),
        name_ru=row.required("name_ru", cells.text(60)),
        name_en=row.required("name_en", cells.text(60)),
        sector=row.required("sector", sectors),
        levels=row.required("levels", cells.pairs(competencies, cells.whole(1, 4))),
    )


def _category(row: Row) -> FundingCategory:
    read = FundingCategory(
        code=row.required("code", cells.code),
        name_ru=row.required("name_ru", cells.text(90)),
        name_en=row.required("name_en", cells.text(90)),
        basis=row.required("basis", cells.text(200)),
        valid_from=row.required("valid_from", cells.calendar_day),
        valid_to=row.optional("valid_to", cells.calendar_day),
    )
    if row.good and read.valid_to is not None and read.valid_to < read.valid_from:
        row.wrong("valid_to", f"«{read.valid_to}» — раньше начала ({read.valid_from})")
    return read
