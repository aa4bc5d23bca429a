"""A workbook as another program opens it."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from bot.drawings.workbook import Column, Table, Workbook, xlsx

COLUMNS = (
    Column(name="code", note="Код группы", width=20),
    Column(name="daypart", choices="day,evening"),
    Column(name="starts_on", kind="date"),
    Column(name="weight", kind="number"),
)


def opened(*rows: tuple[str, ...]) -> Any:
    """The only sheet."""
    book = Workbook(tables=(Table(title="группы", columns=COLUMNS, rows=rows),))
    return load_workbook(BytesIO(xlsx(book)))["группы"]


def test_cells_are_of_the_kind_of_their_column() -> None:
    sheet = opened(("007", "day", "2026-09-01", "15"), ("", "", "", ""), ("x", "", "", "0.4"))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0] == ["007", "day", datetime(2026, 9, 1), 15]  # noqa: DTZ001
    assert rows[1] == [None] * 4
    assert rows[2] == ["x", None, None, 0.4]
    assert sheet["C2"].number_format == "dd.mm.yyyy"
    assert sheet["C2"].is_date
    assert date(2026, 9, 1) == sheet["C2"].value.date()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "#REF!", "TRUE", "1E5", "00"])
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    cell = opened((text, "", "", ""))["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix == (text[0] in "=+-@"), "so that it stays one when it is edited"


def test_the_header_stays_in_sight_and_explains_itself() -> None:
    sheet = opened()
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet["A1"].comment.text == "Код группы"
    assert sheet["B1"].comment is None
    assert sheet.column_dimensions["A"].width == 20


def test_a_column_offers_its_choices() -> None:
    (rule,) = opened().data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"day,evening"', "B2:B20000")
    assert rule.allow_blank
    assert rule.showErrorMessage


def test_it_says_nothing_of_who_made_it_and_when() -> None:
    book = Workbook(tables=(Table(title="x", columns=COLUMNS, rows=()),))
    with ZipFile(BytesIO(xlsx(book))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        assert b"2020-01-01T00:00:00Z" in archive.read("docProps/core.xml")
