"""Uploads of the same size come through one after the other, as on the real server."""

import asyncio
import time

from bot.sandbox.limits import Limits
from bot.sandbox.refusals import too_many

BUCKET_S = 1.0


class Uploads:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._last: dict[int, float] = {}

    async def turn(self, size: int) -> None:
        """Waits for it. Refused with 429 when too many are waiting."""
        if size <= self._limits.same_upload_bytes:
            return
        now, last = time.monotonic(), self._last.get(size, 0.0)
        if last > now + self._limits.same_upload_backlog_s:
            raise too_many(self._limits.unsent_retry_s, held_s=self._limits.unsent_hold_s)
        apart = min(max(size * 1e-7, 0.2), 0.9)
        self._last[size] = max(last + apart, now - BUCKET_S)
        await asyncio.sleep(max(0.0, self._last[size] - now))
