"""Which rows may go now, and what becomes of those that may not."""

from typing import Any

from bot.domain.outbox import Lane, Outcome, Report
from bot.storage.database import Database, Transaction
from tests.delivery.conftest import ANNA, BORIS, NOW, bulk, outgoing, stage, states

HOUR = 3600.0
LATER = Report(outcome=Outcome.NOT_SENT_RETRY)
SILENCE = Report(outcome=Outcome.AMBIGUOUS)


async def due(database: Database, *, at: float = NOW) -> list[str]:
    def look(tx: Transaction) -> list[str]:
        return [row.dedupe_key for lane in Lane for row in tx.outbox.due(lane, at, 100)]

    return await database.read(look)


async def tries(database: Database, key: str, report: Report | None, *, at: float = NOW) -> None:
    """Sends a row; None: it stays on the wire."""

    def send(tx: Transaction) -> None:
        rows = [r for lane in Lane for r in tx.outbox.due(lane, at, 100) if r.dedupe_key == key]
        assert tx.outbox.start(rows[0].id)
        if report is not None:
            tx.outbox.record(rows[0], report, at)

    await database.turn(send)


async def test_better_lanes_go_first_and_every_chat_is_written_to_once(database: Database) -> None:
    lanes = [outgoing(lane.name, lane=lane, chat=str(lane)) for lane in reversed(Lane)]
    await stage(database, *lanes, outgoing("second", chat=str(int(Lane.REPLY))))
    assert await due(database) == ["REPLY", "TRANSACTION", "REMINDER", "BROADCAST"]


async def test_a_scheduled_row_waits_for_its_hour_and_holds_up_nobody(database: Database) -> None:
    await stage(database, outgoing("later", not_before=NOW + HOUR), outgoing("now"))
    assert await due(database) == ["now"]
    await tries(database, "now", Report(outcome=Outcome.SENT))
    assert await due(database, at=NOW + HOUR) == ["later"]


async def test_a_newer_screen_waits_for_an_older_one_that_is_retried(database: Database) -> None:
    await stage(database, outgoing("older"), outgoing("newer"))
    await tries(database, "older", LATER)
    assert await due(database) == []
    assert await due(database, at=NOW + 1) == ["older"]


async def test_an_answer_does_not_wait_for_a_mailing_that_hangs(database: Database) -> None:
    await stage(database, bulk("mailing"))
    await tries(database, "mailing", None)
    await stage(database, outgoing("answer"), bulk("another mailing"))
    assert await due(database) == ["answer"]


async def test_a_mailing_waits_for_an_answer_that_hangs(database: Database) -> None:
    await stage(database, outgoing("answer"))
    await tries(database, "answer", None)
    await stage(database, bulk("mailing"), bulk("of somebody else", chat=BORIS))
    assert await due(database) == ["of somebody else"]


async def test_a_row_that_was_withdrawn_after_the_look_is_not_started(database: Database) -> None:
    await stage(database, outgoing("1"))
    (row,) = await database.read(lambda tx: tx.outbox.due(Lane.REPLY, NOW, 1))
    await database.turn(lambda tx: tx.outbox.close_chat("telegram", ANNA, "blocked", NOW))
    assert not await database.turn(lambda tx: tx.outbox.start(row.id))
    assert await states(database) == {"1": "skipped"}


async def test_the_same_key_is_staged_once(database: Database) -> None:
    await stage(database, outgoing("once"), outgoing("once", chat=BORIS))
    assert await due(database) == ["once"]


async def test_looking_does_not_walk_past_what_is_scheduled(database: Database) -> None:
    def steps(tx: Transaction) -> int:
        count = 0

        def counted() -> int:
            nonlocal count
            count += 1
            return 0

        tx.connection.set_progress_handler(counted, 1)
        for lane in Lane:
            tx.outbox.due(lane, NOW, 64)
        tx.outbox.has_expired(NOW)
        tx.connection.set_progress_handler(None, 1)
        return count

    empty = await database.read(steps)
    scheduled = {"not_before": NOW + HOUR, "expires_at": NOW + 2 * HOUR}
    await stage(database, *(bulk(str(n), chat=str(n), **scheduled) for n in range(2000)))
    assert await database.read(steps) < 2 * empty


async def test_what_comes_too_late_is_skipped(database: Database) -> None:
    await stage(database, bulk("late", expires_at=NOW), outgoing("in time", expires_at=NOW + HOUR))
    assert await due(database) == ["in time"]
    assert await database.read(lambda tx: tx.outbox.has_expired(NOW))
    await database.turn(lambda tx: tx.outbox.expire(NOW))
    assert await states(database) == {"late": "skipped", "in time": "queued"}
    assert not await database.read(lambda tx: tx.outbox.has_expired(NOW))


async def test_what_may_have_arrived_is_never_called_skipped(database: Database) -> None:
    await stage(database, outgoing("1", expires_at=NOW + HOUR), outgoing("2", chat=BORIS))
    for key in ("1", "2"):
        await tries(database, key, SILENCE)
    await database.turn(lambda tx: tx.outbox.expire(NOW + HOUR))
    await database.turn(lambda tx: tx.outbox.close_chat("telegram", BORIS, "blocked", NOW))
    assert await states(database) == {"1": "unknown", "2": "unknown"}


async def test_a_closed_chat_gets_nothing_more(database: Database) -> None:
    await stage(database, outgoing("1"), bulk("2"), outgoing("other", chat=BORIS))
    await tries(database, "1", Report(outcome=Outcome.CHAT_CLOSED, error="403 blocked"))
    assert await states(database) == {"1": "skipped", "2": "skipped", "other": "queued"}
    assert await database.read(lambda tx: tx.chats.is_closed("telegram", ANNA))
    await database.turn(lambda tx: tx.chats.reopen("telegram", ANNA))
    assert not await database.read(lambda tx: tx.chats.is_closed("telegram", ANNA))


async def test_a_chat_that_has_moved_is_written_to_at_its_new_address(database: Database) -> None:
    await stage(database, outgoing("1"), bulk("2"), outgoing("other", chat=BORIS))
    await tries(database, "1", Report(outcome=Outcome.MOVED, chat="-100"))
    chats = "SELECT dedupe_key, chat, state FROM outbox ORDER BY id"
    assert await look(database, chats) == [
        ("1", "-100", "queued"),
        ("2", "-100", "queued"),
        ("other", BORIS, "queued"),
    ]


async def test_only_tries_whose_end_nobody_knows_count_as_doubtful(database: Database) -> None:
    await stage(database, outgoing("1", lane=Lane.TRANSACTION))
    at = NOW
    for report in (LATER, SILENCE, LATER, SILENCE, SILENCE, LATER, SILENCE):
        await tries(database, "1", report, at=at)
        at += 150
    assert await states(database) == {"1": "queued"}
    await tries(database, "1", SILENCE, at=at)
    assert await states(database) == {"1": "unknown"}


async def look(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return await database.read(lambda tx: [tuple(row) for row in tx.connection.execute(sql)])
