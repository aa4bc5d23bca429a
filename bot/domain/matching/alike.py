"""What a search found, where words cannot tell programmes apart: in the order that suits a person.

Relevance stays first. Hits are taken in tiers, each as wide as the tolerance allows below its best;
only inside a tier does the person decide.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil, inf
from typing import NamedTuple

from bot.domain.matching.filters import Change, Obstacle, ObstacleKind, obstacles
from bot.domain.matching.offers import Offer, next_group
from bot.domain.matching.ranking import turn, way_there
from bot.domain.matching.reasons import Reason, reasons
from bot.domain.matching.scores import Weights, score
from bot.domain.matching.whynot import Aspect
from bot.domain.network import City
from bot.domain.profiles import Profile


@dataclass(frozen=True, kw_only=True)
class Tolerances:
    """What is no further apart than this counts as the same (data/weights.toml, [search]).

    Raises ValueError for steps that are no steps.
    """

    score: float  # of the search
    way_km: int
    start_days: int
    places: int  # so many left are as good as more
    fit: float  # of the total of a match

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"score is {self.score}, which is not in [0, 1]")
        if min(self.way_km, self.start_days, self.places, self.fit) <= 0:
            raise ValueError("way_km, start_days, places and fit must be above 0")


class Standing(NamedTuple):
    """What decides inside a tier, the first difference first; less is better."""

    closed: int  # 0 open, 1 full, without dates or asking for more, 2 a rule keeps the person out
    way: float  # steps; 0 in one's own city or online
    unmet: int  # wishes about format and time of day
    stale: bool
    starts: float  # steps from today
    taken: int  # minus the places that are left
    short: int  # steps from a perfect fit
    turn: bytes  # the day's draw, so that no partner is always first


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of an answer: what keeps the person out, or else why it stands where it stands."""

    offer: Offer
    hindrance: Obstacle | None
    ahead: Aspect | None  # what it has on the next one, which words find as good
    reason: Reason | None  # the most telling about it


@dataclass(frozen=True, kw_only=True)
class _Placed:
    offer: Offer
    tier: int
    hindrance: Obstacle | None
    standing: Standing


def findings(
    found: Sequence[tuple[Offer, float]],
    profile: Profile,
    known: bool,
    weights: Weights,
    tolerances: Tolerances,
    cities: Mapping[str, City],
    most: int,
) -> tuple[Finding, ...]:
    """`found`: offers with the scores of the search in [0, 1], best first. Nothing is closed to
    whoever has not said yet who they are (`known` False).

    What is closed stands after what is open and takes no line from it, but what words find best is
    never left out.
    """
    order = _Order(
        profile=profile, known=known, weights=weights, tolerances=tolerances, cities=cities
    )
    tier_of = tiers((words for _, words in found), tolerances.score)
    placed = [order.placed(tier, offer) for tier, (offer, _) in zip(tier_of, found, strict=True)]
    few = _few(sorted(placed, key=lambda one: (one.tier, one.standing)), most)
    shown = sorted(few, key=lambda one: one.standing.closed)
    return tuple(
        Finding(
            offer=one.offer,
            hindrance=one.hindrance,
            ahead=_ahead(one, following),
            reason=next(iter(reasons(one.offer, profile, cities)), None),
        )
        for one, following in zip_longest(shown, shown[1:])
    )


@dataclass(frozen=True, kw_only=True)
class _Order:
    profile: Profile
    known: bool
    weights: Weights
    tolerances: Tolerances
    cities: Mapping[str, City]

    def placed(self, tier: int, offer: Offer) -> _Placed:
        excluding = obstacles(offer, self.profile, self.cities)
        hindrance = next((o for o in excluding if self.known and not o.kind.is_wish), None)
        standing = Standing(
            closed=max(_closed(hindrance), int(self.known and self._asks_more(offer))),
            way=self._way(offer),
            unmet=sum(obstacle.kind in _MANNER for obstacle in excluding),
            stale=not offer.fresh,
            starts=self._starts(offer),
            taken=-min(self.tolerances.places, _left(offer, self.profile)),
            short=self._short(offer),
            turn=turn(offer.programme, self.profile.today),
        )
        return _Placed(offer=offer, tier=tier, hindrance=hindrance, standing=standing)

    def _asks_more(self, offer: Offer) -> bool:
        """For a profession or experience of which the person has not said that they have it."""
        rules, profile = offer.programme.rules, self.profile
        return (rules.profession and profile.profession is None) or (
            rules.experience and profile.experience is None
        )

    def _way(self, offer: Offer) -> float:
        way = way_there(offer.programme, self.profile, self.cities)
        return way if way == inf else ceil(way / self.tolerances.way_km)

    def _starts(self, offer: Offer) -> float:
        group = next_group(offer, self.profile)
        if group is None:
            return inf
        return (group.group.starts_on - self.profile.today).days // self.tolerances.start_days

    def _short(self, offer: Offer) -> int:
        fit = score(offer.programme, self.profile, self.weights)
        return round((1 - fit.total) / self.tolerances.fit)


def tiers(scores: Iterable[float], tolerance: float) -> Iterator[int]:
    """The tier of each score, from 0. `scores` go from the highest down.

    A tier is as wide as the tolerance below its first, so small steps do not add up.
    """
    tier, best = -1, inf
    for words in scores:
        if best - words > tolerance:
            tier, best = tier + 1, words
        yield tier


_MANNER = frozenset({ObstacleKind.FORMAT, ObstacleKind.DAYPART})


def _closed(hindrance: Obstacle | None) -> int:
    if hindrance is None:
        return 0
    return 1 if hindrance.change in (Change.QUEUE, Change.PARTNER) else 2


def _left(offer: Offer, profile: Profile) -> int:
    group = next_group(offer, profile)
    return group.left if group else 0


def _few(ordered: Sequence[_Placed], most: int) -> list[_Placed]:
    open_first = sorted(ordered[1:], key=lambda one: one.standing.closed > 0)
    kept = {one.offer.programme.code for one in [*ordered[:1], *open_first][:most]}
    return [one for one in ordered if one.offer.programme.code in kept]


def _ahead(one: _Placed, following: _Placed | None) -> Aspect | None:
    if following is None:
        return None
    if one.standing.closed < following.standing.closed:
        return Aspect.OPEN
    if one.tier != following.tier:
        return None
    pairs = zip(Standing._fields, one.standing, following.standing, strict=True)
    return _BY_FIELD[next(name for name, own, its in pairs if own != its)]


_BY_FIELD = {
    "closed": Aspect.OPEN,
    "way": Aspect.WAY,
    "unmet": Aspect.MANNER,
    "stale": Aspect.FRESH,
    "starts": Aspect.STARTS,
    "taken": Aspect.PLACES,
    "short": Aspect.FIT,
    "turn": Aspect.TURN,
}
ASPECTS = frozenset(_BY_FIELD.values())  # that may put one before another
