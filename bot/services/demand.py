"""What people look for in vain: counted by competency, city and week, never by person."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.catalog.search import Found, Understanding
from bot.domain.demand import (
    UNKNOWN,
    Reason,
    Unmet,
    Wanted,
    first_week,
    mark,
    monday,
    unmet,
    wanted,
)
from bot.domain.matching import Offer
from bot.domain.people import Person
from bot.domain.profiles import Profile
from bot.services.world import World
from bot.storage.transaction import Transaction


class DemandService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._store = tx.demand
        self._world = world
        self._today = now.astimezone(world.rules.zone).date()

    def note(self, person: Person, profile: Profile, found: Found, offers: Sequence[Offer]) -> None:
        """Counts a search that did not help. `offers`: what is worth showing of it, best first.

        What was typed is never kept. A person counts once a day for a competency: whoever tries
        five spellings wants one thing. A guess that nobody has accepted says nothing.
        """
        if found.kind is Understanding.MAYBE:
            return
        if not offers:
            self._count(person, UNKNOWN, Reason.NOTHING)
            return
        cities = self._world.dictionaries.cities
        useless = unmet(offers, profile, cities, known=person.role is not None)
        if useless is not None:
            offer, reason = useless
            for competency in offer.programme.outcomes or [UNKNOWN]:
                self._count(person, competency, reason)

    def note_open(self, person: Person, levels: Mapping[str, int]) -> None:
        """Counts what no path could give: `levels` by competency, as the goal asks for them."""
        for competency in levels:
            self._count(person, competency, Reason.NO_MODULE)

    def _count(self, person: Person, competency: str, reason: Reason) -> None:
        if self._store.mark(self._today, mark(person.id, competency, self._today)):
            week = monday(self._today)
            self._store.count(week, competency, person.city or UNKNOWN, reason)

    def lately(self, weeks: int) -> list[Wanted]:
        """Of the last `weeks` weeks, this one included; the most wanted first."""
        return wanted(self.cells(weeks))

    def cells(self, weeks: int) -> list[Unmet]:
        return self._store.since(self.since(weeks))

    def since(self, weeks: int) -> date:
        return first_week(self._today, weeks)

    def places(self) -> dict[str, int]:
        """How many places are free now, by competency that is taught."""
        catalogue = self._world.catalogue
        free: dict[str, int] = {}
        for offer in catalogue.offers(self._tx.enrolments.taken(), self._today):
            left = sum(places.left for places in offer.with_places(self._today))
            for competency in offer.programme.outcomes if offer.agreement_open else ():
                free[competency] = free.get(competency, 0) + left
        return free
