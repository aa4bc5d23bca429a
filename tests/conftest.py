"""The whole bot on a real database file, talking real HTTP to a sandbox."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.app import running
from bot.config import PROJECT, Config, Health, People, Telegram
from bot.handlers.features import every
from bot.handlers.routing import Route
from bot.jobs.clock import Jobs
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving
from tests.chats import TOKEN, Chats

Features = Callable[[], Sequence[Route]]
MORNING = 10 * 3600  # seconds of the day in the Center's zone
ZONE = 7 * 3600  # of Asia/Novokuznetsk
DAY = 24 * 3600


@dataclass
class Bot(Chats):
    config: Config
    jobs: Jobs
    url: str


@pytest.fixture
async def sandbox() -> AsyncIterator[tuple[Sandbox, str]]:
    """A Telegram that hinders nobody, in the morning: no test runs over midnight."""
    sandbox = Sandbox(limits=Limits.raised())
    sandbox.clock.advance((MORNING - ZONE - sandbox.clock.timestamp()) % DAY)
    async with serving(sandbox) as url:
        yield sandbox, url


@pytest.fixture
async def bot(tmp_path: Path, sandbox: tuple[Sandbox, str]) -> AsyncIterator[Bot]:
    async with at_work(settings(tmp_path, sandbox[1]), sandbox[0]) as bot:
        yield bot


@asynccontextmanager
async def at_work(
    config: Config, sandbox: Sandbox, features: Features = every
) -> AsyncIterator[Bot]:
    async with (
        aiohttp.ClientSession(config.telegram.api_url) as session,
        running(config, sandbox.clock.now, features) as works,
    ):
        yield Bot(sandbox, session, config.database, config, works.jobs, works.url)


def settings(folder: Path, url: str) -> Config:
    """For a bot that may be as fast as it can."""
    return Config(
        folder=folder,
        data=_without_events(folder / "data"),
        telegram=Telegram(
            token=TOKEN, api_url=url, messages_per_second=10_000, chat_messages_per_second=10_000
        ),
        people=People(updates_in_10_seconds=10_000),
        health=Health(port=0),
    )


def _without_events(data: Path) -> Path:
    """The data of the project, but a test announces the events that it is about by itself."""
    (data / "demo").mkdir(parents=True, exist_ok=True)
    for folder in (Path(), Path("demo")):
        for path in (PROJECT / "data" / folder).iterdir():
            link = data / folder / path.name
            if path.name not in ("demo", "events.csv") and not link.exists():
                link.symlink_to(path)
    return data
