"""The best of all plans: by what the person chose, and among equals by the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import gcd, inf

from bot.catalog.constructor.problem import Chosen, Problem
from bot.catalog.constructor.search import Clock, Measure, least
from bot.catalog.constructor.supply import Supply
from bot.domain.trajectories import Least


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The best plan so far, and the problem whose plans are all as good by the aims so far."""

    problem: Problem
    chosen: Chosen
    gap: float = 0.0  # by how much a plan may be better by the last aim, as a share


def best(problem: Problem, aim: Least, known: Chosen, clock: Clock) -> tuple[Chosen, float]:
    """The plan, and the gap of what the person chose. `known`: any plan of the problem.

    Among equals the other aims decide, in their order, as far as the time allows.
    """
    stage = first = _further(Stage(problem=problem, chosen=known), aim, clock)
    for other in Least:
        if other is not aim and not stage.gap:
            stage = _further(stage, other, clock)
    return stage.chosen, first.gap


def _further(stage: Stage, aim: Least, clock: Clock) -> Stage:
    return _soonest(stage, clock) if aim is Least.FINISH else _cheapest(stage, aim, clock)


def costs(supply: Supply, aim: Least) -> Sequence[int]:
    """What to look for a plan by; where the last day is the aim, few hours lead to an early one."""
    return supply.prices if aim is Least.PRICE else supply.hours


def any_plan(problem: Problem, aim: Least, clock: Clock) -> tuple[Chosen | None, bool]:
    """A plan, if one was found, and whether it is certain that there is none."""
    found = least(problem, Measure(of=costs(problem.supply, aim), step=inf), clock)
    return found.chosen, found.bound == inf


def _cheapest(stage: Stage, aim: Least, clock: Clock) -> Stage:
    of = costs(stage.problem.supply, aim)
    step = gcd(*(of[run] for run in stage.problem.columns)) or 1
    found = least(stage.problem, Measure(of=of, step=step), clock, stage.chosen)
    chosen = found.chosen or stage.chosen
    if not found.proven:
        return replace(stage, chosen=chosen, gap=1 - found.bound / found.cost)
    equals = stage.problem.narrowed(found.columns).capped(of, sum(of[run] for run in chosen))
    return Stage(problem=replace(equals, rows=found.rows), chosen=chosen)


def _soonest(stage: Stage, clock: Clock) -> Stage:
    """By halving: is there a plan that ends by the day in the middle?"""
    problem, chosen, ends = stage.problem, stage.chosen, stage.problem.supply.ends
    days = sorted({ends[run] for run in (*problem.columns, *chosen)}) or [0]
    low, high = 0, days.index(max((ends[run] for run in chosen), default=days[0]))
    while low < high:
        middle = (low + high) // 2
        early = problem.narrowed(run for run in problem.columns if ends[run] <= days[middle])
        found, none = any_plan(early, Least.FINISH, clock)
        if found:
            chosen, high = found, days.index(max(ends[run] for run in found))
        elif none:
            low = middle + 1
        else:
            break
    left = problem.narrowed(run for run in problem.columns if ends[run] <= days[high])
    return Stage(problem=left, chosen=chosen, gap=_late(problem, days[low], days[high]))


def _late(problem: Problem, first: int, found: int) -> float:
    """The days from the first possible to the one found, as a share of the whole plan's."""
    begins = min((problem.supply.starts[run] for run in problem.columns), default=first)
    return (found - first) / (found - begins + 1)
