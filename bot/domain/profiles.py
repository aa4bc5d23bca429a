"""What is known of a person for matching. Interest, level and wish are never merged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.network import Audience, DayPart, Format, Interest
from bot.domain.people import AgeBand, Education


@dataclass(frozen=True, kw_only=True)
class Profile:
    """Facts and wishes. None or empty = not known, or does not matter to the person."""

    audience: Audience
    age_band: AgeBand
    today: date
    grade: int | None = None
    education: Education | None = None
    profession: bool | None = None
    experience: frozenset[str] | None = None  # sectors worked in; None: not asked
    city: str | None = None
    formats: frozenset[Format] = frozenset()
    dayparts: frozenset[DayPart] = frozenset()
    interests: Mapping[Interest, float] = field(
        default_factory=dict
    )  # p[type] in [0, 1]; {} = no test
    sectors: tuple[str, ...] = ()  # chosen directions, first matters most
    levels: Mapping[str, int] = field(default_factory=dict)  # competency -> 0-4, source=self
    wants: frozenset[str] = frozenset()  # competencies to develop
