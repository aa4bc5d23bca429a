"""What may stand in for a run of a plan."""

from dataclasses import replace

from bot.catalog.constructor import alternatives, compose
from bot.domain.trajectories import Run, Task
from tests.catalog.constructor.builders import run, slot, task

WELD, READ = {"weld": 2}, {"read": 2}
BOTH = WELD | READ
MORNING, NOON = (slot(0, 9, 11),), (slot(0, 11, 13),)


def instead(of: Task, code: str) -> list[str]:
    """Of the best plan's run with that code."""
    return [run.code for run in alternatives(of, compose(of, 60.0), code)]


def test_other_dates_come_first_then_other_modules_by_what_a_level_costs() -> None:
    a1, a3, a2 = (run(f"a{week}", BOTH, of="A", week=week) for week in (1, 3, 2))
    dear, cheap = run("dear", WELD, hours=20), run("cheap", READ | {"code": 9}, hours=12)
    both, none = run("both", BOTH, hours=22), run("none", {"code": 9})
    of = task(BOTH, a1, a2, a3, dear, cheap, both, none)
    plan = compose(of, 60.0)
    assert [one.code for one in plan.runs] == ["a1"]
    assert instead(of, "a1") == ["a2", "a3", "both", "cheap"]


def test_another_module_is_offered_with_one_group() -> None:
    first, second = (run(f"b{n}", WELD, of="B", hours=9, week=n) for n in (1, 2))
    assert instead(task(WELD, run("a", WELD), first, second), "a") == ["b1"]


def test_what_only_another_run_gives_is_no_reason_to_offer_a_module() -> None:
    of = task(BOTH, run("a", WELD), run("b", READ), run("c", READ, hours=9))
    assert instead(of, "a") == []
    assert instead(of, "b") == ["c"]


def test_an_alternative_that_clashes_is_offered_if_the_rest_can_be_made_anew() -> None:
    weld, other = run("weld", WELD, timetable=NOON), run("other", WELD, timetable=MORNING, hours=9)
    read = run("read", READ, timetable=MORNING)
    of = task(BOTH, weld, other, read)
    assert instead(of, "weld") == []
    evening = run("evening", READ, timetable=(slot(0, 18, 20),), hours=9)
    anew = task(BOTH, weld, other, read, evening)
    assert instead(anew, "weld") == ["other"]
    pinned = replace(anew, pinned=frozenset({"read"}))
    assert instead(pinned, "weld") == []


def test_no_wish_is_given_up_and_no_level_left_open_for_an_alternative() -> None:
    cheap, dear = run("cheap", WELD), run("dear", WELD, price=9)
    assert instead(task(WELD, cheap, dear), "cheap") == ["dear"]
    assert instead(task(WELD, cheap, dear, budget=0), "cheap") == []
    half = run("half", WELD, hours=1)
    assert instead(task(BOTH, run("a", BOTH), half), "a") == []


def test_a_wish_that_the_plan_gave_up_binds_no_alternative() -> None:
    one, two = run("one", WELD, price=8), run("two", WELD, price=9, hours=9)
    assert instead(task(WELD, one, two, budget=0), "one") == ["two"]


def test_a_level_that_is_open_anyway_keeps_no_alternative_away() -> None:
    assert instead(task(BOTH, run("a", WELD), run("b", WELD, hours=9)), "a") == ["b"]


def test_what_a_later_run_wants_before_it_can_be_had_elsewhere() -> None:
    first, other = run("first", READ), run("other", READ, hours=9)
    late = run("late", READ, hours=9, week=4)
    later = run("later", WELD, week=4, needs=READ)
    assert instead(task(WELD, first, other, late, later), "first") == ["other"]


def test_another_date_that_comes_too_late_to_be_of_use_is_not_offered() -> None:
    first, late = run("first", READ, of="A"), run("late", READ, of="A", week=9)
    later, other = run("later", WELD, week=4, needs=READ), run("other", READ, hours=9)
    assert instead(task(WELD, first, late, later, other), "first") == ["other"]


def test_a_pinned_run_can_be_swapped_too() -> None:
    of = task(WELD, run("a", WELD), run("b", WELD, hours=9), pinned=frozenset({"a"}))
    assert instead(of, "a") == ["b"]


def test_a_group_that_the_plan_does_not_have_has_no_alternative() -> None:
    of = task(WELD, run("a", WELD), run("b", WELD, hours=9))
    assert instead(of, "b") == []


def test_a_plan_whose_run_is_full_by_now_has_alternatives_still() -> None:
    runs: tuple[Run, ...] = (run("a", WELD), run("b", WELD, of="B", hours=9), run("r", READ))
    plan = compose(task(BOTH, *runs), 60.0)
    now = task(BOTH, replace(runs[0], left=0), *runs[1:])
    assert [one.code for one in alternatives(now, plan, "a")] == ["b"]
