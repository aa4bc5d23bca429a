"""The few programmes that a person is shown: what fits best, of several partners and fields."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.domain.matching.filters import Obstacle, ObstacleKind
from bot.domain.matching.offers import Offer
from bot.domain.matching.ranking import Ranked, leading, rank, strongest
from bot.domain.matching.reasons import Gap, Reason, gap, reasons
from bot.domain.matching.scores import Fit, Score, Weights
from bot.domain.network import City, Interest, Module
from bot.domain.profiles import Profile

_FEWEST, _MOST = 3, 5


@dataclass(frozen=True, kw_only=True)
class Match:
    offer: Offer
    score: Score
    fit: Fit
    reasons: tuple[Reason, ...]  # two, the most telling first
    gap: Gap | None  # None = nothing is in the way
    unmet: tuple[Obstacle, ...]  # wishes that this programme does not meet


@dataclass(frozen=True, kw_only=True)
class Choice:
    """No matches = nothing at all is open to the person: offer a human."""

    matches: tuple[Match, ...]
    relaxed: tuple[ObstacleKind, ...]  # wishes that a match does not meet
    ranking: tuple[Ranked, ...]  # all that is open, best first


def choose(
    offers: Iterable[Offer],
    profile: Profile,
    weights: Weights,
    cities: Mapping[str, City],
    modules: Mapping[str, Module],
) -> Choice:
    """Three to five where as many are open: wishes kept as far as possible, then variety.

    Beyond three a programme has to meet every wish and be worth a look.
    """
    ranking = rank(offers, profile, weights, cities)
    enterable = frozenset(ranked.code for ranked in ranking)

    def match(ranked: Ranked) -> Match:
        return Match(
            offer=ranked.offer,
            score=ranked.score,
            fit=weights.fit(ranked.score.total),
            reasons=reasons(ranked.offer, profile, cities),
            gap=gap(ranked.offer, profile, cities, modules, enterable),
            unmet=ranked.unmet,
        )

    matches = tuple(match(ranked) for ranked in _picked(ranking, profile, weights))
    given_up = {obstacle.kind for match in matches for obstacle in match.unmet}
    relaxed = tuple(kind for kind in ObstacleKind if kind in given_up)
    return Choice(matches=matches, relaxed=relaxed, ranking=ranking)


def _picked(ranking: tuple[Ranked, ...], profile: Profile, weights: Weights) -> tuple[Ranked, ...]:
    """The best of each variety that is wanted, then the best of all, in the order of the ranking.

    The first and four varieties make no more than five.
    """
    if not ranking:
        return ()
    picked = {ranking[0].code: ranking[0]}
    for wanted in _varieties(ranking[0].offer, profile):
        if not any(wanted(ranked.offer) for ranked in picked.values()):
            found = next((ranked for ranked in ranking if wanted(ranked.offer)), None)
            picked |= {found.code: found} if found else {}
    for ranked in ranking:
        worth = not ranked.unmet and weights.fit(ranked.score.total) is not Fit.STRETCH
        if len(picked) < _FEWEST or (len(picked) < _MOST and worth):
            picked[ranked.code] = ranked
    return tuple(sorted(picked.values(), key=lambda ranked: ranked.place))


def _varieties(first: Offer, profile: Profile) -> Iterator[Callable[[Offer], bool]]:
    """Both of the person's interests (directions, without a test), a second partner and field."""
    if profile.interests:
        yield from (_about(interest) for interest in strongest(profile))
    else:
        yield from (_within(sector) for sector in profile.sectors[:2])
    yield lambda offer: offer.partner.code != first.partner.code
    yield lambda offer: offer.programme.sector != first.programme.sector


def _about(interest: Interest) -> Callable[[Offer], bool]:
    return lambda offer: interest in leading(offer.programme)


def _within(sector: str) -> Callable[[Offer], bool]:
    return lambda offer: offer.programme.sector == sector
