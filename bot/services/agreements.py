"""Agreements with the partners: what hangs on them, and what staff have to hear of them."""

from collections.abc import Sequence
from datetime import date, datetime, time

from bot.domain.agreements import AgreementFull, Due, Standing, notices
from bot.domain.enrolments import NoDates
from bot.domain.matching import Offer, obstacles
from bot.domain.network import Agreement, AgreementKind, Group
from bot.domain.people import Person
from bot.domain.profiles import Profile
from bot.domain.quiet import QUIET_FROM
from bot.services.world import World
from bot.storage.transaction import Transaction

WATCHED = "agreements watched on"  # a fact: the last day on which staff were told
TOLD_FROM = time(10)
PAGE = 5
SIMILAR = 3


class AgreementService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._catalogue = world.catalogue
        self._local = now.astimezone(world.rules.zone)
        self._now = now

    @property
    def _today(self) -> date:
        return self._local.date()

    def page(self, number: int) -> tuple[Sequence[Standing], int, int]:
        """Those that matter, soonest to end first; which page it is, and of how many."""
        known = self._current()
        pages = max(1, -(-len(known) // PAGE))
        number = min(number, pages - 1)
        return self._standings(known[number * PAGE : (number + 1) * PAGE]), number, pages

    def of_partner(self, partner: str) -> Sequence[Standing]:
        return self._standings([a for a in self._current() if a.partner == partner])

    def _current(self) -> list[Agreement]:
        """Without those that are over and were renewed."""
        agreed, today = self._catalogue.agreed, self._today
        known = self._catalogue.network.agreements.values()
        left = [a for a in known if a.valid_to >= today or not agreed.is_renewed(a)]
        return sorted(left, key=lambda a: (a.valid_to, a.number))

    def _standings(self, agreements: Sequence[Agreement]) -> list[Standing]:
        taken = self._tx.enrolments.taken()
        return [self._catalogue.agreed.standing(a, taken, self._today) for a in agreements]

    def hold(self, group: Group) -> None:
        """Where learners are limited, nobody else can enrol with the partners until the commit.

        Raises NoDates where an agreement is over, AgreementFull where it is filled.
        """
        agreed, today = self._catalogue.agreed, self._today
        partners = sorted(agreed.teach(group.programme, group.module))
        title = self._catalogue.network.programmes[group.programme].title_ru
        if not all(agreed.is_open(partner, today) for partner in partners):
            raise NoDates(title=title)
        limited = [partner for partner in partners if agreed.room(partner, {}, today)]
        for partner in limited:  # in one order for everybody, so that no two wait in a circle
            self._tx.agreements.lock(partner)
        taken = self._tx.enrolments.taken() if limited else {}
        if any(agreed.is_full(partner, taken, today) for partner in limited):
            raise AgreementFull(title=title)

    def instead_of(self, person: Person, profile: Profile, closed: Offer) -> list[Offer]:
        """What teaches most of the same and takes this person now, soonest first among equals."""
        taken, network = self._tx.enrolments.taken(), self._catalogue.network
        wanted = set(closed.programme.outcomes)
        offers = [
            self._catalogue.offer(code, taken, self._today)
            for code, programme in network.programmes.items()
            if wanted & set(programme.outcomes) and code != closed.programme.code
        ]
        fitting = [offer for offer in offers if self._takes(person, profile, offer)]
        return sorted(
            fitting,
            key=lambda offer: (
                -len(wanted & set(offer.programme.outcomes)),
                offer.with_places(self._today)[0].group.starts_on,
            ),
        )[:SIMILAR]

    def _takes(self, person: Person, profile: Profile, offer: Offer) -> bool:
        """Whoever has not said who they are is kept out by no rule of their own."""
        if not offer.agreement_open or not offer.with_places(self._today):
            return False
        cities = self._catalogue.dictionaries.cities
        hard = [o for o in obstacles(offer, profile, cities) if not o.kind.is_wish]
        return person.role is None or not hard

    @property
    def to_watch(self) -> bool:
        """Once a day, in the morning; after an outage later, but not at night."""
        watched = self._tx.facts.find(WATCHED) == self._today.isoformat()
        return TOLD_FROM <= self._local.time() < QUIET_FROM and not watched

    def due(self) -> list[Due]:
        """What is true of the network agreements and was not told yet; soonest to end first."""
        told = self._tx.agreements.told()
        network = [a for a in self._current() if a.kind is AgreementKind.NETWORK]
        return [
            Due(standing=standing, notice=notice)
            for standing in self._standings(network)
            for notice in notices(standing)
            if (standing.agreement.number, standing.agreement.valid_to, notice) not in told
        ]

    def watched(self, told: Sequence[Due]) -> None:
        """Staff have heard of these; the next look is tomorrow."""
        for due in told:
            self._tx.agreements.note(due.standing.agreement, due.notice, self._now)
        self._tx.facts.put(WATCHED, self._today.isoformat())
