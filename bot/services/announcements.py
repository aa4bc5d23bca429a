"""Making, changing and announcing events, by the Center's staff or a partner's coordinator."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.catalog.names import closest
from bot.domain.announcements import (
    USUAL_LENGTH,
    EventIsOver,
    NotReady,
    Untold,
    every_week,
    lacking,
)
from bot.domain.audit import Action
from bot.domain.event_fields import BadField, Field, Lists, filled
from bot.domain.events import Event, EventType, State, changes
from bot.domain.network import PartnerKind
from bot.domain.participations import Participation
from bot.domain.people import Person
from bot.domain.reminders import tell_at
from bot.domain.staff import Permission
from bot.services.audit import AuditService
from bot.services.events import EventService
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.transaction import Transaction
from bot.texts import LANGUAGES, texts

AHEAD = timedelta(days=14)  # where a new event stands until somebody says when
AT = time(15)
PLACES, GRADES = 15, (8, 11)
MOST_REPEATS = 12
SETTLES = timedelta(minutes=2)  # staff often change one thing after another


class AnnouncementService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._now = now
        self._events = EventService(tx, world, now)
        self._staff = StaffService(tx, now)
        self._audit = AuditService(tx, now)

    def begin(self, actor: Person, kind: EventType) -> Event:
        """A draft that is right but for what only staff know; the one of that kind that the actor
        has begun and not named yet, if there is one. Raises NotPermitted."""
        begun = self._begun(actor, kind)
        if begun is not None:
            return begun
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

    def _begun(self, actor: Person, kind: EventType) -> Event | None:
        for event in self._events.kept(actor):
            empty = event.state is State.DRAFT and event.type is kind and not event.title_ru
            if empty and self._tx.events.author(event.id) == actor.id:
                return event
        return None

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

    def fill(self, actor: Person, event_id: int, field: Field, typed: str) -> Event:
        """Of what matters to those who come they are told later, of several changes at once.

        Raises BadField, EventIsOver, NotFound, NotPermitted.
        """
        self._tx.events.lock(event_id)
        before = self._events.own(actor, event_id)
        if before.state.is_over:
            raise EventIsOver(title=before.title_ru)
        zone = self._world.rules.zone
        after = filled(before, field, typed, zone, self.lists(), self._now)
        if before.state.is_announced:
            self._check_announced(before, after, field)
        saved, found = self._events.change(actor, after)
        if found and before.state.is_announced and self.expected(event_id):
            self._tx.event_changes.add(before, self._now)
        said = str(getattr(before, field, ""))
        subject = f"event {event_id} {field}"
        self._audit.note(actor, Action.EVENT_CHANGED, subject, said[:80], typed[:80])
        return saved

    def _check_announced(self, before: Event, after: Event, field: Field) -> None:
        """Nobody loses a place, and nothing that people need goes missing."""
        taken = self._tx.participations.taken_in(after.id)
        if field is Field.CAPACITY and after.capacity < taken:
            raise BadField(field=field, problem="taken", typed=str(taken))
        if set(lacking(after, self._now)) - set(lacking(before, self._now)):
            raise BadField(field=field, problem="needed", typed="")

    def untold(self, event: Event) -> Untold | None:
        """What those who come have not heard yet; None when they know everything."""
        before = self._tx.event_changes.find(event.id)
        found = changes(before, event) if before else ()
        if before is None or not found:
            return None
        heads = sum(p.places for p in self.expected(event.id) if p.version < event.version)
        zone, near = self._world.rules.zone, min(before.starts_at, event.starts_at)
        asleep = tell_at(self._now, near, zone) > self._now
        changed_at = self._tx.events.changed_at(event.id)
        settled = not asleep and self._now >= changed_at + SETTLES
        return Untold(before=before, found=found, heads=heads, asleep=asleep, settled=settled)

    def told(self, event: Event) -> None:
        self._tx.event_changes.remove(event.id)

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
            word: p.code
            for p in network.programmes.values()
            for word in (p.slug, p.code, p.title_ru)
        }
        return Lists(
            closest,
            city=known(names.cities) | {"онлайн": "", "online": ""},
            sector=known(names.sectors),
            co_organisers=known(network.partners),
            programmes={word.casefold(): code for word, code in programmes.items()},
            type={word: kind.value for kind in EventType for word in (kind.value, *_names(kind))},
        )

    def move(self, actor: Person, event_id: int, after: State) -> Event:
        """Raises NotReady, NotFound, NotPermitted."""
        event = self._events.find(event_id)
        if after in (State.PUBLISHED, State.PROPOSED) and event.state is not after:
            missing = lacking(event, self._now)
            if missing:
                raise NotReady(missing[0])
        moved = self._events.move(actor, event_id, after)
        if after is State.CANCELLED:
            self._tx.event_changes.remove(event_id)
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
        """The same on the following weeks, as drafts or announced as it is. Twice changes nothing:
        weeks that the series has already stay as they are.

        Raises NotFound, NotPermitted.
        """
        self._tx.events.lock(event_id)
        first = self._events.find(event_id)
        weekly = every_week(first, min(times, MOST_REPEATS), self._world.rules.zone)
        series = self._tx.events.of_series(first.series or first.slug)
        known = {event.starts_at for event in series if event.state is not State.CANCELLED}
        made = [self._created(actor, event) for event in weekly if event.starts_at not in known]
        if first.series is None:
            self._events.change(actor, replace(first, series=first.slug))
        if first.state is State.PUBLISHED:
            made = [self._events.move(actor, event.id, State.PUBLISHED) for event in made]
        return made


def _names(kind: EventType) -> list[str]:
    key = f"events-type-{kind.replace('_', '-')}"
    return [texts(language, "formal").plain(key).casefold() for language in LANGUAGES]
