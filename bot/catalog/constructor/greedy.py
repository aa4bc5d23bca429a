"""A first plan: again and again the run that gives most for its cost, then without the needless.

The greedy rule for covers: V. Chvatal, Mathematics of Operations Research 4 (1979) 233-235.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import inf

from bot.catalog.constructor.problem import Chosen, Problem, affordable
from bot.catalog.constructor.supply import Need, Supply

TRIES = 4  # runs that are tried for one want
EDGE = 1e-6  # hours a week that are no more than the limit


def greedy(problem: Problem, costs: Sequence[float]) -> Chosen:
    """Runs that keep every rule and limit together; they may leave demands open."""
    supply, known = problem.supply, affordable(problem.supply, problem.columns, costs)
    left = dict(supply.demands)
    waiting = [(_rate(supply.gives[run], cost, left), run) for run, cost in known.items()]
    heapify(waiting)
    chosen: Chosen = ()
    while waiting and waiting[0][0] < inf:
        key, run = heappop(waiting)
        rate = _rate(supply.gives[run], known[run], left)
        if rate > key:  # others have given what it gives
            heappush(waiting, (rate, run))
            continue
        joined = _joined(problem, run, chosen, known)
        for need in supply.given(joined):
            left.pop(need, None)
        chosen = joined or chosen
    return pruned(supply, chosen, costs)


def _rate(gives: Iterable[Need], cost: float, left: Mapping[Need, int]) -> float:
    """Cost for one unit of what is left; inf if it gives nothing of that."""
    gain = sum(left.get(need, 0) for need in gives)
    return (cost + EDGE) / gain if gain else inf


def _joined(problem: Problem, run: int, chosen: Chosen, known: Mapping[int, float]) -> Chosen:
    """`chosen` with the run and with what has to precede it; empty if that does not fit."""
    if not fits(problem, run, chosen):
        return ()
    supply, joined = problem.supply, (*chosen, run)
    for want in supply.wants[run]:
        if want in supply.given(one for one in joined if supply.precedes(one, run)):
            continue
        before = (n for n in supply.givers[want] if supply.precedes(n, run) and n in known)
        cheapest = sorted(before, key=known.__getitem__)[:TRIES]
        tries = (_joined(problem, one, joined, known) for one in cheapest)
        joined = next(filter(None, tries), ())
        if not joined:
            break
    return joined


def fits(problem: Problem, run: int, chosen: Chosen) -> bool:
    """Whether the run keeps the limits beside those chosen, whatever it wants before it."""
    supply, both = problem.supply, (*chosen, run)
    module = supply.runs[run].module.code
    return (
        all(supply.runs[one].module.code != module for one in chosen)
        and not any(supply.clash(one, run) for one in chosen)
        and all(sum(cap.of[one] for one in both) <= cap.most for cap in problem.caps)
        and (problem.hours_a_week is None or _load(supply, run, both) <= problem.hours_a_week)
    )


def _load(supply: Supply, run: int, chosen: Chosen) -> float:
    """Hours in the fullest of the run's weeks."""
    of_weeks = (
        sum(supply.load(one) for one in chosen if week in supply.weeks[one])
        for week in supply.weeks[run]
    )
    return max(of_weeks) - EDGE


def pruned(supply: Supply, chosen: Chosen, costs: Sequence[float]) -> Chosen:
    """Without the dearest of those runs that no demand and no other run needs."""
    left = chosen
    for run in sorted(chosen, key=lambda run: -costs[run]):
        rest = tuple(one for one in left if one != run)
        left = rest if serves(supply, rest, chosen) else left
    return tuple(sorted(left))


def serves(supply: Supply, rest: Chosen, chosen: Chosen) -> bool:
    """Whether the rest of the chosen runs gives all that they are chosen for."""
    needed = supply.given(chosen) & supply.demands.keys()
    return needed <= supply.given(rest) and all(_prepared(supply, run, rest) for run in rest)


def _prepared(supply: Supply, run: int, chosen: Iterable[int]) -> bool:
    before = supply.given(one for one in chosen if supply.precedes(one, run))
    return all(want in before for want in supply.wants[run])
