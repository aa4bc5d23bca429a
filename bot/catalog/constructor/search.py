"""The plan of least cost, proven: a greedy one, a bound, fixing, and whole numbers at the end.

Solved in parts, the model gives a bound L, and for each run a reduced cost d: no plan with the run
costs less than L + d. Once a plan of cost U is known, a run with L + d >= U leads to nothing better
and is left out; of thousands some dozens remain to be solved in whole numbers. (H. Crowder,
E. Johnson, M. Padberg, Operations Research 31 (1983) 803-834.)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from time import perf_counter

from bot.catalog.constructor.greedy import greedy, pruned
from bot.catalog.constructor.model import End, Model
from bot.catalog.constructor.problem import Chosen, Problem, Row, open_weight
from bot.catalog.constructor.rows import broken, first_rows, opens

SLACK = 1e-3  # more than a bound is off by, less than two costs differ by
MANY = 1000  # runs: of more than these, while no plan is known,
CORE = 500  # the likeliest are tried first


class Clock:
    def __init__(self, seconds: float) -> None:
        self._ends = perf_counter() + seconds

    @property
    def left(self) -> float:
        """Seconds."""
        return max(0.0, self._ends - perf_counter())


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What a plan costs, in whole numbers."""

    of: Sequence[int]  # each run
    step: float  # costs differ by at least this or not at all; inf: any plan is good enough
    open: int = 0  # each unit of weight that stays open


@dataclass(frozen=True, kw_only=True)
class Outcome:
    chosen: Chosen | None  # None: nothing was found
    cost: float  # of what was chosen; inf where there is nothing
    bound: float  # no plan costs less; inf: there is no plan
    proven: bool
    columns: Chosen  # the runs that a plan of this cost can have
    rows: tuple[Row, ...]  # rules that were met on the way


def least(problem: Problem, measure: Measure, clock: Clock, known: Chosen | None = None) -> Outcome:
    """`known`: a plan to begin with. Past the time, the best one and the best bound so far."""
    search = _Search(problem, measure, clock)
    search.begin(known)
    if not search.over:
        search.in_parts()
    if not search.over:
        search.in_whole()
    return search.outcome


class _Search:
    def __init__(self, problem: Problem, measure: Measure, clock: Clock) -> None:
        self._problem, self._measure, self._clock = problem, measure, clock
        self._met = list(problem.rows)
        self._plan: Chosen | None = None
        self._cost, self._bound = inf, _floor(problem, measure)
        self._base = -inf  # the bound in parts, to which the reduced costs belong
        self._reduced: Mapping[int, float] = {}

    @property
    def outcome(self) -> Outcome:
        return Outcome(
            chosen=self._plan,
            cost=self._cost,
            bound=self._bound,
            proven=self._proven,
            columns=self._within(self._cost),
            rows=tuple(self._met),
        )

    @property
    def over(self) -> bool:
        return self._proven or not self._clock.left

    @property
    def _proven(self) -> bool:
        return self._bound == inf or self._cost - self._bound < self._measure.step - SLACK

    def begin(self, known: Chosen | None) -> None:
        if known is not None:
            self._take(known)
        elif not self._proven:
            self._take(greedy(self._problem, self._measure.of))

    def in_parts(self) -> None:
        """Raises the bound with every rule that a solution in parts turns out to break."""
        model = Model(self._costs(self._problem.columns))
        fresh = [*first_rows(self._problem), *self._met]
        while fresh and not self.over:
            model.add(fresh)
            answer = model.solve(self._clock.left)
            if answer.end is End.NONE:
                self._bound = inf
            elif answer.end is End.BEST:
                self._base, self._reduced = answer.bound, answer.reduced
                self._bound = max(self._bound, self._base)
            fresh = self._overlooked(self._runs(answer.values))

    def in_whole(self) -> None:
        """Where no plan is known, first among the likeliest runs, to have one to leave runs out."""
        columns = self._problem.columns
        if self._plan is None and len(columns) > MANY:
            self._best_of(sorted(columns, key=self._raise)[:CORE])
        if not self.over:
            known = self._plan is not None
            better = self._within(self._cost - self._measure.step) if known else columns
            self._bound = max(self._bound, min(self._cost, self._best_of(better)))

    def _best_of(self, runs: Sequence[int]) -> float:
        """Takes the best plan of these runs; returns what none of them costs less than."""
        costs, bound = self._costs(runs), -inf
        if not costs:
            return inf
        model = Model(costs, apart=self._measure.step - SLACK)
        fresh = [*first_rows(self._problem), *self._met]
        while self._clock.left:
            model.add(fresh)
            answer = model.solve(self._clock.left)
            if answer.end is End.NONE:
                return inf
            bound = max(bound, answer.bound)
            chosen = tuple(run for run, part in self._runs(answer.values).items() if part > 0.5)
            fresh = self._overlooked(dict.fromkeys(chosen, 1.0))
            if not fresh:
                self._take(chosen)
                return self._cost if answer.end is End.BEST else bound
        return bound

    def _overlooked(self, parts: Mapping[int, float]) -> list[Row]:
        """Rows that the solution breaks, but for those that were in its model."""
        known = frozenset(self._met)
        fresh = [row for row in broken(self._problem, parts) if row not in known]
        self._met.extend(fresh)
        return fresh

    def _take(self, chosen: Chosen) -> None:
        supply, measure = self._problem.supply, self._measure
        chosen = pruned(supply, chosen, measure.of)
        cost = sum(measure.of[run] for run in chosen) + measure.open * open_weight(supply, chosen)
        if cost < self._cost and self._problem.complete(chosen):
            self._plan, self._cost = chosen, cost

    def _costs(self, runs: Iterable[int]) -> dict[int, float]:
        """Of the model's variables."""
        supply, measure = self._problem.supply, self._measure
        costs: dict[int, float] = {run: measure.of[run] for run in runs}
        if self._problem.shortfall:
            weights = zip(opens(supply), supply.demands.values(), strict=True)
            costs.update((variable, measure.open * weight) for variable, weight in weights)
        return costs

    def _runs(self, values: Mapping[int, float]) -> dict[int, float]:
        count = len(self._problem.supply.runs)
        return {variable: part for variable, part in values.items() if variable < count}

    def _raise(self, run: int) -> float:
        """By how much a plan with the run costs more than the bound, at least."""
        return self._reduced.get(run, 0.0)

    def _within(self, cost: float) -> Chosen:
        most = cost - self._base + SLACK
        return tuple(run for run in self._problem.columns if self._raise(run) <= most)


def _floor(problem: Problem, measure: Measure) -> float:
    """The first bound: every demand costs at least the cheapest run that gives it."""
    cheapest = {
        need: min((measure.of[run] for run in problem.givers(need)), default=inf)
        for need in problem.supply.demands
    }
    lost = sum(problem.supply.demands[need] for need, cost in cheapest.items() if cost == inf)
    if lost > problem.shortfall:
        return inf
    known = [cost for cost in cheapest.values() if cost < inf and lost == problem.shortfall]
    return measure.open * lost + max(known, default=0)
