"""At Telegram's own limits the bot keeps to its pace and is never told to slow down."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import Config, Health, Telegram
from bot.sandbox.server import Sandbox, serving
from tests.chats import TOKEN, Chats
from tests.conftest import at_work, settings
from tests.journeys.judge import calls
from tests.journeys.screens import faults
from tests.journeys.walk import walking, wrong_sums

PEOPLE, ROUNDS = 8, 8
TOO_MANY = 429
AT_ONCE = 7  # messages to one person; Telegram lets five through


@pytest.fixture
async def real() -> AsyncIterator[tuple[Sandbox, str]]:
    sandbox = Sandbox()
    async with serving(sandbox) as url:
        yield sandbox, url


async def test_on_a_short_walk_the_bot_is_never_too_fast(
    tmp_path: Path, real: tuple[Sandbox, str], caplog: pytest.LogCaptureFixture
) -> None:
    telegram, url = real
    config = Config(
        folder=tmp_path, telegram=Telegram(token=TOKEN, api_url=url), health=Health(port=0)
    )
    async with at_work(config, telegram) as bot, walking(bot, PEOPLE, leap_chance=0) as walk:
        await walk.goes_on(ROUNDS)
        assert await too_fast(bot) == 0
        assert wrong_sums(bot.file) == {}
    assert {what: message for message in walk.watch.seen for what in faults(message)} == {}
    assert [r.getMessage() for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")] == []


async def test_control_without_the_pace_it_is_too_fast_and_the_rest_comes_later(
    tmp_path: Path, real: tuple[Sandbox, str]
) -> None:
    telegram, url = real
    async with at_work(settings(tmp_path, url), telegram) as bot:
        talk = await bot.somebody()
        for _ in range(AT_ONCE):
            await bot.control(f"users/{talk.user}/message", text="/help")
        await bot.rests()
        assert await too_fast(bot) > 0
        assert sum(message["from"] == "bot" for message in await talk.chat()) == AT_ONCE


async def too_fast(chats: Chats) -> int:
    """How often the bot was told to slow down."""
    return sum(call["status"] == TOO_MANY for call in await calls(chats))
