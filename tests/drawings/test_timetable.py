from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bot.drawings.picture import FILL, INNER, MARGIN, SOFT_INK, WIDTH
from bot.drawings.timetable import (
    LABEL,
    MONTH,
    MOST_MARKS,
    MOST_SPANS,
    NOTE,
    TITLE,
    WORDS,
    Mark,
    Span,
    Timetable,
    png,
)

LONG = "Безопасность при работе на высоте и в замкнутых пространствах " * 4
SIDE = MARGIN - 10  # px at every edge that stay empty
READABLE = 28  # px on 1080


def span(**changes: Any) -> Span:
    usual = {
        "label": "1. Сварка",
        "begins": 0.25,
        "ends": 0.75,
        "when": "5 марта – 20 апреля, пн, ср 18:00–20:30",
        "where": "Демо-техникум, Юрга",
    }
    return Span(**{**usual, **changes})


def picture(spans: Sequence[Span], marks: Sequence[Mark] = (), note: str = "") -> Image.Image:
    drawn = Timetable(title="Путь: сварщик", spans=tuple(spans), marks=tuple(marks), note=note)
    image = Image.open(BytesIO(png(drawn)))
    assert image.format == "PNG"
    return image.convert("RGB")


def columns(colour: str, image: Image.Image) -> list[int]:
    """Where the colour stands, from the left, in the row of pixels with most of it."""
    wanted = ImageColor.getrgb(colour)
    data, row = image.tobytes(), 3 * image.width
    found = (
        [x for x in range(image.width) if tuple(data[y + 3 * x : y + 3 * x + 3]) == wanted]
        for y in range(0, len(data), row)
    )
    return max(found, key=len)


def test_everything_is_large_enough_for_a_phone() -> None:
    assert WIDTH == 1080
    assert min(style.size for style in (TITLE, LABEL, WORDS, MONTH, NOTE)) >= READABLE


@pytest.mark.parametrize(("begins", "ends"), [(0.0, 0.5), (0.25, 0.75), (0.9, 1.0)])
def test_a_span_stands_where_its_time_is(begins: float, ends: float) -> None:
    filled = columns(FILL, picture([span(begins=begins, ends=ends)]))
    assert filled[0] == pytest.approx(MARGIN + begins * INNER, abs=3)
    assert filled[-1] == pytest.approx(MARGIN + ends * INNER, abs=3)


def test_a_single_day_can_still_be_seen_and_stays_inside() -> None:
    filled = columns(FILL, picture([span(begins=1.0, ends=1.0)]))
    assert len(filled) >= 10
    assert filled[-1] < WIDTH - SIDE


def test_a_month_is_marked_where_it_begins() -> None:
    marked = picture([span(begins=0, ends=0.1)], [Mark(label="", at=0.5)])
    assert columns(SOFT_INK, marked) != []
    x = MARGIN + INNER // 2
    assert any(marked.getpixel((x, y)) == ImageColor.getrgb(SOFT_INK) for y in range(marked.height))


def test_every_module_takes_its_room_and_the_longest_path_is_still_a_photo() -> None:
    heights = [picture([span()] * count).height for count in (1, 2, MOST_SPANS)]
    assert heights == sorted(set(heights))
    crowded = [span(label=LONG, when=LONG, where=LONG)] * MOST_SPANS
    marks = [Mark(label=LONG, at=n / MOST_MARKS) for n in range(MOST_MARKS)]
    image = picture(crowded, marks, LONG)
    assert image.width + image.height <= 10_000  # Bot API, sendPhoto
    assert edges_are_empty(image)


@settings(max_examples=25, deadline=None)
@given(st.text(), st.floats(0, 1), st.floats(0, 1))
def test_any_text_and_any_time_makes_a_picture(text: str, one: float, other: float) -> None:
    begins, ends = sorted((one, other))
    of = span(label=text, when=text, where=text, begins=begins, ends=ends)
    assert edges_are_empty(picture([of], [Mark(label=text, at=one)], text))


def edges_are_empty(image: Image.Image) -> bool:
    width, height = image.size
    left, right = (0, 0, SIDE, height), (width - SIDE, 0, width, height)
    paper = image.getpixel((0, 0))
    return all(image.crop(edge).getcolors() == [(SIDE * height, paper)] for edge in (left, right))
