"""The whole bot on a real database file, talking real HTTP to a sandbox."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.app import running
from bot.config import Config, Health, People, Telegram
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving
from bot.storage.database import Database
from tests.talk import Talk

TOKEN = "4242:a-token-of-tests-that-is-long-enough"


@dataclass
class Bot:
    sandbox: Sandbox
    url: str
    session: aiohttp.ClientSession
    config: Config
    database: Database

    def talk(self, user: int = 1001) -> Talk:
        return Talk(self.session, user)

    async def somebody(self, first_name: str = "Тест", language: str = "ru") -> Talk:
        """A new person who has never been here."""
        fields = {"first_name": first_name, "language_code": language}
        async with self.session.post("/sandbox/users", json=fields) as response:
            return self.talk((await response.json())["id"])

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        return await self.database.read(
            lambda tx: [tuple(row) for row in tx.connection.execute(sql)]
        )


@pytest.fixture
async def sandbox() -> AsyncIterator[tuple[Sandbox, str]]:
    """A Telegram that hinders nobody."""
    sandbox = Sandbox(limits=Limits.raised())
    async with serving(sandbox) as url:
        yield sandbox, url


@pytest.fixture
async def bot(tmp_path: Path, sandbox: tuple[Sandbox, str]) -> AsyncIterator[Bot]:
    telegram, url = sandbox
    config = settings(tmp_path, url)
    async with (
        aiohttp.ClientSession(url) as session,
        running(config, telegram.clock.now) as works,
    ):
        yield Bot(telegram, url, session, config, works.database)


def settings(folder: Path, url: str) -> Config:
    """For a bot that may be as fast as it can."""
    return Config(
        folder=folder,
        telegram=Telegram(
            token=TOKEN, api_url=url, messages_per_second=10_000, chat_messages_per_second=10_000
        ),
        people=People(updates_in_10_seconds=10_000),
        health=Health(port=0),
    )
