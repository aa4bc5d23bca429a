"""python benchmarks/peers/senders.py WAY COUNT URL: the same mailing as others send it.

Stands alone: it runs in .venv/peers (requirements/peers.txt), because aiogram's pins do not go with
ours. No way of these stores anything.
"""

import asyncio
import json
import os
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Iterator

AT_ONCE = 50
TOKEN = "42:a-token-of-the-benchmark-that-is-long-enough"
TEXT = "<b>Олимпиада</b> «Профи Кузбасса»: для 8–11 классов, до 5 марта. Участие бесплатное."
UNLIMITED = 1e6  # messages a second: what the limiter costs, not what it waits for
Send = Callable[[int], Awaitable[object]]


async def mailing(count: int, send: Send) -> dict[str, float]:
    people: Iterator[int] = iter(range(10_000_000, 10_000_000 + count))
    before, began = used(), time.perf_counter()

    async def work() -> None:
        for person in people:
            await send(person)

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    wall = time.perf_counter() - began
    return {"cpu_ms": (used() - before) / count * 1000, "per_second": count / wall}


def used() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def ptb(count: int, url: str, limited: bool = False) -> dict[str, float]:
    from telegram.ext import AIORateLimiter, ExtBot
    from telegram.request import HTTPXRequest

    limiter = AIORateLimiter(overall_max_rate=UNLIMITED, overall_time_period=1) if limited else None
    request = HTTPXRequest(connection_pool_size=256)
    bot = ExtBot(TOKEN, base_url=f"{url}/bot", request=request, rate_limiter=limiter)
    async with bot:
        return await mailing(count, lambda one: bot.send_message(one, TEXT, parse_mode="HTML"))


async def ptb_limited(count: int, url: str) -> dict[str, float]:
    return await ptb(count, url, limited=True)


async def aiogram(count: int, url: str) -> dict[str, float]:
    # It is not installed beside us, so nothing is known of its types here.
    from aiogram import Bot  # type: ignore[import-not-found]
    from aiogram.client.session.aiohttp import AiohttpSession  # type: ignore[import-not-found]
    from aiogram.client.telegram import TelegramAPIServer  # type: ignore[import-not-found]

    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with Bot(TOKEN, session=session) as bot:
        return await mailing(count, lambda one: bot.send_message(one, TEXT, parse_mode="HTML"))


WAYS = {
    "PTB, as documented": ptb,
    "PTB with AIORateLimiter": ptb_limited,
    "aiogram": aiogram,
}

if __name__ == "__main__":
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    way, count, url = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    print(json.dumps(asyncio.run(WAYS[way](count, url))))
