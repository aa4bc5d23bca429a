"""The cells of a row: what an import reads as the same value."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.catalog.importing import columns
from bot.catalog.importing.cells import SEPARATOR
from bot.catalog.importing.groups import WEEKDAYS
from bot.domain.network import EntryRules, Network, Slot

Row = Mapping[str, str]  # column -> cell


def table(network: Network, name: str) -> list[list[str]]:
    """The rows of a table of columns.NETWORK, without its header."""
    wanted = columns.NETWORK[name]
    rows = (cells(value) for value in getattr(network, name).values())
    return [[row[column] for column in wanted] for row in rows]


def cells(value: Any) -> Row:
    """Of a partner, resource, agreement, programme, module or group."""
    fields = dict(vars(value))
    if isinstance(rules := fields.pop("rules", None), EntryRules):
        fields |= vars(rules)
        fields["grade_from"], fields["grade_to"] = fields.pop("grades") or (None, None)
    return {name: _text(field) for name, field in fields.items()}


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case float():
            return f"{value:.9f}".rstrip("0").rstrip(".")
        case date():
            return value.isoformat()
        case Slot():
            return f"{WEEKDAYS[value.weekday]} {value.begins:%H:%M}-{value.ends:%H:%M}"
        case Mapping():
            return _joined([f"{_text(key)}:{_text(item)}" for key, item in value.items()])
        case frozenset():
            return _joined(sorted(map(_text, value)))
        case tuple():
            return _joined(list(map(_text, value)))
        case _:
            return str(value)


def _joined(parts: list[str]) -> str:
    return f"{SEPARATOR} ".join(parts)
