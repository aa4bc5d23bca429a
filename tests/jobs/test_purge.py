import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.inbox import Incoming, Kind
from bot.domain.operator import Rules
from bot.domain.outbox import Body, Lane, Outcome, Outgoing, Policy, Report
from bot.jobs.purge import purge
from bot.storage.database import Database, Transaction, open_database

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
RULES = Rules(
    zone=ZoneInfo("Asia/Novokuznetsk"),
    guest_idle=timedelta(hours=24),
    open_enrolments=3,
    offer_lasts=timedelta(hours=48),
    body_lasts=timedelta(days=1),
    dedupe_lasts=timedelta(days=7),
    consent_version="1",
)
INBOX = "SELECT payload FROM inbox ORDER BY id"
OUTBOX = "SELECT body FROM outbox ORDER BY id"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "bot.db", tmp_path / "backups") as database:
        await database.turn(one_conversation)
        yield database


def one_conversation(tx: Transaction) -> None:
    """Somebody wrote and was answered; a reminder waits, and another update waits for its turn."""
    tx.inbox.finish(tx.inbox.put(incoming("1", "done")) or 0)
    tx.inbox.put(incoming("2", "waits"))
    tx.outbox.put(outgoing("answer"))
    (answer,) = tx.outbox.due(Lane.REPLY, NOON.timestamp(), 1)
    tx.outbox.start(answer.id)
    tx.outbox.record(answer, Report(outcome=Outcome.SENT), NOON.timestamp())
    tx.outbox.put(outgoing("reminder"))


def incoming(key: str, payload: str) -> Incoming:
    return Incoming(
        channel="telegram",
        dedupe_key=key,
        account=10,
        chat="10",
        kind=Kind.TEXT,
        payload=payload,
        received_at=NOON,
    )


def outgoing(text: str) -> Outgoing:
    return Outgoing(
        dedupe_key=text,
        channel="telegram",
        chat="10",
        lane=Lane.REPLY,
        policy=Policy.AT_LEAST_ONCE,
        body=Body(text=text, rows=[]),
    )


@pytest.mark.parametrize(
    ("days", "inbox", "outbox"),
    [
        (0.9, ["done", "waits"], ["answer", "reminder"]),
        (1.1, ["", "waits"], ["", "reminder"]),
        (7.1, ["waits"], ["", "reminder"]),
        (8.1, ["waits"], ["reminder"]),
    ],
)
async def test_texts_go_after_a_day_and_rows_after_a_week_or_so(
    database: Database, days: float, inbox: list[str], outbox: list[str]
) -> None:
    await database.turn(lambda tx: purge(tx, NOON + timedelta(days=days), RULES))
    assert [text for (text,) in await rows(database, INBOX)] == inbox
    kept = [json.loads(body)["text"] if body else "" for (body,) in await rows(database, OUTBOX)]
    assert kept == outbox


async def test_an_update_that_was_set_aside_keeps_its_text_for_staff(database: Database) -> None:
    def fails(tx: Transaction) -> None:
        while not tx.inbox.fail(2, "a bug"):
            pass

    await database.turn(fails)
    await database.turn(lambda tx: purge(tx, NOON + timedelta(days=30), RULES))
    assert await rows(database, INBOX) == [("waits",)]


async def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return await database.read(lambda tx: [tuple(row) for row in tx.connection.execute(sql)])
