"""What a plan is made of, rule by rule."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from bot.catalog.constructor import compose
from bot.domain.network import DayPart, Format, Slot
from bot.domain.trajectories import Least, Plan, Run, Wish
from tests.catalog.constructor.builders import HERE, MONDAY, THERE, group, run, slot, task
from tests.catalog.constructor.chance import by_chance

WELD, READ = {"weld": 2}, {"read": 2}
BOTH = WELD | READ
ALL = BOTH | {"code": 2}
MORNING = (slot(0, 9, 11),)


def codes(plan: Plan) -> str:
    """Of the groups, in their order."""
    return " ".join(run.code for run in plan.runs)


def composed(goal: Mapping[str, int], *runs: Run, **changes: Any) -> Plan:
    return compose(task(goal, *runs, **changes), seconds=60.0)


# The goal


def test_a_level_that_the_person_has_needs_no_module() -> None:
    plan = composed(WELD, run("a", WELD), levels={"weld": 2})
    assert plan == Plan(runs=(), open={}, given_up=())


def test_a_module_that_leads_below_the_level_does_not_reach_it() -> None:
    low, enough = run("low", {"weld": 1}, hours=1), run("enough", {"weld": 3}, hours=40)
    assert codes(composed(WELD, low, enough)) == "enough"


def test_a_level_that_no_module_gives_stays_open_and_the_rest_is_planned() -> None:
    plan = composed(BOTH, run("a", WELD), run("b", {"read": 1}), budget=0)
    assert codes(plan) == "a"
    assert plan.open == {"read": 2}
    assert plan.given_up == ()
    assert plan.proven


def test_a_task_without_runs_has_an_empty_plan_that_leaves_all_open() -> None:
    assert composed(WELD) == Plan(runs=(), open=WELD, given_up=())


def test_the_largest_part_of_the_goal_is_planned_where_its_parts_exclude_each_other() -> None:
    one = run("one", WELD, timetable=MORNING)
    two = run("two", {"read": 2, "code": 2}, timetable=MORNING, hours=99)
    plan = composed(ALL, one, two)
    assert codes(plan) == "two"
    assert plan.open == WELD


def test_full_groups_banned_and_finished_modules_are_out() -> None:
    full, banned = run("full", WELD, left=0, hours=1), run("banned", WELD, hours=2)
    done, free = run("done", WELD, hours=3), run("free", WELD, hours=40)
    out = {"banned": frozenset({"M-banned"}), "done": frozenset({"M-done"})}
    assert codes(composed(WELD, full, banned, done, free, **out)) == "free"


# What comes before


def test_a_required_module_is_taken_and_ends_before_the_other_starts() -> None:
    later = run("later", WELD, week=5, requires=("M-first",))
    late, early = run("late", {}, of="M-first", week=4), run("early", {}, of="M-first", week=2)
    assert codes(composed(WELD, later, late, early)) == "early later"


def test_the_day_on_which_a_module_ends_is_too_early_for_the_next() -> None:
    first = run("first", {}, starts_on=MONDAY, ends_on=MONDAY)
    same_day = run("same", WELD, starts_on=MONDAY, ends_on=MONDAY, requires=("M-first",))
    assert composed(WELD, first, same_day).open == WELD
    next_day = replace(same_day, group=group("next", module="M-same"))
    assert codes(composed(WELD, first, next_day)) == "first next"


def test_a_finished_module_need_not_be_taken_again() -> None:
    later = run("later", WELD, requires=("M-first",))
    assert composed(WELD, later).open == WELD
    assert codes(composed(WELD, later, done=frozenset({"M-first"}))) == "later"


def test_levels_that_a_programme_requires_are_had_or_given_before() -> None:
    later = run("later", WELD, week=5, needs={"read": 2})
    basics, weak = run("basics", READ, hours=20), run("weak", {"read": 1}, hours=1)
    assert codes(composed(WELD, later, weak, basics)) == "basics later"
    assert codes(composed(WELD, later, weak, basics, levels={"read": 2})) == "later"


def test_a_long_chain_is_followed_to_its_beginning() -> None:
    chain = [run("r0", {}, week=1, weeks=1)]
    chain += [run(f"r{n}", {}, week=2 * n, weeks=1, requires=(f"M-r{n - 1}",)) for n in range(1, 6)]
    last = run("last", WELD, week=20, requires=("M-r5",))
    assert codes(composed(WELD, last, *chain)) == "r0 r1 r2 r3 r4 r5 last"


def test_a_module_is_chosen_once() -> None:
    """Early it would be what another one requires, late it is pinned: both cannot be."""
    early = run("early", WELD, of="M", week=1)
    late = run("late", WELD, of="M", week=9)
    after = run("after", READ, week=4, requires=("M",))
    plan = composed(BOTH, early, late, after, pinned=frozenset({"late"}))
    assert codes(plan) == "late"
    assert plan.open == READ


# Clashes


def test_of_clashing_runs_one_is_left_out_even_if_that_costs_hours() -> None:
    weld, read = run("weld", WELD, timetable=MORNING), run("read", READ, timetable=MORNING)
    other = run("other", READ, timetable=(slot(0, 11, 13),), hours=30)
    assert codes(composed(BOTH, weld, read, other)) == "other weld"


def test_the_way_between_cities_takes_an_hour() -> None:
    weld = run("weld", WELD, timetable=MORNING, format=Format.ONSITE, city=HERE)
    noon = Slot(weekday=0, begins=MORNING[0].ends, ends=slot(0, 9, 13).ends)
    far = run("far", READ, timetable=(noon,), format=Format.ONSITE, city=THERE)
    near = run("near", READ, timetable=(noon,), format=Format.ONSITE, city=HERE, hours=30)
    assert codes(composed(BOTH, weld, far, near)) == "near weld"


def test_what_the_person_goes_to_already_excludes_what_clashes_with_it() -> None:
    weld = run("weld", WELD, timetable=MORNING)
    other = run("other", WELD, timetable=(slot(0, 11, 13),), hours=30)
    own = group("own", timetable=MORNING)
    assert codes(composed(WELD, weld, other, engaged=(own,))) == "other"
    assert codes(composed(WELD, weld, other, engaged=(own,), cities={"own": HERE})) == "other"


def test_the_way_to_what_the_person_goes_to_counts_too() -> None:
    own = group("own", timetable=(slot(0, 11, 13),))
    weld = run("weld", WELD, timetable=MORNING, format=Format.ONSITE, city=HERE)
    assert codes(composed(WELD, weld, engaged=(own,), cities={"own": HERE})) == "weld"
    assert composed(WELD, weld, engaged=(own,), cities={"own": THERE}).open == WELD
    assert codes(composed(WELD, weld, engaged=(own,))) == "weld"


# Pins


def test_a_pinned_group_is_in_although_it_costs_more_and_even_if_nothing_needs_it() -> None:
    cheap, dear = run("cheap", WELD), run("dear", WELD, hours=90)
    spare = run("spare", {"code": 1}, week=9)
    pinned = frozenset({"dear", "spare"})
    assert codes(composed(WELD, cheap, dear, spare, pinned=pinned)) == "dear spare"


def test_a_pin_costs_wishes_and_most_of_the_goal_before_it_is_dropped() -> None:
    much = run("much", WELD | {"code": 2}, timetable=MORNING)
    read = run("read", READ, timetable=MORNING, price=9)
    plan = composed(ALL, much, read, pinned=frozenset({"read"}), budget=5)
    assert codes(plan) == "read"
    assert plan.open == WELD | {"code": 2}
    assert plan.given_up == (Wish.BUDGET,)


@pytest.mark.parametrize("pinned", ["gone", "full", "banned"])
def test_a_pin_that_nothing_can_keep_is_missing_and_the_rest_stays(pinned: str) -> None:
    runs = run("full", {}, left=0), run("banned", {}), run("weld", WELD)
    plan = composed(WELD, *runs, pinned=frozenset({pinned}), banned=frozenset({"M-banned"}))
    assert codes(plan) == "weld"
    assert plan.proven


# Wishes, each with a run that goes against it and a dearer one that does not


ONSITE = {"format": Format.ONSITE, "timetable": MORNING}


@pytest.mark.parametrize(
    ("against", "fitting", "wish"),
    [
        (ONSITE | {"city": THERE}, ONSITE | {"city": HERE}, {"reach": frozenset({HERE})}),
        (ONSITE | {"city": THERE}, {"city": THERE}, {"reach": frozenset({HERE})}),
        (ONSITE, {"format": Format.ONLINE}, {"formats": frozenset({Format.ONLINE})}),
        (
            ONSITE | {"daypart": DayPart.MORNING},
            ONSITE | {"daypart": DayPart.DAY},
            {"dayparts": frozenset({DayPart.DAY})},
        ),
        (
            {"timetable": MORNING, "daypart": DayPart.MORNING},
            {"daypart": DayPart.MORNING},  # at one's own pace
            {"dayparts": frozenset({DayPart.DAY})},
        ),
        ({"timetable": MORNING}, {"timetable": (slot(0, 11, 13),)}, {"busy": (slot(0, 8, 11),)}),
        ({"weeks": 2}, {"weeks": 3}, {"hours_a_week": 3}),
        ({"price": 501}, {"price": 500}, {"budget": 500}),
        ({"weeks": 3}, {"weeks": 2}, {"finish_by": group("", weeks=2).ends_on}),
    ],
)
def test_wishes_are_kept_where_that_is_possible(
    against: dict[str, Any], fitting: dict[str, Any], wish: dict[str, Any]
) -> None:
    cheap, dear = run("cheap", WELD, **against), run("dear", WELD, **({"hours": 9} | fitting))
    assert codes(composed(WELD, cheap, dear)) == "cheap"
    kept = composed(WELD, cheap, dear, **wish)
    assert (codes(kept), kept.given_up) == ("dear", ())
    lost = composed(WELD, cheap, **wish)
    assert (codes(lost), lost.given_up) == ("cheap", (Wish(*wish),))


def test_hours_are_spread_over_the_calendar_weeks_of_a_run_and_summed() -> None:
    """8 hours in 2 weeks and 3 in 1: 7 in the second week; 2 and 4 where they do not meet."""
    weld, read = run("weld", WELD, week=1), run("read", READ, week=2, weeks=1, hours=3)
    assert codes(composed(BOTH, weld, read, hours_a_week=7)) == "weld read"
    assert composed(BOTH, weld, read, hours_a_week=6).given_up == (Wish.HOURS_A_WEEK,)
    later = run("later", READ, week=3, weeks=1, hours=4)
    assert codes(composed(BOTH, weld, read, later, hours_a_week=6)) == "weld later"


def test_a_budget_is_for_the_whole_plan() -> None:
    weld, read = run("weld", WELD, price=300), run("read", READ, price=300)
    free = run("free", READ, hours=30)
    assert codes(composed(BOTH, weld, read, free, budget=599)) == "free weld"
    assert codes(composed(BOTH, weld, read, free, budget=600)) == "read weld"


def test_wishes_are_given_up_before_a_level_stays_open() -> None:
    plan = composed(BOTH, run("a", WELD), run("b", READ, price=9), budget=0)
    assert (codes(plan), plan.open, plan.given_up) == ("a b", {}, (Wish.BUDGET,))


def test_the_fewest_wishes_are_given_up() -> None:
    """One run goes against the first wish of the list, the other against the last two."""
    one = run("one", WELD, format=Format.ONSITE, city=THERE, hours=90)
    two = run("two", WELD, price=9, week=9)
    wishes = {"reach": frozenset({HERE}), "budget": 0, "finish_by": one.group.ends_on}
    plan = composed(WELD, one, two, **wishes)
    assert (codes(plan), plan.given_up) == ("one", (Wish.REACH,))


def test_of_equally_many_wishes_the_later_of_the_list_is_given_up() -> None:
    far = run("far", WELD, format=Format.ONSITE, city=THERE)
    dear, late = run("dear", WELD, price=9, hours=50), run("late", WELD, week=9, hours=90)
    wishes = {"reach": frozenset({HERE}), "budget": 0, "finish_by": far.group.ends_on}
    assert composed(WELD, far, dear, late, **wishes).given_up == (Wish.FINISH_BY,)
    assert composed(WELD, far, dear, **wishes).given_up == (Wish.BUDGET,)


def test_a_wish_that_is_given_up_is_given_up_for_the_whole_plan() -> None:
    weld = run("weld", WELD, price=100)
    dear, free = run("dear", READ, price=100), run("free", READ, hours=30)
    plan = composed(BOTH, weld, dear, free, budget=0)
    assert (codes(plan), plan.given_up) == ("dear weld", (Wish.BUDGET,))


# What is best


SHORT = {"hours": 10, "price": 300, "week": 5}
CHEAP = {"hours": 20, "price": 100, "week": 5}
SOON = {"hours": 20, "price": 300, "week": 1}


@pytest.mark.parametrize(
    ("least", "wanted", "better", "best"),
    [
        (Least.HOURS, SHORT, SHORT | {"week": 4}, SHORT | {"price": 299, "week": 9}),
        (Least.PRICE, CHEAP, CHEAP | {"week": 4}, CHEAP | {"hours": 19, "week": 9}),
        (Least.FINISH, SOON, SOON | {"price": 299}, SOON | {"hours": 19, "price": 999}),
    ],
)
def test_the_person_says_what_is_least_and_the_rest_decides_among_equals(
    least: Least, wanted: dict[str, Any], better: dict[str, Any], best: dict[str, Any]
) -> None:
    runs = [run(f"r{n}", WELD, **it) for n, it in enumerate((SHORT, CHEAP, SOON))]
    for one in (wanted, better, best):
        runs.append(run("new", WELD, **one))
        plan = composed(WELD, *runs, least=least)
        assert plan.runs[0].module.hours == one["hours"]
        assert plan.price == one["price"]
        assert plan.starts_on == runs[-1].group.starts_on


SINGLES = run("w", WELD, hours=4), run("r", READ, hours=5), run("c", {"code": 2}, hours=6)
AT_ONCE = run("all", ALL, hours=14)


def test_the_plan_is_the_best_where_taking_the_best_run_first_is_not() -> None:
    plan = composed(ALL, *SINGLES, AT_ONCE)
    assert (codes(plan), plan.hours, plan.gap) == ("all", 14, 0)


def test_without_time_the_plan_says_how_far_it_may_be_from_the_best() -> None:
    plan = compose(task(ALL, *SINGLES, AT_ONCE), seconds=0.0)
    assert codes(plan) == "c r w"
    assert not plan.proven
    assert plan.gap == pytest.approx(1 - 6 / 15)  # all it knows is that "code" takes 6 hours


def test_what_was_chosen_may_be_proven_while_equals_were_not_compared() -> None:
    of = task(WELD, run("dear", WELD, price=500), run("free", WELD))
    plan = compose(of, seconds=0.0)
    assert (codes(plan), plan.proven) == ("dear", True)
    assert codes(compose(of, 60.0)) == "free"


def test_without_time_wishes_and_levels_that_are_lost_are_named() -> None:
    runs = run("w", WELD, price=9), run("r", READ, price=9, week=9)
    plan = compose(task(ALL, *runs, budget=0, finish_by=runs[0].group.ends_on), seconds=0.0)
    assert codes(plan) == "w r"
    assert (plan.open, plan.gap) == ({"code": 2}, 1.0)
    assert plan.given_up == (Wish.BUDGET, Wish.FINISH_BY)


def test_a_thousand_runs_that_mislead_the_first_choice_do_not_hide_the_plan() -> None:
    """The shortest module for one level clashes with all that there is for the other."""
    weld = [run(f"w{n}", WELD, timetable=MORNING, hours=8 + n % 9) for n in range(600)]
    read = [run(f"r{n}", READ, timetable=(slot(0, 10, 12),), hours=9) for n in range(600)]
    other = run("other", WELD, timetable=(slot(1, 9, 11),), hours=40)
    plan = composed(BOTH, *weld, *read, other)
    assert plan.open == {}
    assert (plan.hours, plan.proven) == (49, True)


def test_many_threads_compose_at_the_same_time() -> None:
    tasks = [by_chance(Random(seed), 60) for seed in range(12)]
    with ThreadPoolExecutor(4) as threads:
        plans = list(threads.map(compose, tasks, [60.0] * len(tasks)))
    assert plans == [compose(one, 60.0) for one in tasks]
