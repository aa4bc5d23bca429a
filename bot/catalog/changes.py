"""What an import would change, told in the words of its tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.catalog.exporting import cells
from bot.catalog.importing import columns
from bot.domain.network import Network


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class RowChange:
    code: str
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True)
class TableChanges:
    """`absent`: what the file does not name, which stays in the database as it is."""

    added: tuple[str, ...]
    changed: tuple[RowChange, ...]
    unchanged: int
    absent: tuple[str, ...]


Changes = Mapping[str, TableChanges]  # by the names of columns.NETWORK


def changes(before: Network, wanted: Network) -> Changes:
    return {
        name: _of_table(getattr(before, name), getattr(wanted, name)) for name in columns.NETWORK
    }


def anything(of: Changes) -> bool:
    return any(table.added or table.changed for table in of.values())


def _of_table(before: Mapping[str, object], wanted: Mapping[str, object]) -> TableChanges:
    known = {code: value for code, value in wanted.items() if code in before}
    changed = [code for code, value in known.items() if before[code] != value]
    return TableChanges(
        added=tuple(code for code in wanted if code not in before),
        changed=tuple(
            RowChange(code=code, fields=_fields(before[code], wanted[code])) for code in changed
        ),
        unchanged=len(known) - len(changed),
        absent=tuple(code for code in before if code not in wanted),
    )


def _fields(before: object, after: object) -> tuple[FieldChange, ...]:
    old, new = cells(before), cells(after)
    return tuple(
        FieldChange(field=field, before=old[field], after=new[field])
        for field in new
        if old[field] != new[field]
    )
