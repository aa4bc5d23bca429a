"""What a row of a broadcast says is composed when it goes out: a million rows hold no text, every
person has it in their language with buttons of their own, and whoever has said «no» meanwhile gets
nothing."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.broadcasts import Broadcast
from bot.domain.outbox import Batch, Body, Outcome, Queued, Report, Skipped, State
from bot.domain.people import Person
from bot.services.broadcasts import BroadcastService
from bot.services.broadcasts.audience import Audience
from bot.services.world import World
from bot.storage.database import Transaction
from bot.texts import Texts
from bot.views.broadcasts.message import message
from bot.views.callbacks import Seal
from bot.views.screen import drawn

logger = logging.getLogger(__name__)
NOT_COMPOSED = "not composed"


class Broadcasts:
    """As bot/delivery/mailings.py wants them."""

    def __init__(
        self,
        seal: Seal,
        world: Callable[[], World],
        now: Callable[[], datetime],
        texts_for: Callable[[Person], Texts],
    ) -> None:
        self._seal = seal
        self._world = world
        self._now = now
        self._texts_for = texts_for

    def at_work(self, tx: Transaction, now: datetime) -> Sequence[Batch]:
        return BroadcastService(tx, self._world(), now).at_work()

    def ready(self, tx: Transaction, rows: Sequence[Queued], now: datetime) -> list[Queued]:
        """A pause that came since the rows were looked at holds them back."""
        service = BroadcastService(tx, self._world(), now)
        open_ones = {batch.id: service.find(batch.id) for batch in service.at_work()}
        composed = [
            self._composed(tx, service, open_ones[row.batch], row, now)
            for row in rows
            if row.batch in open_ones
        ]
        found = [row for row in composed if row is not None]
        for batch, count in Counter(row.batch for row in found if row.paid).items():
            assert batch is not None, "it was found by its batch"
            tx.broadcasts.add_paid(batch, count)
        return found

    def settled(self, tx: Transaction, row: Queued, state: State, report: Report) -> None:
        assert row.batch is not None, "only rows of a batch are told of"
        service = BroadcastService(tx, self._world(), self._now())
        if report.unpaid:
            tx.broadcasts.stop_paying(row.batch)
        if state is State.SENT:
            service.arrived(row.batch)
        elif state is State.FAILED:
            service.failed(row.batch, report.error or "")

    def _composed(
        self,
        tx: Transaction,
        service: BroadcastService,
        broadcast: Broadcast,
        row: Queued,
        now: datetime,
    ) -> Queued | None:
        """None for a row that must not go out, and is marked so."""
        try:
            with tx.undone_on_error():
                body = self._body(tx, broadcast, row)
        except Exception as error:  # a bug: it may hit this row alone, and must not stop the others
            logger.exception("outbox row %d", row.id)
            said = f"{NOT_COMPOSED}: {type(error).__name__}"
            refused = Report(outcome=Outcome.NOT_SENT_FINAL, error=said)
            if tx.outbox.start(row.id):
                tx.outbox.record(row, refused, now.timestamp())
                service.failed(broadcast.id, said)
            return None
        if isinstance(body, str):
            tx.outbox.skip(row.id, body, now.timestamp())
            return None
        return replace(row, body=body)

    def _body(self, tx: Transaction, broadcast: Broadcast, row: Queued) -> Body | str:
        """What is to be sent, or why nothing."""
        person = None if row.person is None else tx.people.find(row.person)
        if person is None:
            return Skipped.FORGOTTEN
        world = self._world()
        why = Audience(tx, world).still_excluded(broadcast, person.id)
        if why is not None:
            return why
        programmes = world.catalogue.network.programmes
        screen = message(broadcast, programmes, self._texts_for(person))
        return drawn(screen, self._seal, person.address)
