"""A file moves or cancels a group; whoever applied hears of it once, by day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.domain.network import Group, GroupState
from tests.conftest import Bot
from tests.jobs.test_trajectories import a_week_later, changes_group
from tests.journeys.test_upkeep import WELDER, applied
from tests.talk import labels, text_of

TOLD = "SELECT count(*) FROM outbox WHERE dedupe_key LIKE 'tell:group-change:%'"


def group_of(bot: Bot) -> str:
    ((code,),) = bot.rows("SELECT group_code FROM enrolments ORDER BY id LIMIT 1")
    return str(code)


async def changes(bot: Bot, change: Callable[[Group], Group]) -> None:
    await changes_group(bot, group_of(bot), change)


def cancelled(group: Group) -> Group:
    return replace(group, state=GroupState.CANCELLED)


async def test_a_moved_group_is_told_once_and_the_application_stands(bot: Bot) -> None:
    anna = await applied(bot)
    await changes(bot, a_week_later)
    told = await anna.hears("ИЗМЕНЕНИЕ")
    for words in ("Было: ", "Стало: "):
        assert words in text_of(told)
    await bot.jobs.look()
    assert bot.rows(TOLD) == [(1,)]
    assert "Место за вами" in text_of(await anna.presses("Всё равно иду", told))


async def test_nobody_is_woken_by_it(bot: Bot) -> None:
    anna = await applied(bot)
    local = bot.sandbox.clock.now().astimezone(bot.config.rules.zone)
    night = local.replace(hour=23, minute=0) - local
    bot.sandbox.clock.advance(night.total_seconds())
    await changes(bot, a_week_later)
    assert bot.rows(TOLD) == [(0,)]
    bot.sandbox.clock.advance(timedelta(hours=10, minutes=5).total_seconds())
    await bot.jobs.look()
    await anna.hears("ИЗМЕНЕНИЕ")
    assert bot.rows(TOLD) == [(1,)]


async def test_a_cancelled_group_leads_to_other_dates(bot: Bot) -> None:
    anna = await applied(bot)
    await changes(bot, cancelled)
    told = await anna.hears("Группа отменена")
    assert any("Отозвать заявку" in label for label in labels(told))
    assert bot.rows("SELECT state FROM enrolments") == [("submitted",)]
    onward = await anna.presses("Другие даты", told)
    review = onward if "Проверка заявки" in text_of(onward) else await anna.presses("1")
    assert "Проверка заявки" in text_of(review)
    await anna.presses("Подать заявку")
    states = bot.rows("SELECT programme, state FROM enrolments ORDER BY id")
    assert states == [(WELDER, "withdrawn"), (WELDER, "submitted")]


async def test_the_receipt_says_that_the_group_is_cancelled(bot: Bot) -> None:
    anna = await applied(bot)
    await changes(bot, cancelled)
    await anna.hears("Группа отменена")
    await anna.says("/me")
    listed = await anna.presses("Мои заявки: 1")
    assert "группа отменена" in text_of(listed)
    receipt = text_of(await anna.presses("1"))
    assert "Группа отменена" in receipt
    assert "Место за вами" not in receipt


async def test_what_was_withdrawn_shows_no_dates_of_later(bot: Bot) -> None:
    anna = await applied(bot)
    await anna.says("/me")
    await anna.presses("Мои заявки: 1")
    before = text_of(await anna.presses("1"))
    assert "занятия" in before, "control"
    await anna.presses("Отозвать заявку")
    assert "занятия" not in text_of(await anna.presses("Да, отозвать"))
    await changes(bot, a_week_later)
    assert bot.rows(TOLD) == [(0,)]
