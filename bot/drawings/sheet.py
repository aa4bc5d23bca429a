"""One A4 page to print and show: to a guardian, a teacher or a counsellor."""

from dataclasses import dataclass
from io import BytesIO
from itertools import chain, islice
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, with_config

from bot.drawings.bars import MOST_BARS, Bar
from bot.drawings.page import (
    HEIGHT,
    MARGIN,
    ROOM,
    WIDTH,
    Line,
    Row,
    Style,
    bar_row,
    cut_short,
    draw_rows,
    font_name,
    paragraph,
    total,
)
from bot.drawings.typeface import Face, printable

MOST_BLOCKS = 8
BODY_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)  # pt; the largest that fits is taken
PAGEFUL = 80  # lines; so many do not fit on one page at any of these sizes


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Block:
    """Several lines become a list with bullets. The bars come after the lines."""

    heading: str
    lines: tuple[str, ...]
    bars: Annotated[tuple[Bar, ...], Field(max_length=MOST_BARS)] = ()


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Sheet:
    title: str
    subtitle: str
    blocks: Annotated[tuple[Block, ...], Field(max_length=MOST_BLOCKS)]
    footer: str
    language: Literal["ru", "en"] = "ru"


@dataclass(frozen=True, kw_only=True)
class _Section:
    heading: list[Line]
    rows: list[Row]

    @property
    def height(self) -> float:
        return total(self.heading) + total(self.rows)


@dataclass(frozen=True, kw_only=True)
class _Page:
    head: list[Line]
    sections: list[_Section]
    foot: list[Line]

    @property
    def excess(self) -> float:
        """How much higher it is than the paper, in pt."""
        sections = sum(section.height for section in self.sections)
        return total(self.head) + sections + total(self.foot) - ROOM


def pdf(sheet: Sheet) -> bytes:
    """Exactly one page: long text is set smaller, then the longest block is cut with «…»."""
    from reportlab.pdfgen.canvas import Canvas

    page = _fitted(sheet)
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        lang=sheet.language,
        initialFontName=font_name(Face.REGULAR),  # the default one is not embedded
    )
    canvas.setTitle(printable(sheet.title, Face.REGULAR))
    canvas.setSubject(printable(sheet.subtitle, Face.REGULAR))
    canvas.setAuthor("")
    canvas.setCreator("Traektoria")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    body = page.head + [row for section in page.sections for row in section.heading + section.rows]
    draw_rows(canvas, body, HEIGHT - MARGIN)
    draw_rows(canvas, page.foot, MARGIN + total(page.foot))
    canvas.showPage()  # also when nothing is on it
    canvas.save()
    return file.getvalue()


def _fitted(sheet: Sheet) -> _Page:
    for size in BODY_SIZES:
        page = _composed(sheet, size)
        if page.excess <= 0:
            return page
    _cut(page.sections, page.excess)
    return page


def _composed(sheet: Sheet, size: float) -> _Page:
    title = Style(face=Face.BOLD, size=size * 1.6)
    body = Style(face=Face.REGULAR, size=size)
    small = Style(face=Face.REGULAR, size=size * 0.9)
    return _Page(
        head=paragraph(sheet.title, title, most=2)
        + paragraph(sheet.subtitle, body, most=3, above=size * 0.3),
        sections=[_section(block, body) for block in sheet.blocks],
        foot=paragraph(sheet.footer, small, most=4, above=size * 1.5),
    )


def _section(block: Block, body: Style) -> _Section:
    heading = Style(face=Face.BOLD, size=body.size * 1.15)
    several = len(block.lines) > 1
    paragraphs = (
        paragraph(line, body, most=PAGEFUL, above=body.size * 0.3, bullet=several)
        for line in block.lines
    )
    return _Section(
        heading=paragraph(block.heading, heading, most=2, above=body.size),
        rows=[
            *islice(chain.from_iterable(paragraphs), PAGEFUL),
            *(bar_row(bar, body) for bar in block.bars),
        ],
    )


def _cut(sections: list[_Section], excess: float) -> None:
    """Takes rows off the end of whatever section is the longest until `excess` pt are gone.

    One row of every section is left: the limits on blocks and headings give it room.
    """
    whole = [len(section.rows) for section in sections]
    while excess > 0:
        longest = max(sections, key=lambda section: section.height)
        excess -= longest.rows.pop().height
    for section, rows in zip(sections, whole, strict=True):
        if len(section.rows) < rows:
            section.rows[-1] = cut_short(section.rows[-1])
