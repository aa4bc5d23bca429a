"""What is kept of a result, so that its ranking can be computed again: no more than JSON knows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
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
Line = tuple[str, float]  # code and total


class Audit(TypedDict):
    """Enough to compute the ranking again from the catalogue of that version."""

    catalogue: str
    weights: dict[str, Any]  # with their version
    profile: dict[str, Any]
    taken: dict[str, int]  # places by group code
    stale: list[str]  # programmes that nobody had confirmed lately
    shown: list[str]  # programme codes
    relaxed: list[str]
    ranking: list[list[Any]]  # code and total, best first, at most 50


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """An audit read back."""

    catalogue: str
    weights: Weights
    profile: Profile
    taken: Mapping[str, int]
    stale: frozenset[str]
    shown: tuple[str, ...]
    relaxed: tuple[ObstacleKind, ...]
    ranking: tuple[Line, ...]

    def as_fresh_as_then(self, offers: Iterable[Offer]) -> list[Offer]:
        return [replace(o, fresh=o.programme.code not in self.stale) for o in offers]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A result that was shown to somebody."""

    id: int
    made_at: datetime
    audit: Audit

    @property
    def number(self) -> str:
        """The receipt number, for people: year and counter, «26-00012»."""
        return f"{self.made_at:%y}-{self.id:05d}"


def match_id(number: str) -> int | None:
    """The counter of a receipt number as people write it: «26-00012», «№ 26-00012»."""
    written = _NUMBER.fullmatch(number.strip())
    return int(written[1]) if written else None


_NUMBER = re.compile(r"(?:№\s*)?\d\d-(\d{5,18})")


def as_audit(
    profile: Profile,
    weights: Weights,
    catalogue_version: str,
    offers: Iterable[Offer],
    taken: Mapping[str, int],
    choice: Choice,
) -> Audit:
    """`choice` was made from `offers`, which were made with the places `taken` by group code."""
    return Audit(
        catalogue=catalogue_version,
        weights=asdict(weights),
        profile=_plain(profile),
        taken=dict(sorted(taken.items())),
        stale=sorted(offer.programme.code for offer in offers if not offer.fresh),
        shown=[match.offer.programme.code for match in choice.matches],
        relaxed=[str(kind) for kind in choice.relaxed],
        ranking=[[code, total] for code, total in lines(choice.ranking)],
    )


def replayed(audit: Audit) -> Replayed:
    return Replayed(
        catalogue=audit["catalogue"],
        weights=Weights(**audit["weights"]),
        profile=_profile(audit["profile"]),
        # Version 0.1.0 did not keep these two.
        taken=audit.get("taken", {}),
        stale=frozenset(audit.get("stale", ())),
        shown=tuple(audit["shown"]),
        relaxed=tuple(ObstacleKind(kind) for kind in audit["relaxed"]),
        ranking=tuple((code, total) for code, total in audit["ranking"]),
    )


def replay(audit: Audit, offers: Iterable[Offer], cities: Mapping[str, City]) -> tuple[Line, ...]:
    """Code and total, best first. Equals the stored ranking where the catalogue is the same.

    `offers` are those of the audit's day, with the places that were taken then.
    """
    known = replayed(audit)
    then = known.as_fresh_as_then(offers)
    return lines(rank(then, known.profile, known.weights, cities))


def lines(ranking: Sequence[Ranked]) -> tuple[Line, ...]:
    """As much of a ranking as is kept."""
    return tuple((ranked.code, ranked.score.total) for ranked in ranking[:_KEPT])


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
