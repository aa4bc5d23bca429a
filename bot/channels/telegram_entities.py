"""Formatting that somebody chose in the app, as the tags that they could have typed."""

import html
from collections.abc import Iterator, Sequence
from typing import Any

TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code",
    "text_link": "a",
}  # fmt: skip


def with_tags(text: str, entities: Sequence[dict[str, Any]]) -> str:
    """The text as it was typed where nothing was formatted: its tags, if any, were typed."""
    known = [one for one in entities if one["type"] in TAGS]
    if not known:
        return text
    units = text.encode("utf-16-le")  # offsets count UTF-16 units
    marks = sorted(mark for number, one in enumerate(known) for mark in _marks(number, one))
    parts, position = [], 0
    for at, *_, tag in marks:
        parts += [_escaped(units, position, at), tag]
        position = at
    return "".join([*parts, _escaped(units, position, len(units) // 2)])


def _marks(number: int, entity: dict[str, Any]) -> Iterator[tuple[int, int, int, int, str]]:
    """Place, and what orders tags that stand at one place: ends before beginnings; of several ends
    that of the inner one first, of several beginnings that of the outer one."""
    begin, length = entity["offset"], entity["length"]
    name = TAGS[entity["type"]]
    href = f' href="{html.escape(entity["url"])}"' if name == "a" else ""
    yield begin, 1, -length, number, f"<{name}{href}>"
    yield begin + length, 0, -begin, -number, f"</{name}>"


def _escaped(units: bytes, begin: int, end: int) -> str:
    return html.escape(units[2 * begin : 2 * end].decode("utf-16-le"), quote=False)
