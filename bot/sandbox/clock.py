"""The sandbox's time: the real one plus an offset that only grows."""

import asyncio
import time
from datetime import UTC, datetime


class Clock:
    def __init__(self) -> None:
        self.offset = 0.0  # seconds
        self._moved = asyncio.Event()

    def timestamp(self) -> float:
        """Seconds since 1970."""
        return time.time() + self.offset

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def advance(self, seconds: float) -> None:
        self.offset += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Until this clock has gone on by so much, be it by itself or by advance()."""
        until = self.timestamp() + seconds
        while (left := until - self.timestamp()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._moved.wait()
            except TimeoutError:
                continue
