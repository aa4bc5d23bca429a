"""What is kept of a result, so that its ranking can be computed again: no more than JSON knows."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypedDict

from bot.domain.matching.choice import Choice
from bot.domain.matching.filters import ObstacleKind
from bot.domain.matching.offers import Offer
from bot.domain.matching.ranking import Ranked, rank
from bot.domain.matching.scores import Weights
from bot.domain.network import Audience, City, DayPart, Format, Interest
from bot.domain.people import AgeBand, Education
from bot.domain.profiles import Profile

_KEPT = 50  # lines of the ranking


class Audit(TypedDict):
    """Enough to compute the ranking again from the catalogue of that version."""

    catalogue: str
    weights: dict[str, Any]  # with their version
    profile: dict[str, Any]
    shown: list[str]  # programme codes
    relaxed: list[str]
    ranking: list[tuple[str, float]]  # code and total, best first, at most 50


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """An audit read back."""

    catalogue: str
    weights: Weights
    profile: Profile
    shown: tuple[str, ...]
    relaxed: tuple[ObstacleKind, ...]
    ranking: list[tuple[str, float]]


def as_audit(profile: Profile, weights: Weights, catalogue_version: str, choice: Choice) -> Audit:
    return Audit(
        catalogue=catalogue_version,
        weights=asdict(weights),
        profile=_plain(profile),
        shown=[match.offer.programme.code for match in choice.matches],
        relaxed=[str(kind) for kind in choice.relaxed],
        ranking=_lines(choice.ranking),
    )


def replayed(audit: Audit) -> Replayed:
    return Replayed(
        catalogue=audit["catalogue"],
        weights=Weights(**audit["weights"]),
        profile=_profile(audit["profile"]),
        shown=tuple(audit["shown"]),
        relaxed=tuple(ObstacleKind(kind) for kind in audit["relaxed"]),
        ranking=[(code, total) for code, total in audit["ranking"]],
    )


def replay(
    audit: Audit, offers: Iterable[Offer], cities: Mapping[str, City]
) -> list[tuple[str, float]]:
    """Code and total, best first. Equals the stored ranking where the catalogue is the same."""
    known = replayed(audit)
    return _lines(rank(offers, known.profile, known.weights, cities))


def _lines(ranking: tuple[Ranked, ...]) -> list[tuple[str, float]]:
    return [(ranked.code, ranked.score.total) for ranked in ranking[:_KEPT]]


def _plain(profile: Profile) -> dict[str, Any]:
    return {
        "audience": str(profile.audience),
        "age_band": str(profile.age_band),
        "today": profile.today.isoformat(),
        "grade": profile.grade,
        "education": profile.education and str(profile.education),
        "profession": profile.profession,
        "experience": None if profile.experience is None else sorted(profile.experience),
        "city": profile.city,
        "formats": sorted(map(str, profile.formats)),
        "dayparts": sorted(map(str, profile.dayparts)),
        "interests": {str(interest): share for interest, share in profile.interests.items()},
        "sectors": list(profile.sectors),
        "levels": dict(profile.levels),
        "wants": sorted(profile.wants),
    }


def _profile(plain: dict[str, Any]) -> Profile:
    return Profile(
        audience=Audience(plain["audience"]),
        age_band=AgeBand(plain["age_band"]),
        today=date.fromisoformat(plain["today"]),
        grade=plain["grade"],
        education=plain["education"] and Education(plain["education"]),
        profession=plain["profession"],
        experience=None if plain["experience"] is None else frozenset(plain["experience"]),
        city=plain["city"],
        formats=frozenset(map(Format, plain["formats"])),
        dayparts=frozenset(map(DayPart, plain["dayparts"])),
        interests={Interest(name): share for name, share in plain["interests"].items()},
        sectors=tuple(plain["sectors"]),
        levels=plain["levels"],
        wants=frozenset(plain["wants"]),
    )
