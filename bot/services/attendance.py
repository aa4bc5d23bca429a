"""Noting who came, by a code, by a tap, or by counting heads."""

from dataclasses import replace
from datetime import datetime

from bot.domain.attendance import (
    MORE_HEADS,
    Tally,
    code_at,
    doors_are_open,
    fits,
    takes_counts,
    tally,
)
from bot.domain.audit import Action
from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.events import State as EventState
from bot.domain.participations import (
    DoorsClosed,
    Kind,
    NotCounted,
    Participation,
    State,
    WrongCode,
    WrongNumber,
)
from bot.domain.people import Person
from bot.services.audit import AuditService
from bot.services.events import EventService
from bot.services.participations import ParticipationService
from bot.services.world import World
from bot.storage.transaction import Transaction

DOOR, STAFF = "door", "staff"
EXPECTED = (State.REGISTERED, State.ATTENDED, State.ABSENT)
NO_DOOR = (EventState.DRAFT, EventState.PROPOSED, EventState.CANCELLED)


class AttendanceService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._store = tx.participations
        self._events = EventService(tx, world, now)
        self._participations = ParticipationService(tx, world, now)
        self._audit = AuditService(tx, now)
        self._now = now

    def code(self, actor: Person, event_id: int) -> str:
        """What the screen at the door shows now. Raises NotFound, NotPermitted."""
        event = self._events.own(actor, event_id)
        return code_at(self._tx.events.secret(event.id), self._now)

    def check_in(self, person: Person, event_id: int, typed: str) -> Participation:
        """Was there. Who was let in without a registration gets one. Twice changes nothing.

        Raises NotFound, DoorsClosed, WrongCode, and what `ParticipationService.check` raises.
        """
        event = self.at_the_door(event_id)
        if not doors_are_open(event, self._now):
            raise DoorsClosed(title=event.title_ru)
        if not fits(self._tx.events.secret(event.id), typed, self._now):
            raise WrongCode
        for known in self._store.of_person(person.id):
            if known.event_id != event.id or known.kind is not Kind.PERSON:
                continue
            if known.state is State.ATTENDED:
                return known
            if known.state is State.REGISTERED:
                return self._move(known, State.ATTENDED, DOOR)
        return self._walk_in(person, event)

    def at_the_door(self, event_id: int) -> Event:
        """Raises NotFound, also for what is not announced, or off."""
        event = self._locked(event_id)
        if event.state in NO_DOOR:
            raise NotFound
        return event

    def _walk_in(self, person: Person, event: Event) -> Participation:
        """Whoever stands at the door with the code has been let in by people."""
        self._participations.check_person(person, event)
        waiting = self._participations.open_for(person, event.id)
        if waiting is not None:
            self._store.move(waiting, State.CANCELLED, actor=DOOR, reason="let in", now=self._now)
        came = Participation(
            id=0,
            event_id=event.id,
            person_id=person.id,
            state=State.ATTENDED,
            version=event.version,
            asked_at=self._now,
        )
        return self._store.add(came, DOOR)

    def listed(self, actor: Person, event_id: int) -> list[Participation]:
        """Who was expected, in the order of their numbers. Raises NotFound, NotPermitted."""
        self._events.own(actor, event_id)
        return [p for p in self._store.of_event(event_id) if p.state in EXPECTED]

    def unreached(self, event_id: int) -> int:
        """How many of those expected take no messages: they have said /stop, or left the chat."""
        expected = [p for p in self._store.of_event(event_id) if p.state in EXPECTED]
        owners = [owner for p in expected if (owner := self._participations.owner(p)) is not None]
        return sum(o.muted or self._tx.chats.is_closed(o.channel, o.chat) for o in owners)

    def find(self, actor: Person, participation_id: int) -> Participation:
        """Of an event that the actor keeps, or the actor's own. Raises NotFound, NotPermitted."""
        found = self._found(participation_id)
        if found.person_id != actor.id:
            self._events.own(actor, found.event_id)
        return found

    def mark(self, actor: Person, participation_id: int, came: bool) -> Participation:
        """Raises NotFound, NotPermitted."""
        found = self._found(participation_id)
        self._events.own(actor, found.event_id)
        if found.state not in EXPECTED:
            raise NotFound
        after = State.ATTENDED if came else State.ABSENT
        if found.state is after:
            return found
        subject = f"event {found.event_id} participation {found.id}"
        self._audit.note(actor, Action.EVENT_ATTENDANCE, subject, found.state, after)
        return self._move(found, after, STAFF)

    def count_heads(self, actor: Person, participation_id: int, heads: int) -> Participation:
        """How many of a class, or of a party, came; the teacher may say so later too, and again.

        Raises NotFound, NotPermitted, NotCounted, WrongNumber.
        """
        found = self.check_count(actor, participation_id)
        if not 0 <= heads <= found.places + MORE_HEADS:
            raise WrongNumber(most=found.places + MORE_HEADS)
        counted = replace(found, came=heads)
        self._store.change(counted)
        subject = f"event {found.event_id} participation {found.id}"
        before = found.state if found.came is None else str(found.came)
        self._audit.note(actor, Action.EVENT_ATTENDANCE, subject, before, str(heads))
        after = State.ATTENDED if heads else State.ABSENT
        return counted if counted.state is after else self._move(counted, after, STAFF)

    def check_count(self, actor: Person, participation_id: int) -> Participation:
        """Raises NotFound, NotPermitted, NotCounted while nobody can have come."""
        found = self.find(actor, participation_id)
        event = self._events.find(found.event_id)
        if found.state not in EXPECTED or not takes_counts(event, self._now):
            raise NotCounted(title=event.title_ru)
        return found

    def tally(self, actor: Person, event_id: int) -> Tally:
        """Raises NotFound, NotPermitted."""
        self._events.own(actor, event_id)
        return tally(self._store.of_event(event_id))

    def report(self, actor: Person, event_id: int) -> Tally:
        """Closes the event: whoever was not noted did not come. Twice changes nothing.

        Raises NotFound, NotPermitted.
        """
        event = self._events.own(actor, event_id)
        if event.state is EventState.HELD:
            for participation in self._store.of_event(event_id):
                if participation.state is State.REGISTERED:
                    self._move(participation, State.ABSENT, STAFF)
                elif participation.state.is_open:
                    self._move(participation, State.LAPSED, STAFF)
            self._events.move(actor, event_id, EventState.REPORTED)
            self._audit.note(actor, Action.EVENT_MOVED, f"event {event_id}", "held", "reported")
        return tally(self._store.of_event(event_id))

    def _found(self, participation_id: int) -> Participation:
        found = self._store.find(participation_id)
        if found is None:
            raise NotFound
        return found

    def _locked(self, event_id: int) -> Event:
        event = self._tx.events.lock(event_id)
        if event is None:
            raise NotFound
        return event

    def _move(self, participation: Participation, after: State, actor: str) -> Participation:
        return self._store.move(
            participation, after, actor=actor, reason="attendance", now=self._now
        )
