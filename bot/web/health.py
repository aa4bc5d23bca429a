"""GET /health: whether the bot works, for whoever watches it. Loopback only by default."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.domain.errors import NeedsMending
from bot.storage.database import Database, Transaction

SLOW = 2.0  # seconds without an answer of the database are an illness


class PortInUse(NeedsMending):
    """Somebody else listens there."""


@asynccontextmanager
async def serving_health(database: Database, host: str, port: int) -> AsyncIterator[str]:
    """Gives its address. Raises PortInUse."""

    async def health(_: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(SLOW):
                state = await database.turn(_state)
        except Exception as error:
            return web.json_response({"ok": False, "error": type(error).__name__}, status=503)
        return web.json_response({"ok": True, **state})

    application = web.Application()
    application.router.add_get("/health", health)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PortInUse(
                f"port {port} on {host} is in use: set another one as [health] port in config.toml"
            ) from error
        bound, number = runner.addresses[0][:2]
        yield f"http://{bound}:{number}/health"
    finally:
        await runner.cleanup()


def _state(tx: Transaction) -> dict[str, object]:
    """Counts only, nothing about anybody. It writes, since a full disk can still be read."""
    tx.facts.put("health", str(int(tx.facts.find("health") or 0) + 1))
    return {
        "waiting_updates": len(tx.inbox.waiting()),
        "set_aside": len(tx.inbox.set_aside()),
        "outbox": {str(state): count for state, count in tx.outbox.counts().items()},
    }
