"""Rows of an A4 page, in greys that a printer without colour keeps apart. Lengths are in pt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from bot.drawings.bars import Bar
from bot.drawings.lines import ELLIPSIS, shortened, wrapped
from bot.drawings.typeface import Face, printable

WIDTH, HEIGHT = 595.28, 841.89  # ISO 216
MARGIN = 51.0
INNER = WIDTH - 2 * MARGIN
ROOM = HEIGHT - 2 * MARGIN

WHITE, PALE, DARK, BLACK = 1.0, 0.9, 0.3, 0.0
BULLET = "•"

LABEL_WIDTH = 0.35 * INNER
BAR_X, BAR_WIDTH = 0.37 * INNER, 0.23 * INNER
WORDS_X, WORDS_WIDTH = 0.63 * INNER, 0.37 * INNER
MOST_BESIDE_BAR = 3  # lines
FRAME = 2.5  # how far the outline of an earlier value stands out around the bar


@dataclass(frozen=True, kw_only=True)
class Style:
    face: Face
    size: float

    @property
    def leading(self) -> float:
        return self.size * 1.32

    def fits(self, line: str, width: float) -> bool:
        return float(_font(self.face).stringWidth(line, self.size)) <= width

    def wrapped(self, text: str, width: float, most: int) -> list[str]:
        return wrapped(printable(text, self.face), lambda line: self.fits(line, width), most)


@dataclass(frozen=True, kw_only=True)
class Line:
    text: str
    style: Style
    x: float = 0.0
    above: float = 0.0
    bullet: bool = False

    @property
    def height(self) -> float:
        return self.above + self.style.leading

    def draw(self, canvas: Any, top: float) -> None:
        base = top - self.above - self.style.size
        if self.bullet:
            _write(canvas, BULLET, self.style, 0.0, base)
        _write(canvas, self.text, self.style, self.x, base)


@dataclass(frozen=True, kw_only=True)
class BarRow:
    bar: Bar
    label: Sequence[str]
    words: Sequence[str]
    style: Style
    above: float

    @property
    def height(self) -> float:
        return self.above + self.style.leading * max(len(self.label), len(self.words), 1)

    def draw(self, canvas: Any, top: float) -> None:
        base = top - self.above - self.style.size
        for x, lines in ((0.0, self.label), (WORDS_X, self.words)):
            for i, line in enumerate(lines):
                _write(canvas, line, self.style, x, base - i * self.style.leading)
        _draw_bar(canvas, self.bar, base, self.style.size * 0.75)


Row = Line | BarRow


def paragraph(
    text: str, style: Style, *, most: int, above: float = 0.0, bullet: bool = False
) -> list[Line]:
    """At most `most` lines with `above` over the first; a bullet stands left of them all."""
    x = style.size * 1.2 if bullet else 0.0
    lines = [Line(text=t, style=style, x=x) for t in style.wrapped(text, INNER - x, most)]
    return [replace(line, above=above, bullet=bullet) for line in lines[:1]] + lines[1:]


def bar_row(bar: Bar, style: Style) -> BarRow:
    return BarRow(
        bar=bar,
        label=style.wrapped(bar.label, LABEL_WIDTH, MOST_BESIDE_BAR),
        words=style.wrapped(bar.words, WORDS_WIDTH, MOST_BESIDE_BAR),
        style=style,
        above=style.size * 0.4,
    )


def cut_short(row: Row) -> Line:
    """What stands in place of the last row that is kept, no higher than it: it ends in «…»."""
    if isinstance(row, BarRow):
        return Line(text=ELLIPSIS, style=row.style, above=row.above)
    room = INNER - row.x
    return replace(row, text=shortened(row.text, lambda line: row.style.fits(line, room)))


def total(rows: Iterable[Row]) -> float:
    return sum(row.height for row in rows)


def draw_rows(canvas: Any, rows: Iterable[Row], top: float) -> None:
    for row in rows:
        row.draw(canvas, top)
        top -= row.height


def _write(canvas: Any, text: str, style: Style, x: float, base: float) -> None:
    canvas.setFillGray(BLACK)
    canvas.setFont(font_name(style.face), style.size)
    canvas.drawString(MARGIN + x, base, text)


def _draw_bar(canvas: Any, bar: Bar, base: float, height: float) -> None:
    left = MARGIN + BAR_X
    canvas.setLineWidth(0.5)
    canvas.setStrokeGray(DARK)
    canvas.setFillGray(PALE)
    canvas.rect(left, base, BAR_WIDTH, height, fill=1)
    canvas.setFillGray(DARK)
    canvas.rect(left, base, BAR_WIDTH * bar.value, height, stroke=0, fill=1)
    if bar.before is not None:
        frame = (left - FRAME, base - FRAME, BAR_WIDTH * bar.before + FRAME, height + 2 * FRAME)
        for grey, line in ((WHITE, 3.0), (BLACK, 1.0)):  # a gap, or the line drowns in the bar
            canvas.setStrokeGray(grey)
            canvas.setLineWidth(line)
            canvas.rect(*frame)


def font_name(face: Face) -> str:
    """As the PDF library knows it; it is registered by the first call."""
    return str(_font(face).fontName)


@cache
def _font(face: Face) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(str(face), str(face.path))
    pdfmetrics.registerFont(font)
    return font
