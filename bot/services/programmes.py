"""Looking at programmes: what fits, what was found, what is kept for later."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.catalog.snapshot import Catalogue
from bot.domain.errors import NotFound
from bot.domain.matching import (
    Choice,
    Obstacle,
    Offer,
    Weights,
    WhyNot,
    as_audit,
    choose,
    obstacles,
    why_not,
)
from bot.domain.people import Person
from bot.domain.profiles import Profile
from bot.services.world import World
from bot.storage.transaction import Transaction

WEIGHTS = Weights()
MOST_SAVED = 50  # no screen helps anybody to choose among more


def open_first(offers: Sequence[Offer], hindered: Collection[str], most: int) -> list[Offer]:
    """What is open to the person comes first; what the words say best is never left out."""
    ordered = sorted(offers, key=lambda offer: offer.programme.code in hindered)
    shown = ordered[:most]
    if offers and offers[0] not in shown:
        shown[-1] = offers[0]
    return shown


class ProgrammeService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._now = now

    @property
    def _catalogue(self) -> Catalogue:
        return self._world.catalogue

    @property
    def today(self) -> date:
        """The local day."""
        return self._now.astimezone(self._world.rules.zone).date()

    def offer(self, code: str) -> Offer:
        """Raises NotFound."""
        if code not in self._catalogue.network.programmes:
            raise NotFound
        return self._catalogue.offer(code, self._tx.enrolments.taken(), self.today)

    def by_slug(self, slug: str) -> str:
        """The code of a programme that a link names. Raises NotFound."""
        programme = self._catalogue.by_slug.get(slug)
        if programme is None:
            raise NotFound
        return programme.code

    def offers(self, codes: Sequence[str]) -> list[Offer]:
        """Those that still exist, in the order given."""
        taken = self._tx.enrolments.taken()
        known = self._catalogue.network.programmes
        return [self._catalogue.offer(code, taken, self.today) for code in codes if code in known]

    def hindered(self, profile: Profile, offers: Sequence[Offer]) -> dict[str, Obstacle]:
        """What keeps the person out of some of them, by code; wishes do not count."""
        cities = self._world.dictionaries.cities
        first = {
            offer.programme.code: next(
                (o for o in obstacles(offer, profile, cities) if not o.kind.is_wish), None
            )
            for offer in offers
        }
        return {code: obstacle for code, obstacle in first.items() if obstacle}

    def match(self, person: Person, profile: Profile) -> Choice:
        """What fits best now; kept, so that it can be explained and computed again."""
        choice = self._choice(profile)
        audit = as_audit(profile, WEIGHTS, str(self._catalogue.version), choice)
        self._tx.matches.add(person.id, dict(audit), self._now)
        return choice

    def last_matched(self, person: Person) -> list[str]:
        """Codes of the programmes proposed last."""
        newest = next(iter(self._tx.matches.of_person(person.id)), None)
        return [] if newest is None else list(newest["shown"])

    def why_not(self, profile: Profile, code: str) -> WhyNot:
        """Raises NotFound."""
        cities = self._world.dictionaries.cities
        return why_not(self.offer(code), profile, WEIGHTS, cities, self._choice(profile))

    def _choice(self, profile: Profile) -> Choice:
        offers = self._catalogue.offers(self._tx.enrolments.taken(), self.today)
        cities = self._world.dictionaries.cities
        return choose(offers, profile, WEIGHTS, cities, self._catalogue.network.modules)

    def save(self, person: Person, code: str) -> Offer:
        """Saving twice changes nothing. Raises NotFound."""
        offer = self.offer(code)
        if len(self.saved(person)) < MOST_SAVED:
            self._tx.saved.add(person.id, code, self._now)
        return offer

    def unsave(self, person: Person, code: str) -> Offer:
        self._tx.saved.remove(person.id, code)
        return self.offer(code)

    def saved(self, person: Person) -> list[str]:
        """Codes, newest first."""
        return self._tx.saved.of_person(person.id)
