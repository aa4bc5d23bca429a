"""What becomes of mailings by themselves: they begin, fix their audience, end. Each step may be cut
short at any line and is taken up where it stood."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.broadcasts import Broadcast, State, moved, tallied
from bot.domain.outbox import Body, Lane, Outgoing, Policy, Skipped
from bot.domain.quiet import allowed_from, is_quiet
from bot.domain.segments import Candidate
from bot.services.broadcasts.audience import Audience
from bot.services.world import World
from bot.storage.transaction import Transaction

JITTER = 600  # seconds after the quiet hours over which the messages are spread
KEPT = timedelta(days=8)  # rows of a mailing after its end: who got it, and who perhaps


class GatheringService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._rules = world.rules
        self._audience = Audience(tx, world)
        self._now = now

    def begin(self) -> list[Broadcast]:
        """Those whose time has come."""
        scheduled = self._tx.broadcasts.in_state(State.SCHEDULED)
        due = [one for one in scheduled if one.starts_at is None or one.starts_at <= self._now]
        return [self._begun(one) for one in due]

    def _begun(self, broadcast: Broadcast) -> Broadcast:
        """What was counted for the draft is forgotten; a fixed audience stays."""
        if broadcast.started_at is None:
            broadcast = replace(broadcast, position=0, looked_through=False, reached=0, excluded={})
            self._tx.broadcasts.look_through(broadcast)
        return self._moved(broadcast, State.GATHERING, started_at=self._now)

    def gathering(self) -> list[int]:
        return [one.id for one in self._tx.broadcasts.in_state(State.GATHERING)]

    def gather(self, broadcast_id: int) -> Broadcast | None:
        """Fixes one more portion of the audience. None when there is nothing left to do.

        A mailing that has come to reach more people than one person may write to waits for
        a second one.
        """
        broadcast = self._tx.broadcasts.find(broadcast_id)
        if broadcast is None or broadcast.state is not State.GATHERING:
            return None
        if not broadcast.looked_through:
            broadcast, reached = self._audience.further(broadcast)
            self._stage(broadcast, reached)
        if not broadcast.looked_through:
            return broadcast
        alone = not broadcast.must_be_approved(self._rules.broadcasts)
        return self._moved(broadcast, State.RUNNING if alone else State.WAITING)

    def _stage(self, broadcast: Broadcast, reached: list[Candidate]) -> None:
        quiet = is_quiet(self._now, self._rules.zone)
        morning = allowed_from(self._now, self._rules.zone).timestamp() if quiet else 0.0
        self._tx.outbox.put(
            *(
                Outgoing(
                    dedupe_key=f"bcast:{broadcast.id}:{one.id}",
                    channel=one.channel,
                    chat=one.chat,
                    lane=Lane.BROADCAST,
                    policy=Policy.AT_MOST_ONCE,
                    body=Body(text="", rows=[]),
                    not_before=morning + one.id * 7919 % JITTER if quiet else 0.0,
                    batch=broadcast.id,
                    person=one.id,
                )
                for one in reached
            )
        )

    def end(self) -> list[Broadcast]:
        """Those that nothing is under way of any more. A stopped one is skipped by portions."""
        done = [
            self._moved(broadcast, State.FINISHED)
            for broadcast in self._tx.broadcasts.in_state(State.RUNNING)
            if not self._tx.outbox.is_under_way(broadcast.id)
        ]
        for broadcast in self._tx.broadcasts.stopping():
            now = self._now.timestamp()
            self._tx.outbox.skip_batch(broadcast.id, Skipped.STOPPED, now)
            if not self._tx.outbox.is_under_way(broadcast.id):
                done.append(broadcast)
        return [self._ended(broadcast) for broadcast in done]

    def _ended(self, broadcast: Broadcast) -> Broadcast:
        """With what its report needs when the rows are gone."""
        tally = tallied(self._tx.outbox.tally(broadcast.id))
        ended = replace(broadcast, tally=tally, ended_at=self._now)
        self._tx.broadcasts.move(broadcast.state, ended)
        return ended

    def purge(self) -> None:
        """A portion of the rows of those that ended long ago."""
        for broadcast_id in self._tx.broadcasts.with_old_rows(self._now - KEPT):
            self._tx.outbox.remove_batch(broadcast_id)

    def _moved(
        self, broadcast: Broadcast, state: State, started_at: datetime | None = None
    ) -> Broadcast:
        after = moved(broadcast, state)
        if started_at is not None and after.started_at is None:
            after = replace(after, started_at=started_at)
        self._tx.broadcasts.move(broadcast.state, after)
        return after
