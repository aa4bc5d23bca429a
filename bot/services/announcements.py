"""Making, changing and announcing events, by the Center's staff or a partner's coordinator."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.announcements import (
    USUAL_LENGTH,
    BadField,
    Field,
    Lists,
    NotReady,
    every_week,
    filled,
    lacking,
)
from bot.domain.audit import Action
from bot.domain.events import Change, Event, EventType, State
from bot.domain.network import PartnerKind
from bot.domain.participations import Participation
from bot.domain.people import Person
from bot.domain.staff import Permission
from bot.services.audit import AuditService
from bot.services.events import EventService
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.transaction import Transaction

AHEAD = timedelta(days=14)  # where a new event stands until somebody says when
AT = time(15)
PLACES, GRADES = 15, (8, 11)
MOST_REPEATS = 12


class AnnouncementService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._now = now
        self._events = EventService(tx, world, now)
        self._staff = StaffService(tx, now)
        self._audit = AuditService(tx, now)

    def begin(self, actor: Person, kind: EventType) -> Event:
        """A draft that is right but for what only staff know. Raises NotPermitted."""
        zone = self._world.rules.zone
        starts = datetime.combine((self._now + AHEAD).astimezone(zone).date(), AT, zone)
        organiser = self._organiser(actor)
        draft = Event(
            id=0,
            slug=f"{kind.value.replace('_', '-')}-{starts:%y%m%d}",
            state=State.DRAFT,
            version=1,
            type=kind,
            title_ru="",
            organiser=organiser,
            city=self._world.catalogue.network.partners[organiser].city,
            starts_at=starts,
            ends_at=starts + USUAL_LENGTH,
            grades=GRADES,
            capacity=PLACES,
        )
        return self._created(actor, draft)

    def _organiser(self, actor: Person) -> str:
        """The actor's organisation; the Center's own for its staff."""
        own = self._staff.partners(actor)
        if own and not self._staff.may(actor, Permission.KEEP_EVENTS):
            return own[0]
        partners = self._world.catalogue.network.partners.values()
        center = next((p for p in partners if p.kind is PartnerKind.CENTER), None)
        return (center or next(iter(partners))).code

    def copy(self, actor: Person, event_id: int) -> Event:
        """A draft like an older event, a week after it or two weeks from now. Raises NotFound."""
        old = self._events.find(event_id)
        length, starts = old.ends_at - old.starts_at, old.starts_at
        while starts < self._now + timedelta(days=1):
            starts += timedelta(weeks=1)
        starts = starts if starts > old.starts_at else starts + timedelta(weeks=1)
        new = replace(old, series=None, deadline=None, starts_at=starts, ends_at=starts + length)
        return self._created(actor, new)

    def last(self, actor: Person) -> Event | None:
        """The newest event that the actor may copy."""
        kept = self._events.kept(actor)
        return max(kept, key=lambda event: event.id, default=None)

    def _created(self, actor: Person, event: Event) -> Event:
        created = self._events.create(actor, event)
        self._audit.note(actor, Action.EVENT_CREATED, f"event {created.id}", after=created.slug)
        return created

    def fill(
        self, actor: Person, event_id: int, field: Field, typed: str
    ) -> tuple[Event, Event, tuple[Change, ...]]:
        """Before, after, and what those who come have to be told.

        Raises BadField, NotFound, NotPermitted.
        """
        before = self._events.find(event_id)
        after = filled(before, field, typed, self._world.rules.zone, self.lists())
        if field is Field.WHEN and after.starts_at <= self._now:
            raise BadField(field=field, problem="past", typed="")
        if field is Field.CAPACITY and before.state.is_announced:
            taken = self._tx.participations.taken_in(event_id)
            if after.capacity < taken:
                raise BadField(field=field, problem="taken", typed=str(taken))
        saved, found = self._events.change(actor, after)
        said = str(getattr(before, field, ""))
        subject = f"event {event_id} {field}"
        self._audit.note(actor, Action.EVENT_CHANGED, subject, said[:80], typed[:80])
        return before, saved, found

    def lists(self) -> Lists:
        """What people may type for a code: the code itself or its Russian or English name."""
        names, network = self._world.dictionaries, self._world.catalogue.network

        def known(values: object) -> dict[str, str]:
            found = {}
            for code, value in dict(values).items():  # type: ignore[call-overload]
                for word in (code, value.name_ru, value.name_en):
                    found[str(word).casefold()] = code
            return found

        programmes = {
            word: p.code for p in network.programmes.values() for word in (p.slug, p.code)
        }
        return Lists(
            city=known(names.cities) | {"онлайн": "", "online": ""},
            sector=known(names.sectors),
            co_organisers=known(network.partners),
            programmes={word.casefold(): code for word, code in programmes.items()},
            type={kind.value: kind.value for kind in EventType},
        )

    def move(self, actor: Person, event_id: int, after: State) -> Event:
        """Raises NotReady, NotFound, NotPermitted."""
        event = self._events.find(event_id)
        if after in (State.PUBLISHED, State.PROPOSED) and event.state is not after:
            missing = lacking(event, self._now)
            if missing:
                raise NotReady(missing[0])
        moved = self._events.move(actor, event_id, after)
        if moved.state is not event.state:
            subject = f"event {event_id}"
            self._audit.note(actor, Action.EVENT_MOVED, subject, event.state, after)
        return moved

    def owner(self, event_id: int) -> Person | None:
        """Whoever made the event, while they are here."""
        author = self._tx.events.author(event_id)
        return None if author is None else self._tx.people.find(author)

    def approvers(self) -> list[Person]:
        """Who decides about events of partners."""
        return self._staff.permitted(Permission.KEEP_EVENTS)

    def publish(self, actor: Person, event_id: int) -> Event:
        """Announced by the Center; of anybody else a proposal. Twice changes nothing.

        Raises NotReady, NotFound, NotPermitted.
        """
        keeps = self._staff.may(actor, Permission.KEEP_EVENTS)
        return self.move(actor, event_id, State.PUBLISHED if keeps else State.PROPOSED)

    def expected(self, event_id: int) -> list[Participation]:
        """Everybody who holds or waits for a place."""
        every = self._tx.participations.of_event(event_id)
        return [p for p in every if p.state.is_open]

    def repeat(self, actor: Person, event_id: int, times: int) -> list[Event]:
        """The same on the following weeks, as drafts or announced as it is.

        Raises NotFound, NotPermitted.
        """
        first = self._events.find(event_id)
        weekly = every_week(first, min(times, MOST_REPEATS), self._world.rules.zone)
        made = [self._created(actor, event) for event in weekly]
        if first.series is None:
            self._events.change(actor, replace(first, series=first.slug))
        if first.state is State.PUBLISHED:
            made = [self._events.move(actor, event.id, State.PUBLISHED) for event in made]
        return made
