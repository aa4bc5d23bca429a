"""python -m tests.counting FILE URL: the core of the bot with one feature, which counts.

The tests of the durable turn run it: in their own process or, to be killed, in another one.
"""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

from bot.channels.bot_api import BotApi, JsonRequest
from bot.channels.telegram import Telegram
from bot.channels.telegram_updates import CHANNEL
from bot.delivery.outbox import Dispatcher
from bot.delivery.pace import Pace
from bot.domain.errors import NotFound
from bot.domain.operator import Rules
from bot.handlers.routing import Route, Routes, Turn, command, press
from bot.intake import Flood, Intake
from bot.services.world import World
from bot.storage.database import Database, open_database
from bot.texts import Html
from bot.turns import Turns
from bot.views.callbacks import Callback, Seal
from bot.views.screen import Button, Screen

TOKEN = "4242:a-token_of-tests-that-is-long-enough"
USUAL = Flood()
SEAL = Seal(b"a key for tests")
RULES = Rules(
    zone=ZoneInfo("Asia/Novokuznetsk"),
    guest_idle=timedelta(hours=24),
    open_enrolments=3,
    offer_lasts=timedelta(hours=48),
    body_lasts=timedelta(days=1),
    dedupe_lasts=timedelta(days=7),
    consent_version="1",
)


class Count(Callback, code="test-count"):
    pass


def counted(turn: Turn, _: object = None) -> Screen:
    """How often this person has counted is kept where their city belongs."""
    count = int(turn.person.city or 0) + 1
    turn.desk.people.choose_city(turn.person, str(count))
    return Screen(text=Html(f"<b>{count}</b>"), choices=[Button("More", Count())])


def breaks(turn: Turn, _: str) -> Screen:
    counted(turn)
    raise RuntimeError("a bug with +7 912 345-67-89")


def refuses(turn: Turn, _: str) -> Screen:
    counted(turn)
    raise NotFound


def hides(turn: Turn, _: str) -> Screen:
    return Screen(text=Html("hidden"), hides_typed=True)


ROUTES: list[Route] = [
    command("count", counted),
    press(Count, counted),
    command("break", breaks),
    command("refuse", refuses),
    command("hide", hides),
]


@asynccontextmanager
async def counting(
    file: Path,
    url: str,
    intake_kind: type[Intake] = Intake,
    flood: Flood = USUAL,
    rate: float = 300.0,
) -> AsyncIterator[Database]:
    """A bot that works while the block runs."""
    async with (
        open_database(file, file.parent / "backups") as database,
        JsonRequest() as request,
    ):
        channel = Telegram(BotApi(request, url, TOKEN), now)
        pace = Pace(time.monotonic, rate=rate, chat_rate=1000.0, chat_burst=1000)
        dispatcher = Dispatcher(database, {CHANNEL: channel}, pace, now)
        turns = Turns(SEAL, now, lambda: cast(World, SimpleNamespace(rules=RULES, staff_chat=None)))
        intake = intake_kind(database, Routes(ROUTES, SEAL), turns, dispatcher.wake, flood)
        await dispatcher.recover()
        await intake.recover()
        cursor = await database.read(lambda tx: tx.inbox.cursor(CHANNEL))
        async with asyncio.TaskGroup() as group:
            parts = (dispatcher.run(), intake.run(), channel.poll(intake.receive, cursor))
            tasks = [group.create_task(part) for part in parts]
            yield database
            for task in tasks:
                task.cancel()


def now() -> datetime:
    return datetime.now(UTC)


async def run(intake_kind: type[Intake] = Intake) -> None:
    """Until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with counting(Path(sys.argv[1]), sys.argv[2], intake_kind):
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(run())
