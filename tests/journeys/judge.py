"""The journal of a sandbox against the published description of the Bot API."""

import asyncio
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.chats import Chats

CHECKER = Path(__file__).parents[2] / ".." / "shared" / "botapi" / "conform.py"
needs_the_description = pytest.mark.skipif(
    not CHECKER.exists(), reason="the description of the Bot API is not at hand"
)


async def calls(chats: Chats) -> list[dict[str, Any]]:
    """What the bot has asked for, and what it was told."""
    async with chats.session.get("/sandbox/journal") as response:
        return [orjson.loads(line) for line in (await response.read()).splitlines()]


async def judged(chats: Chats) -> str:
    """The words of the checker; its last line sums up."""
    journal = chats.file.parent / "journal.jsonl"
    async with chats.session.get("/sandbox/journal") as response:
        journal.write_bytes(await response.read())
    checker = await asyncio.create_subprocess_exec(
        sys.executable, CHECKER, journal, "--strict", stdout=PIPE, stderr=STDOUT
    )
    said, _ = await checker.communicate()
    return said.decode()
