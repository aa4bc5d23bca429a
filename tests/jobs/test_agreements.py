"""The demo network has one agreement that ends in 45 days, and one partner without any."""

from datetime import timedelta

import pytest

from bot.domain.staff import StaffRole
from bot.sandbox.server import Sandbox
from bot.services.staff import StaffService
from bot.storage.short import short
from tests.conftest import Bot, at_work, settings
from tests.talk import Talk, text_of

DAY = timedelta(days=1)
TOLD = "SELECT dedupe_key, body FROM outbox WHERE dedupe_key LIKE 'tell:agreements:%' ORDER BY id"
NOTED = "SELECT agreement, notice FROM agreement_notices ORDER BY told_at"
NINE = "ДЕМО-СФ-09"
HEAD = "Соглашения: нужно внимание"


async def member(bot: Bot, role: StaffRole, account: int) -> Talk:
    with short(bot.file) as tx:
        token = StaffService(tx, bot.sandbox.clock.now()).invite(role)
    talk = bot.talk(account)
    await talk.starts(f"s_{token}")
    return talk


async def passes(bot: Bot, by: timedelta) -> None:
    bot.sandbox.clock.advance(by.total_seconds())
    await bot.jobs.look()


async def test_whoever_keeps_the_catalogue_is_told_once_at_each_threshold(bot: Bot) -> None:
    keeper = await member(bot, StaffRole.CENTER_STAFF, 1004)
    await bot.jobs.look()
    first = text_of(await keeper.hears(HEAD))
    assert NINE in first
    assert "осталось 45 дней" in first
    for _ in range(3):
        await bot.jobs.look()
    assert len(bot.rows(TOLD)) == 1
    for _ in range(46):
        await passes(bot, DAY)
    nine = [notice for number, notice in bot.rows(NOTED) if number == NINE]
    assert nine == ["in_60_days", "in_30_days", "in_7_days", "over"]
    await keeper.hears("закончилось")


async def test_others_are_not_told(bot: Bot) -> None:
    await member(bot, StaffRole.MENTOR, 1003)
    await bot.talk(1002).starts()
    await bot.jobs.look()
    assert bot.rows(TOLD) == []
    assert bot.rows(NOTED) == []


async def test_what_nobody_could_be_told_is_told_to_the_first_who_can(bot: Bot) -> None:
    await passes(bot, 2 * DAY)
    keeper = await member(bot, StaffRole.ADMIN, 1004)
    await bot.jobs.look()
    await keeper.hears("осталось 43 дня")


async def test_at_night_nobody_is_told(bot: Bot) -> None:
    await passes(bot, timedelta(hours=20))
    await member(bot, StaffRole.CENTER_STAFF, 1004)
    await bot.jobs.look()
    assert bot.rows(TOLD) == []
    await passes(bot, timedelta(hours=4))
    assert len(bot.rows(TOLD)) == 1


@pytest.mark.parametrize("forgotten", [False, True], ids=["as it is", "control"])
async def test_a_restart_tells_nothing_twice(
    tmp_path_factory: pytest.TempPathFactory, sandbox: tuple[Sandbox, str], forgotten: bool
) -> None:
    """The control forgets what was told: then it is told again on the next day."""
    config = settings(tmp_path_factory.mktemp("restarted"), sandbox[1])
    async with at_work(config, sandbox[0]) as bot:
        keeper = await member(bot, StaffRole.CENTER_STAFF, 1004)
        await bot.jobs.look()
        await keeper.hears(HEAD)
    if forgotten:
        with short(config.database) as tx:
            tx.connection.execute("DELETE FROM agreement_notices")
    async with at_work(config, sandbox[0]) as bot:
        await bot.jobs.look()
        await passes(bot, DAY)
        assert len(bot.rows(TOLD)) == (2 if forgotten else 1)
