"""From a CSV file, as people and Excel save it, to lines of stripped cells."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.catalog.escapes import unescaped
from bot.catalog.importing.cells import Wrong

MOST_BYTES = 20_000_000
MOST_LINES = 20_000

Lines = Iterable[tuple[int, list[str]]]  # the number of a line, and its cells

_RUSSIAN = re.compile("[А-Яа-яЁё]")
_CAPITALISED = re.compile("[А-ЯЁ][а-яё]")
_SWAPPED = re.compile("[а-яё][А-ЯЁ]")
_CP1251_TYPOGRAPHY = set("«»„“”‘’…—–№§°±·•\u00a0")


@dataclass(frozen=True)
class Sheet:
    """A table that is no file of its own. Going through `lines`, once, may raise Wrong."""

    name: str
    lines: Lines


def read_lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Lines that are not empty, each with its number in the file.

    Takes UTF-8 and cp1251, "," and ";" between cells, any line ends. Raises Wrong for the rest.
    """
    return split_lines(whole(path))


def split_lines(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Like read_lines, of a file that is in memory."""
    text = _decoded(content)
    header = re.split(r"[\r\n]", text, maxsplit=1)[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for count, cells in enumerate(reader):
            if count > MOST_LINES:
                raise Wrong(f"больше {MOST_LINES} строк: разделите файл")
            if any(values := [unescaped(cell.strip()) for cell in cells]):
                yield begins, values
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Wrong("после этой строки файл не разобрать: проверьте кавычки") from error


def whole(path: Path) -> bytes:
    """What is in a file. Raises Wrong for one that is not there, or too large."""
    if not path.is_file():
        raise Wrong("файл не найден")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Wrong(f"файл не читается: {error.strerror}") from error
    if len(content) > MOST_BYTES:
        raise Wrong(f"файл больше {MOST_BYTES // 1_000_000} МБ: разделите его")
    return content


def _decoded(content: bytes) -> str:
    """UTF-8, or cp1251 where the result looks like Russian."""
    if b"\0" in content:
        raise Wrong("в файле есть нулевые байты: сохраните его как «CSV UTF-8»")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1251", errors="replace")
        if not _russian(text):
            raise Wrong("непонятная кодировка: сохраните файл как «CSV UTF-8»") from None
    return unicodedata.normalize("NFC", text)


def _russian(text: str) -> bool:
    """KOI8-R read as cp1251 swaps the case (оПХЛЕП); cp866 and broken UTF-8 give other signs."""
    letters = set(_RUSSIAN.findall(text))
    foreign = set(text) - letters - _CP1251_TYPOGRAPHY
    swapped = len(_SWAPPED.findall(text)) > len(_CAPITALISED.findall(text))
    return not swapped and all(sign.isascii() for sign in foreign)
