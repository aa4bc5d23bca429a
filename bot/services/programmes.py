"""Looking at programmes: what fits, what was found, what is kept for later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.catalog.event_search import find_events
from bot.catalog.search import Found
from bot.catalog.snapshot import Catalogue
from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.matching import (
    Audit,
    Choice,
    Finding,
    Obstacle,
    Offer,
    WhyNot,
    as_audit,
    choose,
    findings,
    obstacles,
    why_not,
)
from bot.domain.people import Person
from bot.domain.profiles import Profile
from bot.services.world import World
from bot.storage.transaction import Transaction

MOST_SAVED = 50  # no screen helps anybody to choose among more
MOST_FOUND = 100  # more than there are partners, so that none is left out of what is alike
SHOWN = 5
WORTH_SHOWING = 0.5  # of the best hit's score; the rest shares a word by chance


@dataclass(frozen=True, kw_only=True)
class Proposal:
    choice: Choice
    audit: Audit


@dataclass(frozen=True, kw_only=True)
class Search:
    """How words were understood, everything that they may mean, and what of it is shown."""

    found: Found
    offers: Sequence[Offer]  # best first
    shown: Sequence[Finding]
    events: Sequence[int] = ()  # ids of those that the words may mean


@dataclass(frozen=True, kw_only=True)
class Moment:
    """What is known at one moment of the network and the places in it: enough for slow work."""

    world: World
    taken: Mapping[str, int]  # places by group code
    today: date

    def offer(self, code: str) -> Offer:
        """Raises NotFound."""
        if code not in self.world.catalogue.network.programmes:
            raise NotFound
        return self.world.catalogue.offer(code, self.taken, self.today)

    def offers(self) -> list[Offer]:
        return self.world.catalogue.offers(self.taken, self.today)

    def match(self, profile: Profile) -> Proposal:
        """What fits best."""
        offers, version = self.offers(), str(self.world.catalogue.version)
        choice = self._choice(profile, offers)
        audit = as_audit(profile, self.world.weights, version, offers, self.taken, choice)
        return Proposal(choice=choice, audit=audit)

    def why_not(self, profile: Profile, code: str) -> WhyNot:
        """Compared with everything that is open to the person. Raises NotFound."""
        offer, cities = self.offer(code), self.world.dictionaries.cities
        choice = self._choice(profile, self.offers())
        return why_not(offer, profile, self.world.weights, cities, choice)

    def _choice(self, profile: Profile, offers: Sequence[Offer]) -> Choice:
        modules = self.world.catalogue.network.modules
        cities = self.world.dictionaries.cities
        return choose(offers, profile, self.world.weights, cities, modules)

    def search(
        self, typed: str, profile: Profile, known: bool, events: Sequence[Event] = ()
    ) -> Search:
        """`known`: the person has said who they are; `events`: those that are announced."""
        found = self.world.catalogue.search(typed, MOST_FOUND)
        least = WORTH_SHOWING * (found.hits[0].score if found.hits else 0.0)
        hits = [(self.offer(hit.id), hit.score) for hit in found.hits if hit.score >= least]
        world = self.world
        shown = findings(
            hits, profile, known, world.weights, world.tolerances, world.dictionaries.cities, SHOWN
        )
        lexicon = world.catalogue.lexicon
        meant = find_events(typed, events, world.dictionaries, lexicon)
        return Search(found=found, offers=[offer for offer, _ in hits], shown=shown, events=meant)


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

    def moment(self) -> Moment:
        """For work outside the transaction."""
        return Moment(world=self._world, taken=self._tx.enrolments.taken(), today=self.today)

    def offer(self, code: str) -> Offer:
        """Raises NotFound."""
        if code not in self._catalogue.network.programmes:
            raise NotFound
        return self._catalogue.offer(code, self._taken(code), self.today)

    def _taken(self, code: str) -> Mapping[str, int]:
        """As much as an offer turns on: all of it where an agreement limits the learners."""
        if self._catalogue.agreed.is_limited(code, self.today):
            return self._tx.enrolments.taken()
        groups = [group.code for group in self._catalogue.groups_of.get(code, ())]
        return {group: self._tx.enrolments.taken_in(group) for group in groups}

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

    def hindrance(self, profile: Profile, offer: Offer) -> Obstacle | None:
        """What keeps the person out; wishes do not count."""
        excluding = obstacles(offer, profile, self._world.dictionaries.cities)
        return next((obstacle for obstacle in excluding if not obstacle.kind.is_wish), None)

    def keep(self, person: Person, audit: Audit) -> str:
        """The number under which a proposal can be explained and computed again.

        The same proposal once more is no new one.
        """
        newest = self._tx.matches.newest(person.id)
        if newest is not None and newest.audit == audit:
            return newest.number
        return self._tx.matches.add(person.id, audit, self._now).number

    def last_matched(self, person: Person) -> list[str]:
        """Codes of the programmes proposed last."""
        newest = self._tx.matches.newest(person.id)
        return [] if newest is None else list(newest.audit["shown"])

    def closed(self, profile: Profile, code: str) -> WhyNot:
        """What keeps a person out, compared with nothing. Raises NotFound."""
        cities = self._world.dictionaries.cities
        return why_not(self.offer(code), profile, self._world.weights, cities, None)

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
