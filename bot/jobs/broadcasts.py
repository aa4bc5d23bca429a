"""Mailings move by themselves: begin, fix their audience a portion at a time, say how far they are,
end. Each look takes up where the last one, or the last life of the bot, stood."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.domain.broadcasts import Broadcast, Progress, State
from bot.domain.outbox import State as Row
from bot.handlers.broadcasts.pages import names_of
from bot.services.desk import Desk
from bot.storage.database import Database, Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views.broadcasts import audience, reports, running, sending
from bot.views.screen import Screen

BREATH = 0.005  # seconds between two portions, for whoever waits for the database
MEASURED = timedelta(minutes=1)  # a longer silence says nothing about the speed
PATIENCE = timedelta(hours=4)  # with the second person


async def look(database: Database, turns: Turns) -> None:
    """Everything that is due."""
    await database.turn(lambda tx: _begin(tx, turns))
    for broadcast_id in await database.read(lambda tx: turns.desk(tx).gathering.gathering()):
        await _by_portions(database, partial(_gather, turns=turns, broadcast_id=broadcast_id))
    await _by_portions(database, partial(_count_on, turns=turns))
    await database.turn(lambda tx: _end(tx, turns))
    await database.turn(lambda tx: _say(tx, turns))


async def _by_portions(database: Database, work: Callable[[Transaction], bool]) -> None:
    """Until it says that there is nothing left. Whoever waits for the database gets in between."""
    more = True
    while more:
        more = await database.turn(work)
        await asyncio.sleep(BREATH)


def _begin(tx: Transaction, turns: Turns) -> None:
    for begun in turns.desk(tx).gathering.begin():
        _tell_author(tx, turns, begun, "progress", partial(running.gathering, begun))


def _gather(tx: Transaction, *, turns: Turns, broadcast_id: int) -> bool:
    """True when there are more people to look at."""
    desk = turns.desk(tx)
    broadcast = desk.gathering.gather(broadcast_id)
    if broadcast is not None and broadcast.state is State.WAITING:
        limit = desk.world.rules.broadcasts.approve_above
        _tell_author(tx, turns, broadcast, "grew", partial(sending.grew, broadcast, limit))
        _ask_approvers(tx, turns, desk, broadcast, "asked")
    return broadcast is not None and broadcast.state is State.GATHERING


def _count_on(tx: Transaction, *, turns: Turns) -> bool:
    """Whether a draft's audience was counted further. Its author waits for the number."""
    desk = turns.desk(tx)
    counted = desk.drafts.count_on()
    if counted is None:
        return False
    if counted.looked_through:
        view = partial(audience.audience, counted, names_of(desk))
        _tell_author(tx, turns, counted, f"counted:{counted.version}", view)
    return True


def _end(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    for ended in desk.gathering.end():
        _show_progress(tx, turns, desk, ended)
        tally, left = desk.broadcasts.tally(ended), desk.broadcasts.left_after(ended)
        _tell_author(tx, turns, ended, "ended", partial(reports.report, ended, tally, left))
    desk.gathering.purge()


def _say(tx: Transaction, turns: Turns) -> None:
    """How far they are, and what is the matter with those that do not go on."""
    desk = turns.desk(tx)
    for moving in tx.broadcasts.in_state(State.RUNNING):
        desk.alerts.ends(f"broadcast-{moving.id}")
        _show_progress(tx, turns, desk, moving)
    for paused in tx.broadcasts.in_state(State.PAUSED):
        _show_progress(tx, turns, desk, paused)
        if paused.error is not None and desk.alerts.begins(f"broadcast-{paused.id}"):
            broken = partial(running.broken, paused)
            _tell_author(tx, turns, paused, f"broken:{desk.now.isoformat()}", broken)
            turns.tell_staff(tx, f"bcast:{paused.id}:broken:{desk.now.isoformat()}", broken)
    for waiting in tx.broadcasts.in_state(State.WAITING):
        since = waiting.submitted_at or desk.now
        if desk.now - since >= PATIENCE:
            again = f"again:{since.isoformat()}"
            _ask_approvers(tx, turns, desk, waiting, again)
            if desk.world.staff_chat is not None:
                turns.tell_staff(tx, _key(waiting, again), partial(sending.asked, waiting))


def _ask_approvers(
    tx: Transaction, turns: Turns, desk: Desk, broadcast: Broadcast, key: str
) -> None:
    for other in desk.broadcasts.approvers(broadcast):
        turns.tell(tx, _key(broadcast, key), other, partial(sending.asked, broadcast))


def _tell_author(
    tx: Transaction,
    turns: Turns,
    broadcast: Broadcast,
    key: str,
    view: Callable[[Texts], Screen],
) -> None:
    author = turns.desk(tx).broadcasts.author(broadcast)
    if author is not None:
        turns.tell(tx, _key(broadcast, key), author, view)


def _key(broadcast: Broadcast, key: str) -> str:
    return f"bcast:{broadcast.id}:{key}"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What the progress message says, and since when."""

    number: int = 0  # of its edit
    state: str = ""
    settled: int = 0
    at: float = 0.0  # seconds since 1970

    def __str__(self) -> str:
        return f"{self.number} {self.state} {self.settled} {self.at}"

    @classmethod
    def read(cls, stored: str) -> "Shown":
        if not stored:
            return cls()
        number, state, settled, at = stored.split(" ")
        return cls(number=int(number), state=state, settled=int(settled), at=float(at))


def _show_progress(tx: Transaction, turns: Turns, desk: Desk, broadcast: Broadcast) -> None:
    """Edits the message that the author was sent at the start, where something has changed."""
    author = desk.broadcasts.author(broadcast)
    if author is None:
        return
    sent = tx.outbox.message_of(f"tell:{_key(broadcast, 'progress')}:{author.id}")
    before = Shown.read(broadcast.shown)
    last = tx.outbox.message_of(_key(broadcast, f"progress:{before.number}"))
    under_way = last is not None and last[0] in (Row.QUEUED, Row.SENDING)
    if sent is None or sent[1] is None or (under_way and not broadcast.state.is_over):
        return
    seen = desk.broadcasts.progress(broadcast)
    now = _shown_now(broadcast, seen, before, desk.now)
    if (now.state, now.settled) == (before.state, before.settled):
        return
    measured = replace(seen, per_second=_speed(before, now))
    key = _key(broadcast, f"progress:{now.number}")
    turns.edit(tx, key, sent[1], author, partial(running.progress, broadcast, measured))
    tx.broadcasts.show(broadcast.id, str(now))


def _shown_now(broadcast: Broadcast, seen: Progress, before: Shown, now: datetime) -> Shown:
    state = "quiet" if seen.quiet_until is not None else str(broadcast.state)
    return Shown(number=before.number + 1, state=state, settled=seen.settled, at=now.timestamp())


def _speed(before: Shown, now: Shown) -> float | None:
    """Messages a second since the last look; None where that says nothing."""
    seconds = now.at - before.at
    steady = before.state == now.state == State.RUNNING
    if not steady or not 0 < seconds <= MEASURED.total_seconds():
        return None
    return (now.settled - before.settled) / seconds
