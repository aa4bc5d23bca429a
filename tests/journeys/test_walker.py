"""Random people press, type and send at random: the bot never breaks and is never silent."""

import asyncio
import random
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.config import PROJECT
from bot.domain.enrolments import State
from bot.sandbox.server import Sandbox
from bot.storage.migrate import migrate
from tests.chats import committed
from tests.conftest import Bot, at_work, settings
from tests.journeys.judge import CHECKER, judged
from tests.journeys.screens import CHECKS, Watch, faults, watching
from tests.journeys.walker import LANGUAGES, Walker

PEOPLE = 20
ROUNDS = 100
HOUR = 3600
LEAPS = (HOUR, 7 * HOUR, 25 * HOUR, 50 * HOUR)
LEAP_CHANCE = 0.04  # after every round

FAR = "SELECT (SELECT count(*) FROM answers) > 20, (SELECT count(*) FROM matches) > 20"
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

SPOILT = """
INSERT INTO study_groups VALUES ('G', 'P', 1, '');
WITH many (n) AS (VALUES (1), (2), (3), (4))
INSERT INTO enrolments (person_id, programme, group_code, state, applied_at)
SELECT 1, 'P', 'G', 'submitted', '' FROM many;
INSERT INTO inbox (channel, dedupe_key, account, chat, kind, payload, received_at) VALUES
    ('', '1', 1, '', 'text', '', ''), ('', '2', 1, '', 'press', '', ''),
    ('', '3', 1, '', 'text', '', ''), ('', '4', 1, '', 'stopped', '', '');
INSERT INTO outbox (dedupe_key, channel, chat, lane, policy, body, state) VALUES
    ('reply:1:0', '', '', 0, '', '', 'failed'), ('reply:2:0', '', '', 0, '', '', 'sent');
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


async def test_on_a_long_walk_nothing_breaks(
    tmp_path: Path, sandbox: tuple[Sandbox, str], caplog: pytest.LogCaptureFixture
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url).model_copy(update={"data": crowded(tmp_path)})
    async with at_work(config, telegram) as bot, walking(bot, PEOPLE) as walk:
        await walk.goes_on(ROUNDS)
        assert wrong_sums(bot.file) == {}
        assert bot.rows(FAR) == [(1, 1)]
        if CHECKER.exists():
            assert " 0 errors, 0 warnings" in await judged(bot)
    assert {what: message for message in walk.watch.seen for what in faults(message)} == {}
    assert [r.getMessage() for r in caplog.records if r.levelname in ("ERROR", "CRITICAL")] == []


def test_control_wrong_sums_and_silence_are_found(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    migrate(file, tmp_path)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(SPOILT)
    assert wrong_sums(file).keys() == SUMS.keys()
    assert len(committed(file, SILENCE, 0)) == 2


def test_control_a_bad_screen_is_found() -> None:
    button = {"text": "я" * 41, "callback_data": "x" * 65}
    rows = [[button] * 2, *([[button]] * 6), [button] * 4]
    bad = {"text": "{ $name }" + "я" * 350, "caption": "я" * 1001, "buttons": rows}
    assert set(faults(bad)) == {*CHECKS} - {"no way on"}
    assert faults({"text": "?", "buttons": []}) == ["no way on"]


def wrong_sums(file: Path) -> dict[str, list[tuple[object, ...]]]:
    return {what: found for what, sql in SUMS.items() if (found := committed(file, sql))}


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
