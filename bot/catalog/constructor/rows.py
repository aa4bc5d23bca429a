"""The rules as rows of a linear model, each made when a solution breaks it.

All of a year's lessons would be hundreds of thousands of terms, and nearly none binds. So a model
begins with what is demanded and capped, and `broken` finds what its solution, in parts or whole,
overlooks. A whole solution that breaks nothing is a plan.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import inf

from bot.catalog.constructor.clashes import moments
from bot.catalog.constructor.problem import Problem, Row
from bot.catalog.constructor.supply import Need, Supply

EDGE = 1e-6  # what a solver's numbers are off by
Parts = Mapping[int, float]  # how much of a run is in a solution, where that is more than 0


def opens(supply: Supply) -> range:
    """Variables, one for each demand in its order: 1 leaves it open."""
    return range(len(supply.runs), len(supply.runs) + len(supply.demands))


def first_rows(problem: Problem) -> list[Row]:
    """What is demanded and what is capped."""
    supply = problem.supply
    weights = zip(opens(supply), supply.demands.values(), strict=True)
    rows = [Row(tuple(weights), problem.shortfall)]
    for open_, need in zip(opens(supply), supply.demands, strict=True):
        variables = (*problem.givers(need), open_)
        rows.append(Row(tuple((variable, 1) for variable in variables), inf, low=1))
    caps = (
        Row(tuple((run, cap.of[run]) for run in problem.columns), cap.most) for cap in problem.caps
    )
    return [*rows, *caps]


def broken(problem: Problem, parts: Parts) -> list[Row]:
    """The rows that the solution breaks, each with all of the problem's columns."""
    return [
        *_modules_twice(problem, parts),
        *_weeks_too_full(problem, parts),
        *_unprepared(problem, parts),
        *_clashes(problem, parts),
    ]


def allows(problem: Problem, chosen: Collection[int]) -> bool:
    """Whether the runs are a plan: within the rules, the limits, and what has to be given."""
    return (
        problem.within.issuperset(chosen)
        and problem.complete(chosen)
        and all(sum(cap.of[run] for run in chosen) <= cap.most for cap in problem.caps)
        and not broken(problem, dict.fromkeys(chosen, 1.0))
    )


def _one_of(runs: Iterable[int]) -> Row:
    return Row(tuple((run, 1) for run in runs), 1)


def _module(problem: Problem, run: int) -> Need:
    return Need("module", problem.supply.runs[run].module.code)


def _modules_twice(problem: Problem, parts: Parts) -> Iterator[Row]:
    taken: dict[Need, float] = {}
    for run, part in parts.items():
        need = _module(problem, run)
        taken[need] = taken.get(need, 0) + part
    for need, part in taken.items():
        if part > 1 + EDGE:
            yield _one_of(problem.givers(need))


def _weeks_too_full(problem: Problem, parts: Parts) -> Iterator[Row]:
    supply, most = problem.supply, problem.hours_a_week
    loads: dict[int, float] = {}
    for run, part in parts.items():
        for week in supply.weeks[run]:
            loads[week] = loads.get(week, 0) + part * supply.load(run)
    for week, load in loads.items():
        if most is not None and load > most + EDGE:
            held = (run for run in problem.columns if week in supply.weeks[run])
            yield Row(tuple((run, supply.load(run)) for run in held), most)


def _unprepared(problem: Problem, parts: Parts) -> Iterator[Row]:
    """As much of a module's runs up to one as there is of what that one wants before it.

    Earlier runs of the module want it too, and earlier; so one row speaks for all of them.
    """
    supply = problem.supply
    for run in parts:
        for want in supply.wants[run]:
            module = problem.givers(_module(problem, run))
            terms = {one: 1 for one in module if one <= run and want in supply.wants[one]}
            for one in problem.givers(want):
                if supply.precedes(one, run):
                    terms[one] = terms.get(one, 0) - 1
            if sum(parts.get(one, 0) * term for one, term in terms.items()) > EDGE:
                yield Row(tuple(terms.items()), 0)


def _clashes(problem: Problem, parts: Parts) -> Iterator[Row]:
    lessons = problem.supply.lessons
    for moment, runs in moments(problem.supply, parts):
        if sum(parts[run] for run in runs) > 1 + EDGE:
            yield _one_of(
                run
                for run in problem.columns
                if any(moment.holds(lesson) for lesson in lessons[run])
            )
