"""A file changes an event beside the running bot; whoever comes hears of it as in the chat."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.events import State
from bot.services.event_files import EventFileService
from bot.storage.short import short
from tests.conftest import Bot
from tests.handlers.test_events import TITLE, announced, comes, pupil, staff
from tests.talk import text_of

TOLD = "SELECT count(*) FROM outbox WHERE dedupe_key LIKE 'tell:event-change:%'"


def brings(bot: Bot, **changes: Any) -> None:
    """Another process does what `traektoria events` does."""
    with short(bot.file) as tx:
        (known,) = tx.events.kept(bot.sandbox.clock.now() - timedelta(days=1))
        if "later" in changes:
            by = timedelta(hours=changes.pop("later"))
            changes |= {"starts_at": known.starts_at + by, "ends_at": known.ends_at + by}
        EventFileService(tx, bot.sandbox.clock.now()).bring_in([replace(known, **changes)])
    bot.sandbox.clock.advance(121)


async def test_whoever_comes_hears_once_of_what_a_file_has_changed(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    anna, boris = await pupil(bot), await pupil(bot)
    await comes(anna)
    brings(bot, later=1)
    for _ in range(3):
        await bot.jobs.look()
    changed = text_of(await anna.hears("ИЗМЕНЕНИЕ"))
    assert TITLE in changed
    assert "15:00–17:00" in changed
    assert "16:00–18:00" in changed
    assert bot.rows(TOLD) == [(1,)]
    assert "ИЗМЕНЕНИЕ" not in str(await boris.chat())


async def test_a_second_change_is_told_too(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    anna = await pupil(bot)
    await comes(anna)
    for later, hours in ((1, "16:00–18:00"), (1, "17:00–19:00")):
        brings(bot, later=later)
        await bot.jobs.look()
        await anna.hears(hours)
    assert bot.rows(TOLD) == [(2,)]


async def test_of_what_was_called_off_meanwhile_nothing_more_is_said(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    anna = await pupil(bot)
    await comes(anna)
    brings(bot, later=1)
    with short(bot.file) as tx:
        (known,) = tx.events.kept(bot.sandbox.clock.now())
        tx.events.save(replace(known, state=State.CANCELLED), bot.sandbox.clock.now())
    await bot.jobs.look()
    assert bot.rows(TOLD) == [(0,)]
    assert bot.rows("SELECT count(*) FROM event_changes") == [(0,)]


async def test_at_night_a_change_waits_for_the_morning(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    anna = await pupil(bot)
    await comes(anna)
    local = bot.sandbox.clock.now() + timedelta(hours=7)
    bot.sandbox.clock.advance((local.replace(hour=23) - local).total_seconds())
    brings(bot, later=1)
    await bot.jobs.look()
    assert bot.rows(TOLD) == [(0,)]
    bot.sandbox.clock.advance(timedelta(hours=11).total_seconds())
    await bot.jobs.look()
    assert "16:00–18:00" in text_of(await anna.hears("ИЗМЕНЕНИЕ"))
