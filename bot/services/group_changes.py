"""Groups that an import has moved or cancelled, until those who applied for them are told."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.enrolments import Enrolment
from bot.domain.group_changes import ChangeKind, change
from bot.domain.network import Group
from bot.domain.people import Person
from bot.services.network import NetworkService
from bot.services.world import World
from bot.storage.transaction import Transaction


@dataclass(frozen=True, kw_only=True)
class Untold:
    """One group; `people`: everybody who has an open application for it."""

    before: Group
    after: Group
    kind: ChangeKind | None  # None: by now it is again what they know
    since: datetime  # of the first change that nobody was told of
    people: list[tuple[Person, Enrolment]]


class GroupChangeService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._network = NetworkService(tx, now)

    def untold(self) -> list[Untold]:
        """Nothing while the bot still shows an older catalogue than the database holds."""
        catalogue = self._world.catalogue
        if catalogue.version != self._network.version():
            return []
        known = self._tx.group_changes.untold()
        return [self._untold(before, at) for before, at in known]

    def _untold(self, before: Group, since: datetime) -> Untold:
        after = self._world.catalogue.network.groups[before.code]
        return Untold(
            before=before,
            after=after,
            kind=change(before, after),
            since=since,
            people=[(self._owner(e), e) for e in self._tx.enrolments.under_way_in(before.code)],
        )

    def _owner(self, enrolment: Enrolment) -> Person:
        person = self._tx.people.find(enrolment.person_id)
        assert person is not None, "enrolments go with their person"
        return person

    def told(self, group: Group) -> None:
        self._tx.group_changes.remove(group.code)
