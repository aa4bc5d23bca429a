"""A month with the number of events on each day, readable on a weak phone and without colour."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import ConfigDict, Field, with_config

from bot.drawings.picture import (
    FILL,
    INK,
    INNER,
    MARGIN,
    PAPER,
    SOFT_INK,
    TRACK,
    Box,
    Column,
    Line,
    Style,
    as_png,
    paper,
    shape,
    write,
)
from bot.drawings.typeface import Face

if TYPE_CHECKING:
    from PIL.Image import Image

WEEK = 7
STEP = INNER // WEEK  # px from one day to the next
GAP = 8
HEIGHT = 146  # of a day
PILL = 50  # height of the plate with the number of events
PILL_INSET = 16
FRAME = 7
TIGHT, LOOSE = 16, 30
TITLE = Style(face=Face.BOLD, size=60, colour=INK, most=1)
WEEKDAY = Style(face=Face.REGULAR, size=36, colour=SOFT_INK, most=1)
BUSY = Style(face=Face.BOLD, size=46, colour=INK, most=1)
FREE = Style(face=Face.REGULAR, size=46, colour=SOFT_INK, most=1)
COUNT = Style(face=Face.BOLD, size=40, colour=PAPER, most=1)
NOTE = Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=4)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Day:
    events: Annotated[int, Field(ge=0, le=999, strict=True)] = 0
    today: bool = False


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Month:
    """`begins`: the weekday of its first day, 0 = Monday. Give the days with events in the caption
    too: it is the picture's text alternative."""

    title: str
    weekdays: Annotated[tuple[str, ...], Field(min_length=WEEK, max_length=WEEK)]
    begins: Annotated[int, Field(ge=0, lt=WEEK, strict=True)]
    days: Annotated[tuple[Day, ...], Field(min_length=28, max_length=31)]
    note: str


@dataclass(frozen=True, kw_only=True)
class _Cell:
    number: int
    day: Day
    left: int
    top: int

    @property
    def box(self) -> Box:
        return self.left, self.top, self.left + STEP - GAP, self.top + HEIGHT

    @property
    def pill(self) -> Box:
        left, _, right, bottom = self.box
        return left + PILL_INSET, bottom - TIGHT - PILL, right - PILL_INSET, bottom - TIGHT


def png(month: Month) -> bytes:
    """1080 px wide, as high as its weeks, within what a messenger takes as a photo."""
    column, cells = _layout(month)
    image = paper(column.y, column.lines)
    for cell in cells:
        _draw(image, cell)
    return as_png(image)


def _layout(month: Month) -> tuple[Column, list[_Cell]]:
    column = Column()
    column.put(month.title, TITLE, LOOSE)
    for n, name in enumerate(month.weekdays):
        shown = WEEKDAY.wrapped(name, STEP - GAP)
        column.lines += [_centred(text, WEEKDAY, _left(n), column.y) for text in shown]
    column.y += WEEKDAY.leading + TIGHT
    cells = []
    for n, day in enumerate(month.days):
        week, weekday = divmod(month.begins + n, WEEK)
        top = column.y + week * (HEIGHT + GAP)
        cells.append(_Cell(number=n + 1, day=day, left=_left(weekday), top=top))
    column.y = cells[-1].top + HEIGHT + LOOSE
    column.put(month.note, NOTE, MARGIN)
    return column, cells


def _left(weekday: int) -> int:
    return MARGIN + weekday * STEP


def _centred(text: str, style: Style, left: int, y: int) -> Line:
    return Line(y=y, text=text, style=style, x=left + (STEP - GAP - style.width(text)) // 2)


def _draw(image: "Image", cell: _Cell) -> None:
    busy = cell.day.events > 0
    style = BUSY if busy else FREE
    lines = [_centred(str(cell.number), style, cell.left, cell.top + TIGHT)]
    if busy:
        shape(image, cell.box, TRACK)
        shape(image, cell.pill, FILL)
        top = cell.pill[1] + (PILL - COUNT.leading) // 2
        lines.append(_centred(str(cell.day.events), COUNT, cell.left, top))
    if cell.day.today:
        shape(image, cell.box, INK, line=FRAME)
    write(image, lines)
