"""Workbooks: which cells are taken, what is refused, and how the refusal reads."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from bot.catalog.importing import columns
from bot.catalog.importing.workbooks import read_tables
from tests.catalog.test_archives import zipped
from tests.catalog.workbook_builders import (
    BOOK,
    DATA,
    FEW,
    as_excel_saves,
    edited,
    made_of,
    network_in,
    parts_of,
    problems_in,
)

Edit = Callable[[Any], object]


def put(cell: str, value: object, sheet: str = "groups") -> Edit:
    return lambda book: book[sheet].__setitem__(cell, value)


def said(book: bytes) -> list[str]:
    return [problem.message for problem in problems_in(book)]


def test_a_workbook_holds_what_its_csv_files_would() -> None:
    assert network_in(BOOK) == FEW


def test_so_does_one_that_another_program_has_saved() -> None:
    assert network_in(edited(lambda book: None)) == FEW


def test_so_does_one_with_texts_kept_apart_as_excel_keeps_them() -> None:
    assert network_in(as_excel_saves(BOOK)) == FEW


def test_sheets_and_columns_may_stand_in_any_order() -> None:
    def turn_round(book: Any) -> None:
        book.move_sheet("groups", -6)
        sheet = book["groups"]
        rows = [[cell.value for cell in row][::-1] for row in sheet.iter_rows()]
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row, start=1):
                sheet.cell(number, place).value = value

    assert network_in(edited(turn_round)) == FEW


CELLS = [
    (5, "5"),
    (5.0, "5"),
    (0.4, "0.4"),
    (0.1 + 0.2, "0.3"),
    (-3, "-3"),
    (True, "1"),
    (False, "0"),
    (date(2026, 9, 1), "2026-09-01"),
    (datetime(2026, 9, 1), "2026-09-01"),  # noqa: DTZ001
    (datetime(2026, 9, 1, 18, 30), "2026-09-01 18:30:00"),  # noqa: DTZ001
    (time(18, 30), "18:30:00"),
    ("  Юрга ", "Юрга"),
    ("и\u0306од", "йод"),
    ("007", "007"),
    (None, ""),
]


@pytest.mark.parametrize(("value", "text"), CELLS)
def test_a_cell_is_the_text_that_a_csv_file_would_hold(value: object, text: str) -> None:
    def only_this(book: Any) -> None:
        book["partners"].delete_rows(1, 99)
        book["partners"].append(["code", value])

    lines = list(read_tables(edited(only_this))["partners"].lines)
    assert lines[0][1][1:] == ([text] if text else [])


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    def name(book: Any) -> None:
        cell = book["partners"]["B2"]
        cell.value = "=1+1"
        cell.data_type = "s"

    (partner, *_) = network_in(edited(name)).partners.values()
    assert partner.name_ru == "=1+1"


FORMULAS = ["=1+1", '=HYPERLINK("https://evil.example","x")', ArrayFormula("F5:F5", "=SUM(A1:A2)")]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_refused_with_the_address_of_its_cell(formula: object) -> None:
    (problem,) = problems_in(edited(put("F5", formula)))
    assert (problem.file, problem.row, problem.field) == ("groups", 5, "daypart")
    assert problem.message == "в ячейке F5 формула: вставьте значение"


def test_every_formula_is_named_and_not_only_the_first() -> None:
    def calculate(book: Any) -> None:
        for row in range(2, 6):
            book["groups"][f"G{row}"] = "=10+5"
        book["modules"]["F2"] = "=SUM(1)"

    assert len(said(edited(calculate))) == 5


def test_a_formula_that_was_calculated_would_otherwise_pass_unseen() -> None:
    """The control: openpyxl hands out the number that Excel has kept beside a formula."""
    parts = parts_of(edited(put("G5", 15)))
    (name,) = (n for n in parts if b"<v>15</v>" in parts[n] and b'r="G5"' in parts[n])
    parts[name] = re.sub(rb'(<c r="G5"[^>]*>)<v>15</v>', rb"\1<f>7+8</f><v>15</v>", parts[name])
    calculated = made_of(parts)
    values = load_workbook(BytesIO(calculated), data_only=True)["groups"]
    assert values["G5"].value == 15
    assert said(calculated) == ["в ячейке G5 формула: вставьте значение"]


def test_an_error_in_a_cell_is_refused_with_its_address() -> None:
    assert said(edited(put("F5", "#N/A"))) == ["в ячейке F5 ошибка #N/A: вставьте значение"]


def test_merged_cells_are_refused_before_their_values_are_lost() -> None:
    merged = edited(lambda book: book["groups"].merge_cells("F5:F7"))
    assert said(merged) == ["объединённые ячейки (F5:F7): отмените объединение и заполните каждую"]


def test_merged_cells_in_a_sheet_of_notes_are_nobodys_business() -> None:
    def note(book: Any) -> None:
        book.create_sheet("Заметки").merge_cells("A1:C9")

    assert network_in(edited(note)) == FEW


def test_hidden_rows_and_columns_are_read_like_others() -> None:
    def hide(book: Any) -> None:
        book["groups"].row_dimensions[3].hidden = True
        book["groups"].column_dimensions["C"].hidden = True
        book["modules"].sheet_state = "hidden"

    assert network_in(edited(hide)) == FEW


def test_the_row_is_the_one_that_excel_shows_even_after_empty_ones() -> None:
    def move(book: Any) -> None:
        sheet = book["groups"]
        (column,) = (cell.column for cell in sheet[1] if cell.value == "seats")
        sheet.insert_rows(2, 3)
        sheet.cell(6, column).value = "много"

    (problem,) = problems_in(edited(move))
    assert (problem.row, problem.field) == (6, "seats")


def test_what_a_sheet_says_of_its_own_size_is_not_believed() -> None:
    parts = parts_of(edited(lambda book: None))
    for name, content in parts.items():
        parts[name] = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A2"', content)
    assert network_in(made_of(parts)) == FEW


def test_more_than_twenty_thousand_rows_are_refused() -> None:
    far = said(edited(put("A20001", "x")))
    assert far == ["больше 20000 строк: удалите лишние, даже если они пустые"]
    assert said(edited(put("A20000", "x"))) != far


def test_a_row_that_says_it_is_far_down_costs_nothing() -> None:
    parts = parts_of(edited(put("A9", "x")))
    for name, content in parts.items():
        parts[name] = content.replace(b'<row r="9"', b'<row r="999999999"')
    assert "больше 20000 строк: удалите лишние, даже если они пустые" in said(made_of(parts))


def test_more_than_sixty_columns_are_refused() -> None:
    assert said(edited(put("BI4", "x"))) == ["строка 4: больше 60 столбцов"]


def test_a_missing_sheet_is_named() -> None:
    def remove(book: Any) -> None:
        book.remove(book["modules"])
        book.remove(book["groups"])

    assert said(edited(remove)) == ["в книге нет листов: modules, groups"]


def test_older_workbooks_do_without_resources() -> None:
    def age(book: Any) -> None:
        book.remove(book["resources"])
        sheet = book["agreements"]
        (column,) = (cell.column for cell in sheet[1] if cell.value == "resources")
        sheet.delete_cols(column)

    assert network_in(edited(age)).resources == {}


def test_the_name_of_a_sheet_may_be_written_in_capitals() -> None:
    assert network_in(edited(lambda book: setattr(book["groups"], "title", "Groups "))) == FEW


def test_two_sheets_of_one_name_are_refused() -> None:
    copied = edited(lambda book: book.create_sheet("GROUPS "))
    assert said(copied) == ["в книге два листа groups"]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("xl/externalLinks/externalLink1.xml", "ссылки на другие файлы"),
        ("xl/connections.xml", "подключения к данным"),
        ("xl/vbaProject.bin", "макросы"),
        ("xl/macrosheets/sheet1.xml", "макросы"),
    ],
)
def test_what_a_workbook_brings_along_is_refused(part: str, what: str) -> None:
    brought = made_of({**parts_of(BOOK), part: b"<x/>"})
    assert said(brought) == [f"в книге есть {what}: оставьте только значения"]


# --- CSV files in an archive --------------------------------------------------------------------


def csv_files(**changes: bytes) -> dict[str, bytes]:
    files = {
        f"{name}.csv": (DATA / "demo" / f"{name}.csv").read_bytes() for name in columns.NETWORK
    }
    return {**files, **changes}


def test_csv_files_may_come_in_an_archive() -> None:
    in_a_folder = {f"каталог/{name}": content for name, content in csv_files().items()}
    for files in (csv_files(), in_a_folder, {**csv_files(), "readme.txt": b"?"}):
        assert len(network_in(made_of(files)).programmes) == 42


def test_a_mistake_in_an_archive_is_named_like_one_in_a_folder() -> None:
    programmes = csv_files()["programmes.csv"].replace(b",po_new,", b",po,", 1)
    (problem,) = problems_in(made_of(csv_files(**{"programmes.csv": programmes})))
    assert (problem.file, problem.field) == ("programmes.csv", "kind")


def test_an_archive_with_a_file_twice_is_refused() -> None:
    twice = zipped(("a/groups.csv", b"code"), ("b/groups.csv", b"code"))
    assert said(twice) == ["в архиве два файла groups.csv"]


def test_an_archive_of_something_else_is_refused() -> None:
    assert said(zipped(("photo.png", b"png"))) == [
        "в архиве нет ни книги Excel, ни файлов CSV каталога"
    ]


# --- hostile ones -------------------------------------------------------------------------------

LAUGH = b'<!DOCTYPE x [<!ENTITY ha "ha"><!ENTITY lol "&ha;&ha;&ha;&ha;">]>'


@pytest.mark.parametrize(
    "part",
    [
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet2.xml",
    ],
)
def test_entities_are_never_expanded(part: str) -> None:
    parts = parts_of(as_excel_saves(BOOK))
    xml = re.sub(rb"^<\?xml[^>]*\?>\s*", b"", parts[part])
    begins = xml.index(b">") + 1
    parts[part] = LAUGH + xml[:begins] + b"&lol;" + xml[begins:]
    assert "ha" * 4 in ElementTree.tostring(ElementTree.fromstring(parts[part]), "unicode"), (
        "the control: a parser that is not careful does"
    )
    (message,) = said(made_of(parts))
    assert "не разобрать" in message


def test_openpyxl_reads_through_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML
    assert not openpyxl.LXML, "it would be used in place of defusedxml"


def test_what_openpyxl_stumbles_over_reaches_nobody() -> None:
    parts = parts_of(edited(lambda book: None))
    parts["xl/worksheets/sheet7.xml"] = parts["xl/worksheets/sheet7.xml"][:2000]
    broken = made_of(parts)
    with pytest.raises(ElementTree.ParseError):
        load_workbook(BytesIO(broken))
    assert said(broken) == [
        "лист не разобрать: откройте книгу в Excel и сохраните заново как .xlsx"
    ]


PARTS = parts_of(edited(lambda book: book.remove(book["Как заполнить"])))
PLACES = sorted(name for name in PARTS if not name.startswith("xl/theme"))
ODD = [
    b"", b"<", b"</row>", b'"', b"&lol;", b"\0", b"\xff", b"9" * 400, b"1e999", b"-1",
    b'r="XFD1"', b't="e"', b't="s"', b't="d"', b's="99"', b"<f>1</f>", b"<v>9999</v>",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    part=st.sampled_from(PLACES),
    place=st.floats(0, 1),
    cut=st.integers(0, 30),
    new=st.sampled_from(ODD) | st.binary(max_size=6),
)
def test_whatever_is_in_a_workbook_it_is_taken_or_told(
    part: str, place: float, cut: int, new: bytes
) -> None:
    content = PARTS[part]
    start = int(place * len(content))
    struck = made_of({**PARTS, part: content[:start] + new + content[start + cut :]})
    assert all(message.isprintable() for message in said(struck))


@settings(max_examples=30, deadline=None)
@given(
    sheet=st.sampled_from(sorted(columns.NETWORK)),
    row=st.integers(1, 6),
    column=st.integers(1, 12),
    value=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates(date(1900, 3, 1))
    | st.booleans(),
)
def test_any_value_in_any_cell_is_taken_or_told(
    sheet: str, row: int, column: int, value: object
) -> None:
    def strike(book: Any) -> None:
        cell = book[sheet].cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    assert all(problem.message for problem in problems_in(edited(strike, made_of(PARTS))))
