"""The jobs and when they look. Each finds what is due in the data: none is lost or done twice."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.jobs import alerts, broadcasts, consultations
from bot.jobs.agreements import watch_agreements
from bot.jobs.event_changes import tell_event_changes
from bot.jobs.events import move_event_queues
from bot.jobs.group_changes import tell_group_changes
from bot.jobs.guests import expire_guests
from bot.jobs.offers import lapse_offers, offer_free_places
from bot.jobs.purge import purge
from bot.jobs.reminders import remind
from bot.jobs.trajectories import watch_paths
from bot.storage.database import CommitFailed, Database, Transaction
from bot.turns import Turns

logger = logging.getLogger(__name__)
SECONDS = 5  # real ones; what is due is decided by the injected clock


class Jobs:
    def __init__(
        self,
        database: Database,
        turns: Turns,
        refresh: Callable[[], Awaitable[None]],
        now: Callable[[], datetime],
        staged: Callable[[], None],
        silent: Callable[[], timedelta],
    ) -> None:
        self._database = database
        self._turns = turns
        self._refresh = refresh
        self._now = now
        self._staged = staged
        self._silent = silent

    async def look(self) -> None:
        """Does everything that is due. A job that fails is tried again at the next look."""
        try:
            await self._refresh()
        except Exception:
            logger.exception("the changed catalogue cannot be used; the old one stays")
        for job in (
            self._expire_guests,
            self._move_queues,
            self._tell_event_changes,
            self._tell_group_changes,
            self._remind,
            self._watch_agreements,
            self._watch_paths,
            self._watch_questions,
            self._alert,
            self._purge,
        ):
            try:
                await self._database.turn(job)
            except CommitFailed as error:
                logger.error("%s: the database takes nothing: %s", job.__name__, error)
            except Exception:
                logger.exception("%s failed", job.__name__)
        try:
            await broadcasts.look(self._database, self._turns)
        except CommitFailed as error:
            logger.error("broadcasts: the database takes nothing: %s", error)
        except Exception:
            logger.exception("broadcasts failed")
        self._staged()

    def _expire_guests(self, tx: Transaction) -> None:
        expire_guests(tx, self._turns.desk(tx), self._now())

    def _move_queues(self, tx: Transaction) -> None:
        lapse_offers(tx, self._turns)
        offer_free_places(tx, self._turns)
        move_event_queues(tx, self._turns)

    def _tell_event_changes(self, tx: Transaction) -> None:
        tell_event_changes(tx, self._turns)

    def _tell_group_changes(self, tx: Transaction) -> None:
        tell_group_changes(tx, self._turns)

    def _remind(self, tx: Transaction) -> None:
        remind(tx, self._turns)

    def _watch_agreements(self, tx: Transaction) -> None:
        watch_agreements(tx, self._turns)

    def _watch_paths(self, tx: Transaction) -> None:
        watch_paths(tx, self._turns)

    def _watch_questions(self, tx: Transaction) -> None:
        consultations.watch(tx, self._turns)

    def _alert(self, tx: Transaction) -> None:
        alerts.watch(tx, self._turns, self._silent())

    def _purge(self, tx: Transaction) -> None:
        purge(tx, self._now(), self._turns.desk(tx).world.rules)


@asynccontextmanager
async def ticking(jobs: Jobs) -> AsyncIterator[None]:
    scheduler = AsyncIOScheduler()
    scheduler.add_job(jobs.look, "interval", seconds=SECONDS, max_instances=1, coalesce=True)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
