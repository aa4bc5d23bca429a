"""Stored, then confirmed; and nothing that Telegram or a proxy says ends the polling."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from bot.channels.bot_api import BotApi, JsonRequest
from bot.channels.telegram import Telegram
from bot.domain.inbox import Incoming
from bot.sandbox.limits import Limits
from tests.channels.conftest import NOON
from tests.sandbox.wire import ANYA, TOKEN, Wire, button, keyboard, wired
from tests.waiting import eventually, until

FAR_AHEAD = str(10**15)


class Store:
    """Stands for the intake."""

    def __init__(self) -> None:
        self.came: list[Incoming] = []
        self.failures = 0
        self.open = asyncio.Event()
        self.open.set()
        self.now = NOON

    async def receive(
        self, channel: str, came: Sequence[Incoming], cursor: str, now: datetime
    ) -> None:
        await self.open.wait()
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is full")
        assert (channel, now) == ("telegram", self.now)
        self.came.extend(came)

    @property
    def payloads(self) -> list[str]:
        return [incoming.payload for incoming in self.came]


@asynccontextmanager
async def polling(
    wire: Wire, store: Store, cursor: tuple[str, datetime] | None = None
) -> AsyncIterator[None]:
    async with JsonRequest(read_timeout=0.3) as request:
        channel = Telegram(BotApi(request, wire.url, TOKEN), lambda: store.now)
        task = asyncio.create_task(channel.poll(store.receive, cursor))
        yield
        task.cancel()
        await asyncio.wait([task])


def unconfirmed(wire: Wire) -> int:
    return len(wire.sandbox.state.updates.pending())


async def test_an_update_is_confirmed_only_when_it_is_stored(wire: Wire) -> None:
    store = Store()
    store.open.clear()
    async with polling(wire, store):
        await wire.says(ANYA, "сварщик")
        await asyncio.sleep(0.1)
        assert unconfirmed(wire) == 1

        store.open.set()
        await until(lambda: unconfirmed(wire) == 0)
        assert store.payloads == ["сварщик"]


async def test_what_could_not_be_stored_comes_again(wire: Wire) -> None:
    store = Store()
    store.failures = 1
    async with polling(wire, store):
        await wire.says(ANYA, "сварщик")
        await until(lambda: store.payloads == ["сварщик"])


async def test_a_spinner_stops_when_the_press_is_stored(wire: Wire) -> None:
    store = Store()
    shown = await wire.sends(reply_markup=keyboard([button()]))
    store.open.clear()
    async with polling(wire, store):
        await wire.control(f"users/{ANYA}/press", message_id=shown, button="Да")
        await asyncio.sleep(0.1)
        assert "pending" in (await wire.sees())[0]

        store.open.set()
        await until(lambda: store.payloads == ["yes"])
        await eventually(wire.sees, lambda seen: "pending" not in seen[0])


async def test_a_press_whose_spinner_cannot_be_stopped_is_still_a_press(wire: Wire) -> None:
    store = Store()
    shown = await wire.sends(reply_markup=keyboard([button()]))
    await wire.control("faults", fault="reset_before", method="answerCallbackQuery")
    async with polling(wire, store):
        await wire.control(f"users/{ANYA}/press", message_id=shown, button="Да")
        await until(lambda: store.payloads == ["yes"])
        await wire.says(ANYA, "сварщик")
        await until(lambda: store.payloads == ["yes", "сварщик"])


FAULTS = (
    "401", "404", "409", "429", "429_bare", "500", "502",
    "reset_before", "reset_after", "truncated",
)  # fmt: skip


async def survives(fault: str) -> str:
    store = Store()
    async with wired(Limits.raised()) as wire:
        await wire.control("faults", fault=fault, method="getUpdates", times=1)
        async with polling(wire, store):
            await wire.says(ANYA, fault)
            await until(lambda: bool(store.came))
    return store.payloads[0]


async def test_no_answer_ends_the_polling() -> None:
    assert await asyncio.gather(*(survives(fault) for fault in FAULTS)) == list(FAULTS)


async def test_a_webhook_that_is_in_the_way_is_taken_down(wire: Wire) -> None:
    store = Store()
    await wire.call("setWebhook", url="https://elsewhere.example/hook")
    async with polling(wire, store):
        await until(lambda: not wire.sandbox.state.webhook.url)
        await wire.says(ANYA, "сварщик")
        await until(lambda: store.payloads == ["сварщик"])


@pytest.mark.parametrize(("days", "seen"), [(5, []), (7, ["сварщик"])])
async def test_an_offset_that_is_a_week_old_is_forgotten(
    wire: Wire, days: int, seen: list[str]
) -> None:
    """The control is the younger one: it hides updates whose numbers have started anew."""
    store = Store()
    await wire.says(ANYA, "сварщик")
    async with polling(wire, store, (FAR_AHEAD, NOON - timedelta(days=days))):
        await asyncio.sleep(0.2)
        assert store.payloads == seen


async def test_an_offset_grows_old_while_the_bot_runs(wire: Wire) -> None:
    store = Store()
    async with polling(wire, store, (FAR_AHEAD, NOON)):
        await asyncio.sleep(0.1)
        store.now += timedelta(days=7)
        wire.sandbox.state.poll.end()  # the long poll comes back empty
        await wire.says(ANYA, "сварщик")
        await until(lambda: store.payloads == ["сварщик"])
