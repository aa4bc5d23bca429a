"""The network that the Center joins: partners, agreements, programmes, modules and groups.

Names of kinds and rules are those of the field (273-ФЗ, orders 499/266 and 438); GLOSSARY.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum


class Interest(StrEnum):
    """The five areas of work of the interest questionnaire (E. A. Klimov's five-type design)."""

    NATURE = "nature"
    TECH = "tech"
    HUMAN = "human"
    SIGN = "sign"
    ART = "art"


class ProgrammeKind(StrEnum):
    DO = "do"  # short course for pupils, no qualification
    PO_NEW = "po_new"  # a first worker's profession
    PO_RE = "po_re"  # another worker's profession
    PO_UP = "po_up"  # a higher grade in one's profession
    PK = "pk"  # повышение квалификации, at least 16 hours
    PP = "pp"  # профессиональная переподготовка, at least 250 hours

    @property
    def least_hours(self) -> int:
        """Fewest hours that the law allows for the kind (order 499 of 2013, п. 12)."""
        return {ProgrammeKind.PK: 16, ProgrammeKind.PP: 250}.get(self, 1)

    @property
    def further(self) -> bool:
        """Further professional education: needs a diploma, or studies towards one."""
        return self in (ProgrammeKind.PK, ProgrammeKind.PP)


class Format(StrEnum):
    ONSITE = "onsite"
    BLENDED = "blended"
    ONLINE = "online"


class DayPart(StrEnum):
    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    WEEKEND = "weekend"


class GroupState(StrEnum):
    """Whether a group goes on; staff say so in the catalogue."""

    OPEN = "open"
    CLOSED = "closed"  # takes nobody new; who is in it or waits for it stays
    CANCELLED = "cancelled"


class Audience(StrEnum):
    PUPIL = "pupil"
    ADULT = "adult"


class Medical(StrEnum):
    """What a doctor has to confirm at admission; shown as a notice, never asked in the chat."""

    NONE = "none"
    EXAM = "exam"  # медосмотр
    BOOK = "book"  # медицинская книжка


class PartnerKind(StrEnum):
    CENTER = "center"
    COLLEGE = "college"
    UNIVERSITY = "university"
    EMPLOYER = "employer"
    SCHOOL = "school"
    EXTRA_EDUCATION = "extra_education"  # учреждение дополнительного образования
    EMPLOYMENT_SERVICE = "employment_service"
    GOVERNMENT = "government"  # a body of the region or of a municipality


class AgreementKind(StrEnum):
    NETWORK = "network"  # договор о сетевой форме: programmes are taught together
    FRAMEWORK = "framework"  # соглашение о сотрудничестве: no teaching


class ResourceKind(StrEnum):
    SITE = "site"  # a workshop, laboratory or training ground
    EQUIPMENT = "equipment"


@dataclass(frozen=True, kw_only=True)
class City:
    code: str
    name_ru: str
    name_en: str
    lat: float
    lon: float


@dataclass(frozen=True, kw_only=True)
class Sector:
    code: str
    name_ru: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class Competency:
    code: str
    name_ru: str
    name_en: str
    group: str  # a sector's code, or "transversal"


@dataclass(frozen=True, kw_only=True)
class Occupation:
    """What a person may want to become, and the levels that it asks for."""

    code: str
    name_ru: str
    name_en: str
    sector: str
    levels: Mapping[str, int]  # competency -> level 1-4


@dataclass(frozen=True, kw_only=True)
class FundingCategory:
    """People for whom the state may pay; the employment service decides, never the bot.

    Source of each line: `basis`, the legal act.
    """

    code: str
    name_ru: str
    name_en: str
    basis: str
    valid_from: date
    valid_to: date | None

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, kw_only=True)
class Partner:
    code: str
    name_ru: str
    name_en: str
    kind: PartnerKind
    city: str
    is_demo: bool


@dataclass(frozen=True, kw_only=True)
class Agreement:
    number: str
    partner: str
    kind: AgreementKind
    valid_from: date
    valid_to: date
    resources: tuple[str, ...] = ()  # codes of what the partner lends
    duties: str = ""
    learners: int | None = None  # how many the agreement is for; None: not limited

    def covers(self, day: date) -> bool:
        return self.valid_from <= day <= self.valid_to


@dataclass(frozen=True, kw_only=True)
class Resource:
    """What a partner can teach with or in."""

    code: str
    partner: str
    kind: ResourceKind
    name_ru: str
    name_en: str | None
    capacity: int  # people at a time
    conditions: str  # what the partner asks for, such as a safety briefing


@dataclass(frozen=True, kw_only=True)
class EntryRules:
    """Who may enter. Whole years, school years; every rule not named is open to all."""

    min_age: int = 0
    grades: tuple[int, int] | None = None
    further: bool = False  # СПО or ВО, or studies towards one
    profession: bool = False  # has a worker's profession
    experience: bool = False  # has worked in the programme's sector
    medical: Medical = Medical.NONE


@dataclass(frozen=True, kw_only=True)
class Programme:
    code: str
    slug: str  # public, in deep links: [a-z0-9-], at most 60
    title_ru: str
    title_en: str | None
    summary_ru: str
    summary_en: str | None
    kind: ProgrammeKind
    hours: int
    format: Format
    partner: str
    city: str
    sector: str
    audiences: frozenset[Audience]
    rules: EntryRules
    outcomes: Mapping[str, int]  # competency -> level 1-4 after it
    requires: Mapping[str, int]  # competency -> level 0-4 before it
    interests: Mapping[Interest, float]  # weights in (0, 1]
    other_names: tuple[str, ...]
    occupations: tuple[str, ...]
    price: int  # roubles; 0 = free for the learner
    is_demo: bool
    funding: frozenset[str] = frozenset()  # categories for whom it may be free


@dataclass(frozen=True, kw_only=True)
class Module:
    code: str
    programme: str
    position: int
    title_ru: str
    title_en: str | None
    hours: int
    partner: str
    city: str
    format: Format
    outcomes: Mapping[str, int]
    requires: tuple[str, ...]  # codes of modules that come before
    price: int = 0  # roubles, for whoever takes this module alone


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A lesson of every week, local time of the Center."""

    weekday: int  # 0 = Monday
    begins: time
    ends: time


@dataclass(frozen=True, kw_only=True)
class Group:
    """One run of a programme, or of one of its modules alone, with dates and places."""

    code: str
    programme: str
    starts_on: date
    ends_on: date
    daypart: DayPart
    seats: int
    module: str | None = None  # None: the whole programme
    timetable: tuple[Slot, ...] = ()  # empty: online at one's own pace, or not settled yet
    state: GroupState = GroupState.OPEN


@dataclass(frozen=True, kw_only=True)
class Dictionaries:
    """Lists that everything else refers to by code."""

    cities: Mapping[str, City]
    sectors: Mapping[str, Sector]
    competencies: Mapping[str, Competency]
    occupations: Mapping[str, Occupation] = field(default_factory=dict)
    funding: Mapping[str, FundingCategory] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Network:
    """What an import brings, whole and checked. Keys are codes (numbers for agreements)."""

    partners: Mapping[str, Partner]
    agreements: Mapping[str, Agreement]
    programmes: Mapping[str, Programme]
    modules: Mapping[str, Module]
    groups: Mapping[str, Group]
    resources: Mapping[str, Resource] = field(default_factory=dict)
