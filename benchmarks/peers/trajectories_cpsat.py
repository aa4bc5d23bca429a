"""The whole model in CP-SAT; ortools and HiGHS cannot be in one process."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import Any

from ortools.sat.python import cp_model

from bot.catalog.constructor.problem import Row


def solved(costs: Mapping[int, int], rows: Iterable[Row], seconds: float) -> tuple[list[int], bool]:
    """The variables that are 1, none if nothing was found; whether it is proven. One worker."""
    model: Any = cp_model.CpModel()
    variables = {variable: model.new_bool_var("") for variable in costs}
    for row in rows:
        _add(model, variables, row)
    model.minimize(sum(cost * variables[variable] for variable, cost in costs.items()))
    solver: Any = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2  # without it, it proves none of these tasks
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    chosen = [variable for variable, of in variables.items() if found and solver.value(of)]
    return chosen, status == cp_model.OPTIMAL


def _add(model: Any, variables: Mapping[int, Any], row: Row) -> None:
    """As what CP-SAT knows best; hours a week, fractions, in whole numbers."""
    exact = {v: Fraction(by).limit_denominator(1000) for v, by in row.terms if v in variables}
    ones = [variables[variable] for variable, by in exact.items() if by == 1]
    if len(ones) == len(exact) and row.low == 1:
        model.add_bool_or(ones)
    elif len(ones) == len(exact) and row.high == 1:
        model.add_at_most_one(ones)
    else:
        whole = lcm(*(by.denominator for by in exact.values()))
        total = sum(int(by * whole) * variables[variable] for variable, by in exact.items())
        model.add(total <= int(row.high * whole))
