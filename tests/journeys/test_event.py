"""An event from its draft to its report, with forty people and a clock that is moved."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

from tests.conftest import Bot
from tests.handlers.test_event_day import at_the_door, code
from tests.handlers.test_events import TITLE, announced, comes, day, opens, pupil, staff
from tests.talk import Talk, text_of

PLACES, PEOPLE = 30, 40


async def everybody(bot: Bot) -> list[Talk]:
    return list(await asyncio.gather(*(pupil(bot) for _ in range(PEOPLE))))


async def waits_or_comes(talk: Talk) -> str:
    await talk.says("/events")
    card = await talk.presses(TITLE)
    full = "мест нет" in text_of(card)
    return text_of(await talk.presses("Встать в очередь" if full else "Приду"))


async def until(bot: Bot, moment: datetime) -> None:
    bot.sandbox.clock.advance((moment - bot.sandbox.clock.now()).total_seconds())
    await bot.jobs.look()
    await bot.rests()


async def test_an_event_from_draft_to_report(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member, places=str(PLACES))
    people = await everybody(bot)
    said = [await waits_or_comes(talk) for talk in people]
    assert [("Место за тобой" in s) for s in said] == [True] * PLACES + [False] * 10
    assert "твоё место: 10" in said[-1]

    await people[0].presses("Не приду")
    offer = await people[PLACES].hears("Место освободилось!")
    await people[PLACES].presses("Приду", offer)
    await people[1].presses("Не приду")
    await people[PLACES + 1].hears("Место освободилось!")
    await until(bot, bot.sandbox.clock.now() + timedelta(hours=25))
    await people[PLACES + 1].hears("ответа не было")
    await people[PLACES + 2].hears("Место освободилось!")

    await opens(member)
    await member.presses("Изменить")
    await member.presses("Когда")
    await member.says(f"{day(bot, 11)} 16:00-18:00")
    await member.presses("Сообщить")
    changed = await people[5].hears("ИЗМЕНЕНИЕ")
    assert "16:00–18:00" in text_of(changed)
    await people[5].presses("Да, приду", changed)
    await people[6].presses("Не приду", await people[6].hears("ИЗМЕНЕНИЕ"))

    [(starts,)] = bot.rows("SELECT starts_at FROM events")
    begins = datetime.fromisoformat(starts)
    await until(bot, begins - timedelta(hours=22) + timedelta(minutes=1))  # 18:01 the day before
    await people[2].hears("Напоминание")
    late = await pupil(bot)
    await waits_or_comes(late)
    await until(bot, begins - timedelta(hours=2) + timedelta(minutes=1))
    assert sum("Напоминание" in text_of(m) for m in await people[8].chat()) == 2
    assert sum("Напоминание" in text_of(m) for m in await people[0].chat()) == 0

    await at_the_door(bot, member)
    shown = (await code(member)).replace(" ", "")
    [(event,)] = bot.rows("SELECT id FROM events")
    for talk in people[7:17]:
        assert "Отмечено" in text_of(await talk.starts(f"in_{event}_{shown}"))

    await at_the_door(bot, member, hours=3.5)
    await member.presses("Итоги")
    report = text_of(await member.presses("Сдать отчёт"))
    assert "Разных людей: 10" in report
    assert "Участий (человеко-участия): 10" in report
    assert bot.rows("SELECT state FROM events") == [("reported",)]
    states = Counter(state for (state,) in bot.rows("SELECT state FROM participations"))
    assert states["registered"] == states["offered"] == states["waiting"] == 0
    assert states["attended"] == 10


async def test_a_cancelled_event_reminds_nobody_afterwards(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await bot.jobs.look()
    await opens(member)
    await member.presses("Отменить событие")
    await member.presses("Да, отменить")
    await talk.hears("ОТМЕНА")
    await until(bot, bot.sandbox.clock.now() + timedelta(days=11))
    assert bot.rows("SELECT DISTINCT state, reason FROM reminders") == [("skipped", "cancelled")]
    assert not any("Напоминание" in text_of(m) for m in await talk.chat())
