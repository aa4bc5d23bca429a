"""The modules of a path over the weeks: when each is held, beside its days and hours in words."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import ConfigDict, Field, with_config

from bot.drawings.bars import Share
from bot.drawings.picture import (
    CORNER,
    FILL,
    INK,
    INNER,
    MARGIN,
    SOFT_INK,
    TRACK,
    Column,
    Line,
    Style,
    as_png,
    paper,
    shape,
)
from bot.drawings.typeface import Face, printable

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_SPANS = 12
MOST_MARKS = 8
STRIP = 32  # px
TIGHT, LOOSE = 10, 34
GRID = 3  # px, the lines of the months
TITLE = Style(face=Face.BOLD, size=54, colour=INK, most=2)
LABEL = Style(face=Face.BOLD, size=38, colour=INK, most=2)
WORDS = Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=2)
MONTH = Style(face=Face.REGULAR, size=30, colour=SOFT_INK, most=1)
NOTE = Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=4)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Span:
    """From the share of the whole time at which it begins to that at which it ends, 0 to 1."""

    label: str
    begins: Share
    ends: Share
    when: str
    where: str


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Mark:
    """A moment that is named above, such as the first of a month."""

    label: str
    at: Share


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Timetable:
    """Give the same list as its caption: it is the picture's text alternative."""

    title: str
    spans: Annotated[tuple[Span, ...], Field(min_length=1, max_length=MOST_SPANS)]
    marks: Annotated[tuple[Mark, ...], Field(max_length=MOST_MARKS)]
    note: str


@dataclass(frozen=True, kw_only=True)
class _Strip:
    top: int
    span: Span


def png(timetable: Timetable) -> bytes:
    """1080 px wide, as high as it needs, within what a messenger takes as a photo."""
    column, strips = _layout(timetable)
    image = paper(column.y, column.lines)
    for strip in strips:
        _draw_strip(image, strip, timetable.marks)
    return as_png(image)


def _layout(timetable: Timetable) -> tuple[Column, list[_Strip]]:
    strips: list[_Strip] = []
    column = Column()
    column.put(timetable.title, TITLE, TIGHT)
    column.lines += _months(timetable.marks, column.y)
    column.y += MONTH.leading + LOOSE
    for span in timetable.spans:
        column.put(span.label, LABEL, TIGHT)
        strips.append(_Strip(top=column.y, span=span))
        column.y += STRIP + TIGHT
        column.put(span.when, WORDS, 0)
        column.put(span.where, WORDS, LOOSE)
    column.put(timetable.note, NOTE, MARGIN)
    return column, strips


def _months(marks: tuple[Mark, ...], y: int) -> list[Line]:
    """Each name where its month begins, as far as there is room before the next."""
    edges = [*(_x(mark.at) for mark in marks), MARGIN + INNER]
    found = []
    for mark, (x, following) in zip(marks, pairwise(edges), strict=True):
        named = printable(mark.label, MONTH.face)
        if MONTH.fits(named, following - x - TIGHT):
            found.append(Line(y=y, text=named, style=MONTH, x=x))
    return found


def _draw_strip(image: "Image", strip: _Strip, marks: tuple[Mark, ...]) -> None:
    top, span = strip.top, strip.span
    bottom = top + STRIP
    shape(image, (MARGIN, top, MARGIN + INNER, bottom), TRACK)
    for mark in marks:
        x = _x(mark.at)
        image.paste(SOFT_INK, (x, top, x + GRID, bottom))
    left = min(_x(span.begins), MARGIN + INNER - 2 * CORNER)
    shape(image, (left, top, max(_x(span.ends), left + 2 * CORNER), bottom), FILL)


def _x(share: float) -> int:
    return MARGIN + round(INNER * share)
