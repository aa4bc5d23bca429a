"""The conditions of a path: what they are at first, and what each becomes at a tap."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from bot.domain.matching.offers import NEAR_KM, distance_km
from bot.domain.network import Audience, City, DayPart, Format, FundingCategory
from bot.domain.people import Education
from bot.domain.profiles import Profile
from bot.domain.trajectories import Busy, Least, Wish, Wishes

T = TypeVar("T")
FORMATS: tuple[frozenset[Format], ...] = (
    frozenset(),
    frozenset({Format.ONSITE, Format.BLENDED}),
    frozenset({Format.ONLINE}),
)
YOUNGEST = {"age50": 50}  # years, of a category that is about age
PERIODS = (timedelta(days=92), timedelta(days=183), timedelta(days=365))


def at_first(profile: Profile, cities: Mapping[str, City]) -> Wishes:
    """From the profile. Who goes to school is there in the day."""
    return Wishes(
        reach=reaches(profile.city, cities)[0],
        formats=profile.formats,
        dayparts=profile.dayparts,
        busy=usually_busy(profile).hours,
    )


def reaches(home: str | None, cities: Mapping[str, City]) -> list[frozenset[str] | None]:
    """Near the person's city, in it, anywhere. Where the city is not known only the last."""
    if home is None or home not in cities:
        return [None]
    near = frozenset(c for c in cities if distance_km(cities[home], cities[c]) <= NEAR_KM)
    return list(dict.fromkeys((near, frozenset({home}), None)))


def usually_busy(profile: Profile) -> Busy:
    studies = profile.audience is Audience.PUPIL or profile.education is Education.STUDYING
    return Busy.SCHOOL_6 if studies else Busy.FREE


def may_be_funded(category: FundingCategory, profile: Profile) -> bool:
    """Whether somebody of this age can be in it."""
    _, oldest = profile.age_band.years
    return category.covers(profile.today) and oldest >= YOUNGEST.get(category.code, 0)


def turned(wishes: Wishes, wish: Wish, profile: Profile, cities: Mapping[str, City]) -> Wishes:
    """The next value of a condition that has a few; the others have screens of their own."""
    match wish:
        case Wish.REACH:
            return replace(wishes, reach=_after(wishes.reach, reaches(profile.city, cities)))
        case Wish.FORMATS:
            return replace(wishes, formats=_after(wishes.formats, FORMATS))
        case Wish.FINISH_BY:
            return replace(wishes, finish_by=_later(wishes.finish_by, profile.today))
        case Wish.DAYPARTS | Wish.BUSY | Wish.HOURS_A_WEEK | Wish.BUDGET:
            return wishes


def least_turned(wishes: Wishes) -> Wishes:
    return replace(wishes, least=_after(wishes.least, tuple(Least)))


def daypart_toggled(wishes: Wishes, daypart: DayPart) -> Wishes:
    return replace(wishes, dayparts=wishes.dayparts ^ {daypart})


def _after(value: T, options: Sequence[T]) -> T:
    """The first one follows the last, and what is none of them."""
    known = options.index(value) if value in options else -1
    return options[(known + 1) % len(options)]


def _later(day: date | None, today: date) -> date | None:
    """A day that was chosen earlier stands for the period that it is nearest to."""
    ends = [today + period for period in PERIODS]
    if day is None:
        return ends[0]
    nearest = min(range(len(ends)), key=lambda n: abs(ends[n] - day))
    return None if nearest == len(ends) - 1 else ends[nearest + 1]
