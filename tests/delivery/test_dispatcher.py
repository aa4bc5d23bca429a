"""Mark, send, record: what people get, and what is known of it afterwards."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery.pace import Pace
from bot.domain.outbox import Lane, Outcome, Policy, Report
from bot.storage.database import CommitFailed, Database
from tests.delivery.conftest import (
    BORIS,
    NOON,
    NOW,
    Wire,
    become,
    bulk,
    dispatching,
    outgoing,
    stage,
    states,
)
from tests.waiting import until

SILENCE = Report(outcome=Outcome.AMBIGUOUS)
SLOW_DOWN = Report(outcome=Outcome.NOT_SENT_RETRY, retry_after=60)


async def test_what_is_staged_is_sent_and_recorded(database: Database, wire: Wire) -> None:
    async with dispatching(database, wire) as dispatcher:
        await stage(database, outgoing("1"), bulk("2", chat=BORIS))
        dispatcher.wake()
        await become(database, **{"1": "sent", "2": "sent"})
    assert wire.arrived == ["1", "2"]


@pytest.mark.parametrize(
    ("policy", "state", "tries"),
    [(Policy.AT_MOST_ONCE, "unknown", 1), (Policy.AT_LEAST_ONCE, "sent", 2)],
)
async def test_when_nobody_knows_the_policy_decides(
    database: Database, wire: Wire, policy: Policy, state: str, tries: int
) -> None:
    wire.reports = [SILENCE]
    await stage(database, outgoing(policy=policy))
    async with dispatching(database, wire, ticking()):
        await become(database, **{"1": state})
    assert len(wire.tried) == tries


async def test_a_bug_in_a_channel_is_silence(database: Database) -> None:
    class Broken:
        async def deliver(self, row: object) -> Report:
            raise KeyError("a bug")

    await stage(database, bulk("1"))
    async with dispatching(database, Broken()):  # type: ignore[arg-type]
        await become(database, **{"1": "unknown"})


async def test_only_a_few_bulk_rows_are_on_the_wire_at_once(database: Database, wire: Wire) -> None:
    lanes = (Lane.REMINDER, Lane.BROADCAST)
    await stage(database, *(bulk(str(n), chat=str(n), lane=lanes[n % 2]) for n in range(30)))
    async with dispatching(database, wire, bulk_in_flight=3):
        await become(database, **{str(n): "sent" for n in range(30)})
    assert wire.most_at_once == 3


async def test_an_answer_passes_a_mailing_that_hangs(database: Database, wire: Wire) -> None:
    wire.hangs = {"mailing"}
    await stage(database, bulk("mailing"))
    async with dispatching(database, wire, grace=0) as dispatcher:
        await become(database, mailing="sending")
        await stage(database, outgoing("answer"))
        dispatcher.wake()
        await become(database, mailing="sending", answer="sent")


async def test_mailings_leave_a_person_the_burst_for_their_own_answers(
    database: Database, wire: Wire
) -> None:
    await stage(database, *(bulk(f"mailing {n}") for n in range(4)))
    async with dispatching(database, wire) as dispatcher:
        await until(lambda: wire.arrived == ["mailing 0"])
        await stage(database, *(outgoing(f"answer {n}") for n in range(3)))
        dispatcher.wake()
        await until(lambda: len(wire.arrived) == 4)
    assert wire.arrived[1:] == ["answer 0", "answer 1", "answer 2"]


async def test_chats_that_rest_do_not_hide_those_behind_them(
    database: Database, wire: Wire
) -> None:
    """Two rows may be on the wire, but the first six in the queue belong to chats that rest."""
    resting = [str(n) for n in range(6)]
    await stage(database, *(bulk(f"first {chat}", chat=chat) for chat in resting))
    async with dispatching(database, wire, in_flight=2) as dispatcher:
        await until(lambda: len(wire.arrived) == 6)
        await stage(database, *(bulk(f"second {chat}", chat=chat) for chat in resting))
        await stage(database, bulk("behind them", chat="7"))
        dispatcher.wake()
        await until(lambda: len(wire.arrived) == 7)
    assert wire.arrived[-1] == "behind them"


async def test_a_token_that_comes_while_it_looks_is_used_at_once(
    database: Database, wire: Wire
) -> None:
    """Too few tokens when it begins to look, enough when it ends: then it must not rest long."""
    time = 0.0

    def clock() -> float:
        nonlocal time
        time += 0.03
        return time

    await stage(database, bulk("1"))
    async with dispatching(database, wire, pace=Pace(clock)):
        await until(lambda: wire.arrived == ["1"], seconds=0.8)


async def test_a_row_that_expires_is_not_sent(database: Database, wire: Wire) -> None:
    await stage(database, outgoing("late", expires_at=NOW - 1), outgoing("fresh"))
    async with dispatching(database, wire):
        await become(database, late="skipped", fresh="sent")
    assert wire.tried == ["fresh"]


async def test_an_outcome_that_cannot_be_stored_yet_is_kept(database: Database, wire: Wire) -> None:
    await stage(database, bulk("1"))
    async with dispatching(FailsTwice(database), wire):  # type: ignore[arg-type]
        await become(database, **{"1": "sent"})
    assert wire.tried == ["1"]


async def test_after_a_kill_only_what_was_on_the_wire_is_in_doubt(
    database: Database, wire: Wire
) -> None:
    await stage(database, bulk("once"), outgoing("again", chat=BORIS), bulk("waited", chat="30"))
    await killed_while_sending(database, "once", "again")
    async with dispatching(database, wire, ticking()):
        await become(database, once="unknown", again="sent", waited="sent")


async def test_an_answer_that_three_kills_hit_still_arrives(database: Database, wire: Wire) -> None:
    await stage(database, outgoing("1"))
    async with dispatching(database, wire, grace=0) as idle:
        for _ in range(3):
            await killed_while_sending(database, "1")
            await idle.recover()
        await become(database, **{"1": "queued"})
    async with dispatching(database, wire, ticking()):
        await become(database, **{"1": "sent"})
    assert wire.arrived == ["1"]


async def test_told_to_stop_it_lets_what_is_on_the_wire_arrive(
    database: Database, wire: Wire
) -> None:
    await stage(database, *(bulk(str(n), chat=str(n)) for n in range(5)))
    async with dispatching(database, wire):
        await until(lambda: bool(wire.tried))
    known = await states(database)
    assert {key for key, state in known.items() if state == "sent"} == set(wire.arrived)
    assert set(known.values()) <= {"sent", "queued"}


async def test_told_to_stop_it_sends_what_it_has_just_marked(
    database: Database, wire: Wire
) -> None:
    await stage(database, bulk("1"))
    async with dispatching(AnswersLate(database), wire):  # type: ignore[arg-type]
        await become(database, **{"1": "sending"})
    assert await states(database) == {"1": "sent"}


async def test_told_to_stop_it_does_not_wait_for_what_hangs(database: Database, wire: Wire) -> None:
    wire.hangs = {"answer", "mailing"}
    await stage(database, outgoing("answer"), bulk("mailing", chat=BORIS))
    async with asyncio.timeout(2):
        async with dispatching(database, wire, grace=0.1):
            await until(lambda: len(wire.tried) == 2)
    assert await states(database) == {"answer": "queued", "mailing": "unknown"}


async def test_a_request_to_slow_down_outlives_the_bot(database: Database, wire: Wire) -> None:
    wire.reports = [SLOW_DOWN]
    await stage(database, bulk("1"))
    async with dispatching(database, wire):
        await until(lambda: len(wire.tried) == 1)
    await stage(database, bulk("2", chat=BORIS))
    async with dispatching(database, wire):
        await asyncio.sleep(0.1)
    assert wire.tried == ["1"]


async def test_a_pause_that_is_over_holds_up_nobody(database: Database, wire: Wire) -> None:
    """The control of the one above."""
    wire.reports = [SLOW_DOWN]
    await stage(database, bulk("1"))
    async with dispatching(database, wire):
        await until(lambda: len(wire.tried) == 1)
    async with dispatching(database, wire, ticking(start=61)):
        await become(database, **{"1": "sent"})


class AnswersLate:
    """A database that is slow to say that a turn is on the disk."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.read = database.read

    async def turn(self, work: Callable[[Any], Any]) -> Any:
        done = await self._database.turn(work)
        await asyncio.sleep(0.05)
        return done


class FailsTwice:
    """A database whose disk is full for the second and the third turn that marks or records."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turns = 0
        self.read = database.read

    async def turn(self, work: Callable[[Any], Any]) -> Any:
        self._turns += 1
        if self._turns in (2, 4):
            raise CommitFailed("the disk is full")
        return await self._database.turn(work)


def ticking(start: float = 0.0) -> Callable[[], datetime]:
    """A clock on which every look is seconds after the last, so that pauses are soon over."""
    passed = start

    def now() -> datetime:
        nonlocal passed
        passed += 2.0
        return NOON + timedelta(seconds=passed)

    return now


async def killed_while_sending(database: Database, *keys: str) -> None:
    sql = "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE dedupe_key = ?"
    await database.turn(lambda tx: tx.connection.executemany(sql, [(key,) for key in keys]))
