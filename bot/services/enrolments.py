"""Applying for a place, waiting for one, taking or giving it up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import NamedTuple

from bot.domain.agreements import AgreementFull
from bot.domain.enrolments import (
    ClassByTheCenter,
    ConsentFirst,
    Enrolment,
    Move,
    NoDates,
    NotAllowedYet,
    NotEligible,
    State,
    TooManyOpen,
    in_order,
    state_for_newcomer,
)
from bot.domain.errors import NotFound
from bot.domain.matching import ObstacleKind, Offer, obstacles
from bot.domain.network import DayPart, Group, GroupState
from bot.domain.people import AgeBand, Person, Role
from bot.domain.profiles import Profile
from bot.services.agreements import AgreementService
from bot.services.versions import VersionService
from bot.services.world import World
from bot.storage.transaction import Transaction

PERSON, SYSTEM = "person", "system"
SUPPLY = {ObstacleKind.FULL, ObstacleKind.NO_DATES, ObstacleKind.AGREEMENT}


class Offered(NamedTuple):
    """Somebody who waited and now has a place to take."""

    person: Person
    enrolment: Enrolment


class Wanted(NamedTuple):
    """A group of one module, asked for together with others."""

    offer: Offer  # of the programme that the module belongs to
    group: Group


class Bundle(NamedTuple):
    enrolments: list[Enrolment]  # of every group that was asked for
    offered: list[Offered]  # those who get the places that were given up


class EnrolmentService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._store = tx.enrolments
        self._agreements = AgreementService(tx, world, now)
        self._people = tx.people
        self._versions = VersionService(tx, world, now)
        self._world = world
        self._now = now

    def check(self, person: Person, profile: Profile, offer: Offer) -> None:
        """Raises the refusal that keeps this person from applying at all."""
        self.check_person(person, profile, offer)
        if offer.agreement_full:
            raise AgreementFull(title=offer.programme.title_ru)
        if not offer.agreement_open or not offer.dates(profile.today):
            raise NoDates(title=offer.programme.title_ru)

    def check_person(self, person: Person, profile: Profile, offer: Offer) -> None:
        """The same as far as it lies in the person, whatever the dates.

        Raises ClassByTheCenter, NotEligible, NotAllowedYet, ConsentFirst.
        """
        phone = self._world.operator.phone
        if person.role is Role.TEACHER:
            raise ClassByTheCenter(phone=phone)
        cities = self._world.dictionaries.cities
        found = {o.kind for o in obstacles(offer, profile, cities) if not o.kind.is_wish}
        if found - SUPPLY:
            raise NotEligible(title=offer.programme.title_ru)
        if person.age_band is AgeBand.UNDER_14:
            raise NotAllowedYet(title=offer.programme.title_ru, phone=phone)
        if not person.may_apply:
            raise ConsentFirst

    def apply(
        self,
        person: Person,
        profile: Profile,
        offer: Offer,
        group_code: str,
        daypart: DayPart | None,
    ) -> Enrolment:
        """A place, or a place in the queue. Applying twice for a programme gives the first receipt.

        Raises NotAllowedYet, ConsentFirst, NotEligible, NoDates, TooManyOpen.
        """
        known = self.open_for(person, offer.programme.code)
        if known is not None:
            return known
        self.check(person, profile, offer)
        self._leave_cancelled(person, offer.programme.code, None)
        self._check_room(person)
        if group_code not in {g.group.code for g in offer.dates(profile.today)}:
            raise NoDates(title=offer.programme.title_ru)
        return self._store.add(self._application(person, group_code, daypart), PERSON)

    def apply_together(
        self, person: Person, profile: Profile, bundle: int, wanted: Sequence[Wanted]
    ) -> Bundle:
        """All of it or nothing: a place or a place in the queue of every group.

        What is under way stays as it is; what this bundle no longer asks for is withdrawn. Raises
        what `check_person` does, TooManyOpen, and NoDates for a group that takes nobody new.
        """
        for offer, _ in wanted:
            self.check_person(person, profile, offer)
        mine = [e for e in self.under_way(person) if e.bundle == bundle]
        if not mine:
            self._check_room(person)
        codes = {group.code for _, group in wanted}
        offered = []
        for old in mine:
            if old.group_code not in codes:
                offered += self.withdraw(person, old.id)[1]
        sent = [self._sent(person, one, bundle) for one in wanted]
        return Bundle(sent, [o for o in offered if o.person.id != person.id])

    def _sent(self, person: Person, wanted: Wanted, bundle: int) -> Enrolment:
        group = wanted.group
        known = self.open_for(person, group.programme, group.module)
        if known is not None:
            return known
        if group.state is not GroupState.OPEN:
            raise NoDates(title=wanted.offer.programme.title_ru)
        self._leave_cancelled(person, group.programme, group.module)
        application = self._application(person, group.code, None)
        return self._store.add(replace(application, bundle=bundle), PERSON)

    def _check_room(self, person: Person) -> None:
        """Applications that were sent together count as one. Raises TooManyOpen."""
        limit = self._world.rules.open_enrolments
        counted = {(e.bundle, None if e.bundle else e.id) for e in self.under_way(person)}
        if len(counted) >= limit:
            raise TooManyOpen(limit=limit)

    def open_for(
        self, person: Person, programme: str, module: str | None = None
    ) -> Enrolment | None:
        """The application for this programme, or for this module of it, that is under way.

        One for a cancelled group keeps nobody from applying for another group.
        """
        for enrolment, group in self._under_way_for(person, programme, module):
            if group.state is not GroupState.CANCELLED:
                return enrolment
        return None

    def _leave_cancelled(self, person: Person, programme: str, module: str | None) -> None:
        """Whoever takes another group has nothing more to do with the cancelled one."""
        for enrolment, group in self._under_way_for(person, programme, module):
            if group.state is GroupState.CANCELLED:
                self._move(enrolment, State.WITHDRAWN, SYSTEM, "another group was taken")

    def _under_way_for(
        self, person: Person, programme: str, module: str | None
    ) -> list[tuple[Enrolment, Group]]:
        groups = self._world.catalogue.network.groups
        mine = [(e, groups[e.group_code]) for e in self.under_way(person)]
        return [(e, g) for e, g in mine if (e.programme, g.module) == (programme, module)]

    def under_way(self, person: Person) -> list[Enrolment]:
        """Everything that the person has applied for and can still withdraw, newest first."""
        return [e for e in self._store.of_person(person.id) if e.state.is_open]

    def offered_to(self, person: Person) -> Enrolment | None:
        """A place that waits for the person's answer."""
        for enrolment in self._store.of_person(person.id):
            if enrolment.state is State.OFFERED:
                return enrolment
        return None

    def _application(self, person: Person, group_code: str, daypart: DayPart | None) -> Enrolment:
        group = self._world.catalogue.network.groups[group_code]
        self._agreements.hold(group)
        seats = self._store.seats(group_code)
        taken, waiting = self._store.taken_in(group_code), self._store.waiting(group_code)
        state = state_for_newcomer(seats, taken, len(waiting))
        return Enrolment(
            id=0,
            person_id=person.id,
            programme=group.programme,
            group_code=group_code,
            state=state,
            city=person.city,
            education=person.education,
            daypart=daypart,
            applied_at=self._now,
            waiting_since=self._now if state is State.WAITLISTED else None,
            version=self._versions.seen(group.programme),
            module_then=self._world.catalogue.network.modules.get(group.module or ""),
        )

    def withdraw(self, person: Person, enrolment_id: int) -> tuple[Enrolment, list[Offered]]:
        """Those returned beside it are offered the places that became free.

        Withdrawing twice changes nothing. Raises NotFound.
        """
        mine = self._locked(person, enrolment_id)
        if not mine.state.is_open:
            return mine, []
        left = self._move(mine, State.WITHDRAWN, PERSON, "withdrawn")
        return left, self.fill(mine.group_code)

    def accept(self, person: Person, enrolment_id: int) -> Enrolment:
        """Takes an offered place; once it has lapsed, shows that it has. Raises NotFound.

        There is nothing to take in a cancelled group.
        """
        mine = self._locked(person, enrolment_id)
        group = self._world.catalogue.network.groups[mine.group_code]
        if mine.state is not State.OFFERED or group.state is GroupState.CANCELLED:
            return mine
        return self._move(mine, State.CONFIRMED, PERSON, "accepted")

    def lapse(self) -> list[tuple[Offered, list[Offered]]]:
        """Takes back places that nobody accepted in time, and whom they go to."""
        done = []
        for enrolment in self._store.overdue(self._now):
            self._store.seats(enrolment.group_code)
            lapsed = self._move(enrolment, State.LAPSED, SYSTEM, "no answer in time")
            owner = self._people.find(enrolment.person_id)
            assert owner is not None, "enrolments go with their person"
            done.append((Offered(owner, lapsed), self.fill(enrolment.group_code)))
        return done

    def fill(self, group_code: str) -> list[Offered]:
        """Offers what is free to those who wait, longest first; nobody after the start.

        A closed group goes on taking those who wait already.
        """
        group = self._world.catalogue.network.groups[group_code]
        if group.state is GroupState.CANCELLED:
            return []
        decide_by = self._decide_by(group)
        free = self._store.seats(group_code) - self._store.taken_in(group_code)
        if decide_by <= self._now or free <= 0:
            return []
        offered = []
        for waiting in in_order(self._store.waiting(group_code))[:free]:
            person = self._people.find(waiting.person_id)
            assert person is not None, "enrolments go with their person"
            moved = self._move(waiting, State.OFFERED, SYSTEM, "a place became free", decide_by)
            offered.append(Offered(person, moved))
        return offered

    def fill_all(self) -> list[Offered]:
        """Offers what is free in any group that somebody waits for."""
        known = self._world.catalogue.network.groups
        groups = [code for code in self._store.groups_waited_for() if code in known]
        return [offered for code in groups for offered in self.fill(code)]

    def _decide_by(self, group: Group) -> datetime:
        """48 hours by default, but never past the evening before the start."""
        start = datetime.combine(group.starts_on, time(), self._world.rules.zone)
        return min(self._now + self._world.rules.offer_lasts, start - timedelta(hours=3))

    def of(self, person: Person) -> list[Enrolment]:
        """Newest first."""
        return self._store.of_person(person.id)

    def find(self, person: Person, enrolment_id: int) -> Enrolment:
        """Raises NotFound, also for somebody else's."""
        found = self._store.find(enrolment_id)
        if found is None or found.person_id != person.id:
            raise NotFound
        return found

    def _locked(self, person: Person, enrolment_id: int) -> Enrolment:
        """As it is while nobody else can change its group."""
        self._store.seats(self.find(person, enrolment_id).group_code)
        return self.find(person, enrolment_id)

    def place_in_queue(self, enrolment: Enrolment) -> int | None:
        """1 for the next in line; None for somebody who does not wait."""
        ids = [e.id for e in in_order(self._store.waiting(enrolment.group_code))]
        return ids.index(enrolment.id) + 1 if enrolment.id in ids else None

    def history(self, enrolment: Enrolment) -> list[Move]:
        return self._store.moves(enrolment.id)

    def taken(self) -> dict[str, int]:
        """Places that are held, by group code."""
        return self._store.taken()

    def release(self, person: Person) -> list[Offered]:
        """Gives up everything that is open, before the person is erased."""
        offered = []
        for enrolment in self._store.of_person(person.id):
            if enrolment.state.is_open:
                offered += self.withdraw(person, enrolment.id)[1]
        return [o for o in offered if o.person.id != person.id]

    def _move(
        self,
        enrolment: Enrolment,
        after: State,
        actor: str,
        reason: str,
        decide_by: datetime | None = None,
    ) -> Enrolment:
        return self._store.move(
            enrolment, after, actor=actor, reason=reason, now=self._now, decide_by=decide_by
        )
