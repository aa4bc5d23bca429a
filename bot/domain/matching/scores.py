"""How well a programme fits a person, in [0, 1]: the arithmetic that is shown, stored and replayed.

Interest, level and wish stay three things; only the total brings them together.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import fsum, isclose

from bot.domain.network import Audience, Programme
from bot.domain.profiles import Profile

TOP_LEVEL = 4
_LEVELS_OUT_OF_REACH = 2  # this many levels short and a programme cannot be followed


class Fit(StrEnum):
    WELL = "well"  # подходит хорошо
    MAYBE = "maybe"  # можно рассмотреть
    STRETCH = "stretch"  # на вырост


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What counts how much (data/weights.toml). A change of any value is a new version.

    Raises ValueError where scores would leave [0, 1] or words would not follow them.
    """

    version: str
    coverage: float
    interest: float
    coverage_untested: float  # without an interest test
    sector: float  # stands in for the interest test
    neutral: float  # for a part that nothing is known of
    goal: int  # the level that a wanted competency is to reach
    well: float  # the lowest totals of each word
    maybe: float

    def __post_init__(self) -> None:
        for pair in self.shares(tested=True), self.shares(tested=False):
            if not isclose(sum(pair), 1) or min(pair) < 0:
                raise ValueError(f"weights {pair} of version {self.version} do not add up to 1")
        if not 0 <= self.neutral <= 1:
            raise ValueError(f"neutral is {self.neutral}, which is not in [0, 1]")
        if not 1 <= self.goal <= TOP_LEVEL:
            raise ValueError(f"goal is {self.goal}, which is no level from 1 to {TOP_LEVEL}")
        if not 0 <= self.maybe <= self.well <= 1:
            raise ValueError(f"maybe {self.maybe} and well {self.well} do not follow in [0, 1]")

    def fit(self, total: float) -> Fit:
        if total >= self.well:
            return Fit.WELL
        return Fit.MAYBE if total >= self.maybe else Fit.STRETCH

    def shares(self, *, tested: bool) -> tuple[float, float]:
        """Of coverage, and of the interest or what stands in for it; together 1."""
        return (self.coverage, self.interest) if tested else (self.coverage_untested, self.sector)


@dataclass(frozen=True, kw_only=True)
class Score:
    """A total and its parts, each in [0, 1]; None = has no part in this total."""

    total: float
    feasible: float | None = None
    coverage: float | None = None
    interest: float | None = None
    sector_fit: float | None = None


def feasible(programme: Programme, profile: Profile) -> float:
    """1 where every level that is required is there; a level short costs a half, two cost all."""
    short = (need - profile.levels.get(c, 0) for c, need in programme.requires.items())
    return min((_clamp(1 - levels / _LEVELS_OUT_OF_REACH) for levels in short), default=1.0)


def coverage(programme: Programme, profile: Profile, weights: Weights) -> float:
    """Which part of what the person wants to learn the programme gives; neutral without a need."""
    need = {c: max(0, weights.goal - profile.levels.get(c, 0)) for c in profile.wants}
    gain = {c: max(0, programme.outcomes.get(c, 0) - profile.levels.get(c, 0)) for c in need}
    met = fsum(min(need[c], gain[c]) / TOP_LEVEL for c in need)
    wanted = fsum(need.values()) / TOP_LEVEL
    return met / wanted if wanted else weights.neutral


def interest_fit(programme: Programme, profile: Profile, weights: Weights) -> float:
    """Fuzzy subsethood of the programme's interests in the person's: Σ min(p, q) / Σ q."""
    own, asked = profile.interests, programme.interests
    shared = fsum(min(own.get(t, 0.0), weight) for t, weight in asked.items())
    return shared / fsum(asked.values()) if asked else weights.neutral


def sector_fit(programme: Programme, profile: Profile, weights: Weights) -> float:
    """1 in a chosen direction, 0 in another; neutral where none is chosen."""
    if not profile.sectors:
        return weights.neutral
    return float(programme.sector in profile.sectors)


def score(programme: Programme, profile: Profile, weights: Weights) -> Score:
    """feasible · (share of coverage + share of interest); for pupils the interest alone.

    Without an interest test the chosen direction stands in, with a smaller share. Pupils are not
    asked for trade levels.
    """
    leaning = _leaning(programme, profile, weights)
    if profile.audience is Audience.PUPIL:
        return leaning
    able, covered = feasible(programme, profile), coverage(programme, profile, weights)
    share, rest = weights.shares(tested=bool(profile.interests))
    total = _clamp(able * (share * covered + rest * leaning.total))
    return replace(leaning, total=total, feasible=able, coverage=covered)


def _leaning(programme: Programme, profile: Profile, weights: Weights) -> Score:
    if profile.interests:
        fit = interest_fit(programme, profile, weights)
        return Score(total=fit, interest=fit)
    fit = sector_fit(programme, profile, weights)
    return Score(total=fit, sector_fit=fit)


def _clamp(value: float) -> float:
    return max(0.0, min(1.0, value))
