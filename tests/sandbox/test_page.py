"""The chat page in a real browser: people talk to a small bot through the real sandbox."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.sandbox.people import ReadyMade
from bot.sandbox.server import Sandbox, serving
from tests.sandbox.browsing import ANYA, CHROMIUM, MARINA, SERGEY, browsing, opened, scene
from tests.sandbox.scripted_bot import ScriptedBot, Update

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
HOSTILE = "<img src=x onerror=\"document.title='hacked'\"><script>alert(1)</script>"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


async def test_a_person_starts_presses_a_button_and_sees_the_message_change_in_place(
    browser: Browser,
) -> None:
    async with scene(browser) as here:
        await here.button("Начать").click()
        await expect(here.last.locator("strong")).to_have_text("Начнём?")
        asked = await here.last.get_attribute("id")
        await here.button("Да").click()
        await expect(here.page.get_by_role("status").get_by_text("Записано")).to_be_visible()
        await expect(here.last).to_contain_text("Вопрос 1 из 20")
        await expect(here.last).to_contain_text("изменено")
        await expect(here.last).to_have_id(asked or "")
        await expect(here.page.locator("#messages > li")).to_have_count(2)
        await expect(here.button("Да")).to_have_count(0)
        await expect(here.button("Дальше")).to_be_visible()


async def test_a_pressed_button_spins_until_the_bot_answers(browser: Browser) -> None:
    asked: list[str] = []

    async def answers(bot: ScriptedBot, update: Update) -> None:
        if "callback_query" in update:
            asked.append(update["callback_query"]["id"])

    async with scene(browser, answers=answers) as here:
        await here.bot.say(ANYA, "Подождёшь?", ["Подожду"])
        pressed = here.last.get_by_role("button", name="Подожду")
        await pressed.click()
        await expect(pressed).to_have_attribute("aria-busy", "true")
        await here.page.reload()
        await expect(pressed).to_have_attribute("aria-busy", "true")
        await here.bot.call("answerCallbackQuery", callback_query_id=asked[0])
        await expect(pressed).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_waits_for_the_person_and_a_deleted_message_is_gone(
    browser: Browser,
) -> None:
    async with scene(browser) as here:
        await here.write("/start")
        await here.button("Важно").click()
        alert = here.page.get_by_role("dialog")
        await expect(alert).to_contain_text("Прочти это")
        await here.page.keyboard.press("Escape")
        await expect(alert).to_be_hidden()
        await here.button("Убери").click()
        await expect(here.page.locator("#messages")).not_to_contain_text("Начнём?")
        await expect(here.page.locator("#messages > li")).to_have_count(1)


async def test_typing_is_seen_until_the_message_comes(browser: Browser) -> None:
    async with scene(browser) as here:
        head = here.page.locator("#subtitle")
        await here.bot.call("sendChatAction", chat_id=ANYA, action="typing")
        await expect(head).to_have_text("печатает…")
        await expect(here.page.locator("#typing")).to_be_visible()
        await here.bot.say(ANYA, "Готово")
        await expect(head).to_have_text("Вы пишете как Аня")
        await expect(here.page.locator("#typing")).to_be_hidden()


async def test_the_command_menu_opens_by_a_slash_and_by_its_button(browser: Browser) -> None:
    async with scene(browser) as here:
        commands = [
            {"command": "start", "description": "начать"},
            {"command": "help", "description": "что я умею"},
        ]
        await here.bot.call("setMyCommands", commands=commands)
        options = here.page.get_by_role("option")
        await expect(here.button("Меню")).to_be_visible()
        await here.input.press("/")
        await expect(options).to_have_count(2)
        await here.page.keyboard.type("he")
        await expect(options).to_have_text(["/helpчто я умею"])
        await here.page.keyboard.press("Enter")
        await here.button("Меню").click()
        await here.page.keyboard.press("ArrowDown")
        await here.page.keyboard.press("ArrowUp")
        await here.page.keyboard.press("Enter")
        assert [m["text"] for m in await here.bot.received(2)] == ["/help", "/start"]


async def test_several_people_talk_side_by_side(browser: Browser) -> None:
    async with scene(browser) as here:
        await here.write("я Аня")
        await here.input.fill("не дописано")
        await here.bot.say(SERGEY, "Сергей, здравствуйте")
        await expect(here.person("Сергей")).to_contain_text("1")
        await expect(here.page.get_by_text("Сергей, здравствуйте")).to_have_count(0)
        await here.person("Сергей").click()
        await expect(here.last).to_contain_text("Сергей, здравствуйте")
        await expect(here.person("Сергей").locator(".badge")).to_have_count(0)
        await expect(here.input).to_have_value("")
        await here.bot.say(SERGEY, "читается сразу")
        await expect(here.last).to_contain_text("читается сразу")
        await here.button("Добавить человека").click()
        await here.page.get_by_label("Имя").fill("Олег")
        await here.page.keyboard.press("Enter")
        await expect(here.page.locator("#subtitle")).to_have_text("Вы пишете как Олег")
        await here.button("Начать").click()
        await expect(here.last).to_contain_text("Начнём?")
        await here.person("Аня").click()
        await expect(here.input).to_have_value("не дописано")
        await expect(here.last).to_contain_text("Слышу: я Аня")
        await here.page.reload()
        await expect(here.last).to_contain_text("Слышу: я Аня")
        await expect(here.page.locator("#people .badge")).to_have_count(0)


async def test_text_is_formatted_by_its_entities(browser: Browser) -> None:
    async with scene(browser) as here:
        await here.bot.say(
            ANYA,
            "😀😀<b>жирно <i>и косо</i></b>, <code>код</code>, <s>нет</s>\n<pre>строка</pre>"
            '<a href="https://example.org/a">сайт</a> /help',
        )
        words = here.last.locator(".words")
        await expect(words.locator("strong")).to_have_text("жирно и косо")
        await expect(words.locator("strong em")).to_have_text("и косо")
        await expect(words.locator("code")).to_have_text("код")
        await expect(words.locator("s")).to_have_text("нет")
        await expect(words.locator("pre")).to_have_text("строка")
        link = words.get_by_role("link", name="сайт")
        await expect(link).to_have_attribute("href", "https://example.org/a")
        await expect(link).to_have_attribute("target", "_blank")
        await expect(link).to_have_attribute("rel", re.compile("noopener"))
        await words.get_by_role("button", name="/help").click()
        assert [m["text"] for m in await here.bot.received(1)] == ["/help"]


async def test_links_to_the_bot_start_it_with_their_payload(browser: Browser) -> None:
    async with scene(browser) as here:
        link = "https://t.me/traektoria_bot?start="
        await here.bot.say(ANYA, f'<a href="{link}p_one">Сварщик</a>', [("Повар", f"{link}p_two")])
        await here.button("Сварщик").click()
        await here.button("Повар").click()
        texts = [message["text"] for message in await here.bot.received(2)]
        assert texts == ["/start p_one", "/start p_two"]


async def test_an_invitation_is_offered_first(browser: Browser) -> None:
    people = [
        ReadyMade(id=MARINA, first_name="Марина", language_code="ru", hint="", start="staff_x")
    ]
    async with scene(browser, people=people, address=f"#user={MARINA}") as here:
        await here.button("Открыть приглашение").click()
        assert [m["text"] for m in await here.bot.received(1)] == ["/start staff_x"]
        await expect(here.button("Открыть приглашение")).to_be_hidden()


async def test_hostile_text_stays_text(browser: Browser) -> None:
    people = [ReadyMade(id=ANYA, first_name=HOSTILE, language_code="ru", hint=HOSTILE)]
    async with scene(browser, people=people) as here:
        await here.write(HOSTILE)
        await expect(here.last.locator(".words")).to_have_text(f"Слышу: {HOSTILE}")
        await here.bot.send_file(ANYA, "document", "<b>a.txt", b"text", HOSTILE)
        await expect(here.last).to_contain_text(HOSTILE)
        await here.bot.say(ANYA, "кнопки", [HOSTILE[:60]])
        await expect(here.last.get_by_role("button")).to_have_text(HOSTILE[:60])
        await expect(here.page.locator("#chat img, #side img, #chat script")).to_have_count(0)
        assert await here.page.title() == f"{HOSTILE} · Песочница"


async def test_a_blocked_bot_reaches_nobody_until_it_is_unblocked(browser: Browser) -> None:
    async with scene(browser) as here:
        await here.write("привет")
        await here.button("Ещё").click()
        await here.button("Заблокировать бота").click()
        await expect(here.input).to_be_hidden()
        await expect(here.person("Аня")).to_contain_text("бот заблокирован")
        assert await here.bot.say(ANYA, "?") == "Forbidden: bot was blocked by the user"
        await here.button("Разблокировать бота").click()
        await here.bot.say(ANYA, "Снова вместе")
        await expect(here.last).to_contain_text("Снова вместе")
        await here.write("ура")
        await expect(here.last).to_contain_text("Слышу: ура")


async def test_the_own_last_message_is_mended(browser: Browser) -> None:
    async with scene(browser) as here:
        await here.write("првет")
        await expect(here.last).to_contain_text("Слышу: првет")
        await here.input.press("ArrowUp")
        await expect(here.input).to_have_value("првет")
        await here.write("привет")
        await expect(here.page.locator("li.user")).to_contain_text("привет")
        await expect(here.page.locator("li.user")).to_contain_text("изменено")
        await expect(here.input).to_have_value("")


async def test_the_clock_is_moved_and_everything_can_begin_again(browser: Browser) -> None:
    async with scene(browser) as here:
        clock = here.page.get_by_role("region", name="Часы песочницы")
        await expect(clock).to_contain_text("как на самом деле")
        await here.button("+1 день").click()
        await here.button("+1 ч").click()
        await expect(clock).to_contain_text("вперёд на 1 дн. 1 ч")
        await here.write("привет")
        await here.button("Начать сначала").click()
        await here.button("Стереть и начать").click()
        await expect(here.page.locator("#messages > li")).to_have_count(0)
        await expect(here.button("Начать")).to_be_visible()


async def test_the_page_comes_back_after_a_restart_of_the_sandbox(browser: Browser) -> None:
    async with AsyncExitStack() as stack:
        first = AsyncExitStack()
        base = await first.enter_async_context(serving(Sandbox()))
        page = await stack.enter_async_context(opened(browser, f"{base}#user={SERGEY}"))
        await page.locator("#input").fill("черновик")
        await first.aclose()
        lost = page.get_by_text("Песочница не отвечает")
        await expect(lost).to_be_visible()
        port = int(base.rpartition(":")[2])
        await stack.enter_async_context(serving(Sandbox(), port=port))
        async with aiohttp.ClientSession() as http:
            said = {"text": "пока никто не смотрел"}
            await http.post(f"{base}/sandbox/users/{SERGEY}/message", json=said)
        await expect(lost).to_be_hidden()
        await expect(page.locator("#messages > li")).to_contain_text(["пока никто не смотрел"])
        await expect(page.locator("#input")).to_have_value("черновик")
