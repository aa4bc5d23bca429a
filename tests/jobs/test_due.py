"""What is due is found in the data, at the injected time."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.people import AgeBand
from bot.services.desk import Desk
from bot.services.network import NetworkService
from bot.storage.short import short
from tests.builders import NOON, incoming, world
from tests.conftest import Bot

DAY = timedelta(days=1)


async def advance(bot: Bot, by: timedelta) -> None:
    bot.sandbox.clock.advance(by.total_seconds())
    await bot.jobs.look()


async def test_a_guest_is_forgotten_after_a_day_without_a_word(bot: Bot) -> None:
    await bot.talk().starts()
    await advance(bot, DAY - timedelta(minutes=5))
    assert bot.rows("SELECT count(*) FROM people") == [(1,)]
    await advance(bot, timedelta(minutes=10))
    assert bot.rows("SELECT count(*) FROM people") == [(0,)]
    assert bot.rows("SELECT account, payload FROM inbox") == [(0, "")]


async def test_whoever_agreed_is_not(bot: Bot) -> None:
    await bot.talk().starts()
    with short(bot.config.database) as tx:
        desk = Desk(tx, world(), NOON)
        adult = desk.people.choose_age(desk.people.seen(incoming(account=1001)), AgeBand.FROM_18)
        desk.people.agree(adult, "text")
    await advance(bot, 30 * DAY)
    assert bot.rows("SELECT count(*) FROM people") == [(1,)]


async def test_a_changed_catalogue_is_published_without_a_restart(bot: Bot) -> None:
    talk = bot.talk()
    await talk.starts()
    assert "Повар" in (await talk.says("повар"))["text"]
    await bot.jobs.look()

    with short(bot.config.database) as tx:
        cook = next(p for p in tx.network.read().programmes.values() if "Повар" in p.title_ru)
        renamed = replace(tx.network.read(), programmes={cook.code: replace(cook, title_ru="Шеф")})
        NetworkService(tx, bot.sandbox.clock.now()).bring_in(renamed)
    await bot.jobs.look()
    assert "Шеф" in (await talk.says("повар"))["text"]
