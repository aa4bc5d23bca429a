"""Who can use the chat page: with a keyboard, on a phone, in the dark, in English."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.sandbox.browsing import ANYA, CHROMIUM, PHONE, SERGEY, Scene, browsing, scene

pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]

# Visible texts whose contrast with what is behind them is under 4.5:1 (WCAG 2.2, 1.4.3).
FAINT = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    const colour = rgba(getComputedStyle(element).backgroundColor);
    return colour[3] === 255 ? colour : behind(element.parentElement);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const seen = walker.currentNode.data.trim() && !element.closest('.unseen, option')
      && element.checkVisibility({opacityProperty: true});
    if (!seen) continue;
    const pair = [rgba(getComputedStyle(element).color), behind(element)].map(light);
    const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (contrast < 4.5) faint.push(`${walker.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
  }
  return faint;
}"""

# Controls that stick out of the window at its sides or are too small for a finger (under 24 px).
OUT_OF_REACH = """() => [...document.querySelectorAll('button, a, textarea, input, select')]
  .filter((control) => control.checkVisibility())
  .filter((control) => {
    const { left, right, width, height } = control.getBoundingClientRect();
    const inText = control.closest('.words');
    return left < 0 || right > innerWidth || (!inText && (width < 24 || height < 24));
  })
  .map((control) => control.outerHTML)"""

FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with browsing() as browser:
        yield browser


async def fill(here: Scene, person: int) -> None:
    """A chat with everything that can be wide, small or pale."""
    commands = [{"command": "help", "description": "что я умею"}]
    await here.bot.call("setMyCommands", commands=commands)
    await here.bot.say(person, "Слово" * 60 + " <code>код</code> <a href='https://a.ru'>сайт</a>")
    await here.bot.say(person, "Восемь", [str(n) for n in range(8)], ["Очень длинная кнопка" * 2])
    await here.bot.send_file(person, "document", "Очень-длинное-имя-файла" * 3 + ".pdf", b"%PDF")
    await here.bot.call("sendChatAction", chat_id=person, action="typing")
    await expect(here.page.locator("#typing")).to_be_visible()


async def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    """Presses the key until the focus is on a control of that name; each stop is visible."""
    for _ in range(40):
        await page.keyboard.press(key)
        assert await page.evaluate(FOCUS), "the focus cannot be seen"
        text = await page.evaluate("document.activeElement.innerText ?? ''")
        if name in (text, await page.evaluate("document.activeElement.ariaLabel")):
            return
    raise AssertionError(f"{name} is not reached by {key}")


async def test_everything_is_done_with_the_keyboard_alone(browser: Browser) -> None:
    async with scene(browser) as here:
        keyboard = here.page.keyboard
        await expect(here.button("Начать")).to_be_focused()
        await keyboard.press("Enter")
        await expect(here.input).to_be_focused()
        await expect(here.button("Да")).to_be_visible()
        await tab_to(here.page, "Да", "Shift+Tab")
        await keyboard.press("Enter")
        await expect(here.button("Дальше")).to_be_focused()
        await tab_to(here.page, "Сообщение")
        await keyboard.type("первая строка")
        await keyboard.press("Shift+Enter")
        await keyboard.type("вторая")
        await keyboard.press("Enter")
        await expect(here.last).to_contain_text("Слышу: первая строка\nвторая")
        await keyboard.press("Alt+ArrowDown")
        await expect(here.page.locator("#subtitle")).to_have_text("Вы пишете как Сергей")
        await tab_to(here.page, "Добавить человека", "Shift+Tab")
        await keyboard.press("Tab")
        await expect(here.person("Сергей")).to_be_focused()
        await keyboard.press("ArrowDown")
        await keyboard.press("ArrowDown")
        await keyboard.press("Enter")
        await expect(here.page.locator("#subtitle")).to_have_text("Вы пишете как Марина")
        await tab_to(here.page, "Прикрепить")
        await keyboard.press("Enter")
        await expect(here.button("Стикер")).to_be_visible()
        await keyboard.press("Escape")
        await expect(here.button("Стикер")).to_be_hidden()
        await expect(here.button("Прикрепить")).to_be_focused()


async def test_what_the_bot_says_is_announced(browser: Browser) -> None:
    async with scene(browser) as here:
        live = here.page.locator("[aria-live=polite]")
        await here.bot.say(ANYA, "Что ближе?", ["Чинить", "Рисовать"])
        await expect(live).to_contain_text("Что ближе?. Кнопки: Чинить, Рисовать")
        await here.bot.say(SERGEY, "Тайна")
        await expect(live).to_contain_text("Новое сообщение: Сергей")
        await expect(live).not_to_contain_text("Тайна")


async def test_a_window_of_360_px_shows_one_pane_at_a_time_and_all_of_it(browser: Browser) -> None:
    async with scene(browser, address="", viewport=PHONE, has_touch=True) as here:
        assert await here.page.evaluate(OUT_OF_REACH) == []
        await expect(here.input).to_be_hidden()
        await here.person("Сергей").click()
        await expect(here.person("Сергей")).to_be_hidden()
        await fill(here, SERGEY)
        assert await here.page.evaluate(OUT_OF_REACH) == []
        width = "document.querySelector('#scroll').scrollWidth <= 360"
        assert await here.page.evaluate(width)
        assert await here.page.evaluate("document.documentElement.scrollWidth") == 360
        await here.button("Прикрепить").click()
        assert await here.page.evaluate(OUT_OF_REACH) == []
        await here.page.keyboard.press("Escape")
        await here.bot.say(ANYA, "новое")
        await here.button("К списку людей").click()
        await expect(here.person("Аня")).to_contain_text("1")
        await here.button("Добавить человека").click()
        assert await here.page.evaluate(OUT_OF_REACH) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_stands_out_from_what_is_behind_it(browser: Browser, scheme: str) -> None:
    async with scene(browser, color_scheme=scheme, reduced_motion="reduce") as here:
        assert await here.page.evaluate(FAINT) == []
        await here.write("/start")
        await here.button("Да").click()
        await expect(here.button("Дальше")).to_be_visible()
        await fill(here, ANYA)
        await here.bot.say(SERGEY, "непрочитанное")
        await here.input.press("/")
        await expect(here.page.get_by_role("option")).to_be_visible()
        assert await here.page.evaluate(FAINT) == []
        await here.button("Начать сначала").click()
        assert await here.page.evaluate(FAINT) == []


@pytest.mark.parametrize(("motion", "moving"), [("reduce", False), ("no-preference", True)])
async def test_nothing_moves_for_those_who_asked_for_it(
    browser: Browser, motion: str, moving: bool
) -> None:
    async with scene(browser, reduced_motion=motion) as here:
        await here.write("/start")
        await here.button("Подожди").click()
        await expect(here.page.get_by_role("img", name="ждёт ответа бота")).to_be_visible()
        assert (await here.page.evaluate("document.getAnimations().length") > 0) is moving


async def test_an_english_browser_reads_english(browser: Browser) -> None:
    async with scene(browser, locale="en-GB") as here:
        await here.button("Start").click()
        await expect(here.page.locator("#subtitle")).to_have_text("You write as Аня")
        labels = await here.page.evaluate("document.querySelector('#chat').innerText")
        assert "Сообщение" not in labels
        await expect(here.page.get_by_role("textbox", name="Message")).to_be_visible()
