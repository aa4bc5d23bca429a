"""The five files of a network, read together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.catalog.importing import columns, groups, modules, partners, programmes
from bot.catalog.importing.cells import Codes
from bot.catalog.importing.problems import BadData, Problem, Problems
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row, Table, read_table
from bot.domain.network import Dictionaries, Network

_Value = TypeVar("_Value")


@dataclass(frozen=True, kw_only=True)
class _Files:
    partners: Table
    agreements: Table
    programmes: Table
    modules: Table
    groups: Table


def read_network(folder: Path, dictionaries: Dictionaries, anchor: date) -> Network:
    """Reads partners, agreements, programmes, modules and groups; `anchor` is day 0 of "+21".

    Raises BadData with all that is wrong in all files.
    """
    if not folder.is_dir():
        raise BadData([Problem(file=folder.name or str(folder), message="нет такой папки")])
    problems = Problems()
    files = _read_files(folder, problems)
    network = _network(files, _references(files, dictionaries, anchor))
    problems.raise_any()
    return network


def _read_files(folder: Path, problems: Problems) -> _Files:
    return _Files(
        partners=read_table(folder / "partners.csv", columns.PARTNERS, problems),
        agreements=read_table(folder / "agreements.csv", columns.AGREEMENTS, problems),
        programmes=read_table(folder / "programmes.csv", columns.PROGRAMMES, problems),
        modules=read_table(folder / "modules.csv", columns.MODULES, problems),
        groups=read_table(folder / "groups.csv", columns.GROUPS, problems),
    )


def _references(files: _Files, dictionaries: Dictionaries, anchor: date) -> References:
    return References(
        anchor=anchor,
        cities=Codes("cities.csv", dictionaries.cities),
        sectors=Codes("sectors.csv", dictionaries.sectors),
        competencies=Codes("competencies.csv", dictionaries.competencies),
        partners=files.partners.codes(),
        agreed=files.agreements.codes("partner"),
        programmes=files.programmes.codes(),
        modules=files.modules.codes(),
    )


def _network(files: _Files, to: References) -> Network:
    def rows(table: Table, read: Callable[[Row, References], _Value]) -> list[tuple[Row, _Value]]:
        return [(row, read(row, to)) for row in table.rows]

    read_partners = rows(files.partners, partners.partner)
    read_agreements = rows(files.agreements, partners.agreement)
    read_programmes = rows(files.programmes, programmes.programme)
    read_modules = rows(files.modules, modules.module)
    read_groups = rows(files.groups, groups.group)
    _check_unique(files)
    modules.check_order(read_modules)
    if files.modules.whole:
        modules.check_hours(read_programmes, read_modules)
    return Network(
        partners={read.code: read for _, read in read_partners},
        agreements={read.number: read for _, read in read_agreements},
        programmes={read.code: read for _, read in read_programmes},
        modules={read.code: read for _, read in read_modules},
        groups={read.code: read for _, read in read_groups},
    )


def _check_unique(files: _Files) -> None:
    files.partners.check_unique("code")
    files.agreements.check_unique("number")
    files.programmes.check_unique("code")
    files.programmes.check_unique("slug")
    files.modules.check_unique("code")
    files.groups.check_unique("code")
