"""GET /calendar/<token>.ics: a person's calendar, for whoever has the secret link to it."""

import asyncio
from hashlib import sha256
from typing import Any

import orjson
from aiohttp import web

from bot.drawings import as_recipe, draw
from bot.handlers.calendars import ADDRESS, followed
from bot.storage.database import Database, Transaction
from bot.turns import Turns, texts_for

FRESH = 600  # seconds for which a calendar need not ask again


def calendars(database: Database, turns: Turns) -> web.RouteDef:
    async def answer(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        recipe = await database.read(lambda tx: _recipe(tx, turns, token))
        if recipe is None:
            raise web.HTTPNotFound
        tag = sha256(orjson.dumps(recipe)).hexdigest()[:32]
        headers = {"ETag": f'"{tag}"', "Cache-Control": f"private, max-age={FRESH}"}
        if any(known.value in (tag, "*") for known in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        return web.Response(
            body=await asyncio.to_thread(draw, recipe),
            content_type="text/calendar",
            charset="utf-8",
            headers=headers,
        )

    return web.get(ADDRESS, answer)


def _recipe(tx: Transaction, turns: Turns, token: str) -> dict[str, Any] | None:
    """None for a link that there is not, or not any more: nobody learns which."""
    desk = turns.desk(tx)
    known = desk.calendars.of_token(token)
    if known is None:
        return None
    feed, person = known
    return as_recipe(followed(desk, feed, person, texts_for(person)))
