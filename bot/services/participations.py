"""Coming to an event: a place, a place in the queue, together with others, and not coming."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.domain.errors import NotFound
from bot.domain.events import Event, hindrance
from bot.domain.events import State as EventState
from bot.domain.participations import (
    MOST_TOGETHER,
    AgreeFirst,
    Begun,
    Kind,
    NotForYou,
    ParentRegisters,
    Participation,
    Places,
    SchoolIsFull,
    State,
    TooManyTogether,
    decide_by,
    is_offered_now,
    next_in_line,
    state_for_newcomer,
)
from bot.domain.people import AgeBand, Person
from bot.services.world import World
from bot.storage.transaction import Transaction

PERSON, SYSTEM = "person", "system"


class Offered(NamedTuple):
    """Somebody who waited and now has places to take."""

    person: Person
    participation: Participation


class ParticipationService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._store = tx.participations
        self._events = tx.events
        self._people = tx.people
        self._world = world
        self._now = now

    def check(self, person: Person, event: Event) -> None:
        """Raises the refusal that keeps this person from coming at all."""
        found = hindrance(event, person, self._now)
        if found is not None:
            raise NotForYou(title=event.title_ru, hindrance=found)
        self.check_person(person, event)

    def check_person(self, person: Person, event: Event) -> None:
        """Whether anything may be kept of them. Raises ParentRegisters, AgreeFirst."""
        if person.age_band is AgeBand.UNDER_14:
            raise ParentRegisters(title=event.title_ru)
        if not person.may_apply:
            raise AgreeFirst

    def register(
        self, person: Person, event_id: int, places: int = 1, school: str | None = None
    ) -> Participation:
        """All the places or none: else a place in the queue. Asking twice gives the first answer.

        Raises NotFound, NotForYou, ParentRegisters, AgreeFirst, TooManyTogether, SchoolIsFull.
        """
        event = self._locked_event(event_id)
        known = self.open_for(person, event_id)
        if known is not None:
            return known
        self.check(person, event)
        if not 1 <= places <= min(MOST_TOGETHER, event.capacity):
            raise TooManyTogether(most=min(MOST_TOGETHER, event.capacity))
        self.check_school(event, school, places)
        asked = Participation(
            id=0,
            event_id=event_id,
            person_id=person.id,
            state=State.REGISTERED,
            places=places,
            school=school,
            version=event.version,
            asked_at=self._now,
        )
        return self.take_or_wait(event, asked)

    def take_or_wait(self, event: Event, asked: Participation) -> Participation:
        """The event has to be locked."""
        state = state_for_newcomer(self.places(event), asked.places)
        since = self._now if state is State.WAITING else None
        return self._store.add(replace(asked, state=state, waiting_since=since), PERSON)

    def check_school(self, event: Event, school: str | None, places: int) -> None:
        """Raises SchoolIsFull. The event has to be locked."""
        if event.per_school is None or school is None:
            return
        if self._store.taken_by_school(event.id, school) + places > event.per_school:
            raise SchoolIsFull(limit=event.per_school)

    def open_for(self, person: Person, event_id: int) -> Participation | None:
        """The person's own registration that is under way."""
        for participation in self._store.of_person(person.id):
            mine = participation.event_id == event_id and participation.kind is Kind.PERSON
            if mine and participation.state.is_open:
                return participation
        return None

    def cancel(
        self, person: Person, participation_id: int, reason: str = "not coming"
    ) -> tuple[Participation, list[Offered]]:
        """«Не приду»: frees the places at once, and offers them. Twice changes nothing, nor does it
        where the event was cancelled.

        Raises NotFound, Begun.
        """
        mine = self._locked(person, participation_id)
        event = self._event(mine.event_id)
        if not mine.state.is_open or event.state is EventState.CANCELLED:
            return mine, []
        if event.starts_at <= self._now:
            raise Begun(title=event.title_ru)
        return self._leave(mine, reason)

    def _leave(self, mine: Participation, reason: str) -> tuple[Participation, list[Offered]]:
        left = self._move(mine, State.CANCELLED, PERSON, reason)
        for pupil in self._store.of_class(mine.id):
            if pupil.state.is_open:
                self._move(pupil, State.CANCELLED, SYSTEM, "the class does not come")
        return left, self.fill(mine.event_id)

    def accept(self, person: Person, participation_id: int) -> Participation:
        """Takes offered places; once they have lapsed, or the event is off, nothing is taken.

        Raises NotFound.
        """
        mine = self._locked(person, participation_id)
        announced = self._event(mine.event_id).state.is_announced
        if mine.state is not State.OFFERED or not announced:
            return mine
        return self._move(mine, State.REGISTERED, PERSON, "accepted")

    def confirm_change(self, person: Person, participation_id: int) -> Participation:
        """Still comes after time or place have changed, and so takes what is offered.

        Raises NotFound.
        """
        mine = self.accept(person, participation_id)
        event = self._event(mine.event_id)
        if not event.state.is_announced:
            return mine
        confirmed = replace(mine, version=event.version)
        self._store.change(confirmed)
        return confirmed

    def give_back(
        self, person: Person, participation_id: int, places: int
    ) -> tuple[Participation, list[Offered]]:
        """Of a party fewer come: `places` are kept. What is not fewer changes nothing.

        Raises NotFound, Begun.
        """
        mine = self._locked(person, participation_id)
        event = self._event(mine.event_id)
        if event.starts_at <= self._now:
            raise Begun(title=event.title_ru)
        party = mine.kind is Kind.PERSON and mine.state is State.REGISTERED
        if not party or not 1 <= places < mine.places:
            return mine, []
        fewer = replace(mine, places=places)
        self._store.change(fewer)
        return fewer, self.fill(mine.event_id)

    def lapse(self) -> list[tuple[Offered, list[Offered]]]:
        """Takes back places that nobody accepted in time, and whom they go to."""
        done = []
        for participation in self._store.overdue(self._now):
            self._locked_event(participation.event_id)
            lapsed = self._move(participation, State.LAPSED, SYSTEM, "no answer in time")
            offered = self.fill(participation.event_id)
            owner = self.owner(lapsed)
            if owner is not None:
                done.append((Offered(owner, lapsed), offered))
        return done

    def fill(self, event_id: int) -> list[Offered]:
        """Offers what is free to those who wait, longest first; nobody after the start, and at
        night only what is near."""
        event, zone = self._locked_event(event_id), self._world.rules.zone
        if not event.state.is_announced or not is_offered_now(self._now, event.starts_at, zone):
            return []
        until = decide_by(self._now, event.starts_at, zone)
        waiting = self._store.waiting(event_id)
        left = event.capacity - self._store.taken_in(event_id)
        offered = []
        for lucky in next_in_line(waiting, left):
            owner = self.owner(lucky)
            moved = self._move(lucky, State.OFFERED, SYSTEM, "places became free", until)
            if owner is not None:
                offered.append(Offered(owner, moved))
        return offered

    def fill_all(self) -> list[Offered]:
        """Offers what is free at any event that somebody waits for."""
        return [offered for id_ in self._store.events_waited_for() for offered in self.fill(id_)]

    def places(self, event: Event) -> Places:
        return Places(
            capacity=event.capacity,
            taken=self._store.taken_in(event.id),
            waiting=len(self._store.waiting(event.id)),
        )

    def place_in_queue(self, participation: Participation) -> int | None:
        """1 for the next in line; None for somebody who does not wait."""
        waiting = self._store.waiting(participation.event_id)
        ids = [p.id for p in next_in_line(waiting, sum(p.places for p in waiting))]
        return ids.index(participation.id) + 1 if participation.id in ids else None

    def of(self, person: Person) -> list[Participation]:
        """Newest first."""
        return self._store.of_person(person.id)

    def find(self, person: Person, participation_id: int) -> Participation:
        """Raises NotFound, also for somebody else's."""
        found = self._store.find(participation_id)
        if found is None or found.person_id != person.id:
            raise NotFound
        return found

    def release(self, person: Person) -> list[Offered]:
        """Gives up everything that is open, before the person is erased."""
        offered = []
        for participation in self._store.of_person(person.id):
            if participation.state.is_open:
                mine = self._locked(person, participation.id)
                offered += self._leave(mine, "erased")[1]
        return [o for o in offered if o.person.id != person.id]

    def owner(self, participation: Participation) -> Person | None:
        """None for somebody who was erased."""
        if participation.person_id is None:
            return None
        return self._people.find(participation.person_id)

    def _event(self, event_id: int) -> Event:
        event = self._events.find(event_id)
        if event is None:
            raise NotFound
        return event

    def _locked_event(self, event_id: int) -> Event:
        event = self._events.lock(event_id)
        if event is None:
            raise NotFound
        return event

    def _locked(self, person: Person, participation_id: int) -> Participation:
        """As it is while nobody else can count the places of its event."""
        self._locked_event(self.find(person, participation_id).event_id)
        return self.find(person, participation_id)

    def _move(
        self,
        participation: Participation,
        after: State,
        actor: str,
        reason: str,
        until: datetime | None = None,
    ) -> Participation:
        return self._store.move(
            participation, after, actor=actor, reason=reason, now=self._now, decide_by=until
        )
