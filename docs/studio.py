"""A bot and its sandbox in a temporary folder at a fixed hour, people in it, and their pictures."""

import asyncio
import base64
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from playwright.async_api import Browser, async_playwright

from bot.app import SANDBOX_TOKEN, Running, running
from bot.config import Config, Health, People, Telegram
from bot.domain.staff import StaffRole
from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving
from bot.services.staff import StaffService

PICTURES = Path(__file__).with_name("pictures")
ZONE = ZoneInfo("Asia/Novokuznetsk")
BEGIN = datetime(2027, 2, 2, 10, tzinfo=ZONE)  # a Tuesday, in office hours
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
HIDDEN = "#down, #composer, #chat > header { display: none !important; }"
STILL, PATIENCE = 0.4, 60.0  # seconds without news; until silence is a failure
Message = dict[str, Any]


@dataclass(frozen=True)
class Studio:
    sandbox: Sandbox
    http: aiohttp.ClientSession
    works: Running
    browser: Browser
    url: str

    async def post(self, path: str, **fields: Any) -> Message:
        async with self.http.post(f"/sandbox/{path}", json=fields) as response:
            answer: Message = await response.json()
            assert response.status == 200, answer
            return answer

    async def somebody(self, name: str) -> "Person":
        return Person(self, (await self.post("users", first_name=name))["id"])

    async def until(self, moment: datetime) -> None:
        await self.post("clock", advance_s=(moment - self.sandbox.clock.now()).total_seconds())
        await self.works.jobs.look()


@dataclass(frozen=True)
class Person:
    studio: Studio
    id: int

    async def says(self, *texts: str) -> None:
        for text in texts:
            await self._does("message", text=text)

    async def presses(self, *labels: str) -> None:
        for label in labels:
            message, button = await self._button(label)
            await self._does("press", message_id=message, button=button)

    async def opens(self, *labels: str) -> None:
        """From the staff desk."""
        await self.says("/staff")
        await self.presses(*labels)

    async def joins(self, role: StaffRole) -> None:
        now = self.studio.sandbox.clock.now()
        turn = self.studio.works.database.turn(lambda tx: StaffService(tx, now).invite(role))
        await self.says(f"/start s_{await turn}")

    async def sends(self, name: str, content: bytes) -> None:
        file = {"kind": "document", "name": name, "base64": base64.b64encode(content).decode()}
        await self._does("message", file=file)

    async def hears(self, words: str) -> Message:
        async with asyncio.timeout(PATIENCE):
            while True:
                if found := [m for m in await self.chat() if words in str(m)]:
                    return found[-1]
                await asyncio.sleep(STILL / 4)

    async def chat(self) -> list[Message]:
        async with self.studio.http.get(f"/sandbox/users/{self.id}/chat") as response:
            return [m for m in (await response.json())["messages"] if m["from"] == "bot"]

    async def shows(self, name: str, first: str, last: str = "") -> None:
        """A picture from the newest message with the words `first` to that with `last`."""
        page = await self.studio.browser.new_page(
            viewport={"width": 420, "height": 2400},
            locale="ru-RU",
            timezone_id=ZONE.key,
            bypass_csp=True,
        )
        await page.goto(f"{self.studio.url}/#user={self.id}")
        await page.add_style_tag(content=HIDDEN)
        shown = page.locator("#messages > li")
        await shown.filter(has_text=last or first).last.scroll_into_view_if_needed()
        await page.wait_for_function("[...document.images].every(i => i.complete)")
        top = await shown.filter(has_text=first).last.bounding_box()
        end = await shown.filter(has_text=last or first).last.bounding_box()
        assert top is not None
        assert end is not None
        height = end["y"] + end["height"] - top["y"]
        clip = {"x": 0.0, "y": top["y"] - 10, "width": 420.0, "height": height + 20}
        await page.screenshot(path=PICTURES / f"{name}.png", clip=clip)  # type: ignore[arg-type]
        await page.close()

    async def _does(self, act: str, **fields: Any) -> None:
        """Until the bot has answered and is still."""
        before = seen = await self.chat()
        await self.studio.post(f"users/{self.id}/{act}", **fields)
        async with asyncio.timeout(PATIENCE):
            while seen == before or seen != (now := await self.chat()) or "pending" in str(now):
                seen = await self.chat()
                await asyncio.sleep(STILL)

    async def _button(self, label: str) -> tuple[int, str]:
        """The newest that begins with these words, or has them for its number."""
        for message in reversed(await self.chat()):
            for said in (button["text"] for row in message["buttons"] for button in row):
                if re.sub(r"^\d+\. ", "", said).startswith(label) or said.startswith(f"{label}. "):
                    return message["message_id"], said
        raise LookupError(f"no button {label!r}: {(await self.chat())[-1]}")


@asynccontextmanager
async def studio() -> AsyncIterator[Studio]:
    sandbox = Sandbox(limits=replace(Limits.raised(), overall_rate=30.0))
    sandbox.clock.offset = (BEGIN - sandbox.clock.now()).total_seconds()
    with TemporaryDirectory() as folder:
        async with serving(sandbox) as url, async_playwright() as playwright:
            config = Config(
                folder=Path(folder),
                telegram=Telegram(token=SANDBOX_TOKEN, api_url=url, chat_messages_per_second=1e3),
                people=People(updates_in_10_seconds=1000),
                health=Health(port=0),
            )
            path = shutil.which("chromium") or shutil.which("google-chrome")
            async with (
                aiohttp.ClientSession(url) as http,
                running(config, sandbox.clock.now) as works,
                await playwright.chromium.launch(executable_path=path, args=BROWSER) as browser,
            ):
                yield Studio(sandbox, http, works, browser, url)
