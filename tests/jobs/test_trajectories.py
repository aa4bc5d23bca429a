"""News about a path: told once, to whoever relies on it, with what can be done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import orjson
import pytest

from bot.domain.network import Group
from bot.services.network import NetworkService
from bot.storage.short import short
from tests.conftest import Bot
from tests.handlers.test_trajectories import adult, welder
from tests.talk import Talk, text_of

NEWS = "SELECT count(*) FROM outbox WHERE dedupe_key LIKE 'tell:path:%'"


async def changes_group(bot: Bot, code: str, change: Callable[[Group], Group]) -> None:
    with short(bot.config.database) as tx:
        network = tx.network.read()
        changed = replace(network, groups={code: change(network.groups[code])})
        NetworkService(tx, bot.sandbox.clock.now()).bring_in(changed)
    await bot.jobs.look()
    await bot.rests()


def a_week_later(group: Group) -> Group:
    week = timedelta(days=7)
    return replace(group, starts_on=group.starts_on + week, ends_on=group.ends_on + week)


async def keeps(bot: Bot, talk: Talk) -> str:
    """A path that is saved; the code of its last group."""
    await welder(talk)
    await talk.presses("Сохранить")
    await bot.jobs.look()
    ((body,),) = bot.rows("SELECT body FROM trajectories")
    return str(orjson.loads(body)["groups"][-1]["code"])


async def test_a_moved_module_is_told_once_with_what_can_be_done(bot: Bot) -> None:
    talk = await adult(bot)
    await changes_group(bot, await keeps(bot, talk), a_week_later)
    told = await talk.hears("Изменения в пути «Сварщик»")
    assert "Было: " in text_of(told)
    assert "Стало: " in text_of(told)
    for _ in range(2):
        await bot.jobs.look()
    assert bot.rows(NEWS) == [(1,)]
    proposed = text_of(await talk.presses("Пересчитать", told))
    assert "Новый план пути «Сварщик»" in proposed
    assert "Было: " in proposed
    assert "Станет: " in proposed
    assert bot.rows("SELECT state FROM trajectories") == [("changed",)]
    assert "Путь: Сварщик" in text_of(await talk.presses("Принять"))
    assert bot.rows("SELECT state FROM trajectories") == [("saved",)]


async def test_each_further_change_is_told_too(bot: Bot) -> None:
    talk = await adult(bot)
    code = await keeps(bot, talk)
    for _ in range(2):
        await changes_group(bot, code, a_week_later)
    assert bot.rows(NEWS) == [(2,)]


async def test_a_changed_path_may_stay_as_it_is(bot: Bot) -> None:
    talk = await adult(bot)
    await welder(talk)
    await talk.presses("Подать заявки")
    await talk.presses("1")
    await bot.jobs.look()
    ((code,),) = bot.rows("SELECT group_code FROM enrolments ORDER BY id DESC LIMIT 1")
    await changes_group(bot, str(code), a_week_later)
    told = await talk.hears("Изменения в пути")
    await talk.says("/me")
    assert "есть изменения" in text_of(await talk.presses("Мои пути: 1"))
    assert text_of(await talk.presses("1")) == text_of(told)
    await talk.presses("Оставить как есть", told)
    assert bot.rows("SELECT state FROM trajectories") == [("applied",)]


async def test_whoever_asked_not_to_be_written_to_sees_it_in_the_list(bot: Bot) -> None:
    talk = await adult(bot)
    code = await keeps(bot, talk)
    await talk.says("/stop")
    await changes_group(bot, code, a_week_later)
    assert bot.rows(NEWS) == [(0,)]
    await talk.says("/me")
    assert "есть изменения" in text_of(await talk.presses("Мои пути: 1"))


@pytest.mark.parametrize("groups", [0, 1])
async def test_more_places_are_no_news(bot: Bot, groups: int) -> None:
    """The control: the same with other dates is told."""
    talk = await adult(bot)
    code = await keeps(bot, talk)
    larger = (lambda g: replace(g, seats=g.seats + 5), a_week_later)
    await changes_group(bot, code, larger[groups])
    assert bot.rows(NEWS) == [(groups,)]
