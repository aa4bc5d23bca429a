from datetime import timedelta

from bot.domain.outbox import Lane, Outcome, Report
from bot.storage.transaction import Transaction
from tests.builders import NOON, outgoing

LATER = NOON + timedelta(minutes=5)


def test_an_incident_begins_once_and_ends_once(tx: Transaction) -> None:
    assert tx.alerts.begin("slow", NOON)
    assert not tx.alerts.begin("slow", LATER)
    assert tx.alerts.end("slow") == NOON
    assert tx.alerts.end("slow") is None
    assert tx.alerts.begin("slow", LATER)


def test_the_oldest_answer_is_found_among_what_waits(tx: Transaction) -> None:
    assert tx.alerts.oldest_reply() is None
    tx.outbox.put(outgoing(dedupe_key="bulk"))
    assert tx.alerts.oldest_reply() is None
    for n in (1, 2):
        tx.outbox.put(outgoing(dedupe_key=f"reply:{n}", lane=Lane.REPLY))
    (first,) = tx.outbox.due(Lane.REPLY, NOON.timestamp(), 1)
    assert tx.alerts.oldest_reply() == first.id
    tx.outbox.start(first.id)
    assert tx.alerts.oldest_reply() == first.id + 1


def test_what_was_refused_is_counted_for_a_while(tx: Transaction) -> None:
    for n, outcome in enumerate((Outcome.NOT_SENT_FINAL, Outcome.SENT)):
        tx.outbox.put(outgoing(dedupe_key=str(n), chat=str(n), lane=Lane.REPLY))
        (row,) = tx.outbox.due(Lane.REPLY, NOON.timestamp(), 1)
        tx.outbox.start(row.id)
        tx.outbox.record(row, Report(outcome=outcome), NOON.timestamp())
    assert tx.alerts.failed(NOON - timedelta(seconds=1)) == 1
    assert tx.alerts.failed(NOON) == 0
