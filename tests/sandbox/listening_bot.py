"""The other end of a webhook: a bot that listens."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.sandbox.wire import Wire

Answer = Callable[[dict[str, Any]], Awaitable[web.Response]]


async def takes(_: dict[str, Any]) -> web.Response:
    return web.Response()


@dataclass
class Bot:
    """The end of the bot: notes what comes, answers as it is told."""

    answer: Answer = takes
    url: str = ""
    updates: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.updates.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return await self.answer(update)

    async def has(self, count: int) -> list[dict[str, Any]]:
        async with asyncio.timeout(5):
            while len(self.updates) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        return self.updates


@asynccontextmanager
async def listening(bot: Bot) -> AsyncIterator[Bot]:
    app = web.Application()
    app.router.add_post("/", bot.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    bot.url = f"http://{host}:{port}/"
    try:
        yield bot
    finally:
        await runner.cleanup()


def fails(*responses: web.Response, then: Answer = takes) -> Answer:
    """Gives these answers first; the last of them for ever if there is but one."""
    waiting = list(responses)

    async def answer(update: dict[str, Any]) -> web.Response:
        if len(responses) == 1:
            return web.Response(status=responses[0].status, headers=responses[0].headers)
        return waiting.pop(0) if waiting else await then(update)

    return answer


def text(update: dict[str, Any]) -> str:
    return str(update["message"]["text"])


async def settles(wire: Wire) -> None:
    async with asyncio.timeout(5):
        while (await wire.call("getWebhookInfo"))["pending_update_count"]:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
