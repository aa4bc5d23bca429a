"""Career-guidance events: what is announced, who may come, what has changed. Rules only."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.people import AgeBand, Person, Role

DAYS = (None, 7, 30)  # how far ahead people look, in turn


class EventType(StrEnum):
    TRYOUT = "tryout"  # профессиональная проба
    EXCURSION = "excursion"
    MASTERCLASS = "masterclass"
    OPEN_DAY = "open_day"
    JOB_FAIR = "job_fair"
    CONTEST = "contest"  # olympiad, championship
    LECTURE = "lecture"
    SEMINAR = "seminar"
    CONSULTATION = "consultation"
    FORUM = "forum"
    ONLINE_LESSON = "online_lesson"


class State(StrEnum):
    """«Full» is no state: it follows from the places."""

    DRAFT = "draft"
    PROPOSED = "proposed"  # by a partner; the Center decides
    PUBLISHED = "published"
    CLOSED = "closed"  # takes nobody new, goes on for those who are in
    HELD = "held"
    REPORTED = "reported"
    CANCELLED = "cancelled"

    @property
    def is_announced(self) -> bool:
        return self in (State.PUBLISHED, State.CLOSED)

    @property
    def is_over(self) -> bool:
        return self in (State.HELD, State.REPORTED, State.CANCELLED)


MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.PROPOSED, State.PUBLISHED, State.CANCELLED}),
    State.PROPOSED: frozenset({State.DRAFT, State.PUBLISHED, State.CANCELLED}),
    State.PUBLISHED: frozenset({State.CLOSED, State.HELD, State.CANCELLED}),
    State.CLOSED: frozenset({State.PUBLISHED, State.HELD, State.CANCELLED}),
    State.HELD: frozenset({State.REPORTED}),
    State.REPORTED: frozenset(),
    State.CANCELLED: frozenset(),
}


class BadMove(Exception):
    """The table of moves does not allow it."""


def check_move(before: State, after: State) -> None:
    """Raises BadMove."""
    if after not in MOVES[before]:
        raise BadMove(f"{before} -> {after}")


@dataclass(frozen=True, kw_only=True)
class GroupRules:
    """For a teacher who brings a class."""

    smallest: int = 5  # pupils
    largest: int = 30
    pupils_per_adult: int = 15


@dataclass(frozen=True, kw_only=True)
class Event:
    id: int
    slug: str  # public, in deep links: [a-z0-9-], at most 60
    state: State
    version: int  # grows when time or place change
    type: EventType
    title_ru: str
    title_en: str | None = None
    about_ru: str = ""
    about_en: str | None = None
    sector: str | None = None
    organiser: str  # code of a partner
    co_organisers: tuple[str, ...] = ()
    city: str | None = None  # None: online only
    place: str = ""  # address and room
    link: str | None = None  # shown only to those who are registered
    starts_at: datetime
    ends_at: datetime
    grades: tuple[int, int] | None = None  # None: not for pupils
    adults: bool = False
    age_mark: int = 0  # 0, 6, 12, 16 or 18: 436-ФЗ art. 6-10
    capacity: int  # places; of a class each pupil takes one, accompanying adults none
    per_school: int | None = None  # places that one school may take
    deadline: datetime | None = None  # of registration; None: the start
    groups: GroupRules | None = None  # None: no classes
    accessible: bool = False  # entrance without steps
    bring: str = ""  # сменная обувь, форма
    briefing: bool = False  # a safety briefing comes first
    documents: str = ""
    federal: str | None = None  # federal programme, such as «Билет в будущее»
    programmes: tuple[str, ...] = ()  # codes of programmes that it leads to
    lead_times: tuple[int, ...] | None = None  # own reminder rules, minutes before the start
    series: str | None = None

    @property
    def online(self) -> bool:
        return self.city is None

    @property
    def closes_at(self) -> datetime:
        return min(self.deadline or self.starts_at, self.starts_at)

    def takes_people(self, now: datetime) -> bool:
        return self.state is State.PUBLISHED and now < self.closes_at


SCHOOL_FROM, SCHOOL_TO = time(8), time(14)  # the usual lessons, Monday to Friday


def in_school_hours(event: Event, zone: ZoneInfo) -> bool:
    """Whether a pupil has to be excused from lessons."""
    starts, ends = event.starts_at.astimezone(zone), event.ends_at.astimezone(zone)
    overlaps = starts.time() < SCHOOL_TO and (
        ends.date() > starts.date() or ends.time() > SCHOOL_FROM
    )
    return starts.weekday() < 5 and overlaps


class Hindrance(StrEnum):
    """Why an event is not for a person; the view says what to do instead."""

    ADULTS_ONLY = "adults_only"
    PUPILS_ONLY = "pupils_only"
    GRADE = "grade"
    AGE_MARK = "age_mark"
    CLOSED = "closed"


def hindrance(event: Event, person: Person, now: datetime) -> Hindrance | None:
    """None: the event is open to the person. A guardian is asked as the child would be, and as
    an adult, who may come themselves.

    What is not known does not exclude: the card shows the rule.
    """
    if not event.takes_people(now):
        return Hindrance.CLOSED
    if person.role is Role.GUARDIAN and event.adults:
        return None
    if person.role in (Role.PUPIL, Role.GUARDIAN):
        if event.grades is None:
            return Hindrance.ADULTS_ONLY
        if person.grade is not None and not event.grades[0] <= person.grade <= event.grades[1]:
            return Hindrance.GRADE
    elif person.role is Role.ADULT and not event.adults:
        return Hindrance.PUPILS_ONLY
    if person.role is not Role.GUARDIAN and _too_young(event, person.age_band):
        return Hindrance.AGE_MARK
    return None


def _too_young(event: Event, band: AgeBand | None) -> bool:
    return band is not None and band.years[1] < event.age_mark


class Wish(StrEnum):
    """What an event can be looked for by: the fields of Filter."""

    FOR_ME = "for_me"
    CITY = "city"
    DAYS = "days"
    SECTOR = "sector"
    TYPE = "type"
    PLACES = "places"
    ACCESSIBLE = "accessible"
    ONLINE = "online"


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which events a person wants to see; the default shows all."""

    for_me: bool = False  # nothing that the person may not come to
    city: str | None = None
    sector: str | None = None
    type: EventType | None = None
    days: int | None = None  # from today on
    places: bool = False  # with a place left
    accessible: bool = False
    online: bool = False

    def fits(self, event: Event, now: datetime, left: int) -> bool:
        """All but `for_me`, which needs the person. Online fits every city."""
        return all(
            (
                self.city is None or event.online or event.city == self.city,
                self.sector is None or event.sector == self.sector,
                self.type is None or event.type is self.type,
                self.days is None or event.starts_at < now + timedelta(days=self.days),
                not self.places or left > 0,
                not self.accessible or event.accessible or event.online,
                not self.online or event.online,
            )
        )

    def turned(self, wish: Wish) -> "Filter":
        """A yes-or-no wish turned over; the days go to their next choice."""
        if wish is Wish.DAYS:
            following = DAYS[(DAYS.index(self.days) + 1) % len(DAYS)] if self.days in DAYS else None
            return replace(self, days=following)
        change: dict[str, Any] = {wish.value: not getattr(self, wish)}
        return replace(self, **change)

    def chosen(self, wish: Wish, value: str | None) -> "Filter":
        """Raises ValueError for a type that there is not."""
        if wish is Wish.TYPE and value is not None:
            return replace(self, type=EventType(value))
        change: dict[str, Any] = {wish.value: value}
        return replace(self, **change)


class Change(StrEnum):
    """What whoever comes has to be told."""

    TIME = "time"
    PLACE = "place"
    LINK = "link"


def changes(before: Event, after: Event) -> tuple[Change, ...]:
    """In the order in which they matter; none = nobody has to be told."""
    compared = (
        (Change.TIME, (before.starts_at, before.ends_at), (after.starts_at, after.ends_at)),
        (Change.PLACE, (before.city, before.place), (after.city, after.place)),
        (Change.LINK, before.link, after.link),
    )
    return tuple(change for change, old, new in compared if old != new)
