"""Every journey with every update delivered twice: nobody can tell the difference."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from bot.storage.migrate import migrate
from tests.conftest import Bot, at_work, settings
from tests.journeys.journey import Journey, kept
from tests.journeys.stories import PUPIL_RU, STORIES, Story

FORGETS_WHAT_CAME = """
CREATE TRIGGER forgets_what_came BEFORE INSERT ON inbox BEGIN
    DELETE FROM inbox WHERE channel = new.channel AND dedupe_key = new.dedupe_key;
END
"""


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
async def test_twice_is_as_good_as_once(
    bot: Bot, story: Story, caplog: pytest.LogCaptureFixture
) -> None:
    once, twice = await once_and_twice(bot, story)
    assert twice.transcript == once.transcript
    assert len(await twice.talk.chat()) == len(await once.talk.chat())
    assert kept(bot, twice.talk) == kept(bot, once.talk)
    assert bot.rows("SELECT count(*) FROM enrolments") == [(2,)]
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_control_what_is_not_recognised_is_answered_twice(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    """What is kept stays the same even then: every act of a journey is one act however often."""
    telegram, url = sandbox
    config = settings(tmp_path, url)
    migrate(config.database, config.backups)
    with closing(sqlite3.connect(config.database)) as connection:
        connection.execute(FORGETS_WHAT_CAME)
    async with at_work(config, telegram) as bot:
        once, twice = await once_and_twice(bot, PUPIL_RU)
        assert len(await twice.talk.chat()) > len(await once.talk.chat())


async def once_and_twice(bot: Bot, story: Story) -> tuple[Journey, Journey]:
    once = Journey(await bot.somebody(story.language), story)
    await once.completes()
    await bot.control("faults", fault="duplicate")
    twice = Journey(await bot.somebody(story.language), story)
    await twice.completes()
    return once, twice
