from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bot.drawings.bars import Bar, Bars, png
from bot.drawings.picture import FILL, INK, MARGIN, PAPER, SOFT_INK, TRACK, WIDTH

LONG = "Настраиваю и обслуживаю станки с числовым программным управлением " * 3
UNBROKEN = "Сверхдлинноесловобезпробелов" * 9
SIDE = MARGIN - 10  # px at every edge that stay empty, the frame of an earlier value aside


def bar(**changes: Any) -> Bar:
    return Bar(**{"label": "Техника", "value": 0.5, "words": "тебе это интересно", **changes})


def picture(bars: Sequence[Bar], title: str = "Что тебе интересно", note: str = "") -> Image.Image:
    image = Image.open(BytesIO(png(Bars(title=title, bars=tuple(bars), note=note))))
    assert image.format == "PNG"
    return image.convert("RGB")


def width_of(colour: str, image: Image.Image) -> int:
    """How far the colour reaches in the row of pixels where there is most of it."""
    wanted = ImageColor.getrgb(colour)
    data = image.tobytes()
    row = 3 * image.width
    rows = (data[start : start + row] for start in range(0, len(data), row))
    return max(sum(tuple(pixels[i : i + 3]) == wanted for i in range(0, row, 3)) for pixels in rows)


def edges_are_empty(image: Image.Image) -> bool:
    paper = image.getpixel((0, 0))
    width, height = image.size
    edges = (
        (0, 0, SIDE, height),
        (width - SIDE, 0, width, height),
        (0, 0, width, SIDE),
        (0, height - SIDE, width, height),
    )
    return all(image.crop(edge).getcolors() == [(area(edge), paper)] for edge in edges)


def area(box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    shares = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("front", "back"),
    [(INK, PAPER), (SOFT_INK, PAPER), (FILL, PAPER), (FILL, TRACK), (INK, TRACK)],
)
def test_the_palette_can_be_read_with_weak_eyes(front: str, back: str) -> None:
    assert contrast(front, back) >= 4.5


def test_the_picture_is_as_wide_as_a_phone_and_grows_with_the_bars() -> None:
    heights = []
    for count in (1, 3, 6, 12):
        image = picture([bar()] * count)
        assert image.width == WIDTH == 1080
        heights.append(image.height)
    assert heights == sorted(set(heights))
    assert heights[2] < 2 * WIDTH  # about one screen


@pytest.mark.parametrize("count", [6, 12])
def test_bars_with_endless_labels_are_still_taken_as_a_photo(count: int) -> None:
    endless = LONG * 30
    image = picture([bar(label=endless, words=endless)] * count, title=endless, note=endless)
    assert image.width + image.height <= 10_000  # Bot API, sendPhoto
    assert image.height <= 20 * image.width


@pytest.mark.parametrize("value", [0.0, 0.25, 0.8, 1.0])
def test_a_bar_is_as_long_as_its_share(value: float) -> None:
    image = picture([bar(value=value, words="", label="")], title="")
    assert width_of(FILL, image) == pytest.approx(value * (WIDTH - 2 * MARGIN), abs=3)


def test_a_small_share_can_still_be_seen() -> None:
    assert width_of(FILL, picture([bar(value=0.001)])) >= 10


@pytest.mark.parametrize("before", [0.25, 0.75])
def test_an_earlier_value_is_framed_as_far_as_it_reached(before: float) -> None:
    image = picture([bar(before=before, words="", label="")], title="")
    assert width_of(INK, image) == pytest.approx(before * (WIDTH - 2 * MARGIN), abs=20)
    assert width_of(INK, picture([bar(words="", label="")], title="")) == 0


def test_a_gap_keeps_the_frame_apart_from_the_bar() -> None:
    framed, plain = picture([bar(value=1, before=0.5)]), picture([bar(value=1)])
    assert width_of(FILL, framed) <= width_of(FILL, plain) - 10


@pytest.mark.parametrize("label", [LONG, UNBROKEN], ids=["many words", "one word"])
@pytest.mark.parametrize("count", [1, 12])
def test_long_labels_stay_inside(label: str, count: int) -> None:
    bars = [bar(label=label, words=label, value=1, before=1)] * count
    assert edges_are_empty(picture(bars, title=label, note=label))


def test_a_longer_label_takes_more_lines() -> None:
    short, long = picture([bar()]), picture([bar(label="Информационные технологии и связь")])
    assert long.height > short.height


HOSTILE = {
    "empty": "",
    "blank": "   ",
    "control": "\n\x00",
    "emoji": "🧑‍🏭🔥😀",
    "right to left": "שלום مرحبا",
    "no glyphs": "漢字",
    "accents": "e\u0301" * 99,
    "endless": UNBROKEN * 99,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_makes_a_picture(text: str) -> None:
    assert edges_are_empty(picture([bar(label=text, words=text)], title=text, note=text))


@settings(max_examples=25, deadline=None)
@given(st.text(), st.floats(0, 1), st.none() | st.floats(0, 1))
def test_any_text_and_any_share_makes_a_picture(
    text: str, value: float, before: float | None
) -> None:
    one = bar(label=text, words=text, value=value, before=before)
    assert picture([one], title=text, note=text).width == WIDTH
