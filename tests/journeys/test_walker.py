"""Random people press, type and send at random: the bot never breaks and is never silent."""

import asyncio
import random
import shutil
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.config import PROJECT
from bot.domain.enrolments import State
from bot.sandbox.server import Sandbox
from tests.chats import Chats
from tests.conftest import Bot, at_work, settings
from tests.journeys.judge import judged, needs_the_description
from tests.journeys.screens import Watch, faults, watching
from tests.journeys.walker import LANGUAGES, Walker

PEOPLE = 20
ROUNDS = 100
HOUR = 3600
LEAPS = (HOUR, 7 * HOUR, 25 * HOUR, 50 * HOUR)
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
        GROUP BY person_id HAVING count(*) > 3""",
    "two applications for one programme": f"""
        SELECT person_id FROM enrolments
        WHERE state IN ({listed(state for state in State if state.is_open)})
        GROUP BY person_id, programme HAVING count(*) > 1""",
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
    heard: int = 0  # the newest row of the inbox

    async def goes_on(self, rounds: int) -> None:
        """In every round everybody acts once, all at the same time."""
        for _ in range(rounds):
            before = self._acts
            await asyncio.gather(*(walker.acts_once() for walker in self.walkers))
            await self.bot.rests()
            self._everything_is_answered(self._acts - before)
            if self.chance.random() < LEAP_CHANCE:
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


@needs_the_description
async def test_on_a_long_walk_nothing_breaks(
    tmp_path: Path, sandbox: tuple[Sandbox, str], caplog: pytest.LogCaptureFixture
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url).model_copy(update={"data": crowded(tmp_path)})
    async with at_work(config, telegram) as bot, walking(bot, PEOPLE) as walk:
        await walk.goes_on(ROUNDS)
        assert wrong_sums(bot) == {}
        assert " 0 errors, 0 warnings" in await judged(bot)
        got_far = "SELECT (SELECT count(*) FROM answers) > 20, (SELECT count(*) FROM matches) > 20"
        assert bot.rows(got_far) == [(1, 1)]
    assert {what: message for message in walk.watch.seen for what in faults(message)} == {}
    assert [r.getMessage() for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")] == []


async def test_control_wrong_sums_are_found(bot: Bot) -> None:
    def spoil(tx: Transaction) -> None:
        for _ in range(2):
            tx.connection.execute(GREEDY)

    ...


def wrong_sums(chats: Chats) -> dict[str, list[tuple[object, ...]]]:
    return {what: found for what, sql in SUMS.items() if (found := chats.rows(sql))}


def crowded(folder: Path) -> Path:
    """The data of a new installation with a single place in every group: people meet there."""
    data = Path(shutil.copytree(PROJECT / "data", folder / "data"))
    groups = data / "demo" / "groups.csv"
    header, *rows = groups.read_text(encoding="utf-8").splitlines()
    single = [f"{row.rpartition(',')[0]},1" for row in rows]
    groups.write_text("\n".join([header, *single]), encoding="utf-8")
    return data


@asynccontextmanager
async def walking(bot: Bot, people: int) -> AsyncIterator[Walk]:
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
        yield Walk(bot, watch, walkers, chance)
