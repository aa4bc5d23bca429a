"""A mailing that is paused, killed in the middle and resumed: nobody has it twice, and whoever may
have it or not is listed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.delivery.outbox import bulk_at_once
from bot.sandbox.server import Sandbox
from tests.chats import Chats
from tests.journeys.mailing import Crowd, drafted, sent, staff, states
from tests.journeys.process import Killable
from tests.talk import Message, Talk, text_of
from tests.waiting import until

SIZE, BLOCKED = 300, 30
RATE = 100.0  # messages a second: three seconds of a mailing
STAFF = 1  # who wrote it gets it too


@dataclass
class Mailing:
    bot: Killable
    author: Talk
    crowd: Crowd
    number: int

    async def reaches(self, people: int) -> None:
        await until(lambda: self.crowd.arrived() >= people, seconds=30)

    async def brakes(self, label: str, words: str) -> None:
        await self.author.presses(label, await self._progress())
        assert words in text_of(await self._progress())

    async def _progress(self) -> Message:
        """The message that shows how far it is, as it is now."""
        page = await self.author.hears(f"Рассылка № {self.number} ")
        if "Собираю" in text_of(page):
            await self.author.presses("Обновить", page)
            page = await self.author.hears(f"Рассылка № {self.number} ")
        return page

    async def is_killed_on_the_wire(self) -> set[int]:
        """Everybody whom the bot was just writing to."""
        await self.bot.dies()
        rows = self.bot.chats.rows("SELECT chat FROM outbox WHERE state = 'sending' AND batch > 0")
        return {int(chat) for (chat,) in rows}

    async def ends(self) -> str:
        return text_of(await self.author.hears("завершена\nолимпиады"))


@asynccontextmanager
async def mailing(
    folder: Path, sandbox: tuple[Sandbox, str], module: str = "bot"
) -> AsyncIterator[Mailing]:
    telegram, url = sandbox
    async with aiohttp.ClientSession(url) as session:
        chats = Chats(telegram, session, folder / "bot.db")
        bot = Killable(chats, url, rate=RATE, module=module)
        await bot.starts()
        author = await staff(chats)
        crowd = Crowd(chats, SIZE)
        crowd.blocks(crowd.accounts[::10])
        number = await drafted(author)
        # Slow enough for some to be on the wire at any moment.
        await chats.control("faults", fault="slow", method="sendMessage", delay_s=0.1)
        await sent(author)
        yield Mailing(bot, author, crowd, number)
        await bot.stops()


async def test_paused_killed_and_resumed_everybody_has_it_once_at_most(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    async with mailing(tmp_path, sandbox) as of:
        await of.reaches(60)
        await of.brakes("Пауза", "на паузе")
        await asyncio.sleep(0.5)  # what was on the wire has arrived
        paused = of.crowd.arrived()
        await of.bot.dies()
        await of.bot.starts()
        await asyncio.sleep(1)
        assert of.crowd.arrived() == paused, "nobody is written to while it is paused"

        await of.brakes("Продолжить", "идёт")
        await of.reaches(150)
        in_doubt = await of.is_killed_on_the_wire()
        await of.bot.starts()
        said = await of.ends()

        copies, known = of.crowd.copies(), states(of.bot.chats, of.number)
        assert max(copies.values()) == 1
        assert sum(known.values()) == SIZE + STAFF
        assert set(known) == {"sent", "skipped", "unknown"}
        unknown = {account for account in of.crowd.accounts if account in in_doubt}
        assert known["unknown"] == len(in_doubt) <= bulk_at_once(RATE)
        assert all(copies[one] == 1 for one in set(copies) - unknown - set(of.crowd.accounts[::10]))
        assert f"Доставлено: {known['sent']}" in said
        assert f"Не подтверждено, могло дойти: {known['unknown']}" in said
        assert f"Чат закрыт: {known['skipped']}" in said
        assert "Traceback" not in of.bot.log


async def test_control_without_its_policy_a_killed_mailing_arrives_twice(
    tmp_path: Path, sandbox: tuple[Sandbox, str]
) -> None:
    async with mailing(tmp_path, sandbox, "tests.journeys.careless") as of:
        for people in (60, 120, 180):
            await of.reaches(people)
            assert await of.is_killed_on_the_wire()
            await of.bot.starts()
        await of.ends()
        assert max(of.crowd.copies().values()) > 1


@pytest.mark.parametrize("rate", [1.0, 30.0, 100.0, 10_000.0])
def test_few_are_on_the_wire_at_once(rate: float) -> None:
    assert 8 <= bulk_at_once(rate) <= max(8, rate / 4 + 1)
    assert bulk_at_once(rate) <= 72
