"""A mailing to very many: how long its audience takes to fix, who waits meanwhile, how much memory.

    python -m benchmarks.outbox [PEOPLE]

PEOPLE (100,000; the full measurement is 1,000,000) get rows of one mailing, 2,000 in a transaction,
while somebody commits every 20 ms and looks at the queue of answers; then the dispatcher works on
it for some seconds. The same with 10,000 people gives the memory to compare with. Each in a process
of its own. The last line is JSON.
"""

import asyncio
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uvloop

from benchmarks.broadcast import serving
from benchmarks.peers import mailings
from bot.app import running
from bot.domain.outbox import Lane
from bot.storage.database import Database, Transaction

FEW = 10_000
EVERY = 0.02  # seconds between two commits of somebody who chats
SENDING = 5.0  # seconds
RATE = 200.0  # messages a second
GOAL = 1.2  # memory, times that of FEW people


class Chatting:
    """Commits and looks, one after the other, and keeps how long each took."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.commits: list[float] = []
        self.looks: list[float] = []
        self._task = asyncio.create_task(self._go_on())

    async def _go_on(self) -> None:
        while True:
            began = time.perf_counter()
            await self._database.turn(lambda tx: tx.facts.put("chat", "1"))
            self.commits.append(time.perf_counter() - began)
            began = time.perf_counter()
            await self._database.read(_look)
            self.looks.append(time.perf_counter() - began)
            await asyncio.sleep(EVERY)

    def stop(self) -> None:
        self._task.cancel()


def _look(tx: Transaction) -> None:
    for lane in (Lane.REPLY, Lane.TRANSACTION, Lane.REMINDER):
        tx.outbox.due(lane, 2e9, 64)


async def one(people: int, url: str) -> dict[str, float]:
    now = mailings.by_day()
    with tempfile.TemporaryDirectory() as folder:
        config = mailings.config(Path(folder), url, RATE)
        mailings.populate(config.database, people, now())
        async with running(config, now) as bot:
            await bot.jobs.look()  # what else is due at the first look
            chatting = Chatting(bot.database)
            broadcast = mailings.schedule(config.database, now())
            began = time.perf_counter()
            await bot.jobs.look()
            fixed = time.perf_counter() - began
            chatting.stop()
            rows = await bot.database.read(lambda tx: tx.outbox.counts_of_batch(broadcast.id))
            assert sum(rows.values()) == people
            sending = Chatting(bot.database)
            await asyncio.sleep(SENDING)
            sending.stop()
            size = config.database.stat().st_size
    return {
        "people": people,
        "seconds": fixed,
        "commit_p50_ms": 1000 * statistics.median(chatting.commits),
        "commit_p99_ms": _p99(chatting.commits),
        "commit_max_ms": 1000 * max(chatting.commits),
        "look_p99_ms": _p99(chatting.looks),
        "commit_p99_while_sending_ms": _p99(sending.commits),
        "look_p99_while_sending_ms": _p99(sending.looks),
        "rss_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "file_mib": size / 2**20,
    }


def _p99(seconds: list[float]) -> float:
    return 1000 * statistics.quantiles(seconds, n=100)[98]


def main(people: int) -> None:
    runs = []
    for count in (FEW, people):
        with serving("benchmarks.peers.bot_api", "0", "1") as url:
            bot = [sys.executable, "-m", "benchmarks.outbox", "--bot", str(count), url]
            printed = subprocess.run(bot, capture_output=True, check=True, text=True).stdout
            runs.append(json.loads(printed.splitlines()[-1]))
    names = list(runs[0])
    print(f"| {' | '.join(names)} |")
    print(f"|{'---|' * len(names)}")
    for run in runs:
        print(f"| {' | '.join(f'{run[name]:.1f}' for name in names)} |")
    ratio = runs[1]["rss_mib"] / runs[0]["rss_mib"]
    print(f"memory: {ratio:.2f} times that of {FEW} people (goal: at most {GOAL})")
    print(json.dumps({"benchmark": "outbox", "goal": GOAL, "rss_ratio": ratio, "runs": runs}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bot"]:
        print(json.dumps(uvloop.run(one(int(sys.argv[2]), sys.argv[3]))))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
