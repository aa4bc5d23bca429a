"""All journeys with the bot killed five times on the way: nothing is lost, nothing is twice."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import aiohttp
import pytest

from bot.channels.sandbox_time import SECONDS
from bot.sandbox.server import Sandbox
from tests.chats import Chats
from tests.conftest import at_work, settings
from tests.journeys.journey import Journey, Stage, kept
from tests.journeys.process import Killable
from tests.journeys.stories import PUPIL_RU, STORIES
from tests.talk import Silence
from tests.waiting import until

LAG = SECONDS + 0.1
AT_REST = (Stage.KNOWN, Stage.HALFWAY, Stage.RESULT)
APPLIED = "SELECT count(*) FROM enrolments WHERE state = 'submitted'"


@pytest.fixture
async def bot(tmp_path: Path, sandbox: tuple[Sandbox, str]) -> AsyncIterator[Killable]:
    telegram, url = sandbox
    async with aiohttp.ClientSession(url) as session:
        bot = Killable(Chats(telegram, session, tmp_path / "bot.db"), url)
        await bot.starts()
        yield bot
        await bot.stops()


async def test_journeys_survive_five_kills(bot: Killable) -> None:
    undisturbed = await walkers(bot)
    async for _ in together(undisturbed):
        pass

    journeys = await walkers(bot)
    async with asyncio.TaskGroup() as meanwhile:
        async for stage in together(journeys):
            if stage in AT_REST:
                await bot.dies()
                await bot.starts()
            elif stage is Stage.APPLYING:
                await bot.dies()  # right before: the presses come to nobody
                meanwhile.create_task(dies_with_the_answers_on_its_lips(bot))

    assert bot.deaths == 5
    for name, journey in journeys.items():
        assert journey.transcript == undisturbed[name].transcript
        assert kept(bot.chats, journey.talk) == kept(bot.chats, undisturbed[name].talk)
    receipts = {journey.receipt for journey in [*undisturbed.values(), *journeys.values()]}
    assert len(receipts) == 2 * len(STORIES)
    assert bot.chats.rows("SELECT count(*) FROM enrolments") == [(2 * len(STORIES),)]
    assert "Traceback" not in bot.log


async def test_control_a_press_that_gets_lost_is_missed(bot: Killable) -> None:
    journey = Journey(await bot.chats.somebody("ru"), PUPIL_RU, lag=LAG)
    with pytest.raises(Silence):
        await loses_a_press(bot, journey)
    await bot.starts()


async def loses_a_press(bot: Killable, journey: Journey) -> None:
    """As if it had been confirmed and not stored."""
    updates = bot.chats.sandbox.state.updates

    async def drops_it() -> None:
        await until(lambda: bool(updates.pending()))
        updates.drop()

    async for stage in journey.walks():
        if stage is Stage.HALFWAY:
            await bot.dies()
            dropping = asyncio.create_task(drops_it())
    await dropping


async def test_control_what_is_not_marked_as_done_is_done_again(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url)
    async with at_work(config, telegram) as first_life:
        journey = Journey(await first_life.somebody("ru"), PUPIL_RU)
        await journey.completes()
        before = kept(first_life, journey.talk)
    with closing(sqlite3.connect(config.database)) as connection, connection:
        connection.execute("UPDATE inbox SET state = 'new'")
    async with at_work(config, telegram) as second_life:
        await second_life.rests()
        assert kept(second_life, journey.talk) != before


async def walkers(bot: Killable) -> dict[str, Journey]:
    """One for every story."""
    return {
        name: Journey(await bot.chats.somebody(story.language), story, lag=LAG)
        for name, story in STORIES.items()
    }


async def together(journeys: dict[str, Journey]) -> AsyncIterator[Stage]:
    """They wait for each other at every stage."""
    walks = [journey.walks() for journey in journeys.values()]
    for stage in Stage:
        assert await asyncio.gather(*map(anext, walks)) == [stage] * len(walks)
        yield stage
    assert await asyncio.gather(*(anext(walk, None) for walk in walks)) == [None] * len(walks)


async def dies_with_the_answers_on_its_lips(bot: Killable) -> None:
    """Once the applications are stored, and before anything can be said about them."""
    await bot.chats.control("faults", fault="reset_before", method="editMessageText")
    await bot.starts()
    await until(lambda: bot.chats.rows(APPLIED) == [(len(STORIES),)])
    await bot.dies()
    await bot.chats.session.delete("/sandbox/faults")
    await bot.starts()
