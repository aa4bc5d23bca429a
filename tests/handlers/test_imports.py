"""The catalogue kept by files that staff send to the bot."""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.catalog.importing import read_files
from bot.catalog.importing.workbooks import read_tables
from bot.domain.staff import StaffRole
from bot.drawings.workbook import xlsx
from bot.sandbox.server import Sandbox
from bot.views.workbooks import workbook
from tests.catalog.test_archives import zipped
from tests.catalog.workbook_builders import ANCHOR, DATA, DEMO, DICTIONARIES, edited
from tests.conftest import DAY, Bot, at_work, settings
from tests.handlers.test_events import staff
from tests.journeys.test_rights import pressed_by, presses_forged
from tests.talk import Message, Talk, labels, text_of

NAME = "каталог.xlsx"
CHECKING = f"Проверяю файл «{NAME}»"


def stored_book(bot: Bot) -> bytes:
    """The catalogue of the bot as a workbook."""
    from bot.storage.short import looking

    with looking(bot.file) as tx:
        return xlsx(workbook(tx.network.read(), DICTIONARIES))


def put(row: int, column: str, value: object) -> Callable[[Any], None]:
    """Into the groups."""

    def edit(book: Any) -> None:
        sheet = book["groups"]
        (place,) = (cell.column for cell in sheet[1] if cell.value == column)
        sheet.cell(row, place).value = value

    return edit


def changed(bot: Bot, seats: int = 29) -> bytes:
    return edited(put(2, "seats", seats), stored_book(bot))


async def sends(bot: Bot, talk: Talk, content: bytes, name: str = NAME) -> None:
    encoded = b64encode(content).decode()
    file = {"name": name, "mime": "", "kind": "document", "base64": encoded}
    await bot.control(f"users/{talk.user}/message", file=file)


async def press(talk: Talk, label: str, under: Message, words: str) -> Message:
    """The answer with these words: jobs may tell staff of other things at any moment."""
    await talk.presses_in_vain(label, under)
    return await talk.hears(words)


async def content_of(bot: Bot, message: Message) -> bytes:
    async with bot.session.get(message["document"]["url"]) as response:
        return await response.read()


def seats(bot: Bot) -> list[int]:
    return sorted({seats for (seats,) in bot.rows("SELECT seats FROM study_groups")})


async def checked(bot: Bot, member: Talk, content: bytes | None = None) -> Message:
    """The answer to a file in which a group has 29 places."""
    await sends(bot, member, content or changed(bot))
    await member.hears(CHECKING)
    return await member.hears("ошибок нет")


async def test_a_file_is_checked_shown_taken_in_and_taken_back(bot: Bot) -> None:
    member = await staff(bot)
    summary = await checked(bot, member)
    assert "Группы: новых 0, изменится 1, без изменений 366" in text_of(summary)
    assert ", seats: " in text_of(summary)
    assert 29 not in seats(bot), "nothing before a yes"

    applied = await press(member, "Загрузить", summary, "Загружено.")
    assert 29 in seats(bot)
    await press(member, "Отменить загрузку", applied, "возвращено прежнего: 1")
    assert 29 not in seats(bot)


async def test_pressing_twice_takes_it_in_once(bot: Bot) -> None:
    member = await staff(bot)
    summary = await checked(bot, member)
    button = pressed_by(summary, "Загрузить")
    applied = await press(member, "Загрузить", summary, "Загружено.")
    await press(member, "Отменить", applied, "Загрузка отменена")
    await presses_forged(bot, member, button["callback_data"])
    await member.hears("Этот файл уже загружен")
    assert bot.rows("SELECT count(*) FROM imports") == [(2,)]
    assert 29 not in seats(bot)


async def test_mistakes_are_told_and_come_whole_as_a_file(bot: Bot) -> None:
    def spoil(book: Any) -> None:
        for row in range(2, 42):
            put(row, "seats", "=1+1")(book)

    member = await staff(bot)
    await sends(bot, member, edited(spoil, stored_book(bot)))
    told = text_of(await member.hears("есть ошибки: 40"))
    assert "groups, строка 2, seats: в ячейке H2 формула: вставьте значение" in told
    assert len(told) <= 1500
    report = await member.hears("Все ошибки по строкам")
    lines = (await content_of(bot, report)).decode("utf-8-sig").splitlines()
    assert lines[0] == "таблица;строка;столбец;что исправить"
    assert lines[40] == "groups;41;seats;в ячейке H41 формула: вставьте значение"
    assert len(lines) == 41
    assert bot.rows("SELECT state, file, network FROM uploads") == [("refused", "", "")]


async def test_csv_files_come_in_an_archive(bot: Bot) -> None:
    member = await staff(bot)
    files = [(file.name, file.read_bytes()) for file in (DATA / "demo").glob("*.csv")]
    await sends(bot, member, zipped(*files), "demo.zip")
    await member.hears("всё так же, как в каталоге")


async def test_what_is_no_catalogue_is_told_so(bot: Bot) -> None:
    member = await staff(bot)
    await sends(bot, member, b"%PDF-1.7 no workbook")
    assert "это не книга Excel" in text_of(await member.hears("есть ошибки: 1"))


async def test_a_bomb_leaves_the_bot_as_it_was(bot: Bot) -> None:
    member = await staff(bot)
    await sends(bot, member, zipped(("[Content_Types].xml", bytes(100_000_000))))
    assert "может быть опасен" in text_of(await member.hears("есть ошибки: 1"))


async def test_who_declines_changes_nothing(bot: Bot) -> None:
    member = await staff(bot)
    summary = await checked(bot, member)
    await press(member, "Не надо", summary, "ничего не загружаю")
    assert 29 not in seats(bot)
    assert bot.rows("SELECT state, network FROM uploads") == [("dropped", "")]


async def test_a_second_file_takes_the_place_of_the_first(bot: Bot) -> None:
    member = await staff(bot)
    first = await checked(bot, member)
    await sends(bot, member, changed(bot, seats=28))
    await member.hears(f"Файл «{NAME}» больше не нужен")
    await member.hears("→ 28")
    await press(member, "Загрузить", first, "прислали другой")
    assert not {28, 29} & set(seats(bot))


async def test_what_changed_meanwhile_is_looked_at_again(bot: Bot) -> None:
    """A file moves a new group to another programme than the catalogue has by now."""
    member, colleague = await staff(bot), await staff(bot, StaffRole.ADMIN)
    codes = {"code": "NEW-G1", "programme": "DEMO-14", "module": None}

    def new(programme: str) -> bytes:
        def edit(book: Any) -> None:
            for column, value in {**codes, "programme": programme}.items():
                put(2, column, value)(book)
            put(2, "timetable", None)(book)

        return edited(edit, stored_book(bot))

    mine, theirs = new("DEMO-14"), new("DEMO-16")
    summary = await checked(bot, member, mine)
    await press(colleague, "Загрузить", await checked(bot, colleague, theirs), "Загружено.")
    refused = await press(member, "Загрузить", summary, "Загрузить нельзя")
    assert "NEW-G1" in text_of(refused)
    assert bot.rows("SELECT programme FROM study_groups WHERE code = 'NEW-G1'") == [("DEMO-16",)]


async def test_somebody_else_is_answered_as_ever_and_the_file_is_taken_away(bot: Bot) -> None:
    pupil = await bot.somebody()
    await pupil.starts()
    await sends(bot, pupil, changed(bot))
    await pupil.hears("Файлы я не принимаю и не храню")
    await bot.rests()
    assert all("document" not in message for message in await pupil.chat())
    assert bot.rows("SELECT count(*) FROM uploads") == [(0,)]


@pytest.mark.parametrize("role", [StaffRole.MENTOR, StaffRole.TEACHER])
async def test_so_is_staff_that_does_not_keep_the_catalogue(bot: Bot, role: StaffRole) -> None:
    partner = "DP-02" if role.of_partner else ""
    colleague = await staff(bot, role, partner)
    await sends(bot, colleague, changed(bot))
    await colleague.hears("Файлы я не принимаю")
    assert bot.rows("SELECT count(*) FROM uploads") == [(0,)]


async def test_who_is_no_longer_staff_takes_nothing_in(bot: Bot) -> None:
    from bot.storage.short import short

    member = await staff(bot)
    summary = await checked(bot, member)
    with short(bot.file) as tx:
        for appointment in tx.staff.every():
            tx.staff.revoke(appointment.id)
    await press(member, "Загрузить", summary, "только сотрудники")
    assert 29 not in seats(bot)


async def test_staff_learn_what_kind_of_file_it_has_to_be(bot: Bot) -> None:
    member = await staff(bot)
    await sends(bot, member, b"%PDF", "приказ.pdf")
    await member.hears("Каталог принимаю книгой .xlsx")


async def to_the_files(bot: Bot, member: Talk) -> Message:
    await member.says("/menu")
    desk = await press(member, "Рабочий стол", await member.hears("Меню"), "Рабочий стол")
    shelf = await press(member, "Каталог", desk, "чего людям не хватает")
    return await press(member, "Загрузить и выгрузить", shelf, "Каталог файлами")


async def test_staff_get_the_whole_catalogue_as_a_file_that_comes_back_unchanged(bot: Bot) -> None:
    member = await staff(bot)
    page = await to_the_files(bot, member)
    given = await press(member, "Получить весь каталог", page, "Весь каталог на")
    assert given["document"]["name"] == NAME
    content = await content_of(bot, given)
    assert read_files(read_tables(content), DICTIONARIES, ANCHOR).programmes == DEMO.programmes
    await sends(bot, member, content)
    await member.hears("Загружать нечего")


async def test_staff_get_an_empty_template(bot: Bot) -> None:
    member = await staff(bot)
    page = await to_the_files(bot, member)
    given = await press(member, "Получить пустой шаблон", page, "Пустой шаблон")
    book = load_workbook(BytesIO(await content_of(bot, given)))
    assert book["groups"].max_row == 1


async def test_the_page_of_files_says_what_was_imported_last(bot: Bot) -> None:
    member = await staff(bot)
    page = await to_the_files(bot, member)
    assert "Загрузок ещё не было" in text_of(page)
    assert "Отменить загрузку" not in str(labels(page))
    await press(member, "Загрузить", await checked(bot, member), "Загружено.")
    await to_the_files(bot, member)
    page = await member.hears("Новых: 0, изменено: 1")
    await press(member, "Отменить загрузку", page, "Загрузка отменена")
    await to_the_files(bot, member)
    await member.hears("Последняя загрузка отменена")


async def test_a_file_that_was_sent_before_a_restart_is_checked_after_it(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url)
    async with at_work(config, telegram) as bot:
        member = await staff(bot)
        book = changed(bot)
        await bot.control("faults", fault="502", method="getFile", times=9)
        await sends(bot, member, book)
        await member.hears(CHECKING)
    await bot_is_told_again(url)
    telegram.clock.advance(60)
    async with at_work(config, telegram) as bot:
        member = bot.talk(member.user)
        summary = await member.hears("ошибок нет")
        said = [message for message in await member.chat() if "ошибок нет" in text_of(message)]
        assert len(said) == 1
        await press(member, "Загрузить", summary, "Загружено.")
        assert 29 in seats(bot)


async def bot_is_told_again(url: str) -> None:
    import aiohttp

    async with aiohttp.ClientSession(url) as session, session.delete("/sandbox/faults"):
        pass


async def test_a_file_that_cannot_be_fetched_is_asked_for_again_after_an_hour(bot: Bot) -> None:
    member = await staff(bot)
    await bot.control("faults", fault="502", method="getFile", times=1000)
    await sends(bot, member, changed(bot))
    await member.hears(CHECKING)
    await member.lets_pass(3700)
    assert NAME in text_of(await member.hears("Не получилось забрать"))


async def test_nothing_is_left_of_a_file_after_a_day(bot: Bot) -> None:
    member = await staff(bot)
    await checked(bot, member)
    await member.lets_pass(DAY + 60)
    await bot.jobs.look()
    assert bot.rows("SELECT count(*) FROM uploads") == [(0,)]
