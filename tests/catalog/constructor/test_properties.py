"""What holds for every task, by rules that know nothing of the solver."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.constructor import alternatives, compose
from bot.domain.trajectories import Least, Plan, Task
from tests.catalog.constructor.chance import by_chance
from tests.catalog.constructor.rulebook import broken_wishes, faults, least_worth, worth

quick = settings(deadline=None, database=None)
chances = st.integers(0, 10**9).map(Random)
ENOUGH = 60.0  # seconds: a busy machine must not cut a proof short


def lost_pins(task: Task, plan: Plan) -> list[str]:
    """The only fault that a plan may have: a pin that nothing can keep."""
    return [f"no {code}" for code in sorted(task.pinned - {run.code for run in plan.runs})]


@settings(quick, max_examples=200)
@given(chances, st.integers(0, 11))
def test_no_choice_of_a_few_runs_is_better_than_the_plan(chance: Random, count: int) -> None:
    task = by_chance(chance, count)
    plan = compose(task, ENOUGH)
    assert plan.proven
    assert worth(task, plan.runs) == least_worth(task)
    assert broken_wishes(task, plan.runs) == {*plan.given_up}


@settings(quick, max_examples=100)
@given(chances, st.integers(12, 80))
def test_every_plan_keeps_the_rules_and_needs_each_of_its_runs(chance: Random, count: int) -> None:
    task = by_chance(chance, count)
    plan = compose(task, ENOUGH)
    assert plan.proven
    assert faults(task, plan) == lost_pins(task, plan)
    for run in plan.runs:
        without = replace(plan, runs=tuple(one for one in plan.runs if one != run))
        assert len(faults(task, without)) > len(faults(task, plan))


@settings(quick, max_examples=100)
@given(chances, st.integers(0, 80))
def test_without_time_a_plan_keeps_the_rules_and_is_no_further_from_the_best_than_it_says(
    chance: Random, count: int
) -> None:
    task = by_chance(chance, count)
    plan, best = compose(task, seconds=0.0), compose(task, ENOUGH)
    assert faults(task, plan) == lost_pins(task, plan)
    assert 0 <= plan.gap <= 1
    found, least = worth(task, plan.runs), worth(task, best.runs)
    if plan.gap < 1:
        assert found[:4] == least[:4]
        assert found[4][0] == least[4][0] or not plan.proven
    if plan.gap < 1 and task.wishes.least is not Least.FINISH:
        assert least[4][0] >= found[4][0] * (1 - plan.gap) - 1e-6


@settings(quick, max_examples=50)
@given(chances, st.integers(0, 40))
def test_the_order_of_the_runs_changes_nothing(chance: Random, count: int) -> None:
    task = by_chance(chance, count)
    shuffled = replace(task, runs=tuple(chance.sample(task.runs, len(task.runs))))
    assert compose(shuffled, ENOUGH) == compose(task, ENOUGH)


@settings(quick, max_examples=100)
@given(chances, st.integers(4, 40))
def test_every_alternative_has_a_plan_that_gives_up_no_more(chance: Random, count: int) -> None:
    task = by_chance(chance, count)
    plan = compose(task, ENOUGH)
    for run in plan.runs:
        free = replace(task, pinned=task.pinned - {run.code})
        for other in alternatives(task, plan, run.code):
            out = {run.module.code} - {other.module.code}
            swapped = replace(free, pinned=free.pinned | {other.code}, banned=free.banned | out)
            after = compose(swapped, ENOUGH)
            assert other in after.runs
            assert worth(swapped, after.runs)[:3] <= worth(free, plan.runs)[:3]
