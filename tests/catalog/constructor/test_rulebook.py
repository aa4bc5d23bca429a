"""The controls of the other tests: the rules that they judge by do catch broken plans."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from bot.catalog.constructor import compose
from bot.domain.network import Format
from bot.domain.trajectories import Plan, Run, Task, Wish
from tests.catalog.constructor.builders import HERE, THERE, group, run, slot, task
from tests.catalog.constructor.chance import by_chance
from tests.catalog.constructor.rulebook import faults

WELD = {"weld": 2}
MORNING = (slot(0, 9, 11),)
A = run("a", WELD, timetable=MORNING, price=100)


def judged(*chosen: Run, goal: dict[str, int] | None = None, **changes: Any) -> list[str]:
    runs = changes.pop("runs", chosen)
    plan = Plan(runs=chosen, open=changes.pop("open", {}), given_up=changes.pop("given_up", ()))
    return faults(task(goal or WELD, *runs, **changes), plan)


def test_a_right_plan_has_no_fault() -> None:
    assert judged(A) == []


def test_each_broken_rule_is_found() -> None:
    clashing = run("b", {}, timetable=(slot(0, 10, 12),))
    assert judged(A, clashing) == ["a clashes with b"]
    assert judged(A, engaged=(group("own", timetable=MORNING),)) == ["a clashes with own"]
    assert judged(A, replace(A, group=group("c", week=9))) == ["M-a twice"]
    assert judged(A, runs=()) == ["a has no place"]
    assert judged(replace(A, left=0)) == ["a has no place"]
    assert judged(A, banned=frozenset({"M-a"})) == ["M-a is out"]
    assert judged(A, done=frozenset({"M-a"})) == ["M-a is out"]
    assert judged(A, pinned=frozenset({"b"})) == ["no b"]
    assert judged(runs=(A,)) == ["open is {'weld': 2}"]
    assert judged(A, open=WELD) == ["open is {}"]
    assert judged(replace(A, module=replace(A.module, requires=("M-b",)))) == ["a before M-b"]
    assert judged(run("a", WELD, needs={"read": 1})) == ["a without read"]


def test_what_comes_before_has_to_end_before() -> None:
    later = run("later", WELD, week=3, requires=("M-first",), needs={"read": 1})
    early, late = (run("first", {"read": 1}, week=1, weeks=n) for n in (2, 3))
    assert judged(early, later) == []
    assert judged(late, later) == ["later before M-first", "later without read"]


def test_the_way_between_cities_is_found() -> None:
    here = run("here", WELD, timetable=MORNING, format=Format.ONSITE, city=HERE)
    there = run("there", {}, timetable=(slot(0, 11, 13),), format=Format.ONSITE, city=THERE)
    assert judged(here, there) == ["here clashes with there"]
    assert judged(here, replace(there, module=replace(there.module, city=HERE))) == []


@pytest.mark.parametrize(
    ("wish", "of"),
    [
        (Wish.REACH, frozenset({THERE})),
        (Wish.FORMATS, frozenset({Format.ONLINE})),
        (Wish.DAYPARTS, frozenset({"day"})),
        (Wish.BUSY, (slot(0, 10, 12),)),
        (Wish.HOURS_A_WEEK, 3),
        (Wish.BUDGET, 99),
        (Wish.FINISH_BY, A.group.starts_on),
    ],
)
def test_a_wish_that_is_not_kept_has_to_be_named(wish: Wish, of: Any) -> None:
    onsite = replace(A, module=replace(A.module, format=Format.ONSITE))
    assert judged(onsite, **{wish.value: of}) == [f"against {wish}"]
    assert judged(onsite, **{wish.value: of}, given_up=(wish,)) == []


def without_lessons(one: Run) -> Run:
    taught = replace(one.module, format=Format.ONLINE)
    return replace(one, module=taught, group=replace(one.group, timetable=()))


def without_wants(one: Run) -> Run:
    taught = replace(one.module, requires=())
    return replace(one, module=taught, programme=replace(one.programme, requires={}))


def with_places(one: Run) -> Run:
    return replace(one, left=1)


def as_other_modules(one: Run) -> Run:
    return replace(one, module=replace(one.module, code=one.code))


@pytest.mark.parametrize("blind", [without_lessons, without_wants, with_places, as_other_modules])
def test_a_solver_blind_to_one_rule_is_caught_by_tasks_of_chance(
    blind: Callable[[Run], Run],
) -> None:
    def blinded(task: Task) -> Plan:
        seen = replace(task, runs=tuple(blind(one) for one in task.runs))
        plan, known = compose(seen, 60.0), {one.code: one for one in task.runs}
        return replace(plan, runs=tuple(known[one.code] for one in plan.runs))

    tasks = [by_chance(Random(seed), 60) for seed in range(40)]
    caught = [
        one
        for one in tasks
        if len(faults(one, blinded(one))) > len(faults(one, compose(one, 60.0)))
    ]
    assert caught
