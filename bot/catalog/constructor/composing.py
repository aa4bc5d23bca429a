"""From a task to a plan."""

from bot.catalog.constructor.problem import Chosen
from bot.catalog.constructor.search import Clock
from bot.catalog.constructor.settling import Question, settle
from bot.catalog.constructor.stages import best
from bot.catalog.constructor.supply import Supply, supply_of
from bot.domain.trajectories import Plan, Task

UNKNOWN = 1.0  # the gap of a plan of which nothing is proven


def composed(task: Task, seconds: float) -> Plan:
    clock = Clock(seconds)
    question = Question(task=task, supply=supply_of(task))
    settled = settle(question, clock)
    chosen, gap = settled.chosen, UNKNOWN
    if settled.proven:
        chosen, gap = best(settled.problem, task.wishes.least, chosen, clock)
    return Plan(
        runs=tuple(question.supply.runs[run] for run in chosen),
        open=_open(question.supply, chosen),
        given_up=settled.given_up,
        gap=gap,
    )


def _open(supply: Supply, chosen: Chosen) -> dict[str, int]:
    left = supply.demands.keys() - supply.given(chosen)
    return {need.code: need.level for need in supply.demands if need in left and need.level}
