"""Runs that could stand in for one of a plan."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cached_property

from bot.catalog.constructor.greedy import serves
from bot.catalog.constructor.problem import Problem
from bot.catalog.constructor.rows import allows
from bot.catalog.constructor.search import Clock
from bot.catalog.constructor.settling import Question
from bot.catalog.constructor.stages import any_plan
from bot.catalog.constructor.supply import Supply, supply_of
from bot.domain.trajectories import Least, Plan, Run, Task

MOST = 4
SECONDS = 2.0  # for all of them together
Level = tuple[str, int]  # of a competency


def swaps(task: Task, plan: Plan, group_code: str) -> tuple[Run, ...]:
    leaving = next((run for run in plan.runs if run.code == group_code), None)
    if leaving is None:
        return ()
    task = replace(task, pinned=task.pinned - {group_code})
    swap = _Swap(task=task, plan=plan, leaving=leaving, supply=supply_of(task))
    clock, found = Clock(SECONDS), list[Run]()
    for run in swap.candidates():
        if len(found) == MOST or not clock.left:
            break
        modules = {one.module.code for one in found} - {leaving.module.code}
        if run.module.code not in modules and (swap.stays(run) or swap.anew(run, clock)):
            found.append(run)
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class _Swap:
    task: Task
    plan: Plan
    leaving: Run
    supply: Supply

    @cached_property
    def _rest(self) -> tuple[Run, ...]:
        return tuple(run for run in self.plan.runs if run.code != self.leaving.code)

    @cached_property
    def _shortfall(self) -> int:
        """Weight of the demands that the plan itself leaves open, pins among them."""
        codes = {run.code for run in self.plan.runs}
        return sum(
            weight
            for need, weight in self.supply.demands.items()
            if (need.code not in codes if need.kind == "group" else need.code in self.plan.open)
        )

    @cached_property
    def _problem(self) -> Problem:
        return self._asked(self.task, self.supply)

    def _asked(self, task: Task, supply: Supply) -> Problem:
        question = Question(task=task, supply=supply)
        kept = (wish for wish in question.wanted if wish not in self.plan.given_up)
        return question.problem(kept, self._shortfall)

    def candidates(self) -> Iterator[Run]:
        """Other dates of the module, then other modules by the cost of each level needed."""
        taken, module = {run.module.code for run in self._rest}, self.leaving.module.code
        others = [run for run in self.supply.runs if run.module.code not in taken]
        yield from (r for r in others if r.module.code == module and r.code != self.leaving.code)
        needed = self._needed
        useful = [r for r in others if r.module.code != module and _given(r, needed)]
        yield from sorted(useful, key=lambda run: self._cost(run) / _given(run, needed))

    @cached_property
    def _needed(self) -> frozenset[Level]:
        """What of the goal, and of the wants of later runs, only the leaving run gives."""
        ends = self.leaving.group.ends_on
        wanted = [(level, self._rest) for level in self.task.goal.levels.items()]
        for run in self._rest:
            if ends < run.group.starts_on:
                before = tuple(r for r in self._rest if r.group.ends_on < run.group.starts_on)
                wanted += [(level, before) for level in run.programme.requires.items()]
        return frozenset(
            level
            for level, others in wanted
            if self.task.levels.get(level[0], 0) < level[1]
            and _given(self.leaving, {level})
            and not any(_given(run, {level}) for run in others)
        )

    def _cost(self, run: Run) -> int:
        least = self.task.wishes.least
        if least is Least.FINISH:
            return run.group.ends_on.toordinal()
        return run.price if least is Least.PRICE else run.module.hours

    def stays(self, run: Run) -> bool:
        """Whether all the rest of the plan can stay as it is."""
        codes = {one.code for one in (*self._rest, run)}
        chosen = [n for n, one in enumerate(self.supply.runs) if one.code in codes]
        return len(chosen) == len(codes) and allows(self._problem, chosen)

    def anew(self, run: Run, clock: Clock) -> bool:
        """Whether there is a plan with the run that gives up no more than this one does."""
        leaving = {self.leaving.module.code} - {run.module.code}
        task = replace(
            self.task, pinned=self.task.pinned | {run.code}, banned=self.task.banned | leaving
        )
        problem = self._asked(task, supply_of(task))
        chosen, _ = any_plan(problem, task.wishes.least, clock)
        planned = {problem.supply.runs[number].code for number in chosen or ()}
        return run.code in planned and self._needs(planned, run.code)

    def _needs(self, codes: Set[str], code: str) -> bool:
        """Whether the plan of these groups needs that one, even if nobody had pinned it."""
        supply = self.supply
        chosen = tuple(n for n, run in enumerate(supply.runs) if run.code in codes)
        rest = tuple(n for n in chosen if supply.runs[n].code != code)
        return not serves(supply, rest, chosen)


def _given(run: Run, levels: Set[Level]) -> int:
    """How many of them the run's module gives."""
    return sum(run.module.outcomes.get(code, 0) >= level for code, level in levels)
