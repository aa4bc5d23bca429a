"""What is written can be read again, and nothing in it is a formula."""

import csv
import io
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot.catalog.escapes import escaped, unescaped
from bot.catalog.exporting import write_folder
from bot.catalog.importing import columns, read_network
from bot.domain.imports import EMPTY
from bot.domain.network import Interest, Network
from bot.drawings.workbook import LONGEST_LIST, xlsx
from bot.views.workbooks import workbook
from tests.catalog.workbook_builders import DEMO, DICTIONARIES, FEW, network_in

HOSTILE = [
    "=1+1", "+7", "-1", "@SUM(A1)", "'=1", "''-", "'", "'word", "=", "007", "1E5", "TRUE", "#N/A",
    "2026-09-01", "a;b", "a,b", '"', "x005F_", "_x000D_", "<b>&amp;", " ",
]  # fmt: skip


def as_book(network: Network) -> bytes:
    return xlsx(workbook(network, DICTIONARIES))


def through_files(network: Network) -> Network:
    with TemporaryDirectory() as place:
        write_folder(network, Path(place) / "new")
        return read_network(Path(place) / "new", DICTIONARIES, date(2030, 1, 1))


def test_the_whole_demo_comes_back_from_a_workbook() -> None:
    assert network_in(as_book(DEMO)) == DEMO


def test_the_whole_demo_comes_back_from_csv_files_whatever_the_day() -> None:
    assert through_files(DEMO) == DEMO


def named(text: str) -> Network:
    """Each free text of the network is this one."""
    (partner, *_) = FEW.partners
    agreement = next(a for a in FEW.agreements.values() if a.partner == partner)
    programme = next(iter(FEW.programmes.values()))
    one = as_kept(text.replace(";", ","))  # it parts the values of a cell
    return replace(
        FEW,
        partners={**FEW.partners, partner: replace(FEW.partners[partner], name_ru=text)},
        agreements={**FEW.agreements, agreement.number: replace(agreement, duties=text)},
        programmes={
            **FEW.programmes,
            programme.code: replace(
                programme, title_en=text, other_names=(one,), occupations=(one,)
            ),
        },
    )


LETTERS = st.characters(exclude_categories=["C", "Z"]) | st.sampled_from("=+-@' ")
TEXT = st.text(LETTERS, min_size=1, max_size=30)


def as_kept(text: str) -> str:
    """As an import keeps what was typed."""
    return unicodedata.normalize("NFC", text).strip() or "-"


@settings(max_examples=40, deadline=None)
@given(text=TEXT.map(as_kept))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    network = named(text)
    assert network_in(as_book(network)) == network
    assert through_files(network) == network


@pytest.mark.parametrize("text", [as_kept(text) for text in HOSTILE])
def test_a_text_that_means_something_to_excel_comes_back_as_it_was(text: str) -> None:
    network = named(text)
    assert network_in(as_book(network)) == network
    assert through_files(network) == network


@settings(max_examples=30, deadline=None)
@given(
    weight=st.integers(1, 10**9).map(lambda n: n / 10**9),
    price=st.integers(0, 1_000_000),
    seats=st.integers(1, 1000),
    begins=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
)
def test_any_number_and_date_comes_back_as_it_was(
    weight: float, price: int, seats: int, begins: date
) -> None:
    programme = next(iter(FEW.programmes.values()))
    group = next(iter(FEW.groups.values()))
    changed = replace(programme, price=price, interests={Interest.TECH: weight})
    moved = replace(group, starts_on=begins, ends_on=begins + timedelta(days=400), seats=seats)
    network = replace(
        FEW,
        programmes={**FEW.programmes, programme.code: changed},
        groups={**FEW.groups, group.code: moved},
    )
    assert network_in(as_book(network)) == network
    assert through_files(network) == network


# --- formulas -----------------------------------------------------------------------------------

PAYLOADS = [
    begins + payload
    for begins in ("=", "+", "-", "@", "\t=", "\r=", "'=", "=-+@")
    for payload in ("1+1", 'HYPERLINK("https://evil.example")', "cmd|' /C calc'!A0", "SUM(A1)")
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_a_csv_file_begins_like_a_formula(payload: str, tmp_path: Path) -> None:
    write_folder(named(payload), tmp_path)
    content = (tmp_path / "partners.csv").read_bytes().decode("utf-8-sig")
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=";")
    cells = [cell for row in rows for cell in row]
    assert f"'{payload}" in cells
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_of_a_workbook_is_a_formula(payload: str) -> None:
    printable = payload.replace("\t", "").replace("\r", "")
    book = load_workbook(BytesIO(as_book(named(printable))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    (found, *_) = [cell for cell in cells if cell.value == printable]
    assert (found.data_type, found.quotePrefix) == ("s", printable[0] != "'")
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_openpyxl_left_alone_would_have_written_a_formula() -> None:
    """The control: a text that begins like one becomes one."""
    book = Workbook()
    book["Sheet"]["A1"] = "=1+1"
    assert book["Sheet"]["A1"].data_type == "f"


@given(text=st.text(LETTERS | st.sampled_from("\t\r")))
def test_what_is_escaped_is_unescaped_to_itself(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert escaped(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


# --- the template -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def template() -> Any:
    """As another program opens it; a warning would be an error."""
    return load_workbook(BytesIO(as_book(EMPTY)))


def rules_of(sheet: Any) -> list[Any]:
    return list(sheet.data_validations.dataValidation)


def test_a_template_has_explanations_a_sheet_for_each_table_and_the_codes(template: Any) -> None:
    assert template.sheetnames == ["Как заполнить", *columns.NETWORK, "Справочники"]
    told = {(row[0].value, row[1].value) for row in template["Как заполнить"].iter_rows(min_row=2)}
    assert told >= {(name, column) for name, table in columns.NETWORK.items() for column in table}


def test_a_template_has_every_column_and_no_row(template: Any) -> None:
    for name, table in columns.NETWORK.items():
        sheet = template[name]
        assert [cell.value for cell in sheet[1]] == list(table)
        assert sheet.max_row == 1
        assert sheet.freeze_panes == "A2"
        assert all(table[cell.value].says in cell.comment.text for cell in sheet[1])
        assert all(sheet.column_dimensions[cell.column_letter].width >= 12 for cell in sheet[1])


def test_what_has_few_values_is_chosen_from_a_list(template: Any) -> None:
    for name, table in columns.NETWORK.items():
        sheet = template[name]
        rules = {str(rule.sqref).split("2:")[0]: rule for rule in rules_of(sheet)}
        for cell in sheet[1]:
            column = table[cell.value]
            one = not column.several and (column.values or column.refers)
            rule = rules.get(cell.column_letter)
            assert (rule is not None) == bool(one), (name, cell.value)
            if rule is not None and column.values is not None:
                assert rule.formula1 == f'"{",".join(column.values)}"'
                assert len(rule.formula1) <= LONGEST_LIST + 2


def test_a_list_of_codes_is_where_the_codes_are(template: Any) -> None:
    cities = next(
        rule.formula1 for rule in rules_of(template["partners"]) if "Справочники" in rule.formula1
    )
    sheet, cells = cities.removeprefix("=").replace("$", "").split("!")
    found = [row[0].value for row in template[sheet.strip("'")][cells]]
    assert found == list(DICTIONARIES.cities)
    partners = {rule.formula1 for rule in rules_of(template["programmes"])}
    assert "=partners!$A$2:$A$20000" in partners


def test_codes_typed_into_a_template_stay_texts(template: Any) -> None:
    """Excel would make 7 of the code 007."""
    assert template["partners"].column_dimensions["A"].number_format == "@"
    sheet = template["groups"]
    (seats,) = (cell.column_letter for cell in sheet[1] if cell.value == "seats")
    assert sheet.column_dimensions[seats].number_format == "General"


def test_an_empty_template_is_an_empty_network() -> None:
    assert network_in(as_book(EMPTY)) == EMPTY
