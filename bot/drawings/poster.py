"""An A4 page for the wall: an event in large letters, and a code that leads to it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Annotated, Any, Literal

import segno
from pydantic import ConfigDict, Field, with_config

from bot.drawings.page import (
    BLACK,
    DARK,
    HEIGHT,
    INNER,
    MARGIN,
    WIDTH,
    Line,
    Style,
    draw_rows,
    font_name,
    total,
)
from bot.drawings.typeface import Face, printable

MOST_FACTS = 4
TITLE_SIZES = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0)  # pt; the largest that fits is taken
MOST_TITLE, MOST_FACT, MOST_ORGANISER = 5, 3, 2  # lines
LABEL, TEXT = 0.42, 0.56  # of the title's size
LEAST_LABEL = 10.0  # pt
QUIET = 4  # modules around the code, as ISO/IEC 18004 asks
CODE = 210.0  # pt, a side of the code with what is around it
BESIDE = CODE + 12.0  # where the words beside it begin
MARK = 64.0  # pt, room for the age mark
ASK = Style(face=Face.BOLD, size=22.0)
LINK = Style(face=Face.REGULAR, size=12.0)
KIND = Style(face=Face.REGULAR, size=18.0)
AGE = Style(face=Face.BOLD, size=26.0)
ORGANISER = Style(face=Face.REGULAR, size=13.0)


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Fact:
    label: str
    text: str


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Poster:
    """`link` stands in the code and, for whoever cannot scan, beside it; `ask` says what it is for.

    The age mark («12+») is that of 436-FZ, articles 6-10; empty for none.
    """

    heading: str
    title: str
    facts: Annotated[tuple[Fact, ...], Field(max_length=MOST_FACTS)]
    ask: str
    link: Annotated[str, Field(min_length=1, max_length=200)]
    organiser: str
    age_mark: Annotated[str, Field(max_length=3)] = ""
    language: Literal["ru", "en"] = "ru"


def pdf(poster: Poster) -> bytes:
    """Exactly one page, in black and two greys; a longer text is set smaller."""
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        lang=poster.language,
        initialFontName=font_name(Face.REGULAR),  # the default one is not embedded
    )
    canvas.setTitle(printable(poster.title, Face.REGULAR))
    canvas.setAuthor("")
    canvas.setCreator("Traektoria")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    foot = _lines(poster.organiser, ORGANISER, MOST_ORGANISER)
    bottom = MARGIN + total(foot) + ORGANISER.size  # of the code
    draw_rows(canvas, _body(poster, HEIGHT - MARGIN - bottom - CODE), HEIGHT - MARGIN)
    _draw_mark(canvas, poster.age_mark)
    _draw_code(canvas, poster.link, bottom)
    _draw_ask(canvas, poster, bottom + CODE)
    draw_rows(canvas, foot, MARGIN + total(foot))
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _body(poster: Poster, room: float) -> list[Line]:
    """At the smallest size everything fits, as its lines are counted."""
    for size in TITLE_SIZES:
        rows = _composed(poster, size)
        if total(rows) <= room:
            break
    return rows


def _composed(poster: Poster, size: float) -> list[Line]:
    title = Style(face=Face.BOLD, size=size)
    label = Style(face=Face.REGULAR, size=max(LEAST_LABEL, size * LABEL))
    text = Style(face=Face.BOLD, size=size * TEXT)
    rows = _lines(poster.heading, KIND, 1, width=INNER - MARK)
    rows += _lines(poster.title, title, MOST_TITLE, above=size * 0.4)
    for fact in poster.facts:
        rows += _lines(fact.label, label, 1, above=size * 0.35)
        rows += _lines(fact.text, text, MOST_FACT)
    return rows


def _lines(
    said: str, style: Style, most: int, *, above: float = 0.0, width: float = INNER, x: float = 0.0
) -> list[Line]:
    shown = style.wrapped(said, width, most)
    return [
        Line(text=text, style=style, x=x, above=above if n == 0 else 0.0)
        for n, text in enumerate(shown)
    ]


def _draw_mark(canvas: Any, mark: str) -> None:
    """In the upper right corner, framed."""
    if mark:
        left, top = MARGIN + INNER - MARK, HEIGHT - MARGIN
        canvas.setStrokeGray(BLACK)
        canvas.setLineWidth(2)
        canvas.rect(left, top - AGE.leading, MARK, AGE.leading)
        canvas.setFillGray(BLACK)
        canvas.setFont(font_name(AGE.face), AGE.size)
        base = top - AGE.leading + (AGE.leading - 0.72 * AGE.size) / 2  # capitals are 0.72 high
        canvas.drawCentredString(left + MARK / 2, base, printable(mark, AGE.face))


def _draw_code(canvas: Any, link: str, bottom: float) -> None:
    """Squares, so that no printer blurs it."""
    modules = segno.make(link, error="m", micro=False).matrix
    side = CODE / (len(modules) + 2 * QUIET)
    canvas.setFillGray(BLACK)
    path = canvas.beginPath()
    for row, cells in enumerate(modules):
        for column, dark in enumerate(cells):
            if dark:
                x = MARGIN + (column + QUIET) * side
                path.rect(x, bottom + CODE - (row + QUIET + 1) * side, side, side)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setStrokeGray(DARK)
    canvas.setLineWidth(1)
    canvas.rect(MARGIN, bottom, CODE, CODE)


def _draw_ask(canvas: Any, poster: Poster, top: float) -> None:
    width = INNER - BESIDE
    rows = _lines(poster.ask, ASK, 4, width=width, x=BESIDE, above=12.0)
    address, mark, rest = poster.link.partition("?")
    rows += _lines(address, LINK, 3, width=width, x=BESIDE, above=12.0)
    rows += _lines(mark + rest, LINK, 3, width=width, x=BESIDE)
    draw_rows(canvas, rows, top)
