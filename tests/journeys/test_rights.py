"""What people may know, keep, take back and refuse, and what others may not do in their name."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from enum import EnumType
from pathlib import Path
from typing import Any, get_args

import aiohttp
import pytest

from bot.domain.inbox import Kind
from bot.domain.people import address
from bot.domain.staff import PERMISSIONS, Permission, StaffRole
from bot.handlers.features import every
from bot.handlers.routing import Route, Turn, command, slow_press
from bot.sandbox.server import Sandbox
from bot.services.staff import StaffService
from bot.storage.short import short
from bot.views.callbacks import Callback, Seal
from bot.views.menu import ToHelp
from bot.views.screen import Screen
from bot.views.staff import ToTrouble
from tests.chats import Chats
from tests.conftest import DAY, Bot, at_work, settings
from tests.journeys.journey import Journey, Stage
from tests.journeys.process import Killable
from tests.journeys.stories import ADULT_RU
from tests.talk import Message, Talk, labels, text_of

HOUR = 3600
CARD = "p_car-mechanic-tryout"  # a course for pupils of the grades 8 to 11
PHONE = "+7 (913) 555-01-42"
STALE = "Эта кнопка устарела"
REFUSED = "Это могут только сотрудники Центра."


async def test_export_gives_all_that_is_stored(bot: Bot) -> None:
    journey = await applied(bot)
    await journey.talk.presses("Открыть")
    await journey.talk.presses("Сохранить")
    await journey.talk.presses("Специалист")
    for label in ("Не знаю, что выбрать", "Спросить своё"):
        await journey.talk.presses(label)
    await journey.talk.says("Что выбрать после техникума?")
    stored = await exported(journey.talk)
    assert stored["person"]["role"] == "adult"
    assert [consent["purpose"] for consent in stored["consents"]] == ["service"]
    (application,) = stored["applications"]
    assert application["number"] == journey.receipt
    assert [move["to_state"] for move in application["history"]] == ["submitted"]
    assert stored["saved_programmes"] == ["DEMO-16"]
    (asked,) = stored["consultations"]
    assert asked["topic"] == "choice"
    assert [said["text"] for said in asked["messages"]] == ["Что выбрать после техникума?"]
    (run,) = stored["questionnaires"]
    given = {item: answer["value"] for item, answer in run["answers"].items()}
    assert given == dict(bot.rows("SELECT item, value FROM answers"))


async def test_forget_erases_everything_and_says_what_it_was(bot: Bot) -> None:
    journey = await applied(bot)
    talk = journey.talk
    assert {"people", "consents", "runs", "enrolments", "inbox"} <= mentions(bot, talk)
    await talk.says("/forget")
    said = text_of(await talk.presses("Да, стереть"))
    for part in ("профиль", "1 согласие", "1 опросник с ответами", "1 заявка", "1 подбор"):
        assert part in said
    assert "Согласие отозвано" in said
    await bot.jobs.look()
    assert mentions(bot, talk) == set()
    assert bot.rows("SELECT count(*) FROM enrolments") == [(0,)]


async def test_who_was_forgotten_is_a_stranger_and_is_asked_to_agree_anew(bot: Bot) -> None:
    talk = (await applied(bot)).talk
    await talk.says("/forget")
    await talk.presses("Да, стереть")
    assert "Кто вы?" in text_of(await talk.presses("Начать"))
    for label in ("Я взрослый", "От 18", "Колледж"):
        screen = await talk.presses(label)
    assert "Сохранить ваши ответы?" in text_of(screen)


async def test_the_place_of_somebody_who_is_forgotten_goes_to_the_next_in_line(bot: Bot) -> None:
    first, second = await bot.somebody(), await bot.somebody()
    assert "Место за вами" in await asks_for_the_only_place(first)
    assert "место в очереди: 1" in await asks_for_the_only_place(second)
    await first.says("/forget")
    await first.presses("Да, стереть")
    offer = await second.hears("Освободилось место!")
    assert "Место подтверждено" in text_of(await second.presses("Беру", offer))
    assert bot.rows("SELECT state FROM enrolments") == [("confirmed",)]


async def test_a_guest_is_forgotten_after_a_day_and_a_member_is_not(bot: Bot) -> None:
    guest, member = await bot.somebody(), await bot.somebody()
    await introduces(guest, "Нет, посмотрю")
    await guest.presses("Подобрать")
    await introduces(member, "Да, сохран")
    await bot.control(f"users/{guest.user}/block")
    await bot.rests()

    await guest.lets_pass(23 * HOUR)
    await bot.jobs.look()
    assert "people" in mentions(bot, guest)
    await guest.lets_pass(2 * HOUR)
    await bot.jobs.look()
    assert mentions(bot, guest) == set()
    assert bot.rows("SELECT account, standing FROM people") == [
        (member.user, "guardian_pending"),
    ]


async def test_a_child_under_14_cannot_apply_and_is_told_what_to_do(bot: Bot) -> None:
    child = await bot.somebody()
    await child.starts()
    for label in ("Я учусь", "Меньше 14", "8 класс"):
        await child.presses(label)
    await child.starts(CARD)
    said = text_of(await child.presses("Подать"))
    assert "До 14 лет заявку подаёт взрослый" in said
    assert bot.rows("SELECT standing FROM people") == [("guest",)]
    assert bot.rows("SELECT count(*) FROM enrolments") == [(0,)]


async def test_nobody_agrees_without_having_said_how_old_they_are(bot: Bot) -> None:
    stranger = await bot.somebody()
    await stranger.starts(CARD)
    asked = await stranger.presses("Подать")
    assert "Кто вы?" in text_of(asked)
    assert "Да, сохран" not in " ".join(labels(asked))
    assert bot.rows("SELECT count(*) FROM consents") == [(0,)]


async def test_an_invitation_of_staff_works_once(bot: Bot) -> None:
    link = invitation(bot)
    member, stranger = await bot.somebody(), await bot.somebody()
    assert "вы в команде" in text_of(await member.starts(link))
    refused = text_of(await stranger.starts(link))
    assert "уже использовано" in refused
    who = "SELECT account FROM staff JOIN people ON people.id = person_id"
    assert bot.rows(who) == [(member.user,)]


async def test_an_invitation_of_staff_is_for_one_day(bot: Bot) -> None:
    link = invitation(bot)
    late = await bot.somebody()
    await late.lets_pass(DAY + HOUR)
    assert "устарело" in text_of(await late.starts(link))
    assert bot.rows("SELECT count(*) FROM staff") == [(0,)]


async def test_nobody_presses_the_button_of_somebody_else(bot: Bot) -> None:
    victim, thief = (await applied(bot)).talk, await bot.somebody()
    await introduces(thief, "Да, сохран")
    await victim.says("/forget")
    button = pressed_by(await victim.screen(), "Да, стереть")
    assert STALE in text_of(await presses_forged(bot, thief, button["callback_data"]))
    assert bot.rows("SELECT count(*) FROM people") == [(2,)]
    assert bot.rows("SELECT state FROM enrolments") == [("submitted",)]


@pytest.mark.parametrize("spoil", [lambda data: data[:-1] + "~", lambda _: "fo", lambda _: "{}"])
async def test_a_button_that_we_have_not_made_does_nothing(bot: Bot, spoil: Any) -> None:
    talk = await bot.somebody()
    await introduces(talk, "Да, сохран")
    await talk.says("/forget")
    button = pressed_by(await talk.screen(), "Да, стереть")
    assert STALE in text_of(await presses_forged(bot, talk, spoil(button["callback_data"])))
    assert bot.rows("SELECT count(*) FROM people") == [(1,)]


async def test_what_fails_for_good_gets_an_apology_with_a_number_and_staff_a_note(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    telegram, url = sandbox
    async with at_work(settings(tmp_path, url), telegram, with_a_bug) as bot:
        member, unlucky = await bot.somebody(), await bot.somebody()
        welcome = await member.starts(invitation(bot))
        sorry = text_of(await unlucky.says("/break"))
        ((reference, failures),) = bot.rows("SELECT id, failures FROM inbox WHERE state = 'dead'")
        assert failures == 5
        assert "сломалось" in sorry
        assert f"Номер обращения: {reference}" in sorry
        assert "Кто вы?" in text_of(await unlucky.says("/menu")), "the next one is handled"

        assert f"Сообщение № {reference} " in text_of(await member.screen())
        desk = await member.presses("Рабочий стол", welcome)
        assert "Не обработано сообщений: 1" in text_of(desk)
        failed = await opens(member, "Сбои")
        assert f"№ {reference}: ZeroDivisionError" in text_of(failed)
        cleared = await member.presses(f"Убрать № {reference}", failed)
        assert "ZeroDivisionError" not in text_of(cleared)


async def opens(member: Talk, label: str) -> Message:
    """What stands on the staff desk, on whichever page."""
    desk = await member.says("/staff")
    while not any(label in shown for shown in labels(desk)):
        desk = await member.presses("Ещё", desk)
    return await member.presses(label, desk)


def with_a_bug() -> list[Route]:
    def breaks(turn: Turn, _: str) -> Screen:
        raise ZeroDivisionError

    return [*every(), command("break", breaks)]


@pytest.fixture
async def killable(tmp_path: Path, sandbox: tuple[Sandbox, str]) -> AsyncIterator[Killable]:
    telegram, url = sandbox
    async with aiohttp.ClientSession(url) as session:
        bot = Killable(Chats(telegram, session, tmp_path / "bot.db"), url)
        await bot.starts()
        yield bot
        await bot.stops()


async def test_a_phone_number_is_taken_out_of_the_chat_and_stands_nowhere(
    killable: Killable,
) -> None:
    talk = await killable.chats.somebody()
    await introduces(talk, "Да, сохран")
    await talk.says("хочу на сварщика-высотника")
    said = text_of(await talk.says(f"Аня, {PHONE}, жду звонка"))
    assert "Не присылай сюда телефоны" in said
    assert [m for m in await talk.chat() if "жду звонка" in text_of(m)] == []
    await talk.says("/help 89135550142")
    await talk.presses("Меню")
    await talk.presses("Узнать")
    await talk.says("8 913 555 01 42")
    await talk.sends(kind="contact")
    await talk.sends(kind="document", name="8-913-555-01-42.pdf", base64="AAAA")

    written = b"".join(f.read_bytes() for f in killable.folder.rglob("*") if f.is_file())
    assert "сварщика-высотника".encode() in written, "what was typed can be found"
    for number in (PHONE, "9135550142", "913 555 01 42", "913-555-01-42", "9990000000"):
        assert number.encode() not in written


NEEDING = [route for route in every() if route.needs is not None]


async def test_every_route_that_needs_a_permission_refuses_whoever_lacks_it(bot: Bot) -> None:
    """Also somebody who is staff, and may do other things."""
    stranger, teacher = await bot.somebody(), await bot.somebody()
    await introduces(stranger, "Да, сохран")
    await teacher.starts(invitation(bot, StaffRole.TEACHER, "DP-14"))
    assert {Kind.PRESS, Kind.TEXT} <= {route.kind for route in NEEDING}
    before = changed_by_staff(bot)
    for route in NEEDING:
        assert REFUSED in await tried(bot, stranger, route), route
        if route.needs not in PERMISSIONS[StaffRole.TEACHER]:
            assert REFUSED in await tried(bot, teacher, route), route
    assert changed_by_staff(bot) == before


async def test_control_what_needs_no_permission_is_open_and_so_is_what_one_may(bot: Bot) -> None:
    stranger, member = await bot.somebody(), await bot.somebody()
    await introduces(stranger, "Да, сохран")
    await member.starts(invitation(bot))
    for kind, name in ((Kind.PRESS, ToHelp.code), (Kind.COMMAND, "help")):
        assert "Как это работает" in await tried(bot, stranger, route_of(kind, name))
    assert REFUSED not in await tried(bot, member, route_of(Kind.PRESS, ToTrouble.code))


async def test_control_without_its_need_a_route_lets_anybody_in(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    def unguarded() -> list[Route]:
        return [replace(route, needs=None) for route in every()]

    async with at_work(settings(tmp_path, sandbox[1]), sandbox[0], unguarded) as bot:
        stranger = await bot.somebody()
        await introduces(stranger, "Да, сохран")
        assert "Сбоев нет" in await tried(bot, stranger, route_of(Kind.PRESS, ToTrouble.code))


async def test_slow_work_is_not_begun_for_whoever_may_not_have_it(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    begun: list[int] = []

    def prepare(turn: Turn, _: ToHelp) -> Callable[[], Screen]:
        begun.append(turn.person.id)
        return lambda: Screen(text=turn.t("help-resumed"))

    slow = slow_press(ToHelp, prepare, lambda _, screen: screen, needs=Permission.SEE_TROUBLE)

    def routes() -> list[Route]:
        return [slow if (r.kind, r.name) == (slow.kind, slow.name) else r for r in every()]

    async with at_work(settings(tmp_path, sandbox[1]), sandbox[0], routes) as bot:
        stranger, member = await bot.somebody(), await bot.somebody()
        await introduces(stranger, "Да, сохран")
        await member.starts(invitation(bot))
        assert REFUSED in await tried(bot, stranger, slow)
        assert begun == []
        assert REFUSED not in await tried(bot, member, slow), "control: begun for who may"
        assert len(begun) == 1


def route_of(kind: Kind, name: str) -> Route:
    return next(route for route in every() if (route.kind, route.name) == (kind, name))


async def tried(bot: Bot, talk: Talk, route: Route) -> str:
    """What the bot says to somebody who has got hold of the button, command or question."""
    if route.kind is Kind.COMMAND:
        return text_of(await talk.says(f"/{route.name}"))
    button = sample(Callback.known[route.name])
    if route.kind is Kind.PRESS:
        seal = Seal((bot.config.folder / "buttons.key").read_bytes())
        sealed = seal.close(address("telegram", talk.user), button)
        return text_of(await presses_forged(bot, talk, sealed))
    await talk.says("/help")
    with short(bot.file) as tx:
        person = tx.people.of_account("telegram", talk.user)
        assert person is not None
        tx.dialogs.save(person.id, button.pack(), ())
    return text_of(await talk.says("слово"))


def sample(kind: type[Callback]) -> Callback:
    """One that may well exist."""
    fields: dict[str, object] = {}
    for name, field in kind.model_fields.items():
        options = get_args(field.annotation) or (field.annotation,)
        wanted = next(option for option in options if option is not type(None))
        if isinstance(wanted, EnumType):
            fields[name] = next(iter(wanted))
        else:
            fields[name] = {int: 1, bool: True}.get(wanted, "DP-14")
    return kind(**fields)


def changed_by_staff(bot: Bot) -> list[tuple[Any, ...]]:
    tables = ("staff", "invitations", "audit", "consultations")
    return [row for table in tables for row in bot.rows(f"SELECT * FROM {table}")]


async def introduces(talk: Talk, decision: str) -> None:
    """A pupil of the 9th grade."""
    await talk.starts()
    for label in ("Я учусь", "От 14", "9 класс", decision):
        await talk.presses(label)


async def asks_for_the_only_place(talk: Talk) -> str:
    """An adult in a group for one; the receipt."""
    await talk.starts()
    for label in ("Я взрослый", "От 18", "Колледж", "Да, сохран"):
        await talk.presses(label)
    await talk.starts("p_car-repair-fitter")
    for label in ("1", "2", "1"):  # apply, the evening group, yes or into the queue
        await talk.presses(label)
    return text_of(await talk.screen())


async def applied(bot: Bot) -> Journey:
    """An adult who has just got a receipt."""
    journey = Journey(await bot.somebody(), ADULT_RU)
    async for stage in journey.walks():
        if stage is Stage.APPLIED:
            break
    return journey


async def exported(talk: Talk) -> dict[str, Any]:
    shown = await talk.says("/export")
    async with talk.session.get(shown["document"]["url"]) as response:
        stored: dict[str, Any] = json.loads(await response.read())
        return stored


def mentions(bot: Bot, talk: Talk) -> set[str]:
    """Tables with a row that leads to this person."""
    ids = [id for (id,) in bot.rows("SELECT id FROM people WHERE account = ?", talk.user)]
    theirs: dict[str, list[object]] = {
        "account": [talk.user],
        "chat": [str(talk.user)],
        "person_id": ids,
    }
    found = set()
    for (table,) in bot.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        columns = [column[1] for column in bot.rows(f"PRAGMA table_info({table})")]
        for row in bot.rows(f"SELECT * FROM {table}"):
            named = zip(columns, row, strict=True)
            if any(value in theirs.get(column, ()) for column, value in named):
                found.add(table)
    return found


def invitation(bot: Bot, role: StaffRole = StaffRole.CENTER_STAFF, partner: str = "") -> str:
    with short(bot.file) as tx:
        service = StaffService(tx, bot.sandbox.clock.now())
        return f"s_{service.invite(role, partner)}"


def pressed_by(message: Message, label: str) -> dict[str, str]:
    said = Talk.button(message, label)
    return next(b for row in message["buttons"] for b in row if b["text"] == said)


async def presses_forged(bot: Bot, talk: Talk, data: str) -> Message:
    """A button that somebody with the token has put into this chat."""
    keyboard = {"inline_keyboard": [[{"text": "Да", "callback_data": data}]]}
    await bot.calls("sendMessage", chat_id=talk.user, text="?", reply_markup=keyboard)
    return await talk.presses("Да")
