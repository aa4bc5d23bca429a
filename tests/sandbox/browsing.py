"""One window of a browser on a running sandbox with a scripted bot."""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Browser, Locator, Page, async_playwright

from bot.sandbox.limits import Limits
from bot.sandbox.people import READY_MADE, ReadyMade
from bot.sandbox.server import Sandbox, serving
from tests.sandbox.scripted_bot import Answers, ScriptedBot, conversation, polling

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for name in NAMES if (path := shutil.which(name))), None)
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
ANYA, SERGEY, MARINA = 1001, 1002, 1004


@asynccontextmanager
async def browsing() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        await browser.close()


@dataclass(frozen=True, kw_only=True)
class Scene:
    base: str
    bot: ScriptedBot
    page: Page

    @property
    def input(self) -> Locator:
        return self.page.get_by_role("textbox", name="Сообщение")

    @property
    def last(self) -> Locator:
        """The newest message."""
        return self.page.locator("#messages > li").last

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def person(self, name: str) -> Locator:
        return self.page.get_by_role("navigation").get_by_role("button").filter(has_text=name)

    async def write(self, text: str) -> None:
        await self.input.fill(text)
        await self.input.press("Enter")


@asynccontextmanager
async def scene(
    browser: Browser,
    *,
    answers: Answers = conversation,
    people: Sequence[ReadyMade] = READY_MADE,
    address: str = f"#user={ANYA}",
    **window: Any,
) -> AsyncIterator[Scene]:
    sandbox = Sandbox(limits=Limits.raised(), people=people)
    async with (
        serving(sandbox) as base,
        polling(base, answers) as bot,
        opened(browser, base + address, **window) as page,
    ):
        yield Scene(base=base, bot=bot, page=page)


@asynccontextmanager
async def opened(browser: Browser, address: str, **window: Any) -> AsyncIterator[Page]:
    """The page, which must load nothing from elsewhere and raise no error."""
    context = await browser.new_context(**{"locale": "ru-RU", "viewport": DESKTOP, **window})
    page = await context.new_page()
    page.set_default_timeout(5000)
    wrong: list[str] = []
    own = (address.partition("#")[0], "data:", "blob:")
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(own) else wrong.append(r.url))
    await page.goto(address)
    await page.locator("#people button").first.wait_for(state="attached")
    yield page
    await context.close()
    assert wrong == []
