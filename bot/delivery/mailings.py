"""What the dispatcher asks about rows that belong to a batch: it knows neither people nor texts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.outbox import Batch, Queued, Report, State
from bot.storage.database import Transaction


class Mailings(Protocol):
    """Knows the batches that rows may belong to: whose may go, and what they say."""

    def at_work(self, tx: Transaction, now: datetime) -> Sequence[Batch]:
        """Oldest first."""
        ...

    def ready(self, tx: Transaction, rows: Sequence[Queued], now: datetime) -> list[Queued]:
        """Rows of batches with their bodies, without those that must not go out any more."""
        ...

    def settled(self, tx: Transaction, row: Queued, state: State, report: Report) -> None:
        """What came of a row of a batch has just been recorded."""
        ...


class NoMailings:
    def at_work(self, tx: Transaction, now: datetime) -> Sequence[Batch]:
        return ()

    def ready(self, tx: Transaction, rows: Sequence[Queued], now: datetime) -> list[Queued]:
        return []

    def settled(self, tx: Transaction, row: Queued, state: State, report: Report) -> None:
        pass


NONE = NoMailings()
