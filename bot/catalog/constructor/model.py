"""A linear model in HiGHS (github.com/ERGO-Code/HiGHS). No other file knows it."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from math import inf
from typing import Any, NamedTuple

import highspy

from bot.catalog.constructor.problem import Row

_HIGHS: Any = highspy.Highs  # its types are not those that it takes
TINY = 1e-9  # is 0


class End(Enum):
    BEST = auto()
    NONE = auto()  # there is no solution
    CUT = auto()  # there was no time


_ENDS = {
    highspy.HighsModelStatus.kOptimal: End.BEST,
    highspy.HighsModelStatus.kInfeasible: End.NONE,
}
_FEASIBLE = int(highspy.SolutionStatus.kSolutionStatusFeasible)


class Answer(NamedTuple):
    end: End
    values: dict[int, float]  # of the variables that are not 0; empty where nothing was found
    bound: float  # no solution costs less
    reduced: dict[int, float]  # in parts only: what a variable, if it is 1, adds to the bound


class Model:
    """Variables from 0 to 1, in parts or whole; rows may be added between two solutions.

    One thread and one seed: the same model has the same answer, given the time.
    """

    def __init__(self, costs: Mapping[int, float], apart: float | None = None) -> None:
        """`apart`: variables are whole, and a solution is best if none is better by more."""
        self._places = {variable: place for place, variable in enumerate(costs)}
        self._whole = apart is not None
        self._highs = _HIGHS()
        self._set(output_flag=False, threads=1, random_seed=0)
        count = len(costs)
        bounds = [0.0] * count, [1.0] * count
        self._highs.addCols(count, list(costs.values()), *bounds, 0, [0] * count, [], [])
        if apart is not None:
            # Restarts took a third of the time and saved none.
            self._set(mip_rel_gap=0.0, mip_abs_gap=apart, mip_allow_restart=False)
            kinds = [highspy.HighsVarType.kInteger] * count
            self._highs.changeColsIntegrality(count, list(range(count)), kinds)

    def _set(self, **options: float | bool) -> None:
        for name, value in options.items():
            self._highs.setOptionValue(name, value)

    def add(self, rows: Iterable[Row]) -> None:
        """Variables that the model does not have count as 0."""
        places = self._places
        for row in rows:
            terms = [(places[variable], by) for variable, by in row.terms if variable in places]
            columns, factors = [column for column, _ in terms], [by for _, by in terms]
            self._highs.addRow(row.low, row.high, len(terms), columns, factors)

    def solve(self, seconds: float) -> Answer:
        self._set(time_limit=self._highs.getRunTime() + seconds)
        self._highs.run()
        end = _ENDS.get(self._highs.getModelStatus(), End.CUT)
        info, solution = self._highs.getInfo(), self._highs.getSolution()
        found = info.primal_solution_status == _FEASIBLE
        values = self._by_variable(solution.col_value) if found else {}
        if self._whole:
            return Answer(end, values, info.mip_dual_bound, {})
        bound = info.objective_function_value if end is End.BEST else -inf
        return Answer(end, values, bound, self._by_variable(solution.col_dual))

    def _by_variable(self, numbers: Iterable[float]) -> dict[int, float]:
        pairs = zip(self._places, numbers, strict=True)
        return {variable: number for variable, number in pairs if abs(number) > TINY}
