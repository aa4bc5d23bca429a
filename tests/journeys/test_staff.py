"""The team at work: invitations, rights that end at once, questions from first to last word,
over the sandbox as people see it."""

import re
from pathlib import Path

from bot.config import Staff
from bot.domain.staff import StaffRole
from bot.sandbox.server import Sandbox
from bot.services.staff import StaffService
from bot.storage.short import short
from tests.conftest import Bot, at_work, settings
from tests.journeys.test_rights import opens, with_a_bug
from tests.talk import Message, Talk, labels, text_of

HOUR = 3600
LINK = re.compile(r"https://t\.me/\w+\?start=(s_[\w-]{22,})")
NOT_PERMITTED = "Это могут только сотрудники"
QUESTION = "Можно ли учиться вечером, если я работаю?"


async def joins(bot: Bot, role: StaffRole, partner: str = "") -> Talk:
    """Somebody new with that role."""
    talk = await bot.somebody()
    with short(bot.file) as tx:
        token = StaffService(tx, bot.sandbox.clock.now()).invite(role, partner)
    await talk.starts(f"s_{token}")
    return talk


async def pupil(bot: Bot, age: str = "От 14") -> Talk:
    talk = await bot.somebody()
    await talk.starts()
    grade = "9 класс" if age == "От 14" else "7 класс"
    for label in ("Я учусь", age, grade):
        await talk.presses(label)
    if age == "От 14":
        await talk.presses("Да, сохран")
    return talk


async def asks(talk: Talk, typed: str = QUESTION) -> Message:
    await talk.says("/menu")
    for label in ("Специалист", "Можно ли учиться", "Спросить своё"):
        await talk.presses(label)
    return await talk.says(typed)


async def opens_inbox(talk: Talk) -> Message:
    return await opens(talk, "Вопросы людей")


def link_in(message: Message) -> str:
    found = LINK.search(text_of(message))
    assert found, text_of(message)
    return found[1]


async def test_an_administrator_brings_in_a_coordinator_and_takes_the_role_away(bot: Bot) -> None:
    admin, coordinator = await joins(bot, StaffRole.ADMIN), await bot.somebody()
    await opens(admin, "Команда")
    for label in ("Пригласить", "координатор"):
        await admin.presses(label)
    assert "из какой организации" in text_of(await admin.screen())
    link = link_in(await admin.presses("DP-02"))
    assert bot.rows("SELECT count(*) FROM outbox WHERE body LIKE ?", f"%{link[2:]}%") == [(0,)]

    welcome = await coordinator.starts(link)
    assert "Ваша роль: координатор партнёра" in text_of(welcome)
    desk = await coordinator.presses("Рабочий стол", welcome)
    assert NOT_PERMITTED not in text_of(desk)
    ((number,),) = bot.rows("SELECT id FROM people WHERE account = ?", coordinator.user)
    named = f"№ {number}, координатор партнёра"
    assert f"Новый человек в команде: {named}" in text_of(await admin.screen())
    team = await opens(admin, "Команда")
    assert f"{named}, DP-02 — с " in text_of(team)

    await admin.presses(named)
    await admin.presses("Забрать роль")
    assert named not in text_of(await admin.presses("Да, забрать"))
    assert "больше не действует" in text_of(await coordinator.screen())
    assert NOT_PERMITTED in text_of(await coordinator.says("/staff"))
    assert "Рабочий стол" not in " ".join(labels(await coordinator.says("/menu")))


async def test_an_old_button_is_refused_the_moment_the_role_is_gone(bot: Bot) -> None:
    await joins(bot, StaffRole.ADMIN)
    member = await joins(bot, StaffRole.CENTER_STAFF)
    inbox = await opens_inbox(member)
    with short(bot.file) as tx:
        service = StaffService(tx, bot.sandbox.clock.now())
        held = next(a for a in service.everybody() if a.role is StaffRole.CENTER_STAFF)
        service.revoke(held.id)
    assert NOT_PERMITTED in text_of(await member.presses("Мои", inbox))


async def test_the_last_administrator_cannot_be_taken_off(bot: Bot) -> None:
    admin = await joins(bot, StaffRole.ADMIN)
    await opens(admin, "Команда")
    for label in ("№ 1, администратор", "Забрать роль"):
        await admin.presses(label)
    assert "последний администратор" in text_of(await admin.presses("Да, забрать"))
    assert bot.rows("SELECT role FROM staff") == [("admin",)]


async def test_five_wrong_links_shut_out_for_an_hour_and_say_nothing_more(bot: Bot) -> None:
    stranger = await bot.somebody()
    with short(bot.file) as tx:
        link = f"s_{StaffService(tx, bot.sandbox.clock.now()).invite(StaffRole.ADMIN)}"
    said = {text_of(await stranger.starts(f"s_{'x' * 31}{n}")) for n in range(5)}
    said.add(text_of(await stranger.starts(link)))
    assert len(said) == 1, "a right link is refused in the same words"
    assert bot.rows("SELECT count(*) FROM staff") == [(0,)]
    await stranger.lets_pass(HOUR + 1)
    assert "вы в команде" in text_of(await stranger.starts(link))


async def test_one_account_wears_two_hats(bot: Bot) -> None:
    talk = await pupil(bot)
    with short(bot.file) as tx:
        token = StaffService(tx, bot.sandbox.clock.now()).invite(StaffRole.MENTOR)
    await talk.starts(f"s_{token}")
    menu = " ".join(labels(await talk.says("/menu")))
    assert "Узнать, что мне интересно" in menu
    assert "Рабочий стол" in menu
    assert "Вопросы людей" in text_of(await talk.says("/help"))
    assert "Вопросы людей" not in text_of(await (await pupil(bot)).says("/help"))


async def test_a_question_goes_from_the_first_word_to_thanks(bot: Bot) -> None:
    asker, mentor = await pupil(bot), await joins(bot, StaffRole.MENTOR)
    center = await joins(bot, StaffRole.CENTER_STAFF)
    asked = text_of(await asks(asker))
    assert "Вопрос № 1 у специалистов" in asked

    inbox = text_of(await opens_inbox(mentor))
    assert "№ 1 Можно ли учиться бесплатно — новый" in inbox
    assert "учится, 14–17 лет, 9 класс" in inbox
    assert QUESTION not in text_of(await mentor.presses("Открыть № 1"))
    case = text_of(await mentor.presses("Взять"))
    assert QUESTION in case
    assert "Автору нет 18" in case
    await mentor.presses("Ответить")
    assert "отправлен" in text_of(await mentor.says("Да: <b>вечером</b> & по субботам"))

    answer = await asker.hears("Ответ на вопрос № 1")
    assert "Да: <b>вечером</b> & по субботам" in text_of(answer), "what was typed, as it was typed"
    await asker.presses("Спросить ещё", answer)
    await asker.says("А онлайн?")
    before = await mentor.hears("Человек написал ещё")
    await asker.presses("Спросить ещё")
    await asker.says("И в другом городе?")
    assert await mentor.screen() == before, "told once for every time that somebody waits"
    await opens_inbox(center)
    for label in ("Мои", "Все"):
        await center.presses(label)
    thread = text_of(await center.presses("Открыть № 1"))
    for words in (QUESTION, "вечером", "А онлайн?"):
        assert words in thread, "nothing between a minor and a mentor is hidden from the Center"
    await asker.says("/menu")
    for label in ("Специалист", "Мои вопросы", "Открыть вопрос № 1"):
        await asker.presses(label)
    assert "закрыт" in text_of(await asker.presses("Спасибо"))
    assert bot.rows("SELECT state, waiting_since FROM consultations") == [("closed", None)]


async def test_of_two_who_press_take_one_gets_it_and_the_other_is_told(bot: Bot) -> None:
    await asks(await pupil(bot))
    mentors = [await joins(bot, StaffRole.MENTOR) for _ in range(2)]
    cases = []
    for mentor in mentors:
        await opens_inbox(mentor)
        cases.append(await mentor.presses("Открыть № 1"))
    for mentor, case in zip(mentors, cases, strict=True):
        await mentor.presses_in_vain("Взять", case)
    await bot.rests()
    said = [text_of(await mentor.screen()) for mentor in mentors]
    assert sorted("уже взял другой" in text for text in said) == [False, True]
    assert bot.rows("SELECT count(*) FROM consultations WHERE owner IS NOT NULL") == [(1,)]


async def test_an_answer_with_a_phone_is_not_sent_and_stands_nowhere(bot: Bot) -> None:
    asker, mentor = await pupil(bot), await joins(bot, StaffRole.MENTOR)
    await asks(asker)
    await opens_inbox(mentor)
    for label in ("Открыть № 1", "Взять", "Ответить"):
        await mentor.presses(label)
    before = await asker.screen()
    assert (
        "не присылайте сюда телефоны"
        in text_of(await mentor.says("Звони +7 913 555 01 42")).lower()
    )
    assert await asker.screen() == before
    assert bot.rows("SELECT count(*) FROM consultation_messages WHERE author = 'staff'") == [(0,)]


async def test_an_answer_that_was_found_needs_no_human(bot: Bot) -> None:
    asker = await pupil(bot)
    await asker.says("/menu")
    for label in ("Специалист", "Как подать", "Кто решает"):
        await asker.presses(label)
    assert "приказ о зачислении" in text_of(await asker.screen())
    assert "Отлично" in text_of(await asker.presses("Это помогло"))
    assert bot.rows("SELECT count(*) FROM consultations") == [(0,)]


async def test_a_child_is_sent_to_the_parents_and_a_stranger_is_asked_who_they_are(
    bot: Bot,
) -> None:
    for talk, said in (
        (await pupil(bot, "Меньше 14"), "задаёт взрослый"),
        (await bot.somebody(), "Кто вы?"),
    ):
        await talk.starts("p_nowhere")
        for label in ("Специалист", "Другое"):
            await talk.presses(label)
        assert said in text_of(await talk.presses("Спросить своё"))
    assert bot.rows("SELECT count(*) FROM consultations") == [(0,)]


async def test_a_guest_is_told_how_long_the_question_is_kept(bot: Bot) -> None:
    guest = await bot.somebody()
    await guest.starts()
    for label in ("Я взрослый", "От 18", "Колледж", "Нет, посмотрю"):
        await guest.presses(label)
    assert "сотрутся через сутки" in text_of(await asks(guest))
    await guest.lets_pass(25 * HOUR)
    await bot.jobs.look()
    assert bot.rows("SELECT count(*) FROM consultation_messages") == [(0,)]


async def test_outside_the_hours_people_hear_when_the_office_opens(bot: Bot) -> None:
    asker = await pupil(bot)
    await asker.lets_pass(12 * HOUR)  # it is 22 o'clock
    assert "ответим после" in text_of(await asks(asker))


async def test_the_log_shows_who_did_what(bot: Bot) -> None:
    await asks(await pupil(bot))
    admin = await joins(bot, StaffRole.ADMIN)
    await opens_inbox(admin)
    for label in ("Открыть № 1", "Взять"):
        await admin.presses(label)
    assert "вопрос взят. consultation 1" in text_of(await opens(admin, "Журнал изменений"))
    await admin.presses("Выбрать вид")
    shown = text_of(await admin.presses("Команда и роли"))
    ((number,),) = bot.rows("SELECT person_id FROM staff")
    assert f"№ {number}: дана роль. person {number}: invited by the command line → admin" in shown
    assert "вопрос взят" not in shown


async def test_alerts_go_into_the_staff_chat(tmp_path: Path, sandbox: tuple[Sandbox, str]) -> None:
    telegram, url = sandbox
    config = settings(tmp_path, url).model_copy(update={"staff": Staff(chat="1005")})
    async with at_work(config, telegram, with_a_bug) as bot:
        member, unlucky = await joins(bot, StaffRole.ADMIN), await bot.somebody()
        before = await member.screen()
        await bot.talk(1005).starts()
        await unlucky.says("/break")
        alert = await bot.talk(1005).hears("не удалось обработать пять раз")
        assert labels(alert) == []
        assert await member.screen() == before
