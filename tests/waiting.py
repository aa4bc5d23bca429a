"""Waiting for what other tasks and processes do."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def until(true: Callable[[], bool], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


async def eventually(
    look: Callable[[], Awaitable[T]], true: Callable[[T], bool], seconds: float = 10
) -> T:
    """What was seen when it was true. Fails with what was seen last."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while not true(seen := await look()):
        assert loop.time() < deadline, seen
        await asyncio.sleep(0.01)
    return seen
