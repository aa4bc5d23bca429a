"""Announcing events, and finding them."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.errors import NotFound, NotPermitted
from bot.domain.events import (
    Change,
    Event,
    Filter,
    State,
    changes,
    check_move,
    hindrance,
)
from bot.domain.participations import Coming, LinkClosed, Places
from bot.domain.people import Person
from bot.domain.staff import Permission, token_hash
from bot.services.staff import StaffService
from bot.services.world import World
from bot.storage.participations import Taken
from bot.storage.transaction import Transaction

SECRET_BYTES = 16
AHEAD = timedelta(days=365)  # further nobody announces
NOBODY = Taken(places=0, waiting=0)


class EventService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._store = tx.events
        self._staff = StaffService(tx, now)
        self._world = world
        self._now = now

    def find(self, event_id: int) -> Event:
        """Raises NotFound."""
        event = self._store.find(event_id)
        if event is None:
            raise NotFound
        return event

    def by_slug(self, slug: str) -> Event:
        """Raises NotFound, also for what is not announced yet."""
        event = self._store.of_slug(slug)
        if event is None or event.state in (State.DRAFT, State.PROPOSED):
            raise NotFound
        return event

    def invited_to(self, token: str) -> Event:
        """The event of a friend's or a teacher's link. Raises LinkClosed."""
        host = self._tx.participations.of_token(token_hash(token))
        if host is None:
            raise LinkClosed
        return self.find(host.event_id)

    def coming(self, person: Person, wanted: Filter) -> list[Coming]:
        """Announced events, those that are for the person first, then by date."""
        taken = self._tx.participations.taken(self._now)
        announced = self._store.announced(self._now, self._now + AHEAD)
        found = [self._seen(event, taken.get(event.id, NOBODY), person) for event in announced]
        shown = [
            coming
            for coming in found
            if wanted.fits(coming.event, self._now, coming.places.left)
            and not (wanted.for_me and coming.hindrance)
        ]
        return sorted(shown, key=lambda coming: coming.hindrance is not None)

    def seen(self, event: Event, person: Person) -> Coming:
        """One event with its places at this moment."""
        places = Taken(
            places=self._tx.participations.taken_in(event.id),
            waiting=len(self._tx.participations.waiting(event.id)),
        )
        return self._seen(event, places, person)

    def _seen(self, event: Event, taken: Taken, person: Person) -> Coming:
        places = Places(capacity=event.capacity, taken=taken.places, waiting=taken.waiting)
        return Coming(event=event, places=places, hindrance=hindrance(event, person, self._now))

    def filter_of(self, person: Person) -> Filter:
        """The one that the person set last."""
        return self._store.filter_of(person.id)

    def keep_filter(self, person: Person, wanted: Filter) -> None:
        self._store.keep_filter(person.id, wanted)

    def on_days(self, first: date, last: date) -> list[Event]:
        """Announced events that touch these local days."""
        zone = self._world.rules.zone
        since = datetime.combine(first, time(), zone)
        return self._store.announced(
            since, datetime.combine(last, time(), zone) + timedelta(days=1)
        )

    def kept(self, actor: Person) -> list[Event]:
        """What the actor may change, first to start first. Raises NotPermitted."""
        own = self._own_organisation(actor)
        events = self._store.kept(self._now - timedelta(days=30))
        return [event for event in events if own is None or event.organiser in own]

    def own(self, actor: Person, event_id: int) -> Event:
        """One that the actor may change. Raises NotFound, NotPermitted."""
        event = self.find(event_id)
        self._require(actor, event)
        return event

    def create(self, actor: Person, event: Event) -> Event:
        """A draft with a slug of its own. Raises NotPermitted."""
        self._require(actor, event)
        draft = replace(event, id=0, state=State.DRAFT, version=1, slug=self._free(event.slug))
        return self._store.add(draft, actor.id, secrets.token_hex(SECRET_BYTES), self._now)

    def change(self, actor: Person, event: Event) -> tuple[Event, tuple[Change, ...]]:
        """Everything but the state. What changed for those who come is returned beside it.

        Raises NotFound, NotPermitted.
        """
        before = self._store.lock(event.id)
        if before is None:
            raise NotFound
        self._require(actor, before)
        self._require(actor, event)
        found = changes(before, event)
        after = replace(event, state=before.state, version=before.version + bool(found))
        self._store.save(after, self._now)
        return after, found

    def move(self, actor: Person, event_id: int, after: State) -> Event:
        """Twice changes nothing. Raises NotFound, NotPermitted, BadMove."""
        event = self._store.lock(event_id)
        if event is None:
            raise NotFound
        if event.state is after:
            return event
        self._require(actor, event)
        if after is State.PUBLISHED:
            self._staff.require(actor, Permission.KEEP_EVENTS)
        check_move(event.state, after)
        moved = replace(event, state=after)
        self._store.save(moved, self._now)
        return moved

    def hold(self) -> list[Event]:
        """Events that are over become held; staff still owe their report."""
        held = []
        for event in self._store.over(self._now):
            moved = replace(event, state=State.HELD)
            self._store.save(moved, self._now)
            held.append(moved)
        return held

    def _require(self, actor: Person, event: Event) -> None:
        """Of the Center, or of the organisation whose event it is. Raises NotPermitted."""
        own = self._own_organisation(actor)
        if own is not None and event.organiser not in own:
            raise NotPermitted

    def _own_organisation(self, actor: Person) -> Sequence[str] | None:
        """None: every organisation. Raises NotPermitted for whoever keeps no events."""
        if self._staff.may(actor, Permission.KEEP_EVENTS):
            return None
        self._staff.require(actor, Permission.PROPOSE_EVENTS)
        return self._staff.partners(actor)

    def _free(self, slug: str) -> str:
        known = self._store.slugs_like(slug)
        if slug not in known:
            return slug
        return next(made for n in range(2, len(known) + 3) if (made := f"{slug}-{n}") not in known)
