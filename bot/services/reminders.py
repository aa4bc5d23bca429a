"""Planning reminders, finding those that are due, and noting what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.events import State as EventState
from bot.domain.participations import Participation
from bot.domain.participations import State as Place
from bot.domain.people import Person
from bot.domain.quiet import is_quiet
from bot.domain.reminders import (
    Reason,
    Reminder,
    Rule,
    State,
    Wishes,
    plan,
    same_evening,
    useful_until,
)
from bot.services.world import World
from bot.storage.reminders import Count, Rating
from bot.storage.transaction import Transaction

OUTCOMES = {  # outbox -> ledger
    "sent": (State.SENT, None),
    "failed": (State.FAILED, None),
    "unknown": (State.UNKNOWN, None),
    "skipped": (State.BLOCKED, None),
}
EXPIRED = "expired"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One event that a reminder is about."""

    reminder: Reminder
    participation: Participation
    event: Event


@dataclass(frozen=True, kw_only=True)
class Due:
    """One message: everything that one person is to be told now."""

    person: Person
    items: tuple[Item, ...]  # the first gives the message its key

    @property
    def key(self) -> str:
        return self.items[0].reminder.key

    @property
    def expires_at(self) -> datetime:
        return max(useful_until(i.reminder.rule, i.event) for i in self.items)


class ReminderService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._store = tx.reminders
        self._zone = world.rules.zone
        self._now = now

    def plan_new(self) -> None:
        """For registrations that are new, or whose event has other times now."""
        for participation_id in self._store.unplanned(self._now):
            participation = self._tx.participations.find(participation_id)
            if participation is not None:
                fresh = not self._store.of_participation(participation_id)
                self._plan(participation, self._since(participation, fresh), fresh)

    def _since(self, participation: Participation, fresh: bool) -> datetime:
        """What was due before this moment is late; a bot that was down since makes up for it."""
        if not fresh:
            return self._tx.events.changed_at(participation.event_id)
        return participation.asked_at if participation.waiting_since is None else self._now

    def _plan(self, participation: Participation, since: datetime, fresh: bool) -> None:
        event = self._tx.events.find(participation.event_id)
        if event is None or participation.person_id is None:
            return
        wishes = self._store.wishes(participation.person_id)
        for planned in plan(event, participation, wishes, self._zone, since, fresh):
            self._store.add(participation, event.version, planned)

    def due(self) -> list[Due]:
        """What is to be said now, by person; what is of no use any more is noted as skipped.

        Nothing at night: what an outage has kept until then waits for the morning.
        """
        if is_quiet(self._now, self._zone):
            return []
        messages: dict[tuple[int, int], list[Item]] = {}
        for reminder in self._store.due(self._now):
            item = self._checked(reminder)
            if item is not None and item.participation.person_id is not None:
                alone = reminder.id if reminder.rule == Rule.FEEDBACK else 0
                messages.setdefault((item.participation.person_id, alone), []).append(item)
        return [
            said
            for (person_id, alone), items in messages.items()
            if (said := self._message(person_id, items, bool(alone))) is not None
        ]

    def _checked(self, reminder: Reminder) -> Item | None:
        """As things stand now; None for what nobody needs to be told, which is noted."""
        participation = self._tx.participations.find(reminder.participation_id)
        event = self._tx.events.find(reminder.event_id)
        if participation is None or event is None:
            return None
        reason = self._needless(reminder, participation, event)
        if reason is not None:
            self._store.become(reminder.id, State.SKIPPED, reason)
            return None
        return Item(reminder=reminder, participation=participation, event=event)

    def _needless(
        self, reminder: Reminder, participation: Participation, event: Event
    ) -> Reason | None:
        if participation.person_id is None:
            return Reason.ERASED
        if event.state is EventState.CANCELLED:
            return Reason.CANCELLED
        if reminder.version != event.version:
            return Reason.MOVED
        wanted = {Place.REGISTERED}
        if reminder.rule == Rule.FEEDBACK:
            wanted.add(Place.ATTENDED)
        if participation.state not in wanted:
            return Reason.NOT_COMING
        if useful_until(reminder.rule, event) <= self._now:
            return Reason.PAST
        return None

    def _message(self, person_id: int, items: Sequence[Item], alone: bool) -> Due | None:
        """With what is due later this evening; a question how it was is a message alone. None when
        the person takes no messages."""
        person = self._tx.people.find(person_id)
        if person is None:
            return None
        later = [] if alone else self._later_this_evening(person_id, items)
        together = self._one_each([*items, *later])
        closed = self._tx.chats.is_closed(person.channel, person.chat)
        if person.muted or closed:
            for item in together:
                state = State.BLOCKED if closed else State.SKIPPED
                self._store.become(item.reminder.id, state, None if closed else Reason.MUTED)
            return None
        self._store.become(together[0].reminder.id, State.QUEUED)
        for item in together[1:]:
            self._store.become(item.reminder.id, State.SKIPPED, Reason.MERGED)
        return Due(person=person, items=tuple(together))

    def _later_this_evening(self, person_id: int, items: Sequence[Item]) -> list[Item]:
        taken = {item.reminder.id for item in items}
        ahead = self._store.planned_for(person_id, self._now + timedelta(hours=3))
        later = [
            r
            for r in ahead
            if r.id not in taken
            and r.rule != Rule.FEEDBACK
            and same_evening(r.due_at, self._now, self._zone)
        ]
        return [item for reminder in later if (item := self._checked(reminder)) is not None]

    def _one_each(self, items: Sequence[Item]) -> list[Item]:
        """Of two reminders of one event the nearer one says it all."""
        kept: dict[int, Item] = {}
        for item in items:
            if item.event.id in kept:
                self._store.become(item.reminder.id, State.SKIPPED, Reason.MERGED)
            else:
                kept[item.event.id] = item
        return list(kept.values())

    def ahead(self, participation: Participation) -> list[datetime]:
        """When this person will be reminded, as it stands now; nothing for who takes no messages.

        What is due on one evening is said at once.
        """
        event = self._tx.events.find(participation.event_id)
        person = self._tx.people.find(participation.person_id or 0)
        if event is None or person is None or person.muted or not event.state.is_announced:
            return []
        moments: list[datetime] = []
        for due_at in self._planned(event, participation):
            if not moments or not same_evening(due_at, moments[-1], self._zone):
                moments.append(due_at)
        return moments

    def _planned(self, event: Event, participation: Participation) -> list[datetime]:
        """From the ledger, or as it will be written there."""
        known = self._store.of_participation(participation.id)
        current = [r for r in known if r.version == event.version]
        if current:
            dues = [(r.rule, r.due_at) for r in current if r.state is State.PLANNED]
        else:
            wishes = self._store.wishes(participation.person_id or 0)
            plans = plan(event, participation, wishes, self._zone, self._now, fresh=False)
            dues = [(p.rule, p.due_at) for p in plans if p.skipped is None]
        return sorted(due for rule, due in dues if rule != Rule.FEEDBACK and due > self._now)

    def settle(self) -> None:
        """Copies what the outbox knows, before that forgets it."""
        for reminder_id, state, error in self._store.settled():
            if error == EXPIRED:
                self._store.become(reminder_id, State.SKIPPED, Reason.PAST)
            else:
                self._store.become(reminder_id, *OUTCOMES.get(state or "", (State.UNKNOWN, None)))

    def ledger(self, event_id: int) -> list[Count]:
        """In the order in which they go out; own lead times before the question afterwards."""
        order = {rule.value: n for n, rule in enumerate(Rule)}
        last = order[Rule.FEEDBACK]
        counts = self._store.ledger(event_id)
        return sorted(counts, key=lambda count: order.get(count.rule, last - 0.5))

    def ratings(self, event_id: int) -> list[Rating]:
        return self._store.ratings(event_id)

    def wishes(self, person: Person) -> Wishes:
        return self._store.wishes(person.id)

    def wish(self, person: Person, wishes: Wishes) -> None:
        """Holds for everything that is still to be sent."""
        self._store.keep_wishes(person.id, wishes)
        for participation in self._tx.participations.of_person(person.id):
            if participation.state is Place.REGISTERED:
                self._store.drop_planned(participation.id)
                self._plan(participation, self._now, fresh=False)

    def rate(self, person: Person, participation_id: int, stars: int, remark: str | None) -> None:
        """Changing one's mind is one answer still. Raises NotFound for what is not one's own."""
        mine = self._tx.participations.find(participation_id)
        if mine is None or mine.person_id != person.id:
            raise NotFound
        self._store.rate(participation_id, stars, remark, self._now)
