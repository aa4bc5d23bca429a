import re
from io import BytesIO
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from pypdf import PageObject, PdfReader

from bot.drawings import BadRecipe, as_recipe
from bot.drawings.poster import CODE, MOST_FACTS, QUIET, Fact, Poster, pdf
from bot.drawings.typeface import Face
from tests.drawings.test_sheet import HOSTILE, UNBROKEN

LINK = "https://t.me/traektoria_bot?start=e_welder-first-seam"
LONG = "Очень длинное название мероприятия про сварку и наплавку " * 9
FACTS = (
    Fact(label="Когда", text="чт, 5 марта, 15:00–17:00"),
    Fact(label="Где", text="Кемерово, ул. Примерная, 2, мастерская 5"),
    Fact(label="Для кого", text="8–11 класс"),
)


def poster(**changes: Any) -> Poster:
    usual: dict[str, Any] = {
        "heading": "Профессиональная проба",
        "title": "Проба сварщика: первый шов",
        "facts": FACTS,
        "ask": "Наведите камеру, чтобы записаться",
        "link": LINK,
        "organiser": "Проводит: Демо-политехнический техникум",
        "age_mark": "12+",
    }
    return Poster(**{**usual, **changes})


def fullest() -> Poster:
    """As much as a recipe may hold, every text longer than its place."""
    facts = (Fact(label=LONG, text=LONG),) * MOST_FACTS
    return poster(heading=LONG, title=LONG, facts=facts, ask=LONG, link="x" * 200, organiser=LONG)


def page(of: Poster) -> PageObject:
    pages = PdfReader(BytesIO(pdf(of))).pages
    assert len(pages) == 1
    return pages[0]


def text(of: Poster) -> str:
    return " ".join(page(of).extract_text().split())


def operations(of: Poster) -> bytes:
    found = page(of).get_contents()
    assert found is not None
    return found.get_data()


def places(of: Poster) -> list[tuple[float, float, float, str]]:
    """Left and right end, height and words of every line, in pt from the lower left."""
    found: list[tuple[float, float, float, str]] = []

    def note(piece: str, _: Any, matrix: list[float], font: Any, size: float) -> None:
        if piece.strip():
            face = Face.BOLD if "Bold" in font["/BaseFont"] else Face.REGULAR
            long = ImageFont.truetype(face.path, 100).getlength(piece.strip()) * size / 100
            found.append((matrix[4], matrix[4] + long, matrix[5], piece.strip()))

    page(of).extract_text(visitor_text=note)
    return found


def squares(of: Poster) -> list[tuple[float, float, float]]:
    """Left, bottom and side of every dark module of the code."""
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", operations(of))
    boxes = [tuple(map(float, box)) for box in found]
    return [(x, y, w) for x, y, w, h in boxes if w == h and w < CODE / 10]


def test_it_says_what_when_where_for_whom_and_by_whom() -> None:
    said = text(poster())
    for part in ("Профессиональная проба", "12+", "Проводит: Демо-политехнический техникум"):
        assert part in said
    for fact in FACTS:
        assert f"{fact.label} {fact.text}" in said
    assert "Проба сварщика: первый шов" in said


def test_whoever_cannot_scan_reads_the_link() -> None:
    assert LINK in text(poster()).replace(" ", "")


def test_the_code_is_that_of_the_link_with_its_quiet_zone() -> None:
    """Module by module as another call of the encoder has it, read back from the drawing."""
    expected = [list(map(bool, row)) for row in segno.make(LINK, error="m", micro=False).matrix]
    drawn, size = squares(poster()), len(expected)
    side = CODE / (size + 2 * QUIET)
    left, top = min(x for x, *_ in drawn), max(y for _, y, _ in drawn)
    seen = {(round((top - y) / side), round((x - left) / side)) for x, y, _ in drawn}
    assert [[(r, c) in seen for c in range(size)] for r in range(size)] == expected


def test_the_code_is_large_enough_for_a_wall() -> None:
    """A phone needs a millimetre for a module (2.8 pt) to scan it from half a metre."""
    assert min(side for *_, side in squares(poster())) > 2.8  # pt
    assert min(side for *_, side in squares(fullest())) > 2.8


def test_it_prints_without_colour() -> None:
    used = set(re.findall(rb"\b(rg|RG|k|K|sc|SC|scn|SCN|g|G)\n", operations(poster())))
    assert used == {b"g", b"G"}


def test_a_longer_title_is_set_smaller_and_nothing_is_lost() -> None:
    title = "Разрез изнутри: как добывают уголь и кто сидит в кабине самого большого самосвала"
    assert title in text(poster(title=title))
    sizes = [
        max(float(size) for size in re.findall(rb"/F\S+ ([\d.]+) Tf", operations(poster(title=t))))
        for t in ("Проба", f"{title} {title}")
    ]
    assert sizes[0] > sizes[1]


@pytest.mark.parametrize("of", [poster(), fullest(), poster(title=UNBROKEN)])
def test_everything_stays_on_the_paper(of: Poster) -> None:
    assert all(x > 50 and end < 545 and 50 < y < 795 for x, end, y, _ in places(of))


def test_nothing_stands_on_the_code() -> None:
    of = fullest()
    lowest, highest = min(y for _, y, _ in squares(of)), max(y for _, y, _ in squares(of))
    right = max(x for x, *_ in squares(of))
    beside = [(x, y) for x, _, y, _ in places(of) if lowest < y < highest]
    assert beside
    assert all(x > right for x, _ in beside)


def test_an_event_without_an_age_mark_has_no_frame_for_it() -> None:
    framed, plain = (operations(poster(age_mark=mark)).count(b" re S") for mark in ("12+", ""))
    assert framed - plain == 1


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_makes_a_page(hostile: str) -> None:
    fact = Fact(label=hostile, text=hostile)
    strange = poster(heading=hostile, title=hostile, facts=(fact,), ask=hostile, organiser=hostile)
    assert "12+" in text(strange)


@settings(max_examples=20, deadline=None)
@given(st.text(), st.text(min_size=1, max_size=60))
def test_any_text_and_any_link_makes_a_page(anything: str, link: str) -> None:
    assert text(poster(title=anything, link=link)).count("12+") >= 1


@pytest.mark.parametrize(
    ("wrong", "field"), [({"link": ""}, "link"), ({"facts": FACTS * 2}, "facts")]
)
def test_what_is_no_poster_makes_no_recipe(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(BadRecipe, match=rf"poster\.{field}"):
        as_recipe(poster(**wrong))
