"""Ids of updates, messages and people."""

import time

EPOCH = 1767225600  # 2026-01-01; from then on ids fit 32 bits, as Telegram's do, for four years
A_SECOND = 16  # a run that makes no more than so many leaves room for the next one


class Ids:
    """Numbers that grow by one from a start that lies above those of every earlier run.

    The start follows the real time, since the sandbox's own falls back when it restarts. So a
    database that outlives the sandbox never meets an id again.
    """

    def __init__(self) -> None:
        self._last = max(0, int((time.time() - EPOCH) * A_SECOND))

    def next(self) -> int:
        self._last += 1
        return self._last
