"""Individual trajectories: modules of several partners that together close a gap.

A set of modules is not a qualification: the lead organisation approves it and sets the document
(Порядок 882/391 of 2020, п. 8).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from math import ceil
from zlib import crc32

from bot.domain.enrolments import Enrolment
from bot.domain.errors import Refusal
from bot.domain.network import DayPart, Format, Group, Module, Programme, Slot
from bot.domain.timetables import city_of, lessons
from bot.domain.timetables import weeks as calendar_weeks


class GoalKind(StrEnum):
    OCCUPATION = "occupation"
    PROGRAMME = "programme"
    COMPETENCIES = "competencies"


@dataclass(frozen=True, kw_only=True)
class Goal:
    kind: GoalKind
    code: str | None  # of the occupation or programme
    levels: Mapping[str, int]  # competency -> level 1-4 to reach


class Least(StrEnum):
    """What the best plan has least of."""

    HOURS = "hours"
    PRICE = "price"
    FINISH = "finish"  # the last day


class Wish(StrEnum):
    """What can be given up when no plan keeps all of them, in the order of the screens."""

    REACH = "reach"
    FORMATS = "formats"
    DAYPARTS = "dayparts"
    BUSY = "busy"
    HOURS_A_WEEK = "hours_a_week"
    BUDGET = "budget"
    FINISH_BY = "finish_by"


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """None or empty: it does not matter."""

    least: Least = Least.HOURS
    reach: frozenset[str] | None = None  # cities for lessons in person; online fits everywhere
    formats: frozenset[Format] = frozenset()
    dayparts: frozenset[DayPart] = frozenset()
    busy: tuple[Slot, ...] = ()  # school or work
    hours_a_week: int | None = None
    budget: int | None = None  # roubles for the whole plan
    finish_by: date | None = None
    funding: str | None = None  # category under which the state may pay


@dataclass(frozen=True, kw_only=True)
class Run:
    """One group of one module: what a plan is made of."""

    group: Group
    module: Module
    programme: Programme
    price: int  # roubles for this person, with the funding that they named
    left: int  # places

    @property
    def code(self) -> str:
        return self.group.code


@dataclass(frozen=True, kw_only=True)
class Task:
    """All that a plan is computed from."""

    goal: Goal
    wishes: Wishes
    levels: Mapping[str, int]  # what the person can do, competency -> 0-4
    done: frozenset[str]  # codes of modules that are finished
    engaged: tuple[Group, ...]  # groups that the person goes to already
    runs: tuple[Run, ...]  # that the person may enter: open agreement, age, education, places
    cities: Mapping[str, str]  # group code -> city, of `engaged`
    pinned: frozenset[str] = frozenset()  # codes of groups that have to be in the plan
    banned: frozenset[str] = frozenset()  # codes of modules that must not be


@dataclass(frozen=True, kw_only=True)
class Plan:
    runs: tuple[Run, ...]  # in the order of their first days
    open: Mapping[str, int]  # levels of the goal that no module here gives
    given_up: tuple[Wish, ...]  # the fewest wishes without which there is no plan
    gap: float = 0.0  # by what the person chose, the best may be better by this share; 0 = proven

    @property
    def proven(self) -> bool:
        return self.gap == 0.0

    @property
    def hours(self) -> int:
        return sum(run.module.hours for run in self.runs)

    @property
    def price(self) -> int:
        """Roubles."""
        return sum(run.price for run in self.runs)

    @property
    def starts_on(self) -> date | None:
        return min((run.group.starts_on for run in self.runs), default=None)

    @property
    def ends_on(self) -> date | None:
        return max((run.group.ends_on for run in self.runs), default=None)

    @property
    def partners(self) -> tuple[str, ...]:
        """Codes, in the order in which the person meets them."""
        return tuple(dict.fromkeys(run.module.partner for run in self.runs))


class State(StrEnum):
    DRAFT = "draft"  # the one that is being looked at
    SAVED = "saved"
    APPLIED = "applied"
    CHANGED = "changed"  # something in it was moved or cancelled; the person is asked
    DROPPED = "dropped"


MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.SAVED, State.APPLIED, State.DROPPED}),
    State.SAVED: frozenset({State.APPLIED, State.CHANGED, State.DROPPED}),
    State.APPLIED: frozenset({State.CHANGED, State.DROPPED}),
    State.CHANGED: frozenset({State.SAVED, State.APPLIED, State.DROPPED}),
    State.DROPPED: frozenset(),
}
MOST_KEPT = 5  # paths of one person; no screen helps anybody to choose among more


class BadMove(Exception):
    """The table of moves does not allow it."""


def check_move(before: State, after: State) -> None:
    """Raises BadMove."""
    if after not in MOVES[before]:
        raise BadMove(f"{before} -> {after}")


class TooManyKept(Refusal):
    text = "trajectories-error-too-many"


class NotAllOpen(Refusal):
    """Some group of the path takes nobody any more, so the whole of it cannot be applied for."""

    text = "trajectories-error-not-all-open"


class ChangeKind(StrEnum):
    MOVED = "moved"  # other dates or another timetable
    CANCELLED = "cancelled"  # the group is gone
    CLOSED = "closed"  # an agreement is over, and the person has not applied yet


@dataclass(frozen=True, kw_only=True)
class Change:
    """What happened to a group after it became part of a kept path."""

    kind: ChangeKind
    before: Group
    after: Group | None = None  # of a moved one


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """A plan that is kept: what was wanted, and the groups that it is made of."""

    id: int
    person_id: int
    state: State
    goal: Goal
    wishes: Wishes
    groups: tuple[Group, ...] = ()  # as the person was told of them last; () = nothing composed
    pinned: frozenset[str] = frozenset()  # codes of groups
    banned: frozenset[str] = frozenset()  # codes of modules
    given_up: tuple[Wish, ...] = ()
    gap: float = 0.0
    changes: tuple[Change, ...] = ()  # that the person was told of and has not answered
    made_at: datetime
    share_token: str | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(group.code for group in self.groups)


@dataclass(frozen=True, kw_only=True)
class Path:
    """A trajectory with all that a screen says of it at this moment."""

    trajectory: Trajectory
    plan: Plan
    applied: Mapping[str, Enrolment] = field(default_factory=dict)  # by group code
    shut: frozenset[str] = frozenset()  # groups that take nobody, and were not applied for
    done: frozenset[str] = frozenset()  # codes of modules that are finished
    home: str | None = None  # code of the person's city
    pupil: bool = False
    holds: bool = True  # its modules still fit together
    ready: Programme | None = None  # one whole programme that leads to the same, no worse
    ready_price: int = 0  # roubles for this person
    later: tuple[Programme, ...] = ()  # towards the goal's hardest part, for whoever is older

    @property
    def hardest_open(self) -> bool:
        """Whether what the goal asks for most is not reached."""
        highest = max(self.trajectory.goal.levels.values(), default=0)
        return highest in self.plan.open.values()

    @property
    def mark(self) -> int:
        """Another one as soon as what would be applied for is not what was shown."""
        told = [(run.code, *fingerprint(run.group)) for run in self.plan.runs]
        return crc32(repr(told).encode())


def fingerprint(group: Group) -> tuple[object, ...]:
    """What a person plans their weeks by; seats and codes may change without anybody being told."""
    return group.starts_on, group.ends_on, group.timetable


def changes(
    known: Sequence[Group], groups: Mapping[str, Group], closed: Collection[str]
) -> tuple[Change, ...]:
    """What is otherwise now than `known` says. `closed`: codes of groups that take nobody."""
    found = []
    for before in known:
        now = groups.get(before.code)
        if now is None:
            found.append(Change(kind=ChangeKind.CANCELLED, before=before))
        elif fingerprint(now) != fingerprint(before):
            found.append(Change(kind=ChangeKind.MOVED, before=before, after=now))
        elif before.code in closed:
            found.append(Change(kind=ChangeKind.CLOSED, before=before))
    return tuple(found)


def merged(told: Sequence[Change], new: Sequence[Change]) -> tuple[Change, ...]:
    """Of a group that changed again: from what the person had agreed to, to what it is now."""
    agreed = {change.before.code: change.before for change in told}
    again = {
        change.before.code: replace(change, before=agreed.get(change.before.code, change.before))
        for change in new
    }
    return (*(c for c in told if c.before.code not in again), *again.values())


def missing(goal: Goal, levels: Mapping[str, int], runs: Sequence[Run]) -> dict[str, int]:
    """Levels of the goal that neither the person has nor the modules give."""
    reached = dict(levels)
    for run in runs:
        for competency, level in run.module.outcomes.items():
            reached[competency] = max(level, reached.get(competency, 0))
    return {c: need for c, need in goal.levels.items() if reached.get(c, 0) < need}


def trips(plan: Plan, home: str | None) -> Mapping[str, int]:
    """City -> days on which the person has to be there, of cities other than their own."""
    days: dict[str, set[tuple[int, int]]] = {}
    for run in plan.runs:
        city = city_of(run.module)
        if city is not None and city != home:
            on = days.setdefault(city, set())
            for lesson in lessons(run.group, city):
                held = range(lesson.first, lesson.last + 1)
                on.update((week, lesson.weekday) for week in held)
    return {city: len(on) for city, on in days.items()}


def first_day(group: Group) -> date:
    """Of its lessons, which may be some days after the group begins."""
    begins = group.starts_on
    waits = ((slot.weekday - begins.weekday()) % 7 for slot in group.timetable)
    return begins + timedelta(days=min(waits, default=0))


def busiest_week(plan: Plan) -> int:
    """Hours, rounded up, when those of a module are spread evenly over its calendar weeks."""
    loads: dict[int, float] = {}
    for run in plan.runs:
        held = calendar_weeks(run.group)
        for week in held:
            loads[week] = loads.get(week, 0) + run.module.hours / len(held)
    return ceil(max(loads.values(), default=0) - 1e-6)


def weeks(plan: Plan) -> int:
    """From the first day to the last, begun weeks count."""
    first, last = plan.starts_on, plan.ends_on
    return -(-((last - first).days + 1) // 7) if first and last else 0


def whole(plan: Plan, modules: Mapping[str, Module], done: Collection[str]) -> frozenset[str]:
    """Codes of programmes whose every module is in the plan or finished."""
    had = {run.module.code for run in plan.runs} | set(done)
    parts: dict[str, set[str]] = {run.programme.code: set() for run in plan.runs}
    for module in modules.values():
        if module.programme in parts:
            parts[module.programme].add(module.code)
    return frozenset(code for code, needed in parts.items() if needed <= had)


def _week(days: range, begins: int, ends: int) -> tuple[Slot, ...]:
    return tuple(Slot(weekday=day, begins=time(begins), ends=time(ends)) for day in days)


class Busy(StrEnum):
    """Hours that are usually taken, in the order of the screen."""

    SCHOOL_5 = "school-5"
    SCHOOL_6 = "school-6"
    SECOND_SHIFT = "second-shift"
    WORK = "work"
    FREE = "free"

    @property
    def hours(self) -> tuple[Slot, ...]:
        return _BUSY[self]


_BUSY = {
    Busy.SCHOOL_5: _week(range(5), 8, 14),
    Busy.SCHOOL_6: _week(range(6), 8, 14),
    Busy.SECOND_SHIFT: _week(range(5), 13, 19),
    Busy.WORK: _week(range(5), 9, 18),
    Busy.FREE: (),
}
SCHOOL_HOURS = Busy.SCHOOL_6.hours
