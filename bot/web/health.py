"""GET /health: whether the bot works, for whoever watches it."""

import asyncio

from aiohttp import web

from bot.storage.database import Database, Transaction

SLOW = 2.0  # seconds without an answer of the database are an illness


def health(database: Database) -> web.RouteDef:
    async def answer(_: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(SLOW):
                state = await database.turn(_state)
        except Exception as error:
            return web.json_response({"ok": False, "error": type(error).__name__}, status=503)
        return web.json_response({"ok": True, **state})

    return web.get("/health", answer)


def _state(tx: Transaction) -> dict[str, object]:
    """Counts only, nothing about anybody. It writes, since a full disk can still be read."""
    tx.facts.put("health", str(int(tx.facts.find("health") or 0) + 1))
    return {
        "waiting_updates": len(tx.inbox.waiting()),
        "set_aside": len(tx.inbox.set_aside()),
        "outbox": {str(state): count for state, count in tx.outbox.counts().items()},
    }
