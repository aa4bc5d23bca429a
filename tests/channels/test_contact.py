"""How long Telegram has been silent, so that staff can be told of an outage."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.channels.bot_api import BotApi, JsonRequest
from bot.channels.telegram import Telegram
from bot.domain.inbox import Incoming
from tests.channels.conftest import NOON
from tests.sandbox.wire import ANYA, TOKEN, Wire
from tests.waiting import until

MINUTE = timedelta(minutes=1)
NOWHERE = "http://127.0.0.1:9"


class Ticks:
    """Real seconds, as a test wants them."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_silence_ends_with_an_answer_and_lasts_without_one(wire: Wire) -> None:
    ticks = Ticks()
    stored: list[Incoming] = []

    async def receive(channel: str, came: Sequence[Incoming], cursor: str, now: datetime) -> None:
        stored.extend(came)

    async with JsonRequest(read_timeout=0.3) as request:
        lost = Telegram(BotApi(request, NOWHERE, TOKEN), lambda: NOON, ticks)
        found = Telegram(BotApi(request, wire.url, TOKEN), lambda: NOON, ticks)
        assert found.silent() == timedelta()
        ticks.now += 60
        assert found.silent() == lost.silent() == MINUTE
        tasks = [asyncio.create_task(c.poll(receive, None)) for c in (found, lost)]
        await wire.says(ANYA, "сварщик")
        await until(lambda: bool(stored))
        assert found.silent() == timedelta()
        assert lost.silent() == MINUTE
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
