"""The calendar of events, one's own one, and posters, as people use them in the chat."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import aiohttp
import vobject
from pypdf import PdfReader

from bot.config import Web
from bot.domain.staff import StaffRole
from bot.sandbox.server import Sandbox
from tests.conftest import Bot, at_work, settings
from tests.handlers.test_events import TITLE, announced, comes, day, opens, pupil, staff
from tests.talk import Message, Talk, labels, text_of

ZONE = timedelta(hours=7)


async def content(bot: Bot, message: Message, kind: str = "document") -> bytes:
    async with bot.session.get(message[kind]["url"]) as response:
        return await response.read()


async def calendar(talk: Talk) -> Message:
    await talk.says("/events")
    return await talk.presses("Календарь")


async def mine(talk: Talk) -> Message:
    await talk.says("/me")
    return await talk.presses("Мои события")


async def receipt(talk: Talk) -> Message:
    await mine(talk)
    return await talk.presses("1")


def in_days(bot: Bot, days: int) -> date:
    return (bot.sandbox.clock.now() + ZONE + timedelta(days=days)).date()


async def shown_month_of(bot: Bot, talk: Talk, days: int) -> Message:
    """The calendar, turned to the month of that day."""
    screen = await calendar(talk)
    today, wanted = in_days(bot, 0), in_days(bot, days)
    for _ in range(12 * (wanted.year - today.year) + wanted.month - today.month):
        screen = await talk.presses(next(said for said in labels(screen) if said.endswith("→")))
    return screen


async def test_a_month_is_a_picture_whose_caption_says_the_same(bot: Bot) -> None:
    await announced(bot, await staff(bot), days=10)
    screen = await shown_month_of(bot, await pupil(bot), 10)
    assert screen["photo"]["width"] == 1080
    assert f" {in_days(bot, 10).day} (1)" in text_of(screen)
    assert "Событий: 1" in text_of(screen)


async def test_a_day_is_pressed_or_its_number_is_typed(bot: Bot) -> None:
    await announced(bot, await staff(bot), days=10)
    talk = await pupil(bot)
    screen = await shown_month_of(bot, talk, 10)
    (label,) = [said for said in labels(screen) if "событие" in said]
    assert TITLE in text_of(await talk.presses(label))
    await shown_month_of(bot, talk, 10)
    assert TITLE in text_of(await talk.says(str(in_days(bot, 10).day)))
    card = await talk.presses(TITLE)
    assert "Профессиональная проба" in text_of(card)


async def test_a_day_without_events_says_so_and_a_strange_one_is_explained(bot: Bot) -> None:
    await announced(bot, await staff(bot), days=10)
    talk = await pupil(bot)
    await shown_month_of(bot, talk, 10)
    other = 14 if in_days(bot, 10).day != 14 else 15
    assert "событий нет" in text_of(await talk.says(f"{other} числа"))
    await calendar(talk)
    assert "такого дня нет" in text_of(await talk.says("когда сварка?"))


async def test_the_filter_holds_in_the_calendar_too(bot: Bot) -> None:
    await announced(bot, await staff(bot), days=10)
    talk = await pupil(bot)
    await talk.says("/events")
    await talk.presses("Выбрать по")
    await talk.presses("Ещё")
    await talk.presses("Онлайн")
    await talk.presses("Показать")
    assert "Календарь" not in labels(await talk.screen())
    await talk.presses("Показать все")
    await talk.presses("Выбрать по")
    await talk.presses("Город")
    await talk.presses("Кемерово")
    screen = await shown_month_of(bot, talk, 10)
    assert "включён фильтр" in text_of(screen)
    assert "Событий: 1" in text_of(screen)


async def test_ones_event_goes_into_the_calendar_of_the_phone(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member, days=10)
    talk = await pupil(bot)
    await comes(talk)
    message = await talk.presses("В календарь")
    assert message["document"]["name"] == "event.ics"
    entry = vobject.readOne((await content(bot, message)).decode()).vevent
    assert entry.summary.value == TITLE
    assert f"{entry.dtstart.value:%H:%M %d.%m.%Y}" == f"15:00 {day(bot, 10)}"
    assert "мастерская 5" in entry.location.value


async def test_an_old_button_gives_no_file_to_who_does_not_come(bot: Bot) -> None:
    await announced(bot, await staff(bot))
    talk = await pupil(bot)
    await comes(talk)
    old = await talk.screen()
    await receipt(talk)
    await talk.presses("Не приду")
    gone = await talk.presses("В календарь", old)
    assert "document" not in gone
    assert "Запись отменена" in text_of(gone)


async def test_without_an_address_there_is_no_link_and_nothing_is_said_of_it(bot: Bot) -> None:
    talk = await pupil(bot)
    assert "Мой календарь" not in labels(await mine(talk))
    assert "личный календарь" not in text_of(await talk.says("/privacy"))


async def test_a_link_is_made_followed_and_taken_back(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    async with aiohttp.ClientSession() as outside:
        config = settings(tmp_path, sandbox[1]).model_copy(
            update={"web": Web(base_url="https://bot.example")}
        )
        async with at_work(config, sandbox[0]) as bot:
            await announced(bot, await staff(bot))
            talk = await pupil(bot)
            await comes(talk)
            assert "личный календарь" in text_of(await talk.says("/privacy"))
            await mine(talk)
            await talk.presses("Мой календарь")
            link = text_of(await talk.presses("Подписаться")).split()[-1]
            assert link.startswith("https://bot.example/calendar/")
            served = link.replace("https://bot.example", bot.url)
            async with outside.get(served) as response:
                assert TITLE in await response.text()
            await mine(talk)
            known = await talk.presses("Мой календарь")
            assert link not in text_of(known)
            await talk.presses("Отозвать")
            async with outside.get(served) as response:
                assert response.status == 404


async def test_an_installation_that_is_closed_again_serves_and_makes_no_links(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    closed = settings(tmp_path, sandbox[1])
    opened = closed.model_copy(update={"web": Web(base_url="https://bot.example")})
    async with aiohttp.ClientSession() as outside:
        async with at_work(opened, sandbox[0]) as bot:
            talk = await pupil(bot)
            await mine(talk)
            await talk.presses("Мой календарь")
            link = text_of(await talk.presses("Подписаться")).split()[-1]
            await mine(talk)
            asked = await talk.presses("Мой календарь")
        async with at_work(closed, sandbox[0]) as bot:
            talk = bot.talk(talk.user)
            refused = await talk.presses("Сделать новую", asked)
            assert "calendar/" not in text_of(refused)
            served = link.replace("https://bot.example", bot.url)
            async with outside.get(served) as response:
                assert response.status == 404


async def test_an_old_button_gives_no_poster_of_what_was_called_off(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    card = await member.screen()
    await opens(member)
    await member.presses("Отменить событие")
    await member.presses("Да, отменить")
    assert "document" not in await member.presses("Афиша", card)


async def test_staff_and_teachers_print_a_poster_that_leads_to_the_event(bot: Bot) -> None:
    member = await staff(bot)
    await announced(bot, member)
    message = await member.presses("Афиша")
    (slug,) = bot.rows("SELECT slug FROM events")[0]
    assert message["document"]["name"] == f"{slug}.pdf"
    (page,) = PdfReader(BytesIO(await content(bot, message))).pages
    said = " ".join(page.extract_text().split())
    assert TITLE in said
    assert f"?start=e_{slug}" in said
    talk = await pupil(bot)
    assert TITLE in text_of(await talk.starts(f"e_{slug}"))
    assert "Афиша" not in labels(await talk.screen())
    teacher = await staff(bot, StaffRole.TEACHER, "DP-14")
    await teacher.says("/events")
    await teacher.presses(TITLE)
    assert (await teacher.presses("Афиша"))["document"]["name"] == f"{slug}.pdf"


async def test_a_draft_has_no_poster(bot: Bot) -> None:
    member = await staff(bot)
    await member.says("/menu")
    for label in ("Рабочий стол", "События", "Новое", "Профессиональная проба"):
        await member.presses(label)
    await member.says(TITLE)
    await member.presses("Назад")
    assert "Афиша" not in labels(await member.screen())
