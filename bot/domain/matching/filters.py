"""What keeps a person out of a programme: every reason, each by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.matching.offers import Offer, within_reach
from bot.domain.network import Audience, City, Programme, ProgrammeKind
from bot.domain.people import Education
from bot.domain.profiles import Profile

Fact = str | int | tuple[str, ...] | tuple[int, ...] | None


class ObstacleKind(StrEnum):
    AUDIENCE = "audience"
    AGE = "age"
    GRADE = "grade"
    EDUCATION = "education"
    PROFESSION = "profession"
    EXPERIENCE = "experience"
    AGREEMENT = "agreement"
    NO_DATES = "no_dates"
    FULL = "full"
    FORMAT = "format"
    DAYPART = "daypart"
    CITY = "city"

    @property
    def is_wish(self) -> bool:
        """The person may give it up; nobody can give up the others for them."""
        return self in _WISHES


_WISHES = frozenset({ObstacleKind.FORMAT, ObstacleKind.DAYPART, ObstacleKind.CITY})


class Change(StrEnum):
    """What would remove an obstacle."""

    NOTHING = "nothing"
    TIME = "time"  # comes by itself with the years
    STUDY = "study"  # an education or a first profession
    WORK = "work"  # experience in the field
    PARTNER = "partner"  # the partner's new dates or agreement
    QUEUE = "queue"  # the waiting list
    WISH = "wish"  # the person's own condition


_CHANGES = {
    ObstacleKind.AUDIENCE: Change.NOTHING,
    ObstacleKind.AGE: Change.TIME,
    ObstacleKind.EDUCATION: Change.STUDY,
    ObstacleKind.PROFESSION: Change.STUDY,
    ObstacleKind.EXPERIENCE: Change.WORK,
    ObstacleKind.AGREEMENT: Change.PARTNER,
    ObstacleKind.NO_DATES: Change.PARTNER,
    ObstacleKind.FULL: Change.QUEUE,
}


@dataclass(frozen=True, kw_only=True)
class Obstacle:
    """`needed`: what the programme asks for or is; `have`: what the person has or wishes."""

    kind: ObstacleKind
    needed: Fact = None
    have: Fact = None

    @property
    def change(self) -> Change:
        if self.kind.is_wish:
            return Change.WISH
        if self.kind is ObstacleKind.GRADE:
            return Change.TIME if _too_early(self) else Change.NOTHING
        return _CHANGES[self.kind]


def _too_early(grade: Obstacle) -> bool:
    match grade.needed, grade.have:
        case (int(first), _), int(own):
            return own < first
    return False


Rule = Callable[[Offer, Profile, Mapping[str, City]], Obstacle | None]


def obstacles(
    offer: Offer,
    profile: Profile,
    cities: Mapping[str, City],
    relaxed: frozenset[ObstacleKind] = frozenset(),
) -> tuple[Obstacle, ...]:
    """All that excludes, the hard ones first. Only wishes can be relaxed."""
    found = [rule(offer, profile, cities) for rule in _RULES]
    given_up = relaxed & _WISHES
    return tuple(obstacle for obstacle in found if obstacle and obstacle.kind not in given_up)


def _wrong_audience(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    audiences = offer.programme.audiences
    if profile.audience in audiences:
        return None
    needed = tuple(sorted(audiences))
    return Obstacle(kind=ObstacleKind.AUDIENCE, needed=needed, have=profile.audience)


def _too_young(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    _, oldest = profile.age_band.years
    needed = offer.programme.rules.min_age
    if oldest >= needed:
        return None
    return Obstacle(kind=ObstacleKind.AGE, needed=needed, have=profile.age_band)


def grades_for(programme: Programme, profile: Profile) -> tuple[int, int] | None:
    """School years bind those who are at school."""
    return programme.rules.grades if profile.audience is Audience.PUPIL else None


def _wrong_grade(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    grades = grades_for(offer.programme, profile)
    if grades is None or profile.grade is None or grades[0] <= profile.grade <= grades[1]:
        return None
    return Obstacle(kind=ObstacleKind.GRADE, needed=grades, have=profile.grade)


OPENING = tuple(education for education in Education if education.opens_further)


def needs_education(programme: Programme) -> bool:
    return programme.rules.further or programme.kind.further


def education_of(profile: Profile) -> Education | None:
    """A pupil is at school, asked or not."""
    return Education.SCHOOL if profile.audience is Audience.PUPIL else profile.education


def _closed_education(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    education = education_of(profile)
    closed = education is not None and not education.opens_further
    if not closed or not needs_education(offer.programme):
        return None
    return Obstacle(kind=ObstacleKind.EDUCATION, needed=OPENING, have=education)


# Retraining and a higher grade follow a first profession: 273-ФЗ art. 73 parts 3 and 4.
_AFTER_A_PROFESSION = frozenset({ProgrammeKind.PO_RE, ProgrammeKind.PO_UP})


def needs_profession(programme: Programme) -> bool:
    return programme.rules.profession or programme.kind in _AFTER_A_PROFESSION


def _no_profession(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    if profile.profession is not False or not needs_profession(offer.programme):
        return None
    return Obstacle(kind=ObstacleKind.PROFESSION)


def _other_experience(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    sector = offer.programme.sector
    asks = offer.programme.rules.experience
    if not asks or profile.experience is None or sector in profile.experience:
        return None
    have = tuple(sorted(profile.experience))
    return Obstacle(kind=ObstacleKind.EXPERIENCE, needed=sector, have=have)


def _agreement_over(offer: Offer, _: object, __: object) -> Obstacle | None:
    return None if offer.agreement_open else Obstacle(kind=ObstacleKind.AGREEMENT)


def _no_dates(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    return None if offer.dates(profile.today) else Obstacle(kind=ObstacleKind.NO_DATES)


def _full(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    if not offer.dates(profile.today) or offer.with_places(profile.today):
        return None
    return Obstacle(kind=ObstacleKind.FULL, needed=1, have=0)


def _other_format(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    form = offer.programme.format
    if not profile.formats or form in profile.formats:
        return None
    return Obstacle(kind=ObstacleKind.FORMAT, needed=form, have=tuple(sorted(profile.formats)))


def _other_daypart(offer: Offer, profile: Profile, _: object) -> Obstacle | None:
    """Judged by the groups with a place; by all that are to come where every one is full."""
    coming = offer.with_places(profile.today) or offer.dates(profile.today)
    offered = {places.group.daypart for places in coming}
    if not profile.dayparts or not offered or offered & profile.dayparts:
        return None
    have = tuple(sorted(profile.dayparts))
    return Obstacle(kind=ObstacleKind.DAYPART, needed=tuple(sorted(offered)), have=have)


def _too_far(offer: Offer, profile: Profile, cities: Mapping[str, City]) -> Obstacle | None:
    programme = offer.programme
    if within_reach(programme.format, programme.city, profile, cities):
        return None
    return Obstacle(kind=ObstacleKind.CITY, needed=programme.city, have=profile.city)


_RULES: tuple[Rule, ...] = (
    _wrong_audience,
    _too_young,
    _wrong_grade,
    _closed_education,
    _no_profession,
    _other_experience,
    _agreement_over,
    _no_dates,
    _full,
    _other_format,
    _other_daypart,
    _too_far,
)
