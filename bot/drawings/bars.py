"""A profile as bars with words, wide enough to read on a phone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import ConfigDict, Field, with_config

from bot.drawings.picture import (
    CORNER,
    FILL,
    INK,
    INNER,
    MARGIN,
    PAPER,
    SOFT_INK,
    TRACK,
    Column,
    Style,
    as_png,
    paper,
    shape,
)
from bot.drawings.typeface import Face

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BARS = 12
FRAME = 8  # px that the outline of an earlier value stands out around the bar

Share = Annotated[float, Field(ge=0, le=1, strict=True)]


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Bar:
    """`value` and `before` (the same in an earlier run) are shares of the full width, 0 to 1."""

    label: str
    value: Share
    words: str
    before: Share | None = None


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Bars:
    """Give the plain words of the picture as its caption too: they are its text alternative."""

    title: str
    bars: Annotated[tuple[Bar, ...], Field(min_length=1, max_length=MOST_BARS)]
    note: str


@dataclass(frozen=True, kw_only=True)
class _Format:
    """Sizes in px. `tight` holds between the parts of one bar, `loose` between two bars."""

    title: Style
    label: Style
    words: Style
    note: Style
    bar: int
    tight: int
    loose: int


_LARGE = _Format(
    title=Style(face=Face.BOLD, size=60, colour=INK, most=3),
    label=Style(face=Face.BOLD, size=44, colour=INK, most=3),
    words=Style(face=Face.REGULAR, size=40, colour=SOFT_INK, most=2),
    note=Style(face=Face.REGULAR, size=36, colour=SOFT_INK, most=6),
    bar=36,
    tight=12,
    loose=40,
)
_SMALL = _Format(  # for a profile that would be much longer than the screen of a phone
    title=Style(face=Face.BOLD, size=54, colour=INK, most=3),
    label=Style(face=Face.BOLD, size=36, colour=INK, most=2),
    words=Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=2),
    note=Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=6),
    bar=26,
    tight=9,
    loose=30,
)
_MOST_LARGE = 6


@dataclass(frozen=True, kw_only=True)
class _Strip:
    top: int
    bottom: int
    bar: Bar


def png(bars: Bars) -> bytes:
    """1080 px wide, as high as it needs, within what a messenger takes as a photo."""
    column, strips = _layout(bars)
    image = paper(column.y, column.lines)
    for strip in strips:
        _draw_strip(image, strip)
    return as_png(image)


def _layout(bars: Bars) -> tuple[Column, list[_Strip]]:
    """Everything with its place."""
    size = _LARGE if len(bars.bars) <= _MOST_LARGE else _SMALL
    strips: list[_Strip] = []
    column = Column()
    column.put(bars.title, size.title, size.loose)
    for bar in bars.bars:
        column.put(bar.label, size.label, size.tight)
        strips.append(_Strip(top=column.y, bottom=column.y + size.bar, bar=bar))
        column.y += size.bar + size.tight
        column.put(bar.words, size.words, size.loose)
    column.put(bars.note, size.note, MARGIN)
    return column, strips


def _draw_strip(image: "Image", strip: _Strip) -> None:
    top, bottom, bar = strip.top, strip.bottom, strip.bar
    shape(image, (MARGIN, top, MARGIN + INNER, bottom), TRACK)
    if bar.value > 0:
        shape(image, (MARGIN, top, MARGIN + _length(bar.value), bottom), FILL)
    if bar.before is not None:
        right = MARGIN + _length(bar.before)
        frame = (MARGIN - FRAME, top - FRAME, right, bottom + FRAME)
        shape(image, frame, PAPER, line=FRAME + 2)  # a gap, or the line would drown in the bar
        shape(image, frame, INK, line=FRAME // 2)


def _length(share: float) -> int:
    return max(round(INNER * share), 2 * CORNER)
