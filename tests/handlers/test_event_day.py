"""The day of an event: the code at the door, the list, a class, the report."""

from datetime import timedelta

from bot.domain.staff import StaffRole
from tests.conftest import Bot
from tests.handlers.test_events import TITLE, announced, comes, opens, pupil, staff
from tests.talk import Talk, text_of

HOUR = 3600


async def at_the_door(bot: Bot, member: Talk, hours: float = 0.0) -> None:
    """The time is moved to the start of the event, and so many hours on."""
    [(starts,)] = bot.rows("SELECT starts_at FROM events")
    now = bot.sandbox.clock.now()
    begins = now.fromisoformat(starts)
    bot.sandbox.clock.advance((begins - now).total_seconds() + hours * HOUR)
    await bot.jobs.look()
    await opens(member)


async def code(member: Talk) -> str:
    said = text_of(await member.presses("Код у входа"))
    return said.split("Код у входа: ")[1].split("\n")[0].strip()


async def test_whoever_types_the_code_at_the_door_is_noted(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await at_the_door(bot, member)
    shown = await code(member)
    await talk.says("/me")
    await talk.presses("Мои события")
    await talk.presses("1")
    await talk.presses("Отметиться")
    assert "Код не подошёл" in text_of(await talk.says("000 000"))
    await talk.says("/me")
    await talk.presses("Мои события")
    await talk.presses("1")
    await talk.presses("Отметиться")
    assert "Отмечено" in text_of(await talk.says(shown))
    assert bot.rows("SELECT state FROM participations") == [("attended",)]


async def test_the_code_of_some_minutes_ago_opens_nothing(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await at_the_door(bot, member)
    old = (await code(member)).replace(" ", "")
    [(event,)] = bot.rows("SELECT id FROM events")
    bot.sandbox.clock.advance(180)
    assert "Код не подошёл" in text_of(await talk.starts(f"in_{event}_{old}"))


async def test_whoever_was_let_in_without_a_registration_is_counted(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await at_the_door(bot, member)
    shown = (await code(member)).replace(" ", "")
    [(event,)] = bot.rows("SELECT id FROM events")
    assert "Отмечено" in text_of(await talk.starts(f"in_{event}_{shown}"))
    assert "Отмечено" in text_of(await talk.starts(f"in_{event}_{shown}"))
    assert bot.rows("SELECT state FROM participations") == [("attended",)]


async def test_staff_note_who_came_with_a_tap_and_hand_in_the_report(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    there, missing = await pupil(bot), await pupil(bot)
    await comes(there)
    await comes(missing)
    await at_the_door(bot, member, hours=2.5)
    await member.presses("Кто пришёл")
    listed = await member.presses("1")
    assert "Отмечено: 1 из 2" in text_of(listed)
    await member.presses("Назад")
    results = await member.presses("Итоги")
    assert "Разных людей: 1" in text_of(results)
    handed = text_of(await member.presses("Сдать отчёт"))
    assert "Не пришло: 1" in handed
    states = bot.rows("SELECT state FROM participations ORDER BY id")
    assert states == [("attended",), ("absent",)]
    assert bot.rows("SELECT state FROM events") == [("reported",)]


async def test_a_teacher_brings_a_class_without_a_name(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member, places="30", classes="от 5 до 30")
    teacher = await staff(bot, StaffRole.TEACHER, "DP-14")
    await teacher.says("/events")
    await teacher.presses(TITLE)
    await teacher.presses("Привести класс")
    await teacher.presses("8 класс")
    await teacher.says("25")
    await teacher.presses("Дальше")
    receipt = text_of(await teacher.presses("2 взрослых"))
    assert "8 класс: 25" in receipt
    assert "Подтвердили сами: 0 из 25" in receipt
    link = text_of(await teacher.presses("Ссылка для класса"))
    payload = link.split("start=")[1].split()[0]
    talk = await pupil(bot)
    assert "Место за тобой" in text_of(await talk.starts(payload))
    taken = bot.rows("SELECT kind, places FROM participations ORDER BY id")
    assert taken == [("class", 25), ("person", 0)]
    await at_the_door(bot, member, hours=2.5)
    await teacher.says("/me")
    await teacher.presses("Мои события")
    await teacher.presses("1")
    await teacher.presses("Сколько пришло")
    assert "пришло 23" in text_of(await teacher.says("23"))
    await member.presses("Итоги")
    results = text_of(await member.screen())
    assert "Участий (человеко-участия): 23" in results
    assert "Разных людей: 0" in results


async def test_too_few_adults_and_too_large_a_class_are_refused_in_words(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member, places="30", classes="от 5 до 30")
    teacher = await staff(bot, StaffRole.TEACHER, "DP-14")
    await teacher.says("/events")
    await teacher.presses(TITLE)
    await teacher.presses("Привести класс")
    await teacher.presses("8 класс")
    await teacher.says("31")
    await teacher.presses("Дальше")
    refused = text_of(await teacher.presses("3 взрослых"))
    assert "от 5 до 30" in refused


async def test_how_it_was_is_asked_afterwards_and_counted(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await bot.jobs.look()
    await at_the_door(bot, member)
    shown = (await code(member)).replace(" ", "")
    [(event,)] = bot.rows("SELECT id FROM events")
    await talk.starts(f"in_{event}_{shown}")
    bot.sandbox.clock.advance(timedelta(hours=3, minutes=5).total_seconds())
    await bot.jobs.look()
    asked = await talk.hears("как прошло?")
    await talk.presses("5", asked)
    assert "Спасибо" in text_of(await talk.presses("Пригодится"))
    assert bot.rows("SELECT stars, remark FROM feedback") == [(5, "useful")]
