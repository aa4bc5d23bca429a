"""A workbook for Excel: tables with drop-downs and explanations, and never a formula."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Annotated, Any, Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic import ConfigDict, Field, with_config

FORMATS = {"text": "@", "number": "General", "date": "dd.mm.yyyy"}
LAST_ROW = 20_000  # down to which the drop-downs reach
LONGEST_LIST = 255  # characters of a drop-down that is no range; Excel takes no more
HEADER = "D9E2F3"  # colour
MADE = datetime(2020, 1, 1)  # noqa: DTZ001  what is written about a file, so that it is always alike
_RISKY = re.compile(r"[=+\-@\t\r]")


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Column:
    """`choices` of a drop-down: "a,b,c", or a range of cells "=partners!$A$2:$A$20000"."""

    name: str
    kind: Literal["text", "number", "date"] = "text"
    width: int = 16  # characters
    note: str = ""  # a comment on the header
    choices: Annotated[str, Field(max_length=LONGEST_LIST)] = ""


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Table:
    """A sheet. Cells are texts; in columns of another kind 256 and 2026-09-01, or nothing."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, kw_only=True)
class Workbook:
    tables: tuple[Table, ...]


def xlsx(workbook: Workbook) -> bytes:
    from openpyxl import Workbook as Book
    from openpyxl.writer.excel import ExcelWriter

    book = Book(write_only=True)
    book.properties.creator = "Traektoria"
    book.properties.created = book.properties.modified = MADE
    for table in workbook.tables:
        _add(book, table)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).write_data()
    return _with_fixed_times(written)


def _add(book: Any, table: Table) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet = book.create_sheet(table.title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(table.columns, start=1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        sheet.column_dimensions[letter].number_format = FORMATS[column.kind]
        if column.choices:
            formula = column.choices if column.choices[0] == "=" else f'"{column.choices}"'
            rule = DataValidation(type="list", formula1=formula, allow_blank=True)
            rule.showErrorMessage = True
            rule.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.data_validations.append(rule)
    sheet.append([_header(sheet, column) for column in table.columns])
    for row in table.rows:
        filled = zip(table.columns, row, strict=True)
        sheet.append([_cell(WriteOnlyCell(sheet), column, text) for column, text in filled])


def _header(sheet: Any, column: Column) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    cell = WriteOnlyCell(sheet, column.name)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color=HEADER)
    if column.note:
        cell.comment = Comment(column.note, "Traektoria", width=320, height=120)
    return cell


def _cell(cell: Any, column: Column, text: str) -> Any:
    if not text:
        return None
    if column.kind == "number":
        cell.value = float(text) if "." in text else int(text)
    elif column.kind == "date":
        cell.value = date.fromisoformat(text)
    else:
        cell.value = text
        cell.data_type = "s"  # also what begins like a formula
        cell.quotePrefix = _RISKY.match(text) is not None  # and stays a text when it is edited
    cell.number_format = FORMATS[column.kind]
    return cell


def _with_fixed_times(written: BytesIO) -> bytes:
    """The same workbook always gives the same bytes."""
    settled = BytesIO()
    with ZipFile(written) as archive, ZipFile(settled, "w") as other:
        for name in archive.namelist():
            entry = ZipInfo(name, MADE.timetuple()[:6])
            other.writestr(entry, archive.read(name), ZIP_DEFLATED)
    return settled.getvalue()
