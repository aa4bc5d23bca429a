"""What a person goes to already: events and lessons."""

from datetime import datetime, timedelta

from bot.domain.enrolments import State as EnrolmentState
from bot.domain.events import Event
from bot.domain.network import Group
from bot.domain.people import Person
from bot.domain.timetables import WAY, Lesson, city_of, lessons, meet, week
from bot.services.world import World
from bot.storage.transaction import Transaction

UNDER_WAY = {
    EnrolmentState.CONFIRMED,
    EnrolmentState.CONTRACT,
    EnrolmentState.ENROLLED,
    EnrolmentState.STUDYING,
    EnrolmentState.ASSESSMENT,
}


class AgendaService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._now = now

    def at_same_time(self, person: Person, event: Event) -> list[str]:
        """Titles of what is then too, or too near in another city to be reached."""
        return [*self._events(person, event), *self._lessons(person, event)]

    def _events(self, person: Person, event: Event) -> list[str]:
        found = []
        for participation in self._tx.participations.of_person(person.id):
            other = self._tx.events.find(participation.event_id)
            if other is None or other.id == event.id or not participation.state.is_open:
                continue
            way = timedelta(minutes=WAY if _apart(event.city, other.city) else 0)
            if event.starts_at < other.ends_at + way and other.starts_at < event.ends_at + way:
                found.append(other.title_ru)
        return found

    def groups(self, person: Person) -> list[Group]:
        """Those that the person studies in, or is about to."""
        known = self._world.catalogue.network.groups
        return [
            known[enrolment.group_code]
            for enrolment in self._tx.enrolments.of_person(person.id)
            if enrolment.state in UNDER_WAY and enrolment.group_code in known
        ]

    def _lessons(self, person: Person, event: Event) -> list[str]:
        programmes = self._world.catalogue.network.programmes
        groups = (group for group in self.groups(person) if self._meets(event, group))
        return [programmes[group.programme].title_ru for group in groups]

    def _meets(self, event: Event, group: Group) -> bool:
        """Whether a lesson of the group is held while the event is, on its first day."""
        network, zone = self._world.catalogue.network, self._world.rules.zone
        module = network.modules.get(group.module or "")
        programme = network.programmes[group.programme]
        city = programme.city if module is None else city_of(module)
        starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
        begins = starts.hour * 60 + starts.minute
        until = ends.hour * 60 + ends.minute if ends.date() == starts.date() else 24 * 60
        at = week(starts.toordinal())
        then = Lesson(starts.weekday(), at, at, begins, until, event.city)
        return any(meet(then, lesson) for lesson in lessons(group, city))


def _apart(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
