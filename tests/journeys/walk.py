"""A walk of several people: everything that they do is answered, and the sums are right."""

import asyncio
import random
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.domain.enrolments import State
from tests.chats import committed
from tests.conftest import Bot
from tests.journeys.screens import Watch, watching
from tests.journeys.walker import LANGUAGES, Walker

HOUR = 3600
LEAPS = (HOUR, 7 * HOUR, 25 * HOUR, 50 * HOUR)
READING = 1.5  # seconds after every round: what nobody can have read yet counts for nothing
LEAP_CHANCE = 0.04  # after every round

SILENCE = """
SELECT inbox.id, kind, outbox.state, outbox.error FROM inbox
LEFT JOIN outbox ON outbox.dedupe_key = 'reply:' || inbox.id || ':0'
WHERE inbox.id > ? AND kind NOT IN ('stopped', 'returned')
    AND coalesce(outbox.state, '') NOT IN ('sent', 'skipped')
"""


def listed(states: Iterable[State]) -> str:
    return ", ".join(f"'{state}'" for state in states)


SUMS = {
    "a group oversold": f"""
        SELECT code FROM study_groups WHERE seats < (
            SELECT count(*) FROM enrolments WHERE group_code = code
            AND state IN ({listed(state for state in State if state.takes_place)}))""",
    "more open applications than allowed": f"""
        SELECT person_id FROM enrolments
        WHERE state IN ({listed(state for state in State if state.is_open)})
        GROUP BY person_id HAVING count(DISTINCT coalesce(bundle, -id)) > 3""",
    "two applications for one programme": f"""
        SELECT person_id FROM enrolments
        WHERE state IN ({listed(state for state in State if state.is_open)})
        GROUP BY person_id, programme, CASE WHEN bundle IS NULL THEN '' ELSE group_code END
        HAVING count(*) > 1""",
    "a message that never got anywhere": """
        SELECT id FROM outbox WHERE state NOT IN ('sent', 'skipped')""",
    "something that belongs to nobody": "PRAGMA foreign_key_check",
}


@dataclass
class Walk:
    bot: Bot
    watch: Watch
    walkers: list[Walker]
    chance: random.Random
    leap_chance: float
    heard: int = 0  # the newest row of the inbox

    async def goes_on(self, rounds: int) -> None:
        """In every round everybody acts once, all at the same time."""
        for _ in range(rounds):
            before = self._acts
            await asyncio.gather(*(walker.acts_once() for walker in self.walkers))
            await self.bot.rests()
            self._everything_is_answered(self._acts - before)
            self.bot.sandbox.clock.advance(READING)
            if self.chance.random() < self.leap_chance:
                await self._time_passes()
            await self.watch.catches_up()

    @property
    def _acts(self) -> int:
        return sum(walker.acts for walker in self.walkers)

    def _everything_is_answered(self, acts: int) -> None:
        assert self.bot.rows(SILENCE, self.heard) == []
        newest = "SELECT max(id), count(*) FROM inbox WHERE id > ?"
        ((self.heard, came),) = self.bot.rows(newest, self.heard)
        assert came == acts

    async def _time_passes(self) -> None:
        await self.bot.control("clock", advance_s=self.chance.choice(LEAPS))
        await self.bot.jobs.look()
        await self.bot.rests()


def wrong_sums(file: Path) -> dict[str, list[tuple[object, ...]]]:
    return {what: found for what, sql in SUMS.items() if (found := committed(file, sql))}


@asynccontextmanager
async def walking(bot: Bot, people: int, leap_chance: float = LEAP_CHANCE) -> AsyncIterator[Walk]:
    seed = random.SystemRandom().randrange(10**6)
    sys.stdout.write(f"seed {seed}\n")  # shown when the test fails
    chance = random.Random(seed)
    some = "SELECT slug FROM programmes ORDER BY code LIMIT 5"
    links = [f"p_{slug}" for (slug,) in bot.rows(some)]
    async with watching(bot.session) as watch:
        walkers = [
            Walker(
                chats=bot,
                watch=watch,
                user=(await bot.somebody(LANGUAGES[number % len(LANGUAGES)])).user,
                chance=random.Random(chance.random()),
                links=links,
                keenness=number // len(LANGUAGES),
            )
            for number in range(people)
        ]
        yield Walk(bot, watch, walkers, chance, leap_chance)
