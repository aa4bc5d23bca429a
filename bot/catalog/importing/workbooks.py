"""From an Excel workbook to the same lines of cells that its sheets would give as CSV."""

import re
import unicodedata
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, time
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

from bot.catalog.importing import columns
from bot.catalog.importing.archives import opened, unpacked
from bot.catalog.importing.cells import Wrong
from bot.catalog.importing.files import MOST_BYTES, MOST_LINES, Sheet, split_lines, whole
from bot.catalog.importing.network import YOUNGER
from bot.catalog.importing.tables import Unreadable

MOST_COLUMNS = 60
_MANIFEST = "[Content_Types].xml"
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*\bref=["']([A-Z0-9:]+)["']""")
_MOST_NAMED = 5  # merged cells
_MIDNIGHT = time()
# What a workbook may bring along besides its cells, by how the names of the parts begin.
_FOREIGN = {
    "xl/externalLinks/": "ссылки на другие файлы",
    "xl/connections": "подключения к данным",
    "xl/vbaProject": "макросы",
    "xl/macrosheets/": "макросы",
}


def read_tables(content: bytes) -> Mapping[str, Sheet]:
    """The tables of columns.NETWORK in a workbook, a sheet for each, or in a zip of CSV files.

    What else is there is passed over. Raises Wrong for the whole file.
    """
    archive = opened(content)
    if _MANIFEST in archive.namelist():
        return _sheets(archive, content)
    return _files(archive)


def read_sheet(path: Path, name: str) -> Sheet:
    """The sheet of that name in a workbook, or its only one. Raises Wrong for the whole file."""
    content = whole(path)
    archive = opened(content)
    _refuse_foreign(archive)
    sheets = _parsed(content).worksheets
    named = [sheet for sheet in sheets if sheet.title.strip().casefold() == name]
    if len(named or sheets) != 1:
        raise Wrong(f"в книге должен быть один лист {name}")
    return Sheet(path.name, _lines((named or sheets)[0], archive))


def _files(archive: ZipFile) -> Mapping[str, Sheet]:
    found = {}
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if path.suffix != ".csv" or path.stem not in columns.NETWORK:
            continue
        if path.stem in found:
            raise Wrong(f"в архиве два файла {path.name}")
        if entry.file_size > MOST_BYTES:
            raise Wrong(f"{path.name} больше {MOST_BYTES // 1_000_000} МБ: разделите его")
        lines = split_lines(unpacked(archive, entry.filename))
        found[path.stem] = Sheet(path.name, lines)
    if not found:
        raise Wrong("в архиве нет ни книги Excel, ни файлов CSV каталога")
    return found


def _sheets(archive: ZipFile, content: bytes) -> Mapping[str, Sheet]:
    _refuse_foreign(archive)
    found = {}
    for sheet in _parsed(content).worksheets:
        name = sheet.title.strip().casefold()
        if name in columns.NETWORK:
            if name in found:
                raise Wrong(f"в книге два листа {name}")
            found[name] = Sheet(name, _lines(sheet, archive))
    if missing := [name for name in columns.NETWORK if name not in found and name not in YOUNGER]:
        raise Wrong(f"в книге нет листов: {', '.join(missing)}")
    return found


def _refuse_foreign(archive: ZipFile) -> None:
    for part in archive.namelist():
        for begins, what in _FOREIGN.items():
            if part.startswith(begins):
                raise Wrong(f"в книге есть {what}: оставьте только значения")


def _parsed(content: bytes) -> Any:
    """An openpyxl workbook that reads its sheets when they are asked for."""
    from openpyxl import DEFUSEDXML, load_workbook

    if not DEFUSEDXML:  # entities would be expanded
        raise RuntimeError("openpyxl must read XML through defusedxml")
    with _tolerance("книгу не разобрать: откройте её в Excel и сохраните заново как .xlsx"):
        return load_workbook(BytesIO(content), read_only=True, keep_links=False)


def _lines(sheet: Any, archive: ZipFile) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, as wide as the first one at least. Hidden ones are like others."""
    merged = _MERGED.findall(unpacked(archive, sheet._worksheet_path))
    if merged:
        some = ", ".join(place.decode() for place in merged[:_MOST_NAMED])
        raise Wrong(f"объединённые ячейки ({some}): отмените объединение и заполните каждую")
    with _tolerance("лист не разобрать: откройте книгу в Excel и сохраните заново как .xlsx"):
        rows = _rows(sheet)
    width = len(rows[0][1]) if rows else 0
    for number, cells in rows:
        yield number, cells + [""] * (width - len(cells))


def _rows(sheet: Any) -> list[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # what a sheet says of its own size may be wrong
    rows = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if number > MOST_LINES:
            raise Wrong(f"больше {MOST_LINES} строк: удалите лишние, даже если они пустые")
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise Wrong(f"строка {number}: больше {MOST_COLUMNS} столбцов")
        if cells:
            rows.append((number, cells))
    return rows


@contextmanager
def _tolerance(said: str) -> Iterator[None]:
    """openpyxl warns of what it leaves out, and raises whatever it stumbles over."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (Wrong, MemoryError):
        raise
    except Exception as error:
        raise Wrong(said) from error


def _text(cell: Any) -> str:
    """What a CSV file would hold in its place."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unreadable(f"в ячейке {cell.coordinate} формула: вставьте значение")
    if cell.data_type == "e":
        return Unreadable(f"в ячейке {cell.coordinate} ошибка {value}: вставьте значение")
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.9f}".rstrip("0")
    if isinstance(value, datetime):
        return str(value.date() if value.time() == _MIDNIGHT else value)
    return unicodedata.normalize("NFC", str(value)).strip()
