"""Random people press, type and send at random: the bot never breaks and is never silent."""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.enrolments import State
from bot.domain.staff import StaffRole
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving
from bot.services.staff import StaffService
from bot.storage.short import short
from tests.conftest import Bot
from tests.journeys.screens import Watch, faults, watching
from tests.journeys.walker import LANGUAGES, Walker

HOUR = 3600
LEAPS = (HOUR, 7 * HOUR, 25 * HOUR, 60 * HOUR)
PEOPLE = 20
ROUNDS = 100
UNANSWERED = """
SELECT inbox.id, kind, payload, outbox.state, outbox.error FROM inbox
LEFT JOIN outbox ON outbox.dedupe_key = 'reply:' || inbox.id || ':0'
WHERE inbox.id > ? AND kind NOT IN ('stopped', 'returned')
    AND coalesce(outbox.state, '') NOT IN ('sent', 'skipped')
"""
SMALL = """
SELECT slug FROM programmes JOIN study_groups ON programme = programmes.code WHERE seats < 5
"""  # here people get into each other's way
OVERSOLD = f"""
SELECT code FROM study_groups WHERE seats < (
    SELECT count(*) FROM enrolments
    WHERE group_code = code AND state IN ({",".join(f"'{s}'" for s in State if s.takes_place)}))
"""
GREEDY = f"""
SELECT person_id FROM enrolments
WHERE state IN ({",".join(f"'{s}'" for s in State if s.is_open)})
GROUP BY person_id HAVING count(*) > 3
"""


@dataclass
class Walk:
    bot: Bot
    watch: Watch
    walkers: list[Walker]
    chance: random.Random
    heard: int = 0  # the newest row of the inbox

    async def goes_on(self, rounds: int) -> None:
        """In every round everybody acts once, all at the same time."""
        for _ in range(rounds):
            before = sum(walker.acts for walker in self.walkers)
            await asyncio.gather(*(walker.acts_once() for walker in self.walkers))
            await self.bot.rests()
            self._everything_is_answered(sum(walker.acts for walker in self.walkers) - before)
            if self.chance.random() < 0.06:
                await self._time_passes()
            await self.watch.catches_up()

    def _everything_is_answered(self, acts: int) -> None:
        assert self.bot.rows(UNANSWERED, self.heard) == []
        ((newest, came),) = self.bot.rows(
            "SELECT max(id), count(*) FROM inbox WHERE id > ?", self.heard
        )
        assert came == acts
        self.heard = newest

    async def _time_passes(self) -> None:
        await self.bot.control("clock", advance_s=self.chance.choice(LEAPS))
        await self.bot.jobs.look()
        await self.bot.rests()


async def test_a_long_walk(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    async with walking(bot, PEOPLE) as walk:
        await walk.goes_on(ROUNDS)
    import time
    print(Counter(f for m in walk.watch.seen for f in faults(m)))
    print({f: m for m in walk.watch.seen for f in faults(m)})
    assert [r.getMessage() for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")] == []


@asynccontextmanager
async def walking(bot: Bot, people: int) -> AsyncIterator[Walk]:
    """The first of the people works for the Center."""
    seed = random.SystemRandom().randrange(10**6)
    sys.stdout.write(f"seed {seed}\n")  # shown when the test fails
    chance = random.Random(seed)
    links = [f"p_{slug}" for (slug,) in bot.rows(SMALL)]
    async with watching(bot.session) as watch:
        walkers = []
        for number in range(people):
            talk = await bot.somebody(LANGUAGES[number % len(LANGUAGES)])
            walkers.append(
                Walker(bot, watch, talk.user, random.Random(chance.random()), links, number % 5)
            )
        yield Walk(bot, watch, walkers, chance)
