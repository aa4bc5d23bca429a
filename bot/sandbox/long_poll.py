"""The one getUpdates that waits: a newer one, or a webhook, sends it away with a 409."""

import asyncio
import time

from bot.sandbox.limits import Limits
from bot.sandbox.refusals import Refused, conflict


class LongPoll:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._waiting: asyncio.Future[Refused | None] | None = None
        self._next_conflict = 0.0  # real time, as these waits are
        self._last_offset: int | None = None
        self._last_at = 0.0

    def hurried(self, offset: int, limit: int, timeout: int) -> tuple[int, float]:
        """(limit, timeout) of a call; whoever asks the same again at once is slowed down."""
        now, wait = time.monotonic(), float(timeout)
        if offset == self._last_offset:
            since = now - self._last_at
            if since < self._limits.same_offset_wait_s:
                wait = max(wait, self._limits.same_offset_wait_s)
            if since < self._limits.same_offset_one_s:
                limit = 1
        self._last_offset, self._last_at = offset, now
        return limit, wait

    def end(self) -> None:
        """Something has come, or the server closes."""
        self._resolve(None)

    def terminate(self, said: str) -> None:
        self._resolve(conflict(f"terminated by {said}"))

    async def wait(self, seconds: float) -> None:
        """Until the end. Refused with 409 when it was terminated."""
        loop = asyncio.get_running_loop()
        waiting = self._waiting = loop.create_future()
        timer = loop.call_later(seconds, self._resolve, None)
        try:
            refusal = await waiting
        finally:
            timer.cancel()
            if self._waiting is waiting:
                self._waiting = None
        if refusal is not None:
            await self.refuse(refusal)

    async def refuse(self, refusal: Refused) -> None:
        """Raises it, late if the last conflict was a moment ago."""
        now = time.monotonic()
        if now < self._next_conflict:
            await asyncio.sleep(self._limits.conflict_pause_s)
        else:
            self._next_conflict = now + self._limits.conflict_pause_s
        raise refusal

    def _resolve(self, refusal: Refused | None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(refusal)
