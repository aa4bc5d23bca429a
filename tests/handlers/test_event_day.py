"""The day of an event: the code at the door, the list, a class, the report."""

from datetime import timedelta

from bot.domain.staff import StaffRole
from tests.conftest import Bot
from tests.handlers.test_events import TITLE, announced, comes, opens, pupil, staff
from tests.talk import Talk, labels, text_of

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
    again = text_of(await talk.says("000 000"))
    assert "Код не подошёл" in again
    assert "шесть цифр" in again
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


async def opens_mine(talk: Talk) -> str:
    await talk.says("/me")
    await talk.presses("Мои события")
    return text_of(await talk.presses("1"))


async def brings(bot: Bot, pupils: str = "25") -> Talk:
    """A teacher whose class has places at the event; the receipt is on the screen."""
    teacher = await staff(bot, StaffRole.TEACHER, "DP-14")
    await teacher.says("/events")
    await teacher.presses(TITLE)
    await teacher.presses("Привести класс")
    await teacher.presses("8 класс")
    await teacher.says(pupils)
    await teacher.presses("Дальше")
    await teacher.presses("2 взрослых")
    return teacher


async def link_of(teacher: Talk) -> str:
    said = text_of(await teacher.presses("Ссылка для класса"))
    await teacher.presses("Назад")
    return said.split("start=")[1].split()[0]


async def test_the_code_can_be_typed_under_the_receipt_at_once(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await at_the_door(bot, member)
    shown = await code(member)
    await opens_mine(talk)
    assert "Отмечено" in text_of(await talk.says(shown))


async def test_who_does_not_come_says_so_before_the_start(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    early = await talk.screen()
    await at_the_door(bot, member)
    assert "уже началось" in text_of(await talk.presses("Не приду", early))
    await opens_mine(talk)
    assert "Не приду" not in " ".join(labels(await talk.screen()))
    assert bot.rows("SELECT state FROM participations") == [("registered",)]


async def test_a_class_that_does_not_come_is_asked_about_and_its_pupils_are_told(
    bot: Bot,
) -> None:
    await announced(bot, await staff(bot), places="30", classes="от 5 до 30")
    teacher = await brings(bot)
    talk = await pupil(bot)
    await talk.starts(await link_of(teacher))
    assert "Класс из 25 учеников не придёт?" in text_of(await teacher.presses("Класс не придёт"))
    assert bot.rows("SELECT DISTINCT state FROM participations") == [("registered",)]
    await teacher.presses("Да, класс не придёт")
    assert bot.rows("SELECT DISTINCT state FROM participations") == [("cancelled",)]
    told = await talk.hears("класс не придёт")
    assert "Место за тобой" in text_of(await talk.presses("Записаться без класса", told))


async def test_the_teachers_own_link_shows_the_class(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="30", classes="от 5 до 30")
    teacher = await brings(bot)
    first, second = await link_of(teacher), await link_of(teacher)
    assert first == second
    assert "8 класс: 25" in text_of(await teacher.starts(first))
    assert bot.rows("SELECT count(*) FROM participations") == [(1,)]


async def test_a_class_shrinks_after_a_second_look_and_not_below_a_group(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="30", classes="от 5 до 30")
    teacher = await brings(bot)
    assert "мастерская 5" in text_of(await teacher.screen())
    await teacher.presses("Придёт меньше")
    assert "от 5 учеников" in text_of(await teacher.says("3"))
    assert "Записано учеников: 25" in text_of(await teacher.says("26"))
    assert "Нужно число" in text_of(await teacher.says("двадцать"))
    assert "Придёт учеников: 20, было 25" in text_of(await teacher.says("20"))
    assert bot.rows("SELECT places FROM participations") == [(25,)]
    assert "8 класс: 20" in text_of(await teacher.presses("Да, придёт 20"))
    assert bot.rows("SELECT places FROM participations") == [(20,)]


async def test_heads_are_counted_once_people_arrive_and_can_be_corrected(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member, places="30", classes="от 5 до 30")
    teacher = await brings(bot)
    assert "Сколько пришло" not in " ".join(labels(await teacher.screen()))
    await at_the_door(bot, member)
    await opens_mine(teacher)
    await teacher.presses("Сколько пришло")
    again = text_of(await teacher.says("900"))
    assert "от 0 до 35" in again
    assert "Сколько человек пришло?" in again
    assert "пришло 23" in text_of(await teacher.says("23"))
    await opens_mine(teacher)
    await teacher.presses("Сколько пришло")
    assert "пришло 24" in text_of(await teacher.says("24"))
    noted = "SELECT before, after FROM audit WHERE action = 'event.attendance' ORDER BY id"
    assert bot.rows(noted) == [("registered", "23"), ("23", "24")]
    assert bot.rows("SELECT came FROM participations") == [(24,)]


async def test_a_door_that_is_not_open_to_all_answers_like_an_unknown_link(bot: Bot) -> None:
    await announced(bot, await staff(bot), last="Изменить")
    talk = await pupil(bot)
    [(event,)] = bot.rows("SELECT id FROM events")
    known = text_of(await talk.starts(f"in_{event}_123456"))
    assert known == text_of(await talk.starts("in_999_123456"))
    assert TITLE not in known


async def test_who_wants_no_messages_is_told_so_and_counted(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    talk = await pupil(bot)
    await comes(talk)
    await talk.says("/stop")
    await talk.says("/me")
    assert "Сообщения выключены" in text_of(await talk.presses("Мои события"))
    await at_the_door(bot, member)
    assert "Не оповещены: 1" in text_of(await member.presses("Итоги"))


async def test_a_party_that_would_wait_may_take_fewer_places(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="3")
    await comes(await pupil(bot))
    talk = await pupil(bot)
    await talk.says("/events")
    await talk.presses(TITLE)
    await talk.presses("Приду не один")
    assert "Свободно 2, вас 3" in text_of(await talk.presses("Нас 3"))
    assert bot.rows("SELECT count(*) FROM participations") == [(1,)]
    assert "Место за тобой" in text_of(await talk.presses("Приду, нас 2"))
    await talk.presses("Нас будет меньше")
    assert "Место за тобой" in text_of(await talk.presses("Нас 1"))
    assert bot.rows("SELECT places FROM participations ORDER BY id") == [(1,), (1,)]


async def test_a_party_may_wait_together(bot: Bot) -> None:
    await announced(bot, await staff(bot), places="3")
    await comes(await pupil(bot))
    talk = await pupil(bot)
    await talk.says("/events")
    await talk.presses(TITLE)
    await talk.presses("Приду не один")
    await talk.presses("Нас 3")
    assert "Ты в очереди" in text_of(await talk.presses("Встать в очередь вместе"))


async def test_a_place_at_a_cancelled_event_cannot_be_taken(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member, places="1")
    first, second = await pupil(bot), await pupil(bot)
    await comes(first)
    await second.says("/events")
    await second.presses(TITLE)
    await second.presses("Встать в очередь")
    await first.presses("Не приду")
    offer = await second.hears("Место освободилось!")
    await member.presses("Отменить событие")
    await member.presses("Да, отменить")
    said = text_of(await second.presses("Приду", offer))
    assert "Событие отменено" in said
    assert "✅" not in said
    await second.says("/me")
    assert "событие отменено" in text_of(await second.presses("Мои события"))
