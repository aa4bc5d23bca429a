import re
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from pypdf import PageObject, PdfReader

from bot.drawings.bars import Bar
from bot.drawings.sheet import Block, Sheet, pdf
from bot.drawings.typeface import Face

HEADINGS = ("Что тебе интересно", "Почему так получилось", "Что делать дальше")
PROGRAMME = "Станки с ЧПУ: первая деталь — Юрга, 20 часов, очно. Подходит хорошо: техника."
UNBROKEN = "Сверхдлинноесловобезпробелов" * 9


def bar(**changes: Any) -> Bar:
    return Bar(**{"label": "Техника", "value": 0.5, "words": "тебе это интересно", **changes})


def block(**changes: Any) -> Block:
    return Block(**{"heading": "Что попробовать", "lines": (PROGRAMME,), **changes})


def sheet(**changes: Any) -> Sheet:
    usual: dict[str, Any] = {
        "title": "Мои интересы",
        "subtitle": "Опросник интересов, 12 марта 2026 года",
        "blocks": tuple(block(heading=heading) for heading in HEADINGS),
        "footer": "Центр опережающей профессиональной подготовки",
    }
    return Sheet(**{**usual, **changes})


def crowded(bars: int = 12, lines: int = 40) -> Sheet:
    """As much as a recipe may hold, every text longer than its place."""
    many = tuple(
        block(
            heading=f"Раздел {i} " * 40,
            lines=(PROGRAMME * 9,) * lines,
            bars=(bar(label=PROGRAMME * 3, words=PROGRAMME * 3, before=0.2),) * bars,
        )
        for i in range(8)
    )
    return sheet(title=PROGRAMME * 9, subtitle=PROGRAMME * 9, blocks=many, footer=PROGRAMME * 9)


def reader(drawn: Sheet) -> PdfReader:
    return PdfReader(BytesIO(pdf(drawn)))


def page(drawn: Sheet) -> PageObject:
    pages = reader(drawn).pages
    assert len(pages) == 1
    return pages[0]


def text(drawn: Sheet) -> str:
    return " ".join(page(drawn).extract_text().split())


def font_sizes(drawn: Sheet) -> list[float]:
    operations = page(drawn).get_contents()
    assert operations is not None
    return [float(size) for size in re.findall(rb"/F\S+ ([\d.]+) Tf", operations.get_data())]


def places(drawn: Sheet) -> list[tuple[float, float, float]]:
    """Left end, right end and height of every line, in pt from the lower left of the paper."""
    found: list[tuple[float, float, float]] = []

    def note(piece: str, _: Any, matrix: list[float], font: Any, size: float) -> None:
        if piece.strip():
            face = Face.BOLD if "Bold" in font["/BaseFont"] else Face.REGULAR
            long = ImageFont.truetype(face.path, 100).getlength(piece.strip()) * size / 100
            found.append((matrix[4], matrix[4] + long, matrix[5]))

    page(drawn).extract_text(visitor_text=note)
    return found


def test_the_page_is_a4_and_its_text_can_be_selected() -> None:
    drawn = sheet(blocks=(block(bars=(bar(),)),))
    assert [round(float(side)) for side in page(drawn).mediabox[2:]] == [595, 842]
    for part in (drawn.title, drawn.subtitle, PROGRAMME, "тебе это интересно", drawn.footer):
        assert part in text(drawn)


def test_every_heading_is_there_even_on_the_fullest_page() -> None:
    assert all(heading in text(sheet()) for heading in HEADINGS)
    fullest = text(crowded())
    assert all(f"Раздел {i}" in fullest for i in range(8))


@pytest.mark.parametrize(
    "drawn",
    [
        crowded(),
        crowded(lines=0),
        crowded(bars=0),
        crowded(bars=1, lines=0),
        sheet(blocks=(block(lines=(UNBROKEN * 40,)),)),
    ],
    ids=["all", "only bars", "only lines", "one bar each", "one endless word"],
)
def test_the_fullest_page_stays_on_the_paper(drawn: Sheet) -> None:
    assert all(x > 50 and end < 545 and 50 < y < 790 for x, end, y in places(drawn))


def test_the_footer_stands_below_everything_else() -> None:
    drawn = crowded(bars=0)
    lines = page(drawn).extract_text().splitlines()
    heights = [y for *_, y in places(drawn)]
    assert heights == sorted(heights, reverse=True)
    assert lines[-1].endswith("…")


def test_long_text_is_set_smaller_before_anything_is_cut() -> None:
    short, long = sheet(), sheet(blocks=(block(lines=(PROGRAMME,) * 24),))
    assert max(font_sizes(long)) < max(font_sizes(short))
    assert text(long).count("Станки с ЧПУ") == 24
    assert "…" not in text(long)


def test_text_is_never_too_small_to_read_on_paper() -> None:
    assert min(font_sizes(crowded())) >= 8


def test_what_does_not_fit_is_cut_from_the_longest_block() -> None:
    endless = block(heading="Все программы", lines=(PROGRAMME,) * 200)
    first = block(heading="Сначала", lines=("раз", "два", "три"))
    shown = text(sheet(blocks=(first, endless, block(heading="Потом"))))
    assert "Сначала • раз • два • три Все программы" in shown
    assert 20 < shown.count("Станки с ЧПУ") < 100
    before, after = shown.split("Потом")
    assert before.rstrip().endswith("…")
    assert "…" not in after
    assert PROGRAMME in after


def test_bars_that_do_not_fit_leave_an_ellipsis() -> None:
    many = block(lines=(), bars=(bar(label=PROGRAMME, words=PROGRAMME),) * 12)
    assert "…" in text(sheet(blocks=(many,) * 3))


def test_several_lines_become_a_list_and_one_does_not() -> None:
    assert text(sheet(blocks=(block(lines=("раз", "два")),))).count("•") == 2
    assert "•" not in text(sheet(blocks=(block(lines=("раз",)),)))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_document_says_its_title_and_language(language: str) -> None:
    document = reader(sheet(language=language))
    catalogue: dict[str, Any] = document.root_object
    assert document.metadata is not None
    assert document.metadata.title == "Мои интересы"
    assert catalogue["/Lang"] == language
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]


def test_all_fonts_are_inside_the_file() -> None:
    resources: Any = page(sheet())["/Resources"]
    described = [font.get_object()["/FontDescriptor"] for font in resources["/Font"].values()]
    assert len(described) >= 2
    assert all("/FontFile2" in font for font in described)


def test_it_prints_without_colour() -> None:
    operations = page(sheet(blocks=(block(bars=(bar(before=0.2),)),))).get_contents()
    assert operations is not None
    used = set(re.findall(rb"\b(rg|RG|k|K|sc|SC|scn|SCN|g|G)\n", operations.get_data()))
    assert used == {b"g", b"G"}


HOSTILE = {
    "empty": "",
    "blank": "   ",
    "control": "\n\x00",
    "emoji": "🧑‍🏭🔥😀",
    "right to left": "שלום مرحبا",
    "no glyphs": "漢字",
    "accents alone": "\u0301" * 99,
    "PDF syntax": "(\\)<>%",
    "endless": UNBROKEN,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_makes_a_page(hostile: str) -> None:
    strange = block(heading=hostile, lines=(hostile, hostile), bars=(bar(label=hostile),))
    drawn = sheet(title=hostile, subtitle=hostile, blocks=(strange,), footer=hostile)
    assert "тебе это интересно" in text(drawn)


def test_an_empty_sheet_is_a_page() -> None:
    assert text(sheet(title="", subtitle="", blocks=(), footer="")) == ""


@settings(max_examples=25, deadline=None)
@given(st.text(), st.floats(0, 1), st.none() | st.floats(0, 1))
def test_any_text_and_any_share_makes_a_page(
    anything: str, value: float, before: float | None
) -> None:
    one = bar(label=anything, words=anything, value=value, before=before)
    drawn = sheet(title=anything, blocks=(block(lines=(anything,) * 3, bars=(one,)),))
    assert len(reader(drawn).pages) == 1
