"""Reads a file from outside in a process of its own, which can neither grow nor run for long.

    python -m bot.catalog.importing.apart

takes a line of JSON and the file on stdin, and answers with JSON on stdout.
"""

import resource
import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import BinaryIO

from pydantic import TypeAdapter

from bot.catalog.importing.cells import Wrong
from bot.catalog.importing.network import read_files
from bot.catalog.importing.problems import BadData, Problem
from bot.catalog.importing.workbooks import read_tables
from bot.domain.network import Dictionaries, Network

COMMAND = (sys.executable, "-m", "bot.catalog.importing.apart")
MOST_MEMORY = 400 * 2**20  # bytes of address space
MOST_SECONDS = 60  # of the processor
TOO_MUCH = "файл слишком большой: разделите его на части"


@dataclass(frozen=True, kw_only=True)
class _Request:
    name: str  # to call the file by
    anchor: date
    dictionaries: Dictionaries


@dataclass(frozen=True, kw_only=True)
class _Answer:
    network: Network | None = None
    problems: tuple[Problem, ...] = ()
    more: int = 0


def request(name: str, content: bytes, dictionaries: Dictionaries, anchor: date) -> bytes:
    """What the process is to be told about a workbook or a zip of CSV files."""
    about = _Request(name=name, anchor=anchor, dictionaries=dictionaries)
    return _requests().dump_json(about) + b"\n" + content


def network_in(answer: bytes) -> Network:
    """What the process has found. Raises BadData."""
    read = _answers().validate_json(answer)
    if read.network is None:
        raise BadData(read.problems, read.more)
    return read.network


def main(stdin: BinaryIO, stdout: BinaryIO) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # openpyxl would import numpy, which takes more room than all the rest, only to know its types.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    about = _requests().validate_json(stdin.readline())
    try:
        answer = _answers().dump_json(_read(about, stdin.read()))
    except MemoryError:
        too_much = Problem(file=about.name, message=TOO_MUCH)
        answer = _answers().dump_json(_Answer(problems=(too_much,)))
    stdout.write(answer)


def _read(about: _Request, content: bytes) -> _Answer:
    try:
        tables = read_tables(content)
        return _Answer(network=read_files(tables, about.dictionaries, about.anchor))
    except Wrong as wrong:
        return _Answer(problems=(Problem(file=about.name, message=str(wrong)),))
    except BadData as bad:
        return _Answer(problems=bad.problems, more=bad.more)


@cache
def _requests() -> TypeAdapter[_Request]:
    return TypeAdapter(_Request)


@cache
def _answers() -> TypeAdapter[_Answer]:
    return TypeAdapter(_Answer)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
