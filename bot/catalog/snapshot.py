"""The catalogue as it stood at one moment, immutable, with what is needed to search it."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.catalog.agreements import Agreed, Terms
from bot.catalog.goals import GoalIndex
from bot.catalog.search import Entry, Found, Lexicon, SearchIndex
from bot.domain.errors import NeedsMending
from bot.domain.freshness import Confirmed
from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import Dictionaries, Group, GroupState, Network, Programme


class UnknownCode(NeedsMending):
    """The database and the lists in data/ do not fit."""


@dataclass(frozen=True)
class Catalogue:
    version: int
    network: Network
    dictionaries: Dictionaries
    lexicon: Lexicon
    confirmed: Confirmed = field(default_factory=Confirmed)

    @cached_property
    def by_slug(self) -> Mapping[str, Programme]:
        return {p.slug: p for p in self.network.programmes.values()}

    @cached_property
    def agreed(self) -> Agreed:
        return Agreed(self.network)

    @cached_property
    def groups_of(self) -> Mapping[str, tuple[Group, ...]]:
        """Runs of each whole programme that take new people, first to start first."""
        return _soonest_first((g.programme, g) for g in self._open_groups if g.module is None)

    @cached_property
    def module_groups(self) -> Mapping[str, tuple[Group, ...]]:
        """Runs of each module alone that take new people, first to start first."""
        return _soonest_first((g.module, g) for g in self._open_groups if g.module is not None)

    @property
    def _open_groups(self) -> list[Group]:
        return [g for g in self.network.groups.values() if g.state is GroupState.OPEN]

    @cached_property
    def index(self) -> SearchIndex:
        programmes = self.network.programmes.values()
        return SearchIndex([self._entry(p) for p in programmes], self.lexicon)

    @cached_property
    def goals(self) -> GoalIndex:
        return GoalIndex(self.dictionaries, self.lexicon)

    def check(self) -> None:
        """Raises UnknownCode for what the lists in data/ do not hold (any more)."""
        lists = self.dictionaries
        for programme in self.network.programmes.values():
            used = {*programme.outcomes, *programme.requires}
            said = f"the programme {programme.code}"
            _check_known(said, {programme.city}, lists.cities, "cities.csv")
            _check_known(said, {programme.sector}, lists.sectors, "sectors.csv")
            _check_known(said, used, lists.competencies, "competencies.csv")
            _check_known(said, programme.funding, lists.funding, "funding.csv")
        for module in self.network.modules.values():
            said = f"the module {module.code}"
            _check_known(said, {module.city}, lists.cities, "cities.csv")
            _check_known(said, set(module.outcomes), lists.competencies, "competencies.csv")

    def search(self, typed: str, top: int = 10) -> Found:
        return self.index.find(typed, top)

    def offer(self, code: str, taken: Mapping[str, int], today: date) -> Offer:
        """The programme with the places that are left. `taken` counts places by group code."""
        terms = {p: self.agreed.terms(p, taken, today) for p in self.agreed.teach(code)}
        return self._offer(code, taken, today, terms)

    def offers(self, taken: Mapping[str, int], today: date) -> list[Offer]:
        terms = {p: self.agreed.terms(p, taken, today) for p in self.network.partners}
        return [self._offer(code, taken, today, terms) for code in self.network.programmes]

    def _offer(
        self, code: str, taken: Mapping[str, int], today: date, terms: Mapping[str, Terms]
    ) -> Offer:
        programme = self.network.programmes[code]
        needed = [terms[partner] for partner in self.agreed.teach(code)]
        groups = tuple(
            GroupPlaces(group=g, left=max(0, g.seats - taken.get(g.code, 0)))
            for g in self.groups_of.get(code, ())
        )
        return Offer(
            programme=programme,
            partner=self.network.partners[programme.partner],
            groups=groups,
            agreement_open=all(one.open and not one.full for one in needed),
            agreement_full=any(one.full for one in needed),
            fresh=self.confirmed.is_fresh(code, today),
            confirmed_on=self.confirmed.days.get(code),
        )

    def _entry(self, programme: Programme) -> Entry:
        names = self.dictionaries
        partner = self.network.partners[programme.partner]
        known = [names.competencies[c].name_ru for c in programme.outcomes]
        return Entry(
            id=programme.code,
            title=programme.title_ru,
            kind=programme.kind,
            field=names.sectors[programme.sector].name_ru,
            hours=programme.hours,
            alt_names=(*programme.other_names, *filter(None, (programme.title_en,))),
            competencies=tuple(known),
            occupations=programme.occupations,
            partner=partner.name_ru,
            city=names.cities[programme.city].name_ru,
            description=programme.summary_ru,
        )


def _check_known(said: str, used: Set[str], known: Collection[str], file: str) -> None:
    for code in sorted(used):
        if code not in known:
            raise UnknownCode(
                f"{said} in the database uses {code!r}, which {file} does not hold: "
                "put that line back"
            )


def _soonest_first(groups: Iterable[tuple[str, Group]]) -> dict[str, tuple[Group, ...]]:
    found: dict[str, list[Group]] = {}
    for code, group in groups:
        found.setdefault(code, []).append(group)
    return {
        code: tuple(sorted(runs, key=lambda g: (g.starts_on, g.code)))
        for code, runs in found.items()
    }
