"""Cities, sectors and competencies: the lists that everything else refers to by code."""

from pathlib import Path

from bot.catalog.importing import cells, columns
from bot.catalog.importing.cells import Codes
from bot.catalog.importing.problems import Problems
from bot.catalog.importing.tables import Row, Table, read_table
from bot.domain.network import City, Competency, Dictionaries, Sector

TRANSVERSAL = "transversal"  # the group of competencies that belong to no sector


def load_dictionaries(folder: Path) -> Dictionaries:
    """Reads cities.csv, sectors.csv and competencies.csv. Raises BadData with all that is wrong."""
    problems = Problems()
    cities = _table(folder / "cities.csv", columns.CITIES, problems)
    sectors = _table(folder / "sectors.csv", columns.SECTORS, problems)
    competencies = _table(folder / "competencies.csv", columns.COMPETENCIES, problems)
    known = sectors.codes().known
    groups = Codes(sectors.file, None if known is None else {*known, TRANSVERSAL})
    read = (
        [_city(row) for row in cities.rows],
        [_sector(row) for row in sectors.rows],
        [_competency(row, groups) for row in competencies.rows],
    )
    problems.raise_any()
    return Dictionaries(
        cities={city.code: city for city in read[0]},
        sectors={sector.code: sector for sector in read[1]},
        competencies={competency.code: competency for competency in read[2]},
    )


def _table(path: Path, names: tuple[str, ...], problems: Problems) -> Table:
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
