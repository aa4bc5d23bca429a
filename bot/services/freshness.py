"""Who said when that a programme's card is still true."""

from datetime import datetime

from bot.domain.audit import Action
from bot.domain.errors import NotFound
from bot.domain.freshness import Source
from bot.domain.people import Person
from bot.services.audit import AuditService
from bot.services.network import VERSION, NetworkService
from bot.services.world import World
from bot.storage.transaction import Transaction


class FreshnessService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._catalogue = world.catalogue
        self._network = NetworkService(tx, now)
        self._audit = AuditService(tx, now)
        self._today = now.astimezone(world.rules.zone).date()

    def confirm(self, person: Person, programme: str, by: Source) -> None:
        """The card is true today; twice on a day changes nothing. Raises NotFound.

        Whoever calls it has checked that they may. The catalogue shows it within seconds.
        """
        if programme not in self._catalogue.network.programmes:
            raise NotFound
        before = self._catalogue.confirmed.days.get(programme, "")
        if self._tx.freshness.confirm([programme], self._today, by):
            self._tx.facts.put(VERSION, str(self._network.version() + 1))
            action, after = Action.CATALOGUE_CONFIRMED, str(self._today)
            self._audit.note(person, action, programme, before=str(before), after=after)
