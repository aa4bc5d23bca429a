"""The catalogue as it stood at one moment, immutable, with what is needed to search it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.catalog.search import Entry, Found, Lexicon, SearchIndex
from bot.domain.errors import NeedsMending
from bot.domain.matching import GroupPlaces, Offer
from bot.domain.network import (
    AgreementKind,
    Dictionaries,
    Group,
    Network,
    PartnerKind,
    Programme,
)


class UnknownCode(NeedsMending):
    """The database and the lists in data/ do not fit."""


@dataclass(frozen=True)
class Catalogue:
    version: int
    network: Network
    dictionaries: Dictionaries
    lexicon: Lexicon

    @cached_property
    def by_slug(self) -> Mapping[str, Programme]:
        return {p.slug: p for p in self.network.programmes.values()}

    @cached_property
    def groups_of(self) -> Mapping[str, tuple[Group, ...]]:
        """Groups of each programme, first to start first."""
        found: dict[str, list[Group]] = {}
        for group in self.network.groups.values():
            found.setdefault(group.programme, []).append(group)
        return {
            code: tuple(sorted(groups, key=lambda g: (g.starts_on, g.code)))
            for code, groups in found.items()
        }

    @cached_property
    def index(self) -> SearchIndex:
        programmes = self.network.programmes.values()
        return SearchIndex([self._entry(p) for p in programmes], self.lexicon)

    def check(self) -> None:
        """Raises UnknownCode for what the lists in data/ do not hold (any more)."""
        lists = self.dictionaries
        for programme in self.network.programmes.values():
            for code, known, file in (
                (programme.city, lists.cities, "cities.csv"),
                (programme.sector, lists.sectors, "sectors.csv"),
                *((c, lists.competencies, "competencies.csv") for c in programme.outcomes),
                *((c, lists.competencies, "competencies.csv") for c in programme.requires),
            ):
                if code not in known:
                    raise UnknownCode(
                        f"the programme {programme.code} in the database uses {code!r}, which "
                        f"{file} does not hold: put that line back"
                    )

    def search(self, typed: str, top: int = 10) -> Found:
        return self.index.find(typed, top)

    def offer(self, code: str, taken: Mapping[str, int], today: date) -> Offer:
        """The programme with the places that are left. `taken` counts places by group code."""
        programme = self.network.programmes[code]
        groups = tuple(
            GroupPlaces(group=g, left=max(0, g.seats - taken.get(g.code, 0)))
            for g in self.groups_of.get(code, ())
        )
        return Offer(
            programme=programme,
            partner=self.network.partners[programme.partner],
            groups=groups,
            agreement_open=self._is_open(programme.partner, today),
        )

    def offers(self, taken: Mapping[str, int], today: date) -> list[Offer]:
        return [self.offer(code, taken, today) for code in self.network.programmes]

    def _is_open(self, partner: str, today: date) -> bool:
        """New enrolments need a network agreement that is in force; the Center's own need none."""
        if self.network.partners[partner].kind is PartnerKind.CENTER:
            return True
        return any(
            a.kind is AgreementKind.NETWORK and a.covers(today)
            for a in self.network.agreements.values()
            if a.partner == partner
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
