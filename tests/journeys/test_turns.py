"""The durable turn: an update comes in over HTTP, an answer goes out over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.outbox import Body, Lane, Outgoing, Policy
from bot.domain.staff import StaffRole
from bot.intake import Flood, Intake
from bot.sandbox.limits import Limits
from bot.storage.database import Database, Transaction
from tests.counting import TOKEN, USUAL, counting
from tests.mutants import ForgetsWhatCame
from tests.sandbox.wire import ANYA, SERGEY, Wire, keyboard, wired
from tests.waiting import eventually

COUNTED = "SELECT account, city FROM people WHERE city IS NOT NULL ORDER BY account"
INBOX = "SELECT state, failures FROM inbox ORDER BY id"


@dataclass
class Bot:
    """The core of the bot on a real database file, talking real HTTP to the sandbox."""

    wire: Wire
    database: Database

    async def answers(self, count: int = 1, person: int = ANYA) -> list[dict[str, Any]]:
        """What the bot has said to a person, once it is so much and has stayed so."""
        await eventually(lambda: self._said(person), lambda said: len(said) >= count)
        await asyncio.sleep(0.05)  # whatever should not come has had time to come
        return await self._said(person)

    async def texts(self, count: int = 1, person: int = ANYA) -> list[str]:
        return [message["text"] for message in await self.answers(count, person)]

    async def press(self, message: dict[str, Any], label: str, person: int = ANYA) -> None:
        await self.wire.control(
            f"users/{person}/press", message_id=message["message_id"], button=label
        )

    async def stages(self, *rows: Outgoing) -> None:
        def put(tx: Transaction) -> None:
            for row in rows:
                tx.outbox.put(row)

        await self.database.turn(put)

    async def becomes(self, sql: str, *expected: tuple[object, ...]) -> None:
        await eventually(lambda: self.rows(sql), lambda rows: rows == list(expected))

    async def rows(self, sql: str) -> list[tuple[object, ...]]:
        return await self.database.read(
            lambda tx: [tuple(row) for row in tx.connection.execute(sql)]
        )

    async def _said(self, person: int) -> list[dict[str, Any]]:
        return [message for message in await self.wire.sees(person) if message["from"] == "bot"]


@asynccontextmanager
async def running(
    folder: Path, intake_kind: type[Intake] = Intake, flood: Flood = USUAL
) -> AsyncIterator[Bot]:
    async with (
        wired(Limits.raised()) as wire,
        counting(folder / "bot.db", wire.url, intake_kind, flood) as database,
    ):
        yield Bot(wire, database)


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Bot]:
    async with running(tmp_path) as bot:
        yield bot


async def test_a_press_edits_the_message_that_was_pressed(bot: Bot) -> None:
    await bot.wire.says(ANYA, "/count")
    (first,) = await bot.answers()
    await bot.press(first, "1. More")
    await bot.becomes(COUNTED, (ANYA, "2"))
    (second,) = await bot.answers()
    assert (first["text"], second["text"], second["edited"]) == ("1", "2", True)
    assert second["message_id"] == first["message_id"]


async def test_an_update_that_comes_again_does_nothing(bot: Bot) -> None:
    await bot.wire.control("faults", fault="duplicate")
    await bot.wire.says(ANYA, "/count")
    await bot.wire.says(ANYA, "/count")
    assert await bot.texts(2) == ["1", "2"]
    assert await bot.rows(INBOX) == [("done", 0)] * 2


async def test_control_without_dedupe_it_counts_twice(tmp_path: Path) -> None:
    async with running(tmp_path, ForgetsWhatCame) as bot:
        await bot.wire.control("faults", fault="duplicate")
        await bot.wire.says(ANYA, "/count")
        assert await bot.texts(2) == ["1", "2"]


async def test_a_refusal_takes_back_what_its_handler_had_done(bot: Bot) -> None:
    await bot.wire.says(ANYA, "/refuse")
    (answer,) = await bot.answers()
    assert answer["buttons"], "a way on"
    assert await bot.rows(COUNTED) == []
    assert await bot.rows(INBOX) == [("done", 0)]


async def test_somebody_elses_button_is_refused(bot: Bot) -> None:
    await bot.wire.says(ANYA, "/count")
    (mine,) = await bot.answers()
    stolen = await bot.wire.sends(SERGEY, reply_markup=keyboard(mine["buttons"][0]))
    await bot.press({"message_id": stolen}, "1. More", SERGEY)
    await bot.becomes(INBOX, ("done", 0), ("done", 0))
    assert await bot.rows(COUNTED) == [(ANYA, "1")]


async def test_one_person_is_answered_in_order(bot: Bot) -> None:
    for _ in range(6):
        await bot.wire.says(ANYA, "/count")
    assert await bot.texts(6) == ["1", "2", "3", "4", "5", "6"]


async def test_many_people_are_answered_at_once(bot: Bot) -> None:
    people = [somebody(bot.wire) for _ in range(50)]
    await asyncio.gather(*(bot.wire.says(person, "/count") for person in people))
    said = await asyncio.gather(*(bot.texts(1, person) for person in people))
    assert said == [["1"]] * 50


async def test_what_was_typed_can_be_taken_out_of_the_chat(bot: Bot) -> None:
    await bot.wire.says(ANYA, "/hide my secret")
    await eventually(bot.wire.sees, lambda all: [m["text"] for m in all] == ["hidden"])


async def test_a_bug_is_tried_five_times_then_apologised_for_and_told_to_staff(bot: Bot) -> None:
    await bot.wire.says(SERGEY, "/count")
    await bot.texts(1, SERGEY)
    await bot.database.turn(lambda tx: tx.staff.grant(1, StaffRole.CENTER_STAFF, datetime.now(UTC)))
    await bot.wire.says(ANYA, "/break")
    await bot.wire.says(ANYA, "/count")
    apology, after = await bot.texts(2)
    assert "2" in apology, "the number of the update"
    assert after == "1", "the five tries have left nothing behind"
    assert await bot.rows(INBOX) == [("done", 0), ("dead", 5), ("done", 0)]
    assert await bot.rows("SELECT error FROM inbox WHERE state = 'dead'") == [
        ("RuntimeError('a bug with •••')",)
    ]
    assert "№ 2" in (await bot.texts(2, SERGEY))[-1]


async def test_nothing_is_confirmed_while_the_disk_is_full(bot: Bot) -> None:
    pending = bot.wire.sandbox.state.updates.pending
    await pages(bot, 1)
    for person in (ANYA, SERGEY):
        for _ in range(15):
            await bot.wire.says(person, "/count " + "x" * 900)
    await asyncio.sleep(0.3)
    stored = len(await bot.rows(INBOX))
    assert (stored + len(pending()), stored < 30) == (30, True)

    await pages(bot, 1_000_000)
    for person in (ANYA, SERGEY):
        assert await bot.texts(15, person) == [str(n) for n in range(1, 16)]
    assert pending() == []


async def pages(bot: Bot, limit: int) -> None:
    def set_limit(tx: Transaction) -> None:
        tx.connection.execute(f"PRAGMA max_page_count = {limit}")

    await bot.database.turn(set_limit)


async def test_who_has_blocked_the_bot_gets_nothing_until_they_return(bot: Bot) -> None:
    await bot.wire.control(f"users/{ANYA}/block")
    await bot.becomes("SELECT chat FROM chats", (str(ANYA),))
    await bot.wire.control(f"users/{ANYA}/unblock")
    await bot.becomes("SELECT chat FROM chats")
    await bot.wire.says(ANYA, "/count")
    assert await bot.texts() == ["1"]


async def test_a_send_that_finds_the_chat_closed_skips_all_the_others(bot: Bot) -> None:
    await bot.wire.control("faults", fault="403", method="sendMessage", times=1)
    await bot.stages(*(mailing(n, ANYA) for n in range(3)))
    await bot.becomes("SELECT state, count(*) FROM outbox GROUP BY state", ("skipped", 3))
    assert await bot.rows("SELECT chat FROM chats") == [(str(ANYA),)]


async def test_whoever_is_too_fast_is_told_once_and_the_rest_is_passed_over(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, flood=Flood(updates=3)) as bot:
        await bot.wire.says(SERGEY, "/count")
        for _ in range(8):
            await bot.wire.says(ANYA, "/count")
        texts = await bot.texts(4)
        assert texts[:3] == ["1", "2", "3"]
        assert len(texts) == 4
        assert await bot.rows(INBOX) == [("done", 0)] * 9
        assert await bot.texts(1, SERGEY) == ["1"], "others are not too fast"


async def test_a_block_is_never_too_fast(tmp_path: Path) -> None:
    async with running(tmp_path, flood=Flood(updates=1)) as bot:
        for _ in range(3):
            await bot.wire.says(ANYA, "/count")
        await bot.answers(2)  # what would find the chat closed has been sent
        await bot.wire.control(f"users/{ANYA}/block")
        await bot.becomes("SELECT chat FROM chats", (str(ANYA),))


async def test_an_answer_does_not_wait_for_a_mailing(bot: Bot) -> None:
    await bot.wire.control("faults", fault="slow", method="sendMessage", delay_s=0.05)
    people = [somebody(bot.wire) for _ in range(500)]
    await bot.stages(*(mailing(n, person) for n, person in enumerate(people)))
    await bot.wire.says(ANYA, "/count")
    await eventually(bot.wire.sees, lambda seen: len(seen) == 2)
    chats = bot.wire.sandbox.state.chats
    assert sum(bool(chats[person].messages) for person in people if person in chats) < 50


async def test_no_line_of_the_log_holds_the_token_or_what_was_said(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await bot.wire.control("faults", fault="reset_before", times=1)
    await bot.wire.control("faults", fault="404", times=1)
    await bot.wire.says(ANYA, "/break Анна Иванова")
    await bot.wire.says(ANYA, "/count")
    await bot.answers(2)
    assert "a bug" in caplog.text, "the log was listened to"
    for secret in (TOKEN, "Иванова", "<b>1</b>"):
        assert secret not in caplog.text


def somebody(wire: Wire) -> int:
    person = wire.sandbox.state.people.add("Somebody", "ru")
    person.has_written = True
    return person.id


def mailing(number: int, person: int) -> Outgoing:
    return Outgoing(
        dedupe_key=f"mailing {number}",
        channel="telegram",
        chat=str(person),
        lane=Lane.BROADCAST,
        policy=Policy.AT_MOST_ONCE,
        body=Body(text="News", rows=[]),
    )
