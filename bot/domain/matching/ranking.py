"""All that is open to a person, best first, in an order that can be explained and repeated."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from math import inf
from typing import NamedTuple

from bot.domain.matching.filters import Obstacle, ObstacleKind, obstacles
from bot.domain.matching.offers import Offer, next_group, way_km
from bot.domain.matching.scores import Score, Weights, score
from bot.domain.network import City, Format, Interest, Programme
from bot.domain.profiles import Profile


class Place(NamedTuple):
    """What decides the order, the first difference first; less is better."""

    given_up: int  # 0 every wish is met, 1 without format or time of day, 2 without the city
    short: float  # what the total lacks to 1, to three digits: closer than that is the same
    stale: bool  # nobody confirmed it lately: behind what is as good and certain
    way: float  # whole kilometres
    starts: date
    taken: int  # minus the places that are left
    turn: bytes  # the day's draw, so that no partner is always first


@dataclass(frozen=True, kw_only=True)
class Ranked:
    offer: Offer
    score: Score
    unmet: tuple[Obstacle, ...]  # wishes that this programme does not meet
    place: Place

    @property
    def code(self) -> str:
        return self.offer.programme.code


def rank(
    offers: Iterable[Offer], profile: Profile, weights: Weights, cities: Mapping[str, City]
) -> tuple[Ranked, ...]:
    """Wishes first, then fit, freshness, way, start, places, and the day's draw among equals."""
    weighed = (_weighed(offer, profile, weights, cities) for offer in offers)
    return tuple(sorted((found for found in weighed if found), key=lambda ranked: ranked.place))


def _weighed(
    offer: Offer, profile: Profile, weights: Weights, cities: Mapping[str, City]
) -> Ranked | None:
    unmet = obstacles(offer, profile, cities)
    group = next_group(offer, profile)
    if group is None or not all(obstacle.kind.is_wish for obstacle in unmet):
        return None
    fit = score(offer.programme, profile, weights)
    place = Place(
        given_up=_given_up(unmet),
        short=round(1 - fit.total, 3),
        stale=not offer.fresh,
        way=way_there(offer.programme, profile, cities),
        starts=group.group.starts_on,
        taken=-sum(places.left for places in offer.with_places(profile.today)),
        turn=turn(offer.programme, profile.today),
    )
    return Ranked(offer=offer, score=fit, unmet=unmet, place=place)


def _given_up(unmet: tuple[Obstacle, ...]) -> int:
    kinds = {obstacle.kind for obstacle in unmet}
    return 2 if ObstacleKind.CITY in kinds else int(bool(kinds))


def way_there(programme: Programme, profile: Profile, cities: Mapping[str, City]) -> float:
    """Whole kilometres to the lessons; 0 online or without an own city, inf where not known."""
    if profile.city is None or programme.format is Format.ONLINE:
        return 0
    way = way_km(programme.city, profile, cities)
    return inf if way is None else round(way)


def turn(programme: Programme, today: date) -> bytes:
    """The day's draw, the same for everybody: first among partners, then among their programmes.

    A partner with many programmes is not first more often than one with a single one.
    """
    drawn = (programme.partner, programme.code)
    return b"".join(blake2b(f"{today} {of}".encode(), digest_size=8).digest() for of in drawn)


def leading(programme: Programme) -> frozenset[Interest]:
    """The interests that a programme is most about."""
    most = max(programme.interests.values(), default=0)
    return frozenset(t for t, weight in programme.interests.items() if weight == most)


def strongest(profile: Profile) -> tuple[Interest, ...]:
    """The person's first and second interest, as far as they have any."""
    own = profile.interests
    liked = [interest for interest in Interest if own.get(interest, 0) > 0]
    return tuple(sorted(liked, key=lambda interest: -own[interest])[:2])
