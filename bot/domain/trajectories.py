"""Individual trajectories: modules of several partners that together close a gap.

A set of modules is not a qualification: the lead organisation approves it and sets the document
(Порядок 882/391 of 2020, п. 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.network import DayPart, Format, Group, Module, Programme, Slot


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
    gap: float = 0.0  # how far the best plan may still be, as a share; 0 = proven best

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


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """A plan that is kept: what was wanted, and the groups that it is made of."""

    id: int
    person_id: int
    state: State
    goal: Goal
    wishes: Wishes
    groups: tuple[str, ...]  # codes
    pinned: frozenset[str]
    banned: frozenset[str]
    made_at: datetime
    share_token: str | None = None
