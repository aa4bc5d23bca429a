"""The time of a sandbox in another process, so that a moved clock moves the bot too."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp

SECONDS = 0.2  # how far the bot may lag behind a move


@asynccontextmanager
async def sandbox_time(url: str) -> AsyncIterator[Callable[[], datetime]]:
    """`now` of the sandbox at `url`; while it does not answer, the last offset goes on."""
    offset = timedelta()

    async def look() -> None:
        nonlocal offset
        async with session.get(f"{url}/sandbox/clock") as response:
            offset = timedelta(seconds=(await response.json())["offset_s"])

    async def follow() -> None:
        while True:
            await asyncio.sleep(SECONDS)
            try:
                await look()
            except aiohttp.ClientError:
                continue

    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        await look()
        following = asyncio.create_task(follow())
        try:
            yield lambda: datetime.now(UTC) + offset
        finally:
            following.cancel()
