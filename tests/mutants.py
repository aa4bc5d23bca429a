"""python -m tests.mutants FILE URL: the counting bot with its first guard taken out."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import count

from bot.domain.inbox import Incoming
from bot.intake import Intake
from tests.counting import run

numbers = count()


class ConfirmsFirst(Intake):
    """It works updates off from memory, as python-telegram-bot's updater does."""

    async def receive(
        self, channel: str, came: Sequence[Incoming], cursor: str, now: datetime
    ) -> None:
        self._from_memory = asyncio.create_task(self._store(channel, came, cursor, now))

    async def _store(
        self, channel: str, came: Sequence[Incoming], cursor: str, now: datetime
    ) -> None:
        for incoming in came:
            await asyncio.sleep(0.01)
            await super().receive(channel, [incoming], cursor, now)


class ForgetsWhatCame(Intake):
    """It takes every update for a new one."""

    async def receive(
        self, channel: str, came: Sequence[Incoming], cursor: str, now: datetime
    ) -> None:
        fresh = [replace(one, dedupe_key=f"{one.dedupe_key} {next(numbers)}") for one in came]
        await super().receive(channel, fresh, cursor, now)


if __name__ == "__main__":
    asyncio.run(run(ConfirmsFirst))
