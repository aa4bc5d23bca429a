"""Who a broadcast is for, and who is left out of it whatever it says. One more criterion is one
more line of CRITERIA (and a source, where it looks at something new)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.people import AgeBand, Role, Standing

Values = tuple[str, ...]


class By(StrEnum):
    ROLE = "role"
    GRADE = "grade"  # "8-11"
    CITY = "city"
    INTEREST = "interest"
    WISH = "wish"  # a competency that somebody wants
    APPLIED = "applied"  # for a programme
    COMPLETED = "completed"
    REGISTERED = "registered"  # for an event, by its number
    CAME = "came"
    UNCONFIRMED = "again"  # what became of another broadcast is not known


Segment = Mapping[By, Values]  # {}: everybody


@dataclass(frozen=True, kw_only=True)
class SavedSegment:
    id: int
    name: str
    segment: Segment


class Source(StrEnum):
    """What has to be read beside the person, because only few criteria look at it."""

    INTERESTS = "interests"  # what stands out in the newest finished questionnaire
    WISHES = "wishes"
    APPLICATIONS = "applications"
    COMPLETIONS = "completions"
    REGISTRATIONS = "registrations"
    VISITS = "visits"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A person as far as an audience is concerned."""

    id: int
    channel: str
    chat: str
    standing: Standing
    role: Role | None = None
    age_band: AgeBand | None = None
    grade: int | None = None
    city: str | None = None
    muted: bool = False  # has said /stop
    closed: bool = False  # has blocked us
    wants: bool | None = None  # the topic; None: has said nothing about it
    known: Mapping[Source, frozenset[str]] = field(default_factory=dict)


def is_adult(age_band: AgeBand | None, role: Role | None) -> bool:
    """Known to be: parents and teachers are not asked for their age."""
    if age_band is None:
        return role in (Role.GUARDIAN, Role.TEACHER)
    return age_band.years[0] >= 18


@dataclass(frozen=True, kw_only=True)
class Criterion:
    fits: Callable[[Candidate, Values], bool]  # any of the values will do
    needs: Source | None = None


def _grade(candidate: Candidate, values: Values) -> bool:
    return candidate.grade is not None and any(
        first <= candidate.grade <= last for first, last in map(grades, values)
    )


def grades(value: str) -> tuple[int, int]:
    """Of "8-11" or "9"."""
    first, _, last = value.partition("-")
    return int(first), int(last or first)


def _knows(source: Source) -> Criterion:
    return Criterion(
        fits=lambda candidate, values: bool(candidate.known[source] & set(values)), needs=source
    )


CRITERIA: dict[By, Criterion] = {
    By.ROLE: Criterion(fits=lambda candidate, values: candidate.role in values),
    By.GRADE: Criterion(fits=_grade),
    By.CITY: Criterion(fits=lambda candidate, values: candidate.city in values),
    By.INTEREST: _knows(Source.INTERESTS),
    By.WISH: _knows(Source.WISHES),
    By.APPLIED: _knows(Source.APPLICATIONS),
    By.COMPLETED: _knows(Source.COMPLETIONS),
    By.REGISTERED: _knows(Source.REGISTRATIONS),
    By.CAME: _knows(Source.VISITS),
    By.UNCONFIRMED: _knows(Source.UNKNOWN),
}


def needed(segment: Segment) -> frozenset[Source]:
    wanted = (CRITERIA[by].needs for by in segment)
    return frozenset(source for source in wanted if source is not None)


def fits(candidate: Candidate, segment: Segment) -> bool:
    """Every criterion has to be met."""
    return all(CRITERIA[by].fits(candidate, values) for by, values in segment.items())


def toggled(segment: Segment, by: By, value: str) -> Segment:
    """With the value, or without it where it was; grades are one range."""
    had = segment.get(by, ())
    if value in had:
        values = tuple(one for one in had if one != value)
    else:
        values = (value,) if by is By.GRADE else (*had, value)
    rest = {other: given for other, given in segment.items() if other is not by}
    return {**rest, by: values} if values else rest


class Exclusion(StrEnum):
    """Why somebody who fits gets nothing all the same. The first that holds is the one told."""

    GUEST = "guest"  # has agreed to nothing
    MINOR = "minor"  # or nobody knows: employers' adverts are for adults
    BLOCKED = "blocked"
    MUTED = "muted"
    OPTED_OUT = "opted_out"
    NOT_ASKED_FOR = "not_asked_for"


def exclusion(candidate: Candidate, on_request: bool, for_adults: bool) -> Exclusion | None:
    """`on_request`: the topic is off until somebody turns it on."""
    if candidate.standing is Standing.GUEST:
        return Exclusion.GUEST
    if for_adults and not is_adult(candidate.age_band, candidate.role):
        return Exclusion.MINOR
    if candidate.closed:
        return Exclusion.BLOCKED
    if candidate.muted:
        return Exclusion.MUTED
    if candidate.wants is False:
        return Exclusion.OPTED_OUT
    return Exclusion.NOT_ASKED_FOR if on_request and not candidate.wants else None
