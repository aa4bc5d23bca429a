"""python -m benchmarks.peers.limited RATE PEOPLE: a sandbox that takes RATE messages a second, and
in which so many people have pressed Start."""

import asyncio
import os
import sys
from dataclasses import replace

import uvloop

from benchmarks.peers.mailings import FIRST
from bot.sandbox.limits import Limits
from bot.sandbox.people import ReadyMade
from bot.sandbox.server import Sandbox, serving


async def serve(rate: float, people: int) -> None:
    limits = replace(Limits.raised(), overall_rate=rate, overall_burst=rate)
    everybody = [
        ReadyMade(id=FIRST + n, first_name=f"Читатель {n}", language_code="ru", hint="")
        for n in range(people)
    ]
    async with serving(Sandbox(limits=limits, people=everybody)) as url:
        print(url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    uvloop.run(serve(float(sys.argv[1]), int(sys.argv[2])))
