"""A mailing: how much of the configured rate it really uses, and what a message costs.

    python -m benchmarks.broadcast [PEOPLE] [RATE] [ROUNDS]

Share: the whole bot sends to PEOPLE (2,000; the full measurement is 20,000) at RATE messages a
second (200) through the sandbox, which keeps to that limit and refuses what is above it; with
20,000 people also to 1,500 at Telegram's own 30 a second.
Cost: CPU of the process for a message, in ROUNDS (2) interleaved rounds against a Bot API that only
says yes. Ours marks every message before it goes, composes it for the person, asks whether they may
still get it, and records what became of it, with synchronous=FULL; the others store nothing and run
from requirements/peers.txt. The last line is JSON with all figures.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvloop

from benchmarks.peers import mailings
from benchmarks.peers.bot_api import PORT
from benchmarks.peers.senders import WAYS
from benchmarks.whole_turn import Meter
from bot.app import Running, running
from bot.config import PROJECT
from bot.storage.database import Transaction

OURS = "ours, a durable mailing"
FAST = 100_000.0  # messages a second: as many as it can
REAL_RATE, REAL_PEOPLE, FULL = 30.0, 1_500, 20_000
PEERS = PROJECT / ".venv" / "peers" / "bin" / "python"
GOAL = 0.99


async def ours(people: int, url: str, rate: float) -> dict[str, float]:
    """Sends a mailing; the clock runs from its first message to its last."""
    now = mailings.by_day()
    with tempfile.TemporaryDirectory() as folder:
        config = mailings.config(Path(folder), url, rate)
        mailings.populate(config.database, people, now())
        async with running(config, now) as bot:
            broadcast = mailings.schedule(config.database, now())
            await bot.jobs.look()
            meter = Meter()
            await _until_sent(bot, broadcast.id)
            cost = meter.read(people)
            first, last = await bot.database.read(_span)
        return {**cost, "share": (people - 1) / (last - first) / rate}


async def _until_sent(bot: Running, broadcast: int) -> None:
    while await bot.database.read(lambda tx: tx.outbox.is_under_way(broadcast)):  # noqa: ASYNC110
        await asyncio.sleep(0.2)


def _span(tx: Transaction) -> tuple[float, float]:
    row = tx.connection.execute(
        "SELECT min(settled_at) AS first, max(settled_at) AS last, count(*) AS sent"
        " FROM outbox WHERE state = 'sent' AND batch > 0"
    ).fetchone()
    assert row["sent"] == len(_people(tx)), "everybody has it"
    return row["first"], row["last"]


def _people(tx: Transaction) -> list[Any]:
    return list(tx.connection.execute("SELECT id FROM people"))


@contextmanager
def serving(*command: str) -> Iterator[str]:
    """Another process that prints its address, or that it is ready."""
    with subprocess.Popen(
        [sys.executable, "-m", *command], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        said = server.stdout.readline().strip()
        yield said if said.startswith("http") else f"http://127.0.0.1:{PORT}"
        server.terminate()


def share(people: int, rate: float) -> dict[str, float]:
    """Through a sandbox that refuses what is faster."""
    with serving("benchmarks.peers.limited", str(rate), str(people)) as url:
        measured = _process(people, url, rate)
        with urllib.request.urlopen(f"{url}/sandbox/journal") as journal:
            refused = sum(b'"status":429' in line for line in journal)
    return {"people": people, "rate": rate, "share": measured["share"], "refused": refused}


def _process(people: int, url: str, rate: float) -> dict[str, float]:
    bot = [sys.executable, "-m", "benchmarks.broadcast", "--bot", str(people), url, str(rate)]
    printed = subprocess.run(bot, capture_output=True, check=True, text=True).stdout
    measured: dict[str, float] = json.loads(printed.splitlines()[-1])
    return measured


def cost(way: str, people: int) -> dict[str, float]:
    with serving("benchmarks.peers.bot_api", "0", "1") as url:
        if way == OURS:
            return _process(people, url, FAST)
        script = [str(PEERS), "-m", "benchmarks.peers.senders", way, str(people), url]
        done = subprocess.run(script, capture_output=True, check=True, text=True, cwd=PROJECT)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def main(people: int, rate: float, rounds: int) -> None:
    shares = [share(people, rate)]
    if people >= FULL:
        shares.append(share(REAL_PEOPLE, REAL_RATE))
    print("| people | messages/s | share of the rate (goal 0.99) | refused with 429 |")
    print("|---|---|---|---|")
    for one in shares:
        print(
            f"| {one['people']} | {one['rate']:.0f} | {one['share']:.4f} | {one['refused']:.0f} |"
        )
    messages = 5_000 if people >= FULL else 1_000
    ways = [OURS, *(WAYS if PEERS.exists() else ())]
    if len(ways) == 1:
        print("the peers are not installed: make .venv/peers.done")
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:  # interleaved, so that a slow minute hits everyone
            runs[way].append(cost(way, messages))
    print("\n| mailing | CPU ms a message | messages/s | ours / it, paired median |")
    print("|---|---|---|---|")
    figures = {}
    for way, results in runs.items():
        cpu, speed = (statistics.median(r[k] for r in results) for k in ("cpu_ms", "per_second"))
        paired = zip(runs[OURS], results, strict=True)
        ratio = statistics.median(mine["cpu_ms"] / r["cpu_ms"] for mine, r in paired)
        figures[way] = {"cpu_ms": cpu, "per_second": speed, "ratio": ratio}
        print(f"| {way} | {cpu:.3f} | {speed:.0f} | {ratio:.2f} |")
    print(json.dumps({"benchmark": "broadcast", "goal": GOAL, "share": shares, "cost": figures}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--bot"]:
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        found = uvloop.run(ours(int(sys.argv[2]), sys.argv[3], float(sys.argv[4])))
        print(json.dumps(found))
    else:
        people, rate, rounds = [*sys.argv[1:], *("2000", "200", "2")[len(sys.argv) - 1 :]]
        main(int(people), float(rate), int(rounds))
