"""Sends what is staged: mark it as being sent, send it, record what became of it."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil
from typing import Protocol

from bot.delivery.mailings import NONE, Mailings
from bot.delivery.pace import Pace
from bot.domain.outbox import Lane, Outcome, Queued, Report, State
from bot.storage.database import CommitFailed, Database, Transaction

logger = logging.getLogger(__name__)
SOON = 0.01  # seconds; something waits for the pace
LATER = 1.0  # something may wait for its hour
GRACE = 3.0  # seconds for what is on the wire when we are told to stop
PAUSED_UNTIL = "sending is paused until"
FEW, MANY = 8, 72  # bulk messages on the wire at once


class Channel(Protocol):
    async def deliver(self, row: Queued) -> Report: ...


@dataclass
class Found:
    """What one look at the queue has shown."""

    due: list[Queued] = field(default_factory=list)
    payable: dict[int, int] = field(default_factory=dict)  # batch -> messages
    late: bool = False  # something came too late to be sent


def bulk_at_once(rate: float) -> int:
    """As many as are on the wire when an answer takes a quarter of a second; no more than it takes,
    because at every one of them a kill leaves us in doubt."""
    return min(MANY, max(FEW, ceil(rate / 4)))


class Dispatcher:
    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        pace: Pace,
        now: Callable[[], datetime],
        mailings: Mailings = NONE,
        in_flight: int = 64,
        bulk_in_flight: int = FEW,
        grace: float = GRACE,
    ) -> None:
        self._database = database
        self._channels = channels
        self._pace = pace
        self._now = now
        self._mailings = mailings
        self._in_flight = in_flight
        self._bulk_in_flight = bulk_in_flight
        self._grace = grace
        self._sending: dict[asyncio.Task[None], Queued] = {}
        self._in_the_way = 0  # rows that came up at the last look and whose chats had to rest
        self._wake = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        self._wake.set()

    async def recover(self) -> None:
        """What was being sent when the last bot died may have arrived: nobody can know."""
        cut_off = Report(outcome=Outcome.INTERRUPTED, error="the bot stopped while sending")
        now = self._now().timestamp()

        def settle(tx: Transaction) -> float:
            for row in tx.outbox.interrupted():
                tx.outbox.record(row, cut_off, now)
            return float(tx.facts.find(PAUSED_UNTIL) or 0)

        self._pace.hold(await self._database.turn(settle) - now)

    async def run(self) -> None:
        looking = asyncio.create_task(self._look_again_and_again())
        try:
            await asyncio.shield(looking)
        finally:
            self._stopping = True
            self.wake()
            await looking  # a row that it has just marked must not stay marked and unsent
            await self._settle_what_is_on_the_wire()

    async def _look_again_and_again(self) -> None:
        while not self._stopping:
            self._wake.clear()
            wait = await self._look_safely()
            with suppress(TimeoutError):
                async with asyncio.timeout(min(max(wait, SOON), LATER)):
                    await self._wake.wait()

    async def _settle_what_is_on_the_wire(self) -> None:
        if not self._sending:
            return
        _, late = await asyncio.wait(self._sending, timeout=self._grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
            with suppress(CommitFailed):  # then the next start does it
                await self.recover()

    async def _look_safely(self) -> float:
        try:
            return await self._look()
        except CommitFailed as error:
            logger.error("nothing is sent, the database takes nothing: %s", error)
        except Exception:
            logger.exception("sending goes on")
        return LATER

    async def _look(self) -> float:
        """Starts what may go. Returns in how many seconds more may, as far as the pace knows."""
        now = self._now()
        closed = {lane: wait for lane in Lane if (wait := self._pace.wait(lane)) > 0}
        limits = self._limits(list(Lane))
        paid = self._pace.wait_paid() <= 0

        def look(tx: Transaction) -> Found:
            found = Found(late=tx.outbox.has_expired(now.timestamp()))
            for lane, limit in limits.items():
                if lane not in closed:
                    found.due += tx.outbox.due(lane, now.timestamp(), limit)
            if Lane.BROADCAST in limits and (paid or Lane.BROADCAST not in closed):
                free = Lane.BROADCAST not in closed
                self._look_at_mailings(tx, found, now, limits[Lane.BROADCAST], free)
            return found

        found = await self._database.read(look)
        if found.late:
            await self._database.turn(lambda tx: tx.outbox.expire(now.timestamp()))
        chosen, waits = self._chosen(found)
        if chosen:
            await self._start(chosen, now)
        return min([*closed.values(), *waits], default=LATER)

    def _look_at_mailings(
        self, tx: Transaction, found: Found, now: datetime, room: int, free: bool
    ) -> None:
        """Adds their rows; those that nothing is paid for only where the free rate has room."""
        for batch in self._mailings.at_work(tx, now):
            found.payable[batch.id] = batch.paid_messages
            if room > 0 and (free or batch.paid_messages):
                rows = tx.outbox.due_of_batch(batch.id, now.timestamp(), room)
                found.due += rows
                room -= len(rows)

    def _limits(self, lanes: Sequence[Lane]) -> dict[Lane, int]:
        """How many rows of a lane to look at: as many as may go, and those that are in the way."""
        free, bulk_free = self._free()
        limits = {lane: min(free, bulk_free) if lane.bulk else free for lane in lanes}
        return {lane: limit + self._in_the_way for lane, limit in limits.items() if limit > 0}

    def _free(self) -> tuple[int, int]:
        """How many more rows may be on the wire at once: in all, of bulk."""
        bulk = sum(row.lane.bulk for row in self._sending.values())
        return self._in_flight - len(self._sending), self._bulk_in_flight - bulk

    def _chosen(self, found: Found) -> tuple[list[Queued], list[float]]:
        """What goes now, and after how many seconds to look again for the others."""
        free, bulk_free = self._free()
        chosen: list[Queued] = []
        waits: list[float] = []
        resting = 0
        for row in found.due:
            rest, wait = self._pace.rest(row.lane, row.chat), self._pace.wait(row.lane)
            resting += rest > 0
            paid = wait > 0 and self._may_pay(found, row)
            if rest > 0 or (wait > 0 and not paid):
                waits.append(max(rest, wait))
            elif len(chosen) < free and (bulk_free > 0 or not row.lane.bulk):
                chosen.append(self._taken(found, row, paid))
                bulk_free -= row.lane.bulk
        if resting > self._in_the_way:
            waits.append(SOON)  # with a longer list, on which there may be others behind them
        self._in_the_way = resting
        return chosen, waits

    def _may_pay(self, found: Found, row: Queued) -> bool:
        left = found.payable.get(row.batch, 0) if row.batch is not None else 0
        return left > 0 and self._pace.wait_paid() <= 0

    def _taken(self, found: Found, row: Queued, paid: bool) -> Queued:
        """With its tokens."""
        if not paid or row.batch is None:
            self._pace.take(row.lane, row.chat)
            return row
        self._pace.take_paid(row.chat)
        found.payable[row.batch] -= 1
        return replace(row, paid=True)

    async def _start(self, chosen: list[Queued], now: datetime) -> None:
        def mark(tx: Transaction) -> list[Queued]:
            rows = [row for row in chosen if row.batch is None]
            mailed = [row for row in chosen if row.batch is not None]
            rows += self._mailings.ready(tx, mailed, now) if mailed else []
            return [row for row in rows if tx.outbox.start(row.id)]

        for row in await self._database.turn(mark):
            task = asyncio.create_task(self._send(row))
            self._sending[task] = row
            task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        del self._sending[task]
        self.wake()

    async def _send(self, row: Queued) -> None:
        try:
            report = await self._channels[row.channel].deliver(row)
        except Exception as error:
            logger.exception("outbox row %d", row.id)
            report = Report(outcome=Outcome.AMBIGUOUS, error=type(error).__name__)
        self._pace.heard(report)
        recorded = False
        while not recorded:
            recorded = await self._recorded(row, report)

    async def _recorded(self, row: Queued, report: Report) -> bool:
        now = self._now().timestamp()

        def record(tx: Transaction) -> State:
            if report.retry_after is not None:
                until = max(now + report.retry_after, float(tx.facts.find(PAUSED_UNTIL) or 0))
                tx.facts.put(PAUSED_UNTIL, str(until))
            state = tx.outbox.record(row, report, now)
            if row.batch is not None:
                self._mailings.settled(tx, row, state, report)
            return state

        try:
            state = await self._database.turn(record)
        except CommitFailed as error:
            logger.error("outbox row %d: outcome not stored yet: %s", row.id, error)
            await asyncio.sleep(LATER)
            return False
        if state in (State.FAILED, State.UNKNOWN):
            logger.error("outbox row %d is %s: %s", row.id, state, report.error)
        return True
