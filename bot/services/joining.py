"""Coming with others: friends by a link, a class by its teacher. No names are known."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import NotFound
from bot.domain.events import Event, Hindrance
from bot.domain.participations import (
    ClassCannotGrow,
    ClassSize,
    ClassTooSmall,
    Kind,
    LinkClosed,
    NoClasses,
    NotForYou,
    Participation,
    State,
    TooFewAdults,
    adults_needed,
    shrunk,
    token_of,
)
from bot.domain.people import Person
from bot.domain.staff import token_hash
from bot.services.participations import Offered, ParticipationService
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.transaction import Transaction


class JoiningService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._store = tx.participations
        self._participations = ParticipationService(tx, world, now)
        self._now = now

    def invite(self, person: Person, participation_id: int) -> tuple[Participation, str]:
        """The token of the link, the same each time. Only its hash is stored.

        Raises NotFound, LinkClosed for who has no places for others.
        """
        mine = self._participations.find(person, participation_id)
        others = mine.places if mine.kind is Kind.CLASS else mine.places - 1
        if mine.state is not State.REGISTERED or others < 1:
            raise LinkClosed
        token = token_of(self._tx.events.secret(mine.event_id), mine.id)
        invited = replace(mine, token_hash=token_hash(token))
        self._store.change(invited)
        return invited, token

    def join(self, person: Person, token: str) -> Participation:
        """A friend takes one of the places that are held for them; a pupil confirms to come with
        the class. Joining twice gives the first answer, and one's own link one's own places.

        Raises LinkClosed, and what `ParticipationService.check` raises.
        """
        found = self._store.of_token(token_hash(token))
        if found is None:
            raise LinkClosed
        if found.person_id == person.id:
            return found
        event = self._locked(found.event_id)
        known = self._participations.open_for(person, event.id)
        if known is not None:
            return known
        self._participations.check(person, event)
        host = self._store.find(found.id)
        if host is None or host.state is not State.REGISTERED:
            raise LinkClosed
        return self._with_class(person, host) if host.kind is Kind.CLASS else self._of(person, host)

    def _of(self, person: Person, host: Participation) -> Participation:
        """One of the host's places becomes the friend's own."""
        if host.places < 2:
            raise LinkClosed
        self._store.change(replace(host, places=host.places - 1))
        return self._add(person, host, places=1, of_class=None)

    def _with_class(self, person: Person, host: Participation) -> Participation:
        """The class holds the place already."""
        if len(self.confirmed(host)) >= host.places:
            raise LinkClosed
        return self._add(person, host, places=0, of_class=host.id)

    def _add(
        self, person: Person, host: Participation, places: int, of_class: int | None
    ) -> Participation:
        joined = Participation(
            id=0,
            event_id=host.event_id,
            person_id=person.id,
            state=State.REGISTERED,
            places=places,
            school=host.school,
            of_class=of_class,
            version=host.version,
            asked_at=self._now,
        )
        return self._store.add(joined, "person")

    def bring_class(
        self, teacher: Person, event_id: int, grades: Mapping[int, int], adults: int
    ) -> Participation:
        """Places for every pupil or a place in the queue; accompanying adults take none.

        The school is the one that the teacher was invited for. The same class twice, from a double
        tap, is one class.

        Raises NotFound, NoClasses, NotForYou, ClassSize, TooFewAdults, SchoolIsFull.
        """
        event = self._locked(event_id)
        known = self._same(teacher, event_id, grades)
        if known is not None:
            return known
        self.check_class(event, grades, adults)
        heads, school = sum(grades.values()), self._school(teacher)
        self._participations.check_school(event, school, heads)
        asked = Participation(
            id=0,
            event_id=event_id,
            person_id=teacher.id,
            kind=Kind.CLASS,
            state=State.REGISTERED,
            places=heads,
            school=school,
            grades=dict(grades),
            adults=adults,
            version=event.version,
            asked_at=self._now,
        )
        return self._participations.take_or_wait(event, asked)

    def _same(
        self, teacher: Person, event_id: int, grades: Mapping[int, int]
    ) -> Participation | None:
        for known in self._store.of_person(teacher.id):
            mine = known.kind is Kind.CLASS and known.event_id == event_id
            if mine and known.state.is_open and known.grades == grades:
                return known
        return None

    def _school(self, teacher: Person) -> str | None:
        """None for staff of the Center who register a class for somebody."""
        return next(iter(StaffService(self._tx, self._now).partners(teacher)), None)

    def check_class(self, event: Event, grades: Mapping[int, int], adults: int) -> None:
        """The rules that staff set for groups."""
        rules = event.groups
        if rules is None or event.grades is None:
            raise NoClasses(title=event.title_ru)
        if not event.takes_people(self._now):
            raise NotForYou(title=event.title_ru, hindrance=Hindrance.CLOSED)
        first, last = event.grades
        if not all(first <= grade <= last for grade in grades):
            raise NotForYou(title=event.title_ru, hindrance=Hindrance.GRADE)
        heads, most = sum(grades.values()), min(rules.largest, event.capacity)
        if not rules.smallest <= heads <= most:
            raise ClassSize(smallest=rules.smallest, largest=most)
        needed = adults_needed(heads, rules.pupils_per_adult)
        if adults < needed:
            raise TooFewAdults(needed=needed, heads=heads)

    def shrink_class(
        self, teacher: Person, participation_id: int, heads: int
    ) -> tuple[Participation, list[Offered]]:
        """Fewer pupils come: their places are offered on. More need a registration of their own.

        Of several grades the highest lose theirs first: only the sum holds places.
        Raises NotFound, ClassTooSmall, ClassCannotGrow.
        """
        self._locked(self._participations.find(teacher, participation_id).event_id)
        mine = self.check_shrink(teacher, participation_id, heads)
        fewer = replace(mine, grades=shrunk(mine.grades, heads), places=heads)
        self._store.change(fewer)
        return fewer, self._participations.fill(mine.event_id)

    def check_shrink(self, teacher: Person, participation_id: int, heads: int) -> Participation:
        """The class as it is. Raises NotFound, ClassTooSmall, ClassCannotGrow."""
        mine = self._participations.find(teacher, participation_id)
        event = self._tx.events.find(mine.event_id)
        if event is None or mine.kind is not Kind.CLASS or not mine.state.is_open:
            raise NotFound
        smallest = 1 if event.groups is None else event.groups.smallest
        if heads > mine.places:
            raise ClassCannotGrow(heads=mine.places)
        if heads < min(smallest, mine.places):
            raise ClassTooSmall(smallest=min(smallest, mine.places))
        return mine

    def cancel_class(
        self, teacher: Person, participation_id: int
    ) -> tuple[Participation, list[Offered], list[Person]]:
        """The class does not come: also the pupils who had confirmed, and have to be told.

        Raises NotFound, Begun.
        """
        host = self._participations.find(teacher, participation_id)
        confirmed = [p for p in self.confirmed(host) if p.state.is_open]
        left, offered = self._participations.cancel(teacher, participation_id)
        pupils = confirmed if left.state is State.CANCELLED else []
        owners = [owner for p in pupils if (owner := self._participations.owner(p)) is not None]
        return left, offered, owners

    def confirmed(self, host: Participation) -> list[Participation]:
        """Pupils of the class who have said that they come."""
        return [p for p in self._store.of_class(host.id) if p.state is not State.CANCELLED]

    def _locked(self, event_id: int) -> Event:
        event = self._tx.events.lock(event_id)
        if event is None:
            raise NotFound
        return event
