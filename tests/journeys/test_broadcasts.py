"""A mailing in the chat: from the first word to the report, and all that can come between."""

from base64 import b64encode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.config import Broadcasts
from bot.domain.people import AgeBand, Role, Standing
from bot.domain.staff import StaffRole
from bot.drawings import draw
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving
from bot.storage.short import short
from tests.channels.test_delivering import BARS
from tests.chats import Chats
from tests.conftest import DAY, MORNING, ZONE, Bot, at_work, settings
from tests.journeys.mailing import SEEN, UNDO, Crowd, drafted, sent, staff, states, until_states
from tests.talk import Talk, labels, text_of
from tests.waiting import until

EVENING = 20 * 3600 + 58 * 60  # of the Center's day
HOUR = 3600
PHONE = "8 (3842) 12-34-56"


async def goes(bot: Bot, author: Talk) -> None:
    """What is sent begins."""
    await sent(author)
    await bot.jobs.look()


async def ends(bot: Bot, author: Talk, number: int, **states: int) -> str:
    """The report, once the rows of the mailing stand like this."""
    await until_states(bot, number, **states)
    await bot.jobs.look()
    await bot.rests()
    return text_of(await author.screen())


async def test_a_mailing_goes_to_everybody_once_and_is_reported(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 20)
    crowd.blocks(crowd.accounts[:2])
    number = await drafted(author)
    await goes(bot, author)
    report = await ends(bot, author, number, sent=19, skipped=2)
    assert "Доставлено: 19" in report
    assert "Чат закрыт: 2" in report
    assert set(crowd.copies().values()) == {0, 1}
    progress = await author.hears("Итог — в следующем сообщении")
    assert "100 %" in text_of(progress)
    assert sum("▓" in text_of(message) for message in await author.chat()) == 1


async def test_before_it_goes_it_can_be_looked_at_and_taken_back(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 3)
    number = await drafted(author)
    await author.presses("Текст")
    await author.presses("Написать английский")
    await author.says("<i>Contest</i>")
    await author.presses("Проверить")
    await author.presses("Показать")
    shown = [text_of(message) for message in (await author.chat())[-3:]]
    assert shown[:2] == [SEEN, "Contest"]
    assert "Получат: 4 человека" in shown[2]
    assert "Займёт меньше минуты" in shown[2]
    scheduled = await author.presses("Отправить сейчас")
    await author.lets_pass(UNDO - 30)
    await bot.jobs.look()
    await author.presses("Отменить", scheduled)
    await author.hears("№ 1, черновик")
    await author.lets_pass(UNDO)
    await bot.jobs.look()
    assert (crowd.arrived(), states(bot, number)) == (0, {})


async def test_what_is_wrong_with_a_text_is_said_and_asked_again(bot: Bot) -> None:
    author = await staff(bot)
    await author.says("/staff")
    await author.presses("Рассылки")
    await author.presses("Новая рассылка")
    await author.presses("Мероприятия")
    said = text_of(await author.says("раз\n<b>два"))
    assert "Строка 2: <b> открыт и не закрыт" in said
    assert "Напишите текст" in said
    assert "Слишком длинно: 3\u00a0599" in text_of(await author.says("слово " * 600))
    assert "Текст: 13 зн." in text_of(await author.says("раз\n<b>два</b> & три"))


async def test_a_text_of_staff_is_kept_whole_and_that_of_others_is_not(bot: Bot) -> None:
    """Long, and with the Center's telephone."""
    author = await staff(bot)
    await drafted(author, text=f"{'Приходите! ' * 150} Телефон: {PHONE}")
    kept = bot.rows("SELECT payload FROM inbox WHERE payload LIKE '%Телефон%'")
    assert len(kept) == 1
    other = await bot.somebody()
    await other.starts()
    await other.says(f"Мой телефон {PHONE}")
    assert bot.rows("SELECT count(*) FROM inbox WHERE payload LIKE '%Мой%'") == [(0,)]
    picture = b64encode(draw(BARS)).decode()
    await other.sends(kind="photo", name="a.png", base64=picture, mime="image/png")
    assert bot.rows("SELECT payload FROM inbox WHERE kind = 'file'") == [("photo",)]
    # Not where something else is asked for, though staff type it.
    await author.presses("Кому")
    await author.says(f"Наш телефон {PHONE}")
    assert bot.rows("SELECT count(*) FROM inbox WHERE payload LIKE '%Наш%'") == [(0,)]


async def test_a_picture_and_buttons_go_with_it(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 1)
    number = await drafted(author)
    await author.presses("Картинка")
    card = await author.sends(
        kind="photo", name="a.png", base64=b64encode(draw(BARS)).decode(), mime="image/png"
    )
    assert "Файл: картинка" in text_of(card)
    await author.presses("Кнопки")
    await author.presses("К программе")
    found = await author.says("сварщик")
    await author.presses(labels(found)[0])
    assert "Кнопки под текстом" in text_of(await author.screen())
    await author.presses("К черновику")
    await goes(bot, author)
    await until_states(bot, number, sent=2)

    reader = bot.talk(crowd.accounts[0])
    mailing = await reader.screen()
    assert (mailing["caption"], mailing["photo"]["size"] > 0) == (SEEN, True)
    card = await reader.presses(labels(mailing)[0])
    assert "Подходит ли мне?" in " ".join(labels(card))
    assert SEEN in [text_of(message) for message in await reader.chat()], "it stays"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ({"kind": "document", "name": "положение.pdf"}, "Файл: положение.pdf"),
        ({"kind": "document", "name": "вирус.exe"}, "Нужна картинка, PDF или DOCX"),
    ],
)
async def test_only_files_that_every_phone_opens_are_taken(
    bot: Bot, file: dict[str, str], said: str
) -> None:
    author = await staff(bot)
    await drafted(author)
    await author.presses("Картинка")
    assert said in text_of(await author.sends(**file, base64="aGk="))


async def test_a_button_to_what_is_gone_says_so_and_the_mailing_goes_on(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 1)
    number = await drafted(author)
    await author.presses("Кнопки")
    await author.presses("К мероприятию")
    assert "не похоже на ссылку" in text_of(await author.says("https://copp.example"))
    await author.says("https://t.me/traektoria_bot?start=p_nothing-like-that")
    await author.presses("К черновику")
    await goes(bot, author)
    await until_states(bot, number, sent=2)
    said = await bot.talk(crowd.accounts[0]).presses("Подробнее")
    assert "Этого уже нет" in text_of(said)


async def test_an_audience_is_narrowed_down_and_kept_under_a_name(bot: Bot) -> None:
    author = await staff(bot)
    Crowd(bot, 8)  # two of every grade from 8 to 11, every other one of Kemerovo
    await drafted(author)
    await author.presses("Кому")
    assert "Получат: 9 человек" in text_of(await author.screen())
    await author.presses("Добавить условие")
    await author.presses("Класс")
    await author.presses("8–9")
    assert "Выбрано: 8–9 класс" in text_of(await author.screen())
    await author.presses("Готово")
    assert "Получат: 4 человека" in text_of(await author.screen())
    await author.presses("Добавить условие")
    await author.presses("Город")
    assert "Выбрано: Кемерово" in text_of(await author.says("кемирово"))
    await author.presses("Готово")
    assert "Получат: 2 человека" in text_of(await author.screen())
    await author.presses("Сохранить")
    await author.says("Кемерово, 8–9")

    await drafted(author)
    await author.presses("Кому")
    await author.presses("Сохранённые")
    assert "Получат: 2 человека" in text_of(await author.presses("Кемерово, 8–9"))


async def test_above_the_limit_a_second_person_looks_first(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    async with strict(tmp_path, sandbox) as bot:
        author, other = await staff(bot), await staff(bot)
        crowd = Crowd(bot, 5)
        number = await drafted(author)
        await author.presses("Проверить")
        assert "согласие второго сотрудника" in text_of(await author.screen())
        await author.presses("Отправить сейчас")
        assert "ждёт согласия" in text_of(await author.screen())
        asked = await other.hears("Нужно ваше согласие")
        await other.presses("Посмотреть", asked)
        shown = [text_of(message) for message in (await other.chat())[-2:]]
        assert shown[0] == SEEN
        assert "Автор: сотрудник №" in shown[1]
        card = await other.screen()
        await other.presses("Согласен", card)
        await author.hears("согласовали")
        await author.lets_pass(UNDO)
        await bot.jobs.look()
        await until_states(bot, number, sent=7)
        assert set(crowd.copies().values()) == {1}
        noted = [action for (action,) in bot.rows("SELECT action FROM audit ORDER BY id")]
        assert noted[-2:] == ["broadcast.submitted", "broadcast.approved"]


async def test_a_second_person_may_send_it_back(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    async with strict(tmp_path, sandbox) as bot:
        author, other = await staff(bot), await staff(bot)
        Crowd(bot, 5)
        await drafted(author)
        await author.presses("Проверить")
        await author.presses("Отправить сейчас")
        asked = await other.hears("Нужно ваше согласие")
        old = await other.presses("Посмотреть", asked)
        now = await other.presses("Посмотреть", asked)
        assert "вернулась к автору" in text_of(await other.presses("Вернуть", now))
        back = await author.hears("просит её поправить")
        assert "черновик" in text_of(await author.presses("Открыть", back))
        # The button of a card that is out of date decides about nothing.
        await author.presses("Текст")
        await author.presses("Написать русский")
        await author.says("Совсем другое")
        await author.presses("Проверить")
        await author.presses("Отправить сейчас")
        assert "изменилась" in text_of(await other.presses("Согласен", old))
        assert bot.rows("SELECT state FROM broadcasts") == [("waiting",)]


async def test_a_second_person_who_does_not_answer_is_asked_again(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    async with strict(tmp_path, sandbox) as bot:
        author, other = await staff(bot), await staff(bot)
        Crowd(bot, 5)
        await drafted(author)
        await author.presses("Проверить")
        await author.presses("Отправить сейчас")
        await author.lets_pass(5 * HOUR)
        for _ in range(2):
            await bot.jobs.look()
        await bot.rests()
        asked = [m for m in await other.chat() if "Нужно ваше согласие" in text_of(m)]
        assert len(asked) == 2


async def test_who_leaves_a_topic_gets_no_more_of_it(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 2)
    number = await drafted(author)
    await goes(bot, author)
    await until_states(bot, number, sent=3)
    reader = bot.talk(crowd.accounts[0])
    left = await reader.presses("Не присылать такие")
    assert "Больше не пришлю: олимпиады и конкурсы" in text_of(left)
    assert SEEN in [text_of(message) for message in await reader.chat()]

    second = await drafted(author, text="Второй конкурс")
    await author.presses("Кому")
    assert "отписались от этой темы: 1" in text_of(await author.screen())
    await author.presses("К черновику")
    await goes(bot, author)
    await until_states(bot, second, sent=2)
    assert crowd.copies("Второй конкурс")[reader.user] == 0
    third = await drafted(author, topic="Мероприятия", text="День открытых дверей")
    await goes(bot, author)
    await until_states(bot, third, sent=3)
    assert crowd.copies("День открытых дверей")[reader.user] == 1

    assert "✓ олимпиады и конкурсы" in text_of(await reader.presses("Вернуть", left))


async def test_news_go_only_to_those_who_asked_for_them(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 3)
    reader = bot.talk(crowd.accounts[0])
    await reader.says("/settings")
    await reader.presses("Рассылки")
    assert "— новости Центра: не присылаю" in text_of(await reader.screen())
    assert "предложения работодателей" not in text_of(await reader.screen())
    await reader.presses("Включить: новости")
    number = await drafted(author, topic="Новости Центра")
    await author.presses("Кому")
    assert "не включали эту тему: 3" in text_of(await author.screen())
    await author.presses("К черновику")
    await goes(bot, author)
    await until_states(bot, number, sent=1)
    assert crowd.copies() == {account: int(account == reader.user) for account in crowd.accounts}


async def test_no_child_ever_gets_an_advert(bot: Bot) -> None:
    """Not even one who says how old they are after the audience was fixed."""
    author, crowd = await staff(bot), Crowd(bot, 3)
    wants_adverts(bot, crowd)
    grown = crowd.accounts[1]
    changes(bot, grown, role=Role.ADULT, age_band=AgeBand.FROM_18, standing=Standing.MEMBER)
    number = await drafted(author, topic="Предложения работодателей")
    await sent(author)
    await bot.rests()
    await bot.control("faults", fault="429", method="sendMessage", retry_after=2, times=1)
    await bot.jobs.look()
    changes(bot, grown, age_band=AgeBand.FROM_14)
    await until_states(bot, number, skipped=1)
    assert crowd.arrived() == 0


async def test_control_the_same_advert_reaches_a_grown_up(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 3)
    wants_adverts(bot, crowd)
    number = await drafted(author, topic="Предложения работодателей")
    grown = crowd.accounts[1]
    changes(bot, grown, role=Role.ADULT, age_band=AgeBand.FROM_18, standing=Standing.MEMBER)
    await goes(bot, author)
    await until_states(bot, number, sent=1)
    assert crowd.arrived() == 1


async def test_what_is_sent_at_night_arrives_in_the_morning(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 4)
    number = await drafted(author)
    await author.lets_pass(12 * HOUR)  # ten in the evening
    await author.presses("Проверить")
    assert "тихие часы: сообщения пойдут с 09:00" in text_of(await author.screen())
    await author.presses("Отправить сейчас")
    await author.lets_pass(UNDO)
    await bot.jobs.look()
    await author.lets_pass(HOUR)
    await bot.jobs.look()
    await bot.rests()
    assert "Тихие часы: продолжу с 09:00" in text_of(await author.hears("░"))
    assert crowd.arrived() == 0
    await author.lets_pass(11 * HOUR)
    await until_states(bot, number, sent=5)
    assert set(crowd.copies().values()) == {1}


async def test_what_is_not_done_by_nine_in_the_evening_goes_on_in_the_morning(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url)
    slow = config.telegram.model_copy(update={"messages_per_second": 20.0})
    telegram.clock.advance(EVENING - MORNING - UNDO)
    async with at_work(config.model_copy(update={"telegram": slow}), telegram) as bot:
        author, crowd = await staff(bot), Crowd(bot, 60)
        number = await drafted(author)
        await goes(bot, author)
        await until(lambda: crowd.arrived() > 5)
        await author.lets_pass(150)
        reached = crowd.arrived()
        assert reached < 50
        await bot.jobs.look()
        assert states(bot, number)["queued"] > 0
        assert crowd.arrived() <= reached + 8, "what was on the wire"
        await author.lets_pass(12 * HOUR)
        await until_states(bot, number, sent=61)
        assert set(crowd.copies().values()) == {1}


async def test_a_mailing_that_telegram_refuses_pauses_itself_and_staff_are_told(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 100)
    watcher = await staff(bot, StaffRole.ADMIN)
    number = await drafted(author)
    await sent(author)
    await bot.rests()
    for account in crowd.accounts:
        await bot.control("faults", fault="400", method="sendMessage", chat=account)
    await bot.jobs.look()
    await until(lambda: bot.rows("SELECT state FROM broadcasts") == [("paused",)])
    await bot.jobs.look()
    told = text_of(await author.hears("остановилась сама"))
    assert "Telegram отказал 20 раз подряд" in told
    assert "an injected fault" in told
    await watcher.hears("остановилась сама")
    failed = states(bot, number)["failed"]
    assert 20 <= failed <= 20 + 72
    await bot.session.delete("/sandbox/faults")
    await author.presses("Открыть", await author.hears("остановилась сама"))
    await author.presses("Продолжить")
    await until_states(bot, number, failed=failed, sent=102 - failed)


async def test_a_storm_of_429_loses_nothing_and_repeats_nothing(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 15)
    number = await drafted(author)
    await sent(author)
    await bot.rests()
    await bot.control("faults", fault="429", method="sendMessage", retry_after=1, times=5)
    await bot.jobs.look()
    await until_states(bot, number, sent=16)
    assert set(crowd.copies().values()) == {1}


@pytest.mark.parametrize(("fault", "copies"), [("reset_after", 1), ("reset_before", 0)])
async def test_who_is_unconfirmed_is_written_to_again_only_when_somebody_says_so(
    bot: Bot, fault: str, copies: int
) -> None:
    """Whether a message arrived before the line broke cannot be told from here."""
    author, crowd = await staff(bot), Crowd(bot, 4)
    in_doubt = crowd.accounts[0]
    number = await drafted(author)
    await sent(author)
    await bot.rests()
    await bot.control("faults", fault=fault, method="sendMessage", chat=in_doubt)
    await bot.jobs.look()
    report = await ends(bot, author, number, sent=4, unknown=1)
    assert "Не подтверждено, могло дойти: 1" in report
    assert crowd.copies()[in_doubt] == copies
    await bot.session.delete("/sandbox/faults")
    await author.lets_pass(DAY)
    await bot.jobs.look()
    assert crowd.copies()[in_doubt] == copies

    await author.presses("Повторить")
    assert "кто-то получит рассылку № 1 второй раз" in text_of(await author.screen())
    await author.presses("Да, сделать черновик")
    said = text_of(await author.screen())
    assert "Не подтверждено: рассылка № 1" in said
    assert "Получат: 1 человек" in said
    await author.presses("Отправить сейчас")
    await author.lets_pass(UNDO)
    await bot.jobs.look()
    await until_states(bot, number + 1, sent=1)
    assert crowd.copies()[in_doubt] == copies + 1
    assert crowd.arrived() == 3 + copies + 1


async def test_stopped_for_good_the_rest_is_marked_and_the_sum_is_right(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url)
    slow = config.telegram.model_copy(update={"messages_per_second": 20.0})
    async with at_work(config.model_copy(update={"telegram": slow}), telegram) as bot:
        author, second = await staff(bot), await staff(bot)
        crowd = Crowd(bot, 100)
        number = await drafted(author)
        await goes(bot, author)
        await until(lambda: crowd.arrived() > 5)
        await author.presses("Остановить", await author.hears("начинается"))
        await author.presses("Да, остановить", await author.hears("насовсем?"))
        await bot.jobs.look()
        await bot.rests()
        report = await author.hears("остановлена\nолимпиады")
        assert "Не отправлено" in text_of(report)
        known = states(bot, number)
        assert set(known) == {"sent", "skipped"}
        assert sum(known.values()) == 102
        # A colleague who presses the same button a moment later sees how it stands.
        await second.says("/staff")
        await second.presses("Рассылки")
        assert "остановлена" in text_of(await second.presses(f"№ {number},"))


async def test_the_list_names_everybody_by_number(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 3)
    crowd.blocks(crowd.accounts[:1])
    number = await drafted(author)
    await goes(bot, author)
    await ends(bot, author, number, sent=3, skipped=1)
    file = await author.presses("Список в XLSX")
    async with bot.session.get(file["document"]["url"]) as response:
        (sheet,) = load_workbook(BytesIO(await response.read())).worksheets
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[1] for row in rows] == ["чат закрыт", "доставлено", "доставлено", "доставлено"]
    people = {str(number) for (number,) in bot.rows("SELECT id FROM people")}
    assert {row[0] for row in rows} == people


async def test_who_is_forgotten_leaves_no_trace_in_a_mailing(bot: Bot) -> None:
    author, crowd = await staff(bot), Crowd(bot, 2)
    number = await drafted(author)
    await goes(bot, author)
    await until_states(bot, number, sent=3)
    reader = bot.talk(crowd.accounts[0])
    await reader.presses("Не присылать такие")
    ((person,),) = bot.rows("SELECT id FROM people WHERE account = ?", reader.user)
    await reader.says("/forget")
    await reader.presses("Да, стереть")
    assert bot.rows("SELECT count(*) FROM subscriptions") == [(0,)]
    assert bot.rows("SELECT count(*) FROM outbox WHERE person = ?", person) == [(0,)]
    assert sum(states(bot, number).values()) == 3


async def test_faster_for_stars_as_far_as_they_go(tmp_path: Path) -> None:
    limits = replace(Limits.raised(), stars=2.0)
    telegram = Sandbox(limits=limits)
    telegram.clock.advance((MORNING - ZONE - telegram.clock.timestamp()) % DAY)
    async with serving(telegram) as url:
        config = settings(tmp_path, url)
        slow = config.telegram.model_copy(update={"messages_per_second": 20.0})
        costs = Broadcasts(paid_rate=500.0, most_stars=1)
        config = config.model_copy(update={"telegram": slow, "broadcasts": costs})
        async with at_work(config, telegram) as bot:
            author, crowd = await staff(bot), Crowd(bot, 30)
            number = await drafted(author)
            await author.presses("Проверить")
            price = text_of(await author.presses("Отправить быстрее"))
            assert "не больше 1 ⭐ — по 0.1" in price
            await author.presses("Да, платить")
            await author.presses("Отправить сейчас")
            await author.lets_pass(UNDO)
            await bot.jobs.look()
            await until_states(bot, number, sent=31)
            assert bot.rows("SELECT paid_messages FROM broadcasts") == [(10,)]
            assert set(crowd.copies().values()) == {1}


async def test_nobody_else_comes_near_a_mailing(bot: Bot) -> None:
    author = await staff(bot)
    await drafted(author)
    card = await author.screen()
    mentor = await staff(bot, StaffRole.MENTOR)
    desk = await mentor.says("/staff")
    assert not any("Рассылки" in label for label in labels(desk))
    await takes_the_role_away(bot, author)
    assert "только сотрудники" in text_of(await author.presses("Проверить", card))


def strict(folder: Path, sandbox: tuple[Sandbox, str]) -> Any:
    telegram, url = sandbox
    few = Broadcasts(approve_above=3)
    return at_work(settings(folder, url).model_copy(update={"broadcasts": few}), telegram)


def wants_adverts(chats: Chats, crowd: Crowd) -> None:
    """Even of those who could never turn them on."""
    sql = """INSERT INTO subscriptions (person_id, topic, wanted, changed_at)
             SELECT id, 'advert', 1, '' FROM people WHERE account = ?"""
    with short(chats.file) as tx:
        tx.connection.executemany(sql, [(account,) for account in crowd.accounts])


def changes(chats: Chats, account: int, **facts: Any) -> None:
    with short(chats.file) as tx:
        person = tx.people.of_account("telegram", account)
        assert person is not None
        tx.people.save(replace(person, **facts))


async def takes_the_role_away(bot: Bot, member: Talk) -> None:
    with short(bot.file) as tx:
        tx.connection.execute(
            "DELETE FROM staff WHERE person_id = (SELECT id FROM people WHERE account = ?)",
            (member.user,),
        )
