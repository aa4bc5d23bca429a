"""How long people wait for an answer while a mailing runs, and while none does.

    python -m benchmarks.latency [ANSWERS] [RATE]

One person after the other writes to the whole bot and is timed until the answer stands in the chat:
ANSWERS (150) without a mailing, then as many while one goes out at RATE messages a second (30, all
that Telegram allows) through a sandbox that keeps to that limit. The last line is JSON.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import uvloop

from benchmarks.broadcast import serving
from benchmarks.peers import mailings
from bot.app import Running, running

EVERY = 0.2  # seconds between two people who write: five a second
LOOK_AGAIN = 0.004
PATIENCE = 60.0
GOAL = 0.2  # seconds that a mailing may add at the 95th percentile


@dataclass
class Chats:
    session: aiohttp.ClientSession

    async def waits(self, account: int) -> float:
        """Seconds from /help to its answer."""
        before = await self._said(account)
        began = time.perf_counter()
        async with self.session.post(f"/sandbox/users/{account}/message", json={"text": "/help"}):
            pass
        async with asyncio.timeout(PATIENCE):
            while await self._said(account) == before:  # noqa: ASYNC110
                await asyncio.sleep(LOOK_AGAIN)
        return time.perf_counter() - began

    async def _said(self, account: int) -> int:
        """How many answers there are: a mailing may come in between."""
        async with self.session.get(f"/sandbox/users/{account}/chat") as response:
            messages = (await response.json())["messages"]
        return sum("/settings" in one.get("text", "") for one in messages if one["from"] == "bot")


async def answers(chats: Chats, accounts: range) -> list[float]:
    """They do not wait for each other."""
    waiting = []
    for account in accounts:
        waiting.append(asyncio.create_task(chats.waits(account)))
        await asyncio.sleep(EVERY)
    return [await one for one in waiting]


async def measure(count: int, rate: float) -> dict[str, dict[str, float]]:
    now = mailings.by_day()
    readers = round(2 * count * EVERY * rate) + count  # more than go out meanwhile
    people = 2 * count + readers
    with (
        serving("benchmarks.peers.limited", str(rate), str(people)) as url,
        tempfile.TemporaryDirectory() as folder,
    ):
        config = mailings.config(Path(folder), url, rate)
        mailings.populate(config.database, people, now())
        async with running(config, now) as bot, aiohttp.ClientSession(url) as session:
            chats = Chats(session)
            await answers(chats, range(mailings.FIRST, mailings.FIRST + 20))  # warm
            alone = await answers(chats, range(mailings.FIRST, mailings.FIRST + count))
            broadcast = mailings.schedule(config.database, now())
            await bot.jobs.look()
            first = mailings.FIRST + people - count  # whom the mailing has not reached yet
            beside = await answers(chats, range(first, first + count))
            assert await _goes_on(bot, broadcast.id), "the mailing was over too soon"
    return {"without": percentiles(alone), "with": percentiles(beside)}


async def _goes_on(bot: Running, broadcast: int) -> bool:
    return await bot.database.read(lambda tx: tx.outbox.is_under_way(broadcast))


def percentiles(seconds: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(seconds, n=100)
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": max(seconds)}


def main(count: int, rate: float) -> None:
    found = uvloop.run(measure(count, rate))
    print("| answers, seconds | p50 | p95 | p99 | max |")
    print("|---|---|---|---|---|")
    for name, of in found.items():
        shown = " | ".join(f"{of[cut]:.3f}" for cut in ("p50", "p95", "p99", "max"))
        print(f"| {name} a mailing at {rate:.0f} a second | {shown} |")
    added = found["with"]["p95"] - found["without"]["p95"]
    print(f"added at the 95th percentile: {added:.3f} s (goal: at most {GOAL})")
    print(json.dumps({"benchmark": "latency", "goal": GOAL, "added_p95": added, **found}))


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 150, float(given[1]) if len(given) > 1 else 30.0)
