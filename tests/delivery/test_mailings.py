"""What the dispatcher does with rows of batches: it asks for those that may go, for no others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic

from bot.delivery.pace import Pace
from bot.domain.outbox import Batch, Body, Outcome, Queued, Report, State
from bot.storage.database import Database, Transaction
from tests.delivery.conftest import NOON, Wire, become, bulk, dispatching, outgoing, stage, states
from tests.waiting import until

FREE, PAID = 50.0, 550.0  # messages a second


@dataclass
class Mailings:
    """Everything may go, unless it was told otherwise."""

    working: list[Batch] = field(default_factory=lambda: [Batch(id=1)])
    unwanted: set[int] = field(default_factory=set)  # people
    paid: Counter[int] = field(default_factory=Counter)  # messages of a batch
    told: list[tuple[str, State]] = field(default_factory=list)

    def at_work(self, tx: Transaction, now: datetime) -> Sequence[Batch]:
        return [self._with_what_is_left(batch) for batch in self.working]

    def _with_what_is_left(self, batch: Batch) -> Batch:
        return replace(batch, paid_messages=max(0, batch.paid_messages - self.paid[batch.id]))

    def ready(self, tx: Transaction, rows: Sequence[Queued], now: datetime) -> list[Queued]:
        self.paid.update(row.batch for row in rows if row.paid and row.batch)
        for row in rows:
            if row.person in self.unwanted:
                tx.outbox.skip(row.id, "opted_out", now.timestamp())
        body = {row.id: Body(text=row.dedupe_key, rows=[]) for row in rows}
        return [replace(row, body=body[row.id]) for row in rows if row.person not in self.unwanted]

    def settled(self, tx: Transaction, row: Queued, state: State, report: Report) -> None:
        self.told.append((row.dedupe_key, state))


def mail(batch: int, *people: int) -> list[object]:
    return [
        bulk(f"{batch}:{person}", chat=str(person), batch=batch, person=person) for person in people
    ]


def fresh_pace(rate: float, paid_rate: float) -> Pace:
    """In real time, with a small reserve, which has to fill first."""
    return Pace(monotonic, rate=rate, paid_rate=paid_rate, reserve=1)


async def staged(database: Database, *rows: object) -> None:
    await stage(database, *rows)  # type: ignore[arg-type]


async def test_only_mailings_at_work_go_out_and_each_row_says_what_was_composed(
    database: Database, wire: Wire
) -> None:
    mailings = Mailings()
    await staged(database, *mail(1, 10, 20), *mail(2, 30))
    async with dispatching(database, wire, mailings=mailings):
        await become(database, **{"1:10": "sent", "1:20": "sent", "2:30": "queued"})
    assert sorted(wire.arrived) == ["1:10", "1:20"]
    assert sorted(mailings.told) == [("1:10", State.SENT), ("1:20", State.SENT)]


async def test_a_paused_one_goes_on_where_it_stood(database: Database, wire: Wire) -> None:
    mailings = Mailings(working=[])
    await staged(database, *mail(1, 10))
    async with dispatching(database, wire, mailings=mailings) as dispatcher:
        await staged(database, outgoing("answer", chat="99"))
        dispatcher.wake()
        await become(database, **{"1:10": "queued", "answer": "sent"})
        mailings.working = [Batch(id=1)]
        dispatcher.wake()
        await become(database, **{"1:10": "sent", "answer": "sent"})


async def test_a_pause_between_the_look_and_the_mark_holds(database: Database, wire: Wire) -> None:
    class Late(Mailings):
        def ready(self, tx: Transaction, rows: Sequence[Queued], now: datetime) -> list[Queued]:
            return []

    await staged(database, *mail(1, 10), outgoing("answer", chat="99"))
    async with dispatching(database, wire, mailings=Late()):
        await become(database, **{"1:10": "queued", "answer": "sent"})
    assert wire.tried == ["answer"]


async def test_the_oldest_mailing_goes_first(database: Database, wire: Wire) -> None:
    mailings = Mailings(working=[Batch(id=1), Batch(id=2)])
    await staged(database, *mail(2, *range(20, 25)), *mail(1, *range(10, 15)))
    async with dispatching(database, wire, mailings=mailings, bulk_in_flight=1):
        await until(lambda: len(wire.arrived) == 10)
    assert [text[0] for text in wire.arrived] == ["1"] * 5 + ["2"] * 5


async def test_who_should_not_get_it_any_more_is_skipped_and_holds_up_nobody(
    database: Database, wire: Wire
) -> None:
    mailings = Mailings(unwanted={10})
    await staged(database, *mail(1, 10, 20))
    async with dispatching(database, wire, mailings=mailings):
        await become(database, **{"1:10": "skipped", "1:20": "sent"})
    assert wire.tried == ["1:20"]


async def test_an_answer_passes_a_mailing_of_many(database: Database, wire: Wire) -> None:
    people = range(10, 60)
    await staged(database, *mail(1, *people))
    async with dispatching(database, wire, mailings=Mailings(), bulk_in_flight=2) as dispatcher:
        await until(lambda: len(wire.arrived) > 3)
        await stage(database, outgoing("answer", chat="20"))
        dispatcher.wake()
        await until(lambda: "answer" in wire.arrived)
        assert len(wire.arrived) < len(people)


async def test_what_is_above_the_free_rate_goes_for_a_fee_up_to_the_limit(
    database: Database, wire: Wire
) -> None:
    """Free messages alone would take ten seconds."""
    mailings = Mailings(working=[Batch(id=1, paid_messages=40)])
    await staged(database, *mail(1, *range(10, 60)))
    pace = fresh_pace(rate=5.0, paid_rate=PAID)
    async with dispatching(database, wire, mailings=mailings, pace=pace):
        await until(lambda: len(wire.arrived) >= 41)
    assert mailings.paid[1] == 40
    assert len(wire.arrived) < 50


async def test_nothing_is_paid_for_that_nobody_ordered(database: Database, wire: Wire) -> None:
    """The control of the one above."""
    mailings = Mailings()
    await staged(database, *mail(1, *range(10, 60)))
    pace = fresh_pace(rate=FREE, paid_rate=PAID)
    async with dispatching(database, wire, mailings=mailings, pace=pace):
        await until(lambda: len(wire.arrived) >= 10)
    assert mailings.paid[1] == 0


async def test_a_fee_that_cannot_be_collected_loses_no_message(
    database: Database, wire: Wire
) -> None:
    wire.reports = [Report(outcome=Outcome.NOT_SENT_RETRY, unpaid=True)]
    mailings = Mailings()
    await staged(database, *mail(1, 10))
    async with dispatching(database, wire, mailings=mailings):
        await until(lambda: len(mailings.told) == 1)
    assert mailings.told == [("1:10", State.QUEUED)]
    assert await states(database) == {"1:10": "queued"}


async def test_quiet_hours_are_for_the_mailings_to_know(database: Database, wire: Wire) -> None:
    class Nightly(Mailings):
        def at_work(self, tx: Transaction, now: datetime) -> Sequence[Batch]:
            return self.working if now == NOON else ()

    await staged(database, *mail(1, 10))
    night = NOON.replace(hour=22)
    async with dispatching(database, wire, lambda: night, mailings=Nightly()):
        await staged(database, outgoing("answer", chat="99"))
        await become(database, **{"1:10": "queued", "answer": "sent"})
    async with dispatching(database, wire, mailings=Nightly()):
        await become(database, **{"1:10": "sent", "answer": "sent"})
