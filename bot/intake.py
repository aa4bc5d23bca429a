"""Stores what came in, then runs its turn: one at a time for a person, many people at once."""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NoReturn, TypeVar

from bot.domain.errors import Refusal
from bot.domain.inbox import Incoming, Kind
from bot.domain.people import address
from bot.handlers.routing import Handler, Routes, Turn
from bot.logs import redacted
from bot.storage.database import CommitFailed, Database, Transaction
from bot.turns import Turns

logger = logging.getLogger(__name__)
P = TypeVar("P")
ENOUGH = 1000  # waiting rows; above it a channel is not asked for more
RETRY_SECONDS = 0.5
MAX_ERROR = 500  # characters of an error that are kept beside its update


class TooFast(Refusal):
    """More than anybody can read; what came after it is not looked at."""

    text = "intake-error-too-fast"


@dataclass(frozen=True, kw_only=True)
class Flood:
    """What one account may send before the rest is stored without being looked at."""

    updates: int = 20
    within: timedelta = timedelta(seconds=10)


@dataclass(frozen=True, kw_only=True)
class Job:
    row_id: int
    incoming: Incoming
    too_fast: bool = False  # the answer to it is TooFast


class Intake:
    def __init__(
        self,
        database: Database,
        routes: Routes,
        turns: Turns,
        staged: Callable[[], None],
        flood: Flood = Flood(),
        workers: int = 64,
    ) -> None:
        self._database = database
        self._routes = routes
        self._turns = turns
        self._staged = staged
        self._flood = flood
        self._workers = workers
        self._lanes: dict[str, deque[Job]] = {}
        self._ready: asyncio.Queue[str] = asyncio.Queue()
        self._room = asyncio.Event()
        self._room.set()
        self._waiting = 0
        self._sent: Counter[str] = Counter()  # how much every account has, since _sent_since
        self._sent_since: datetime | None = None

    async def recover(self) -> None:
        waiting = await self._database.read(lambda tx: tx.inbox.waiting())
        self._line_up([Job(row_id=row_id, incoming=incoming) for row_id, incoming in waiting])

    async def receive(
        self, channel: str, came: Sequence[Incoming], cursor: str, now: datetime
    ) -> None:
        """Returns once all of it is on disk: only then may the channel be told so."""
        self._count_anew_after_a_while(now)
        fresh: Counter[str] = Counter()

        def store(tx: Transaction) -> list[Job]:
            tx.inbox.move_cursor(channel, cursor, now)
            return self._stored(tx, came, fresh)

        await self._room.wait()
        jobs = await self._database.turn(store)
        self._sent.update(fresh)  # only now: what was not stored comes again
        self._line_up(jobs)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(self._workers):
                group.create_task(self._work())

    def _count_anew_after_a_while(self, now: datetime) -> None:
        # abs: a clock that is set back must not keep the old counts
        if self._sent_since is None or abs(now - self._sent_since) >= self._flood.within:
            self._sent_since = now
            self._sent.clear()

    def _stored(self, tx: Transaction, came: Sequence[Incoming], fresh: Counter[str]) -> list[Job]:
        """What is new and gets a turn. Counts in `fresh` what every account has sent."""
        jobs = []
        for incoming in (self._as_kept(tx, one) for one in came):
            row_id = tx.inbox.put(incoming)
            if row_id is None:
                continue
            excess = self._excess(incoming, fresh)
            if excess <= 1:
                jobs.append(Job(row_id=row_id, incoming=incoming, too_fast=excess == 1))
            else:
                tx.inbox.finish(row_id)
        return jobs

    def _as_kept(self, tx: Transaction, incoming: Incoming) -> Incoming:
        """Minimised, unless the screen before the person asks for the whole of it."""
        if incoming.whole is None:
            return incoming
        person = tx.people.of_account(incoming.channel, incoming.account)
        wanted = person is not None and self._routes.takes_whole(tx.dialogs.of(person.id).expects)
        kept = incoming.whole if wanted else incoming.payload
        return replace(incoming, payload=kept, whole=None)

    def _excess(self, incoming: Incoming, fresh: Counter[str]) -> int:
        """By how much this one is too many."""
        if incoming.kind in (Kind.STOPPED, Kind.RETURNED):
            return 0  # nobody blocks us too fast, and it must not be missed
        who = address(incoming.channel, incoming.account)
        fresh[who] += 1
        return self._sent[who] + fresh[who] - self._flood.updates

    def _line_up(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            who = address(job.incoming.channel, job.incoming.account)
            lane = self._lanes.setdefault(who, deque())
            lane.append(job)
            if len(lane) == 1:
                self._ready.put_nowait(who)
        self._now_waiting(len(jobs))

    def _now_waiting(self, change: int) -> None:
        self._waiting += change
        if self._waiting < ENOUGH:
            self._room.set()
        else:
            self._room.clear()

    async def _work(self) -> None:
        while True:
            who = await self._ready.get()
            lane = self._lanes[who]
            if not await self._settled(lane[0]):
                asyncio.get_running_loop().call_later(RETRY_SECONDS, self._ready.put_nowait, who)
                continue
            lane.popleft()
            self._now_waiting(-1)
            if lane:
                self._ready.put_nowait(who)
            else:
                del self._lanes[who]

    async def _settled(self, job: Job) -> bool:
        """False when it has to be tried again."""
        try:
            handler = _refuse if job.too_fast else await self._handler(job.incoming)
            await self._database.turn(
                lambda tx: self._turns.run(tx, job.row_id, job.incoming, handler)
            )
        except CommitFailed as error:
            logger.error("the database takes nothing: %s", error)
            return False
        except Exception as error:
            logger.exception("incoming %d failed", job.row_id)
            return await self._gave_up(job, error)
        self._staged()
        return True

    async def _handler(self, incoming: Incoming) -> Handler:
        async def look(see: Callable[[Turn], P]) -> P:
            return await self._database.read(lambda tx: see(self._turns.ahead(tx, incoming)))

        return await self._routes.handler(incoming, look)

    async def _gave_up(self, job: Job, error: Exception) -> bool:
        said = redacted(repr(error))[:MAX_ERROR]
        try:
            return await self._database.turn(
                lambda tx: self._turns.failed(tx, job.row_id, job.incoming, said)
            )
        except Exception:
            logger.exception("incoming %d could not even be counted as failed", job.row_id)
            return False
        finally:
            self._staged()


def _refuse(_: Turn) -> NoReturn:
    raise TooFast
