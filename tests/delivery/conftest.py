import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.outbox import Dispatcher
from bot.delivery.pace import Pace
from bot.domain.outbox import Body, Lane, Outcome, Outgoing, Policy, Queued, Report
from bot.storage.database import Database, Transaction, open_database
from tests.waiting import eventually

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NOW = NOON.timestamp()
ANNA, BORIS = "10", "20"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "bot.db", tmp_path / "backups") as database:
        yield database


def outgoing(key: str = "1", **changes: Any) -> Outgoing:
    usual: dict[str, Any] = {
        "dedupe_key": key,
        "channel": "telegram",
        "chat": ANNA,
        "lane": Lane.REPLY,
        "policy": Policy.AT_LEAST_ONCE,
        "body": Body(text=key, rows=[]),
    }
    return Outgoing(**{**usual, **changes})


def bulk(key: str = "1", **changes: Any) -> Outgoing:
    usual = {"lane": Lane.BROADCAST, "policy": Policy.AT_MOST_ONCE}
    return outgoing(key, **{**usual, **changes})


@dataclass
class Wire:
    """Stands for a channel. Takes everything, unless it was told otherwise."""

    reports: list[Report] = field(default_factory=list)  # of the next sends
    hangs: set[str] = field(default_factory=set)  # texts that stay on the wire
    tried: list[str] = field(default_factory=list)
    arrived: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def deliver(self, row: Queued) -> Report:
        text = row.body["text"]
        self.tried.append(text)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(3600 if text in self.hangs else 0.001)
        finally:
            self.at_once -= 1
        report = self.reports.pop(0) if self.reports else Report(outcome=Outcome.SENT, message="7")
        if report.outcome is Outcome.SENT:
            self.arrived.append(text)
        return report


@pytest.fixture
def wire() -> Wire:
    return Wire()


@asynccontextmanager
async def dispatching(
    database: Database, wire: Wire, now: Callable[[], datetime] = lambda: NOON, **changes: Any
) -> AsyncIterator[Dispatcher]:
    """A dispatcher at work, in no hurry but with tokens to spare."""
    clock = asyncio.get_running_loop().time
    pace = changes.pop("pace", None) or Pace(clock, rate=1000.0)
    dispatcher = Dispatcher(database, {"telegram": wire}, pace, now, **changes)
    await dispatcher.recover()
    task = asyncio.create_task(dispatcher.run())
    yield dispatcher
    task.cancel()
    await asyncio.wait([task])


async def stage(database: Database, *rows: Outgoing) -> None:
    def put(tx: Transaction) -> None:
        for row in rows:
            tx.outbox.put(row)

    await database.turn(put)


async def states(database: Database) -> dict[str, str]:
    """Dedupe key -> state."""
    return await database.read(
        lambda tx: dict(
            tuple(row) for row in tx.connection.execute("SELECT dedupe_key, state FROM outbox")
        )
    )


async def become(database: Database, **expected: str) -> None:
    await eventually(lambda: states(database), lambda known: known == expected)
