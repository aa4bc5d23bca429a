"""Pictures and documents, drawn at delivery from the small recipes that wait in the outbox."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.drawings.bars import Bars, png
from bot.drawings.calendar_file import CalendarFile, ics
from bot.drawings.month import Month
from bot.drawings.month import png as month_png
from bot.drawings.plain import PlainFile, text
from bot.drawings.poster import Poster
from bot.drawings.poster import pdf as poster_pdf
from bot.drawings.qr import Qr
from bot.drawings.qr import png as qr_png
from bot.drawings.sheet import Sheet, pdf
from bot.drawings.timetable import Timetable
from bot.drawings.timetable import png as timetable_png
from bot.drawings.workbook import Workbook, xlsx

__all__ = ["BadRecipe", "as_recipe", "draw"]

Drawable = Bars | CalendarFile | Month | PlainFile | Poster | Qr | Sheet | Timetable | Workbook


class BadRecipe(ValueError):
    """Says which field of which kind is wrong, and how."""


@dataclass(frozen=True, kw_only=True)
class _Kind:
    shape: type[Any]
    draw: Callable[[Any], bytes]


_KINDS = {
    "bars": _Kind(shape=Bars, draw=png),
    "ics": _Kind(shape=CalendarFile, draw=ics),
    "month": _Kind(shape=Month, draw=month_png),
    "poster": _Kind(shape=Poster, draw=poster_pdf),
    "qr": _Kind(shape=Qr, draw=qr_png),
    "sheet": _Kind(shape=Sheet, draw=pdf),
    "text": _Kind(shape=PlainFile, draw=text),
    "timetable": _Kind(shape=Timetable, draw=timetable_png),
    "workbook": _Kind(shape=Workbook, draw=xlsx),
}


def draw(recipe: dict[str, Any]) -> bytes:
    """PNG for "bars", "month", "qr" and "timetable", one A4 page of PDF for "poster" and "sheet",
    UTF-8 for "ics" and "text", XLSX for "workbook".

    The same recipe always gives the same bytes. Raises BadRecipe.
    """
    kind, value = _read(recipe)
    return _KINDS[kind].draw(value)


def as_recipe(value: Drawable) -> dict[str, Any]:
    """JSON-able; `draw` takes it. Raises BadRecipe for a value that could not be drawn later."""
    kind = next(name for name, kind in _KINDS.items() if isinstance(value, kind.shape))
    _, checked = _read({"kind": kind, **asdict(value)})
    return {"kind": kind, **_adapter(kind).dump_python(checked, mode="json")}


def _read(recipe: dict[str, Any]) -> tuple[str, Any]:
    fields = dict(recipe)
    kind = fields.pop("kind", None)
    if not isinstance(kind, str) or kind not in _KINDS:
        raise BadRecipe(f"kind: {kind!r} is unknown, expected one of {', '.join(_KINDS)}")
    try:
        return kind, _adapter(kind).validate_python(fields)
    except ValidationError as error:
        raise BadRecipe(_told(kind, error)) from None


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(_KINDS[kind].shape)


def _told(kind: str, error: ValidationError) -> str:
    """Without the values: they may be somebody's answers, and this goes to the log."""
    return "; ".join(
        f"{kind}.{'.'.join(map(str, problem['loc']))}: {problem['msg']}"
        for problem in error.errors()
    )
