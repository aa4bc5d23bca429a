"""A profile as bars with words, wide enough to read on a phone."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Annotated

from pydantic import ConfigDict, Field, with_config

from bot.drawings.lines import wrapped
from bot.drawings.typeface import Face, printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

MOST_BARS = 12
WIDTH = 1080
MARGIN = 64
INNER = WIDTH - 2 * MARGIN

PAPER = "#FAF8F4"
INK = "#1D2B36"
SOFT_INK = "#465561"
TRACK = "#DFE7E6"
FILL = "#14646B"

CORNER = 10
FRAME = 8  # px that the outline of an earlier value stands out around the bar
SMOOTH = 4  # shapes are drawn so many times larger and reduced: Pillow does not soften edges

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
class _Style:
    face: Face
    size: int  # px
    colour: str
    most: int  # lines

    @property
    def leading(self) -> int:
        return round(self.size * 1.28)


@dataclass(frozen=True, kw_only=True)
class _Format:
    """Sizes in px. `tight` holds between the parts of one bar, `loose` between two bars."""

    title: _Style
    label: _Style
    words: _Style
    note: _Style
    bar: int
    tight: int
    loose: int


_LARGE = _Format(
    title=_Style(face=Face.BOLD, size=60, colour=INK, most=3),
    label=_Style(face=Face.BOLD, size=44, colour=INK, most=3),
    words=_Style(face=Face.REGULAR, size=40, colour=SOFT_INK, most=2),
    note=_Style(face=Face.REGULAR, size=36, colour=SOFT_INK, most=6),
    bar=36,
    tight=12,
    loose=40,
)
_SMALL = _Format(  # for a profile that would be much longer than the screen of a phone
    title=_Style(face=Face.BOLD, size=54, colour=INK, most=3),
    label=_Style(face=Face.BOLD, size=36, colour=INK, most=2),
    words=_Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=2),
    note=_Style(face=Face.REGULAR, size=34, colour=SOFT_INK, most=6),
    bar=26,
    tight=9,
    loose=30,
)
_MOST_LARGE = 6


@dataclass(frozen=True, kw_only=True)
class _Line:
    y: int
    text: str
    style: _Style


@dataclass(frozen=True, kw_only=True)
class _Strip:
    top: int
    bottom: int
    bar: Bar


def png(bars: Bars) -> bytes:
    """1080 px wide, as high as it needs, within what a messenger takes as a photo."""
    from PIL import Image, ImageDraw

    lines, strips, height = _layout(bars)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    brush = ImageDraw.Draw(image)
    for line in lines:
        font = _font(line.style.face, line.style.size)
        brush.text((MARGIN, line.y), line.text, line.style.colour, font)
    for strip in strips:
        _draw_strip(image, strip)
    file = BytesIO()
    # so few colours need a third of the bytes
    image.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


def _layout(bars: Bars) -> tuple[list[_Line], list[_Strip], int]:
    """Everything with its place, and the height of the picture in px."""
    size = _LARGE if len(bars.bars) <= _MOST_LARGE else _SMALL
    lines: list[_Line] = []
    strips: list[_Strip] = []

    def put(text: str, style: _Style, y: int, gap: int) -> int:
        for line in _wrapped(text, style):
            lines.append(_Line(y=y, text=line, style=style))
            y += style.leading
        return y + gap

    y = put(bars.title, size.title, MARGIN, size.loose)
    for bar in bars.bars:
        y = put(bar.label, size.label, y, size.tight)
        strips.append(_Strip(top=y, bottom=y + size.bar, bar=bar))
        y = put(bar.words, size.words, y + size.bar + size.tight, size.loose)
    return lines, strips, put(bars.note, size.note, y, MARGIN)


def _draw_strip(image: "Image", strip: _Strip) -> None:
    top, bottom, bar = strip.top, strip.bottom, strip.bar
    _shape(image, (MARGIN, top, MARGIN + INNER, bottom), TRACK)
    if bar.value > 0:
        _shape(image, (MARGIN, top, MARGIN + _length(bar.value), bottom), FILL)
    if bar.before is not None:
        right = MARGIN + _length(bar.before)
        frame = (MARGIN - FRAME, top - FRAME, right, bottom + FRAME)
        _shape(image, frame, PAPER, line=FRAME + 2)  # a gap, or the line would drown in the bar
        _shape(image, frame, INK, line=FRAME // 2)


def _length(share: float) -> int:
    return max(round(INNER * share), 2 * CORNER)


def _shape(
    image: "Image", box: tuple[int, int, int, int], colour: str, line: int | None = None
) -> None:
    """A rectangle with round corners: filled, or a line of so many px along its inside."""
    from PIL import Image, ImageDraw

    left, top, right, bottom = box
    width, height = (right - left) * SMOOTH, (bottom - top) * SMOOTH
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, width - 1, height - 1),
        CORNER * SMOOTH,
        fill=255 if line is None else 0,
        outline=255,
        width=(line or 1) * SMOOTH,
    )
    image.paste(colour, box, mask.reduce(SMOOTH))


def _wrapped(text: str, style: _Style) -> list[str]:
    font = _font(style.face, style.size)
    shown = printable(text, style.face)
    return wrapped(shown, lambda line: font.getlength(line) <= INNER, style.most)


@cache
def _font(face: Face, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    # the other engine gives different pixels on machines with and without fribidi
    return ImageFont.truetype(face.path, size, layout_engine=ImageFont.Layout.BASIC)
