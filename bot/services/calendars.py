"""A person's own calendar, and the secret link by which a phone follows it."""

import secrets
from datetime import datetime

from bot.domain.calendars import FOLLOWED, TOKEN_BYTES, Course, Feed, Held
from bot.domain.people import Person
from bot.domain.staff import token_hash
from bot.services.agenda import AgendaService
from bot.services.world import World
from bot.storage.transaction import Transaction


class CalendarService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._agenda = AgendaService(tx, world, now)
        self._now = now

    def feed(self, person: Person) -> Feed | None:
        return self._tx.calendars.of_person(person.id)

    def make(self, person: Person) -> str:
        """The token of a new link; the one before it stops working. Only its hash is stored."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        feed = Feed(person_id=person.id, token_hash=token_hash(token), made_at=self._now)
        self._tx.calendars.keep(feed)
        return token

    def revoke(self, person: Person) -> None:
        self._tx.calendars.remove(person.id)

    def of_token(self, token: str) -> tuple[Feed, Person] | None:
        """Of a link. Looked up by its hash, so that the time it takes tells nothing of others."""
        feed = self._tx.calendars.of_token(token_hash(token))
        person = None if feed is None else self._tx.people.find(feed.person_id)
        return None if feed is None or person is None else (feed, person)

    def held(self, person: Person) -> list[Held]:
        """What is to come, and what was not long ago, called off or not."""
        return self._tx.calendars.held(person.id, self._now - FOLLOWED)

    def courses(self, person: Person) -> list[Course]:
        """Those whose timetable is settled, and that are not long over."""
        network = self._world.catalogue.network
        since = (self._now - FOLLOWED).date()
        return [
            Course(
                group=group,
                programme=network.programmes[group.programme],
                module=network.modules.get(group.module or ""),
            )
            for group in self._agenda.groups(person)
            if group.timetable and group.ends_on >= since
        ]
