from dataclasses import replace

import pytest

from bot.domain.trajectories import (
    BadMove,
    Change,
    ChangeKind,
    Path,
    Plan,
    State,
    busiest_week,
    changes,
    check_move,
    merged,
    missing,
    trips,
    weeks,
    whole,
)
from tests.trajectory_builders import (
    GROUPS,
    WELDER,
    day,
    evenings,
    run,
    study,
    teaching,
    trajectory,
)

NETWORK = teaching()
PLAN = Plan(runs=tuple(map(run, ("S-1", "W1-1", "W2-1"))), open={}, given_up=())


def test_what_is_as_it_was_is_no_change() -> None:
    more_seats = {g.code: replace(g, seats=99) for g in GROUPS}
    assert changes(GROUPS, more_seats, ()) == ()


def test_other_dates_or_hours_are_a_change() -> None:
    later = replace(GROUPS[0], starts_on=day(11))
    elsewhen = replace(GROUPS[1], timetable=evenings(1))
    found = changes(GROUPS[:2], {g.code: g for g in (later, elsewhen)}, ())
    assert [(c.kind, c.before, c.after) for c in found] == [
        (ChangeKind.MOVED, GROUPS[0], later),
        (ChangeKind.MOVED, GROUPS[1], elsewhen),
    ]


def test_a_group_that_is_gone_is_cancelled_and_one_that_takes_nobody_is_closed() -> None:
    found = changes(GROUPS[:2], {GROUPS[1].code: GROUPS[1]}, {GROUPS[1].code})
    assert [c.kind for c in found] == [ChangeKind.CANCELLED, ChangeKind.CLOSED]


def test_a_group_that_moves_twice_is_told_from_where_it_was_agreed() -> None:
    first, second, third = (study("S-1", "M-SAFE", n, 30) for n in (10, 11, 12))
    other = Change(kind=ChangeKind.CANCELLED, before=GROUPS[1])
    told = (Change(kind=ChangeKind.MOVED, before=first, after=second), other)
    again = Change(kind=ChangeKind.MOVED, before=second, after=third)
    assert merged(told, (again,)) == (other, replace(again, before=first))


def test_what_neither_the_person_nor_the_modules_give_stays_open() -> None:
    assert missing(WELDER, {}, PLAN.runs) == {}
    assert missing(WELDER, {}, PLAN.runs[:2]) == {"mach.weld": 2}
    assert missing(WELDER, {"mach.weld": 2}, PLAN.runs[:1]) == {}


def test_days_in_other_cities_are_counted_once_and_online_takes_nobody_anywhere() -> None:
    assert trips(PLAN, "kemerovo") == {}
    # Mondays and Wednesdays: days 14 to 40 hold 8 of them, days 49 to 80 hold 10
    assert trips(PLAN, "yurga") == {"kemerovo": 18}
    twice = replace(PLAN, runs=(run("W1-1"), run("W1-1")))
    assert trips(twice, None) == {"kemerovo": 8}


def test_begun_weeks_count() -> None:
    assert weeks(replace(PLAN, runs=(run("S-1"),))) == 3  # 21 days
    assert weeks(replace(PLAN, runs=())) == 0


def test_a_programme_is_whole_with_every_module_planned_or_finished() -> None:
    assert whole(PLAN, NETWORK.modules, ()) == {"P-1"}
    part = replace(PLAN, runs=PLAN.runs[1:])
    assert whole(part, NETWORK.modules, ()) == frozenset()
    assert whole(part, NETWORK.modules, {"M-SAFE"}) == {"P-1"}


def test_a_path_has_another_mark_once_a_group_of_it_moves() -> None:
    path = Path(trajectory=trajectory(), plan=PLAN)
    moved = run("S-1", teaching(replace(GROUPS[0], starts_on=day(11)), *GROUPS[1:]))
    other = replace(path, plan=replace(PLAN, runs=(moved, *PLAN.runs[1:])))
    fuller = replace(path, plan=replace(PLAN, runs=tuple(replace(r, left=0) for r in PLAN.runs)))
    assert path.mark == fuller.mark != other.mark


@pytest.mark.parametrize(
    ("before", "after"),
    [(State.DROPPED, State.SAVED), (State.DRAFT, State.CHANGED), (State.APPLIED, State.SAVED)],
)
def test_moves_that_are_not_in_the_table_are_refused(before: State, after: State) -> None:
    with pytest.raises(BadMove):
        check_move(before, after)


def test_the_fullest_week_is_where_modules_meet() -> None:
    """48 h in 4 calendar weeks from day 14, and 30 h in 4 from day 12."""
    first = run("W1-1")
    assert busiest_week(Plan(runs=(first,), open={}, given_up=())) == 12
    both = Plan(runs=(first, run("A-1")), open={}, given_up=())
    assert busiest_week(both) == 20
