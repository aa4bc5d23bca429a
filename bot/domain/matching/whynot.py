"""Why a programme is not among the matches: what excludes it, or what others have on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.matching.choice import Choice, Match
from bot.domain.matching.filters import Obstacle, obstacles
from bot.domain.matching.offers import Offer
from bot.domain.matching.ranking import Place, Ranked
from bot.domain.matching.scores import Score, Weights, score
from bot.domain.network import City
from bot.domain.profiles import Profile


class Aspect(StrEnum):
    """In what one programme is ahead of another."""

    OPEN = "open"  # to the person, now
    LEVEL = "level"  # asks less than this one, or what the person has
    COVERAGE = "coverage"  # gives more of what the person wants to learn
    INTEREST = "interest"
    SECTOR = "sector"
    FIT = "fit"  # level, coverage and interest together
    MANNER = "manner"  # the wished format or time of day
    FRESH = "fresh"  # the partner confirmed it lately
    WAY = "way"
    STARTS = "starts"
    PLACES = "places"
    TURN = "turn"  # equal in everything; others are first today
    VARIETY = "variety"  # fits less, shown for another partner or field


@dataclass(frozen=True, kw_only=True)
class WhyNot:
    """Each obstacle says what would change it. Without one: the rank, and who is ahead in what."""

    offer: Offer
    obstacles: tuple[Obstacle, ...]
    score: Score
    rank: int | None  # from 1, among all that is open; None = not open
    shown: bool  # it is among the matches
    ahead: Match | None = None
    because: Aspect | None = None


def why_not(
    offer: Offer,
    profile: Profile,
    weights: Weights,
    cities: Mapping[str, City],
    choice: Choice | None,
) -> WhyNot:
    """`choice`: what the same profile was shown from a catalogue that holds this offer; None:
    only what stands in the way matters, so that there is no rank.
    """
    code = offer.programme.code
    excluding = obstacles(offer, profile, cities)
    ranking, matches = (choice.ranking, choice.matches) if choice else ((), ())
    ranks = [number for number, ranked in enumerate(ranking, 1) if ranked.code == code]
    shown = any(match.offer.programme.code == code for match in matches)
    ahead, because = None, None
    if choice and ranks and not shown and not excluding:
        ahead, because = _ahead(ranks[0], choice, weights)
    return WhyNot(
        offer=offer,
        obstacles=excluding,
        score=score(offer.programme, profile, weights),
        rank=ranks[0] if ranks else None,
        shown=shown,
        ahead=ahead,
        because=because,
    )


def _ahead(rank: int, choice: Choice, weights: Weights) -> tuple[Match, Aspect]:
    """The one shown for variety that has its place, else the nearest above it."""
    position = {ranked.code: number for number, ranked in enumerate(choice.ranking, 1)}
    for match in choice.matches:
        if position[match.offer.programme.code] > rank:
            return match, Aspect.VARIETY
    nearest = choice.matches[-1]
    above = choice.ranking[position[nearest.offer.programme.code] - 1]
    return nearest, _difference(above, choice.ranking[rank - 1], weights)


def _difference(above: Ranked, below: Ranked, weights: Weights) -> Aspect:
    if above.place.short != below.place.short:
        return _weaker_part(above.score, below.score, weights)
    pairs = zip(Place._fields, above.place, below.place, strict=True)
    return _TIES[next(name for name, one, other in pairs if one != other)]


_TIES = {
    "stale": Aspect.FRESH,
    "way": Aspect.WAY,
    "starts": Aspect.STARTS,
    "taken": Aspect.PLACES,
    "turn": Aspect.TURN,
}


def _weaker_part(above: Score, below: Score, weights: Weights) -> Aspect:
    """The part of the total that costs most; the parts add up to the whole difference."""
    if above.feasible is None:
        return Aspect.SECTOR if above.interest is None else Aspect.INTEREST
    coverage, leaning = weights.shares(tested=above.interest is not None)
    lost = {
        Aspect.COVERAGE: above.feasible * coverage * _lost(above.coverage, below.coverage),
        Aspect.INTEREST: above.feasible * leaning * _lost(above.interest, below.interest),
        Aspect.SECTOR: above.feasible * leaning * _lost(above.sector_fit, below.sector_fit),
    }
    lost[Aspect.LEVEL] = above.total - below.total - sum(lost.values())
    return max(lost, key=lambda aspect: lost[aspect])


def _lost(above: float | None, below: float | None) -> float:
    return (above or 0) - (below or 0)
