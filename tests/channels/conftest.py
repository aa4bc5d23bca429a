from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.bot_api import BotApi, JsonRequest
from bot.channels.telegram import Telegram
from bot.domain.outbox import Body, Lane, Policy, Queued
from bot.sandbox.limits import Limits
from tests.sandbox.wire import ANYA, TOKEN, Wire, wired

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    """A Telegram that hinders nobody."""
    async with wired(Limits.raised()) as wire:
        yield wire


@pytest.fixture
async def channel(wire: Wire) -> AsyncIterator[Telegram]:
    async with speaking_to(wire.url) as channel:
        yield channel


@asynccontextmanager
async def speaking_to(url: str, token: str = TOKEN) -> AsyncIterator[Telegram]:
    async with JsonRequest(read_timeout=0.3) as request:
        yield Telegram(BotApi(request, url, token), lambda: NOON)


def row(text: str = "News", **changes: Any) -> Queued:
    body: dict[str, Any] = {"text": text, "rows": [], **changes.pop("body", {})}
    usual: dict[str, Any] = {
        "id": 1,
        "dedupe_key": "reply:1:0",
        "channel": "telegram",
        "chat": str(ANYA),
        "lane": Lane.REPLY,
        "policy": Policy.AT_LEAST_ONCE,
        "attempts": 1,
        "body": Body(**body),  # type: ignore[typeddict-item]
    }
    return Queued(**{**usual, **changes})
