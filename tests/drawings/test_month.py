from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageColor

from bot.drawings import BadRecipe, as_recipe
from bot.drawings.month import GAP, HEIGHT, STEP, Day, Month, png
from bot.drawings.picture import FILL, INK, MARGIN, PAPER, TRACK, WIDTH
from tests.drawings.test_bars import HOSTILE, UNBROKEN, contrast, edges_are_empty

WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


def month(busy: dict[int, int] | None = None, today: int = 0, **changes: Any) -> Month:
    """`busy`: events by the number of the day."""
    days = tuple(Day(events=(busy or {}).get(n, 0), today=n == today) for n in range(1, 32))
    usual: dict[str, Any] = {
        "title": "Март 2026",
        "weekdays": WEEKDAYS,
        "begins": 6,
        "days": days,
        "note": "Число на плашке — сколько событий. В рамке — сегодня.",
    }
    return Month(**{**usual, **changes})


def picture(of: Month) -> Image.Image:
    image = Image.open(BytesIO(png(of)))
    assert image.format == "PNG"
    return image.convert("RGB")


def pixels(colour: str, image: Image.Image) -> int:
    wanted = ImageColor.getrgb(colour)
    return sum(count for count, found in image.getcolors(1_000_000) or [] if found == wanted)


def changed(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int]:
    """The box in which two pictures differ by more than their palettes."""
    seen = ImageChops.difference(one, other).convert("L").point(lambda value: 255 * (value > 20))
    box = seen.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(("begins", "length", "weeks"), [(0, 28, 4), (6, 31, 6), (3, 31, 5)])
def test_the_picture_is_as_wide_as_a_phone_and_as_high_as_its_weeks(
    begins: int, length: int, weeks: int
) -> None:
    plain = picture(month(begins=begins, days=(Day(),) * length))
    shortest = picture(month(begins=0, days=(Day(),) * 28))
    assert plain.width == WIDTH == 1080
    assert plain.height - shortest.height == (weeks - 4) * (HEIGHT + GAP)
    assert plain.height < 2 * WIDTH


def test_a_day_with_events_has_a_plate_with_their_number_and_others_have_none() -> None:
    assert pixels(FILL, picture(month())) == 0
    one, two = picture(month({12: 1})), picture(month({12: 1, 13: 1}))
    assert 0 < pixels(FILL, one) < pixels(FILL, two)
    assert picture(month({12: 1})) != picture(month({12: 4}))


def test_a_day_stands_under_its_weekday() -> None:
    """12 March 2026 is a Thursday: with the first on a Sunday, the fourth column, the third row."""
    left, top, right, bottom = changed(picture(month()), picture(month({12: 1})))
    assert MARGIN + 3 * STEP <= left < right <= MARGIN + 4 * STEP
    week_before = changed(picture(month()), picture(month({5: 1})))
    assert (week_before[0], week_before[2]) == (left, right)
    assert top - week_before[1] == pytest.approx(HEIGHT + GAP, abs=3)  # soft corners
    assert bottom - top <= HEIGHT


def test_today_is_framed_whether_or_not_something_is_held() -> None:
    for busy in ({}, {10: 3}):
        plain, framed = picture(month(busy)), picture(month(busy, today=10))
        left, top, right, bottom = changed(plain, framed)
        assert (right - left, bottom - top) == (STEP - GAP, HEIGHT)
        assert pixels(INK, framed) > pixels(INK, plain)


def test_the_numbers_can_be_read_with_weak_eyes_and_without_colour() -> None:
    assert contrast(PAPER, FILL) >= 4.5
    assert contrast(INK, TRACK) >= 4.5


def test_everything_stays_inside_however_long() -> None:
    endless = UNBROKEN * 9
    busy = dict.fromkeys(range(1, 32), 999)
    full = month(busy, today=1, title=endless, weekdays=(endless,) * 7, note=endless)
    assert edges_are_empty(picture(full))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_makes_a_picture(text: str) -> None:
    strange = month({1: 1}, title=text, weekdays=(text,) * 7, note=text)
    assert edges_are_empty(picture(strange))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"days": (Day(),) * 27}, "month.days"),
        ({"days": (Day(),) * 32}, "month.days"),
        ({"begins": 7}, "month.begins"),
        ({"weekdays": WEEKDAYS[:6]}, "month.weekdays"),
        ({"days": (Day(events=-1),) * 30}, r"month\.days\.0\.events"),
    ],
)
def test_what_is_no_month_makes_no_recipe(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(BadRecipe, match=field):
        as_recipe(month(**wrong))
