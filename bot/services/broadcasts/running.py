"""Sending a mailing off, agreeing to it, and the brakes. What is pressed twice happens once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.audit import Action
from bot.domain.broadcasts import (
    FAILURES_IN_A_ROW,
    Broadcast,
    Changed,
    Incomplete,
    NobodyReached,
    NotTheAuthor,
    OwnBroadcast,
    Progress,
    State,
    Tally,
    moved,
    progress,
    tallied,
)
from bot.domain.errors import NotFound
from bot.domain.outbox import Batch, Settled
from bot.domain.people import Person
from bot.domain.quiet import allowed_from, is_quiet
from bot.domain.rates import most_paid_messages
from bot.domain.staff import Permission
from bot.services.audit import AuditService
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.transaction import Transaction

LISTED = 50_000  # rows of a report; what went wrong comes first


class BroadcastService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._rules = world.rules
        self._audit = AuditService(tx, now)
        self._now = now

    def find(self, broadcast_id: int) -> Broadcast:
        """Raises NotFound."""
        found = self._tx.broadcasts.find(broadcast_id)
        if found is None:
            raise NotFound
        return found

    def newest(self, limit: int, offset: int) -> Sequence[Broadcast]:
        return self._tx.broadcasts.newest(limit, offset)

    def count(self) -> int:
        return self._tx.broadcasts.count()

    def author(self, broadcast: Broadcast) -> Person | None:
        """None when they were erased."""
        return self._tx.people.find(broadcast.author)

    def approvers(self, broadcast: Broadcast) -> Sequence[Person]:
        """Who may be the second person."""
        may = StaffService(self._tx, self._now).permitted(Permission.APPROVE_BROADCASTS)
        return [person for person in may if person.id != broadcast.author]

    def submit(self, person: Person, broadcast_id: int, at: datetime | None) -> Broadcast:
        """Off it goes, now or at a time, or to a second person first.

        Raises NotTheAuthor, Incomplete, TooLong or NobodyReached.
        """
        draft = self.find(broadcast_id)
        if draft.author != person.id:
            raise NotTheAuthor
        if draft.state is not State.DRAFT:
            return draft
        if not draft.content.text:
            raise Incomplete
        draft.content.check()
        if draft.looked_through and not draft.reached:
            raise NobodyReached
        draft = self._saved(replace(draft, starts_at=at, submitted_at=self._now))
        uncounted = not draft.looked_through
        waits = uncounted or draft.must_be_approved(self._rules.broadcasts)
        if waits:
            return self._noted(person, draft, State.WAITING, Action.BROADCAST_SUBMITTED)
        return self._scheduled(person, draft, Action.BROADCAST_SUBMITTED)

    def approve(self, person: Person, broadcast_id: int, version: int) -> Broadcast:
        """Raises OwnBroadcast, and Changed when it is not what the person saw."""
        waiting = self.find(broadcast_id)
        if waiting.author == person.id:
            raise OwnBroadcast
        if waiting.version != version:
            raise Changed
        if waiting.state is not State.WAITING:
            return waiting
        approved = self._saved(replace(waiting, approver=person.id))
        return self._scheduled(person, approved, Action.BROADCAST_APPROVED)

    def send_back(self, person: Person, broadcast_id: int, version: int) -> Broadcast:
        """To its author, who may change it. Raises Changed."""
        waiting = self.find(broadcast_id)
        if waiting.version != version:
            raise Changed
        if waiting.state is not State.WAITING:
            return waiting
        return self._taken_back(person, waiting, Action.BROADCAST_SENT_BACK)

    def take_back(self, person: Person, broadcast_id: int) -> Broadcast:
        """Second thoughts, as long as nothing has been sent."""
        broadcast = self.find(broadcast_id)
        if broadcast.state not in (State.WAITING, State.SCHEDULED):
            return broadcast
        return self._taken_back(person, broadcast, Action.BROADCAST_TAKEN_BACK)

    def pause(self, person: Person, broadcast_id: int) -> Broadcast:
        """At once: the dispatcher asks for rows of running mailings only."""
        broadcast = self.find(broadcast_id)
        if broadcast.state is not State.RUNNING:
            return broadcast
        return self._noted(person, broadcast, State.PAUSED, Action.BROADCAST_PAUSED)

    def resume(self, person: Person, broadcast_id: int) -> Broadcast:
        broadcast = self.find(broadcast_id)
        if broadcast.state is not State.PAUSED:
            return broadcast
        return self._noted(person, broadcast, State.RUNNING, Action.BROADCAST_RESUMED)

    def stop(self, person: Person, broadcast_id: int) -> Broadcast:
        """For good. What was not sent is marked as skipped by and by."""
        broadcast = self.find(broadcast_id)
        if broadcast.state not in (State.GATHERING, State.RUNNING, State.PAUSED):
            return broadcast
        return self._noted(person, broadcast, State.STOPPED, Action.BROADCAST_STOPPED)

    def at_work(self) -> Sequence[Batch]:
        """Mailings whose messages may go at this moment: none at night."""
        if is_quiet(self._now, self._rules.zone):
            return ()
        return self._tx.broadcasts.at_work(most_paid_messages(self._rules.broadcasts))

    def arrived(self, broadcast_id: int) -> None:
        self._tx.broadcasts.arrived(broadcast_id)

    def failed(self, broadcast_id: int, error: str) -> None:
        """A message was refused for good. So many in a row are the fault of the mailing."""
        if self._tx.broadcasts.failed(broadcast_id) < FAILURES_IN_A_ROW:
            return
        broadcast = self.find(broadcast_id)
        if broadcast.state is State.RUNNING:
            self._moved(replace(broadcast, error=error), State.PAUSED)

    def tally(self, broadcast: Broadcast) -> Tally:
        """How many messages have met which fate, now or at the end."""
        return broadcast.tally or tallied(self._tx.outbox.tally(broadcast.id))

    def progress(self, broadcast: Broadcast) -> Progress:
        """How far it is. The speed is for whoever looks twice."""
        found = progress(self._tx.outbox.counts_of_batch(broadcast.id))
        zone = self._rules.zone
        resting = broadcast.state is State.RUNNING and is_quiet(self._now, zone)
        morning = allowed_from(self._now, zone).astimezone(zone)
        return replace(found, quiet_until=morning if resting else None)

    def left_after(self, broadcast: Broadcast) -> int:
        """How many turned the topic off under it."""
        return self._tx.subscriptions.left_after(broadcast.id)

    def every_one(self, broadcast_id: int) -> Sequence[Settled]:
        return self._tx.outbox.every_one(broadcast_id, LISTED)

    def _scheduled(self, person: Person, broadcast: Broadcast, action: Action) -> Broadcast:
        """Not before the time for second thoughts is over."""
        earliest = self._now + self._rules.broadcasts.undo
        at = max(broadcast.starts_at or earliest, earliest)
        scheduled = self._saved(replace(broadcast, starts_at=at))
        return self._noted(person, scheduled, State.SCHEDULED, action)

    def _taken_back(self, person: Person, broadcast: Broadcast, action: Action) -> Broadcast:
        """Whose audience is fixed cannot be written anew."""
        begun = broadcast.started_at is not None
        back = self._saved(replace(broadcast, approver=None, starts_at=None))
        return self._noted(person, back, State.STOPPED if begun else State.DRAFT, action)

    def _noted(
        self, person: Person, broadcast: Broadcast, state: State, action: Action
    ) -> Broadcast:
        after = self._moved(broadcast, state)
        self._audit.note(
            person, action, f"broadcast {after.id}", before=broadcast.state, after=after.state
        )
        return after

    def _moved(self, broadcast: Broadcast, state: State) -> Broadcast:
        after = moved(broadcast, state)
        if not self._tx.broadcasts.move(broadcast.state, after):
            raise Changed
        return after

    def _saved(self, broadcast: Broadcast) -> Broadcast:
        self._tx.broadcasts.save(broadcast)
        return broadcast
