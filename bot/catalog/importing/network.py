"""The files of a network, read together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.catalog.importing import columns, groups, modules, partners, programmes, resources
from bot.catalog.importing.cells import Codes
from bot.catalog.importing.files import Sheet
from bot.catalog.importing.problems import BadData, Problem, Problems
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row, Table, read_table
from bot.domain.network import Dictionaries, Network

_Value = TypeVar("_Value")

YOUNGER = {"resources"}  # files that networks of the first release do without


@dataclass(frozen=True, kw_only=True)
class _Files:
    partners: Table
    resources: Table
    agreements: Table
    programmes: Table
    modules: Table
    groups: Table


def read_network(folder: Path, dictionaries: Dictionaries, anchor: date) -> Network:
    """Reads the CSV files of a folder; `anchor` is day 0 of "+21".

    Raises BadData with all that is wrong in all files.
    """
    if not folder.is_dir():
        raise BadData([Problem(file=folder.name or str(folder), message="нет такой папки")])
    files = {name: folder / f"{name}.csv" for name in columns.NETWORK}
    return read_files(files, dictionaries, anchor)


def read_files(
    files: Mapping[str, Path | Sheet], dictionaries: Dictionaries, anchor: date
) -> Network:
    """Reads a network from files or sheets that are named as in columns.NETWORK.

    Raises BadData with all that is wrong in all of them.
    """
    problems = Problems()
    tables = _Files(**{name: _read(name, files.get(name), problems) for name in columns.NETWORK})
    network = _network(tables, _references(tables, dictionaries, anchor))
    problems.raise_any()
    return network


def _read(name: str, file: Path | Sheet | None, problems: Problems) -> Table:
    if isinstance(file, Sheet) or (file is not None and file.exists()):
        return read_table(file, columns.NETWORK[name], problems)
    if name not in YOUNGER:
        problems.add(Problem(file=f"{name}.csv", message="файл не найден"))
    return Table(file=f"{name}.csv", rows=(), whole=name in YOUNGER)


def _references(files: _Files, dictionaries: Dictionaries, anchor: date) -> References:
    return References(
        anchor=anchor,
        cities=Codes("cities.csv", dictionaries.cities),
        sectors=Codes("sectors.csv", dictionaries.sectors),
        competencies=Codes("competencies.csv", dictionaries.competencies),
        funding=Codes("funding.csv", dictionaries.funding),
        partners=files.partners.codes(),
        resources=files.resources.codes(),
        agreed=files.agreements.codes("partner"),
        programmes=files.programmes.codes(),
        modules=files.modules.codes(),
    )


def _network(files: _Files, to: References) -> Network:
    def rows(table: Table, read: Callable[[Row, References], _Value]) -> list[tuple[Row, _Value]]:
        return [(row, read(row, to)) for row in table.rows]

    read_partners = rows(files.partners, partners.partner)
    read_resources = rows(files.resources, resources.resource)
    read_agreements = rows(files.agreements, partners.agreement)
    read_programmes = rows(files.programmes, programmes.programme)
    read_modules = rows(files.modules, modules.module)
    read_groups = rows(files.groups, groups.group)
    _check_unique(files)
    resources.check_lent(read_agreements, read_resources)
    modules.check_order(read_modules)
    groups.check_modules(read_groups, read_modules)
    if files.modules.whole:
        modules.check_hours(read_programmes, read_modules)
    return Network(
        partners={read.code: read for _, read in read_partners},
        agreements={read.number: read for _, read in read_agreements},
        programmes={read.code: read for _, read in read_programmes},
        modules={read.code: read for _, read in read_modules},
        groups={read.code: read for _, read in read_groups},
        resources={read.code: read for _, read in read_resources},
    )


def _check_unique(files: _Files) -> None:
    files.partners.check_unique("code")
    files.resources.check_unique("code")
    files.agreements.check_unique("number")
    files.programmes.check_unique("code")
    files.programmes.check_unique("slug")
    files.modules.check_unique("code")
    files.groups.check_unique("code")
