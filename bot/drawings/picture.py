"""A picture for the screen of a phone: its paper, its inks, its lines of text and its shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from bot.drawings.lines import wrapped
from bot.drawings.typeface import Face, printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH = 1080
MARGIN = 64
INNER = WIDTH - 2 * MARGIN

PAPER = "#FAF8F4"
INK = "#1D2B36"
SOFT_INK = "#465561"
TRACK = "#DFE7E6"
FILL = "#14646B"

CORNER = 10
SMOOTH = 4  # shapes are drawn so many times larger and reduced: Pillow does not soften edges

Box = tuple[int, int, int, int]


@dataclass(frozen=True, kw_only=True)
class Style:
    face: Face
    size: int  # px
    colour: str
    most: int  # lines

    @property
    def leading(self) -> int:
        return round(self.size * 1.28)

    def fits(self, line: str, width: int) -> bool:
        return float(_font(self.face, self.size).getlength(line)) <= width

    def wrapped(self, text: str, width: int = INNER) -> list[str]:
        shown = printable(text, self.face)
        return wrapped(shown, lambda line: self.fits(line, width), self.most)

    def width(self, text: str) -> int:
        """px, of a line."""
        return round(_font(self.face, self.size).getlength(text))


@dataclass(frozen=True, kw_only=True)
class Line:
    y: int
    text: str
    style: Style
    x: int = MARGIN


class Column:
    """Lines that stand one below the other; `y` is where the next thing goes."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.y = MARGIN

    def put(self, text: str, style: Style, gap: int) -> None:
        """The text, broken into lines, and so many px of nothing after it."""
        for line in style.wrapped(text):
            self.lines.append(Line(y=self.y, text=line, style=style))
            self.y += style.leading
        self.y += gap


def paper(height: int, lines: Sequence[Line]) -> "Image":
    from PIL import Image

    image = Image.new("RGB", (WIDTH, height), PAPER)
    write(image, lines)
    return image


def write(image: "Image", lines: Sequence[Line]) -> None:
    from PIL import ImageDraw

    brush = ImageDraw.Draw(image)
    for line in lines:
        font = _font(line.style.face, line.style.size)
        brush.text((line.x, line.y), line.text, line.style.colour, font)


def shape(image: "Image", box: Box, colour: str, line: int | None = None) -> None:
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


def as_png(image: "Image") -> bytes:
    from PIL import Image

    file = BytesIO()
    # so few colours need a third of the bytes
    image.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()


@cache
def _font(face: Face, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    # the other engine gives different pixels on machines with and without fribidi
    return ImageFont.truetype(face.path, size, layout_engine=ImageFont.Layout.BASIC)
