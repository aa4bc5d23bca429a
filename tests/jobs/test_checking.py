"""A file from outside is read in a process that can neither grow nor hang."""

import asyncio
import os
import signal
import subprocess
import sys
from hashlib import sha512
from pathlib import Path

import pytest

from bot.catalog.importing import BadData, apart
from bot.config import PROJECT
from bot.domain.network import Network
from bot.jobs.checking import checked
from tests.catalog.workbook_builders import (
    ANCHOR,
    BOOK,
    DICTIONARIES,
    FEW,
    as_excel_saves,
    made_of,
    parts_of,
)

NAME = "каталог.xlsx"


async def read(content: bytes, seconds: float = 30.0) -> Network:
    return await checked(NAME, content, DICTIONARIES, ANCHOR, seconds)


async def refusal(content: bytes, seconds: float = 30.0) -> str:
    with pytest.raises(BadData) as caught:
        await read(content, seconds)
    return str(caught.value)


def limited(program: str, content: bytes) -> subprocess.CompletedProcess[bytes]:
    """The same process, after `program` has changed something in the module."""
    code = (
        f"import sys; from bot.catalog.importing import apart; {program};"
        "apart.main(sys.stdin.buffer, sys.stdout.buffer)"
    )
    asked = apart.request(NAME, content, DICTIONARIES, ANCHOR)
    command = [sys.executable, "-c", code]
    return subprocess.run(command, input=asked, capture_output=True, cwd=PROJECT, env={})


def children() -> list[str]:
    path = Path("/proc/self/task").glob("*/children")
    return [pid for file in path for pid in file.read_text().split()]


async def newborn(before: set[str]) -> int:
    """The process that has come since."""
    while not (new := set(children()) - before):  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    return int(new.pop())


async def test_a_workbook_is_read_in_another_process() -> None:
    assert await read(BOOK) == FEW


async def test_mistakes_come_back_with_their_places() -> None:
    parts = parts_of(BOOK)
    name = next(name for name in parts if b">po_new<" in parts[name] and b"DEMO-16" in parts[name])
    parts[name] = parts[name].replace(b">po_new<", b">po<")
    assert (await refusal(made_of(parts))).startswith("programmes, строка 3, kind: «po» — можно: ")


async def test_what_is_no_workbook_is_called_by_its_name() -> None:
    assert await refusal(b"%PDF") == (
        f"{NAME}: это не книга Excel (.xlsx) и не архив .zip с файлами CSV"
    )


async def test_a_file_that_takes_too_long_is_given_up_and_its_process_is_gone() -> None:
    before = set(children())
    assert await refusal(BOOK, seconds=0.05) == f"{NAME}: файл разбирается слишком долго"
    assert set(children()) <= before


async def test_whoever_stops_waiting_leaves_no_process_behind() -> None:
    before = set(children())
    reading = asyncio.create_task(read(BOOK))
    await newborn(before)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert set(children()) <= before


def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    """Twelve thousand long texts; as much room as the program itself needs, and a little."""
    longest = (sha512(str(n).encode()).hexdigest() * 5 for n in range(12_000))
    texts = "".join(f"<si><t>{text}</t></si>" for text in longest).encode()
    parts = parts_of(as_excel_saves(BOOK))
    name = "xl/sharedStrings.xml"
    parts[name] = parts[name].replace(b"</sst>", texts + b"</sst>")
    large = made_of(parts)
    refused = limited("apart.MOST_MEMORY = 70 * 2**20", large)
    with pytest.raises(BadData, match="файл слишком большой"):
        apart.network_in(refused.stdout)
    assert apart.network_in(limited("pass", large).stdout) == FEW, "the control: with room it is"


def test_the_process_can_write_no_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    limited(f"apart._read = lambda *_: open({str(file)!r}, 'w').write('x')", BOOK)
    assert file.read_text() == ""


async def test_a_process_that_is_killed_is_told_as_a_file_that_cannot_be_read() -> None:
    before = set(children())
    reading = asyncio.create_task(read(BOOK))
    os.kill(await newborn(before), signal.SIGKILL)
    with pytest.raises(BadData, match="файл не разобрать"):
        await reading
