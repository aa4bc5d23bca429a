"""A sandbox, the people in it, and the database of the bot that they talk to."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bot.sandbox.server import Sandbox
from tests.talk import Talk

PATIENCE = 40.0  # seconds; a killed bot needs some to come back
LOOK_AGAIN = 0.003  # seconds
TOKEN = "4242:a-token-of-tests-that-is-long-enough"
UNFINISHED = """
SELECT EXISTS (SELECT 1 FROM inbox WHERE state = 'new')
    OR EXISTS (SELECT 1 FROM outbox WHERE batch IS NULL AND state IN ('queued', 'sending'))
"""


@dataclass
class Chats:
    """The bot may run in another process: it is only looked at from outside."""

    sandbox: Sandbox
    session: aiohttp.ClientSession
    file: Path  # the database

    def talk(self, user: int = 1001) -> Talk:
        return Talk(self.session, user, self.rests)

    async def somebody(self, language: str = "ru") -> Talk:
        """A new person who has never been here."""
        person = await self.control("users", first_name="Тест", language_code=language)
        return self.talk(person["id"])

    async def control(self, path: str, **fields: Any) -> dict[str, Any]:
        async with self.session.post(f"/sandbox/{path}", json=fields) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == 200, body
            return body

    async def calls(self, method: str, **fields: Any) -> Any:
        """Somebody who has the token, and is not the bot."""
        async with self.session.post(f"/bot{TOKEN}/{method}", json=fields) as response:
            assert response.status == 200, await response.text()
            return (await response.json())["result"]

    async def rests(self) -> None:
        """Until all that people did is handled and answered. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while not self._is_still():  # noqa: ASYNC110
                await asyncio.sleep(LOOK_AGAIN)

    def _is_still(self) -> bool:
        """What the sandbox no longer keeps is in the inbox, so nothing hides in between."""
        return not self.sandbox.state.updates.pending() and self.rows(UNFINISHED) == [(0,)]

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return committed(self.file, sql, *values)


def committed(file: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, values).fetchall()
