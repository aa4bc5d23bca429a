"""What a path may lead to, and what each condition becomes at a tap."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.errors import NotFound
from bot.domain.network import DayPart, Format
from bot.domain.people import AgeBand, Education
from bot.domain.trajectories import (
    Busy,
    Goal,
    GoalKind,
    Least,
    Wish,
    Wishes,
)
from bot.services.trajectories.conditions import (
    at_first,
    daypart_toggled,
    least_turned,
    may_be_funded,
    reaches,
    turned,
    usually_busy,
)
from bot.services.trajectories.goals import (
    towards_missing,
    towards_occupation,
    towards_programme,
    towards_wants,
    with_level,
)
from tests.builders import TODAY, world
from tests.domain.matching_builders import CITIES, adult, programme, pupil
from tests.trajectory_builders import LISTS, WELDER, teaching

ANNA = adult(city="kemerovo")
KUZBASS = {"kemerovo", "topki"}  # within an hour of each other


def round_trip(wish: Wish, of: Wishes, **profile: Any) -> list[Any]:
    """What the condition becomes, tap by tap, until it is as it was."""
    person = replace(ANNA, **profile)
    name = wish.value
    values = [getattr(of, name)]
    now = turned(of, wish, person, CITIES)
    while getattr(now, name) != values[0]:
        values.append(getattr(now, name))
        now = turned(now, wish, person, CITIES)
        assert len(values) < 9
    return values


def test_conditions_are_at_first_those_of_the_profile() -> None:
    formats, dayparts = frozenset({Format.ONLINE}), frozenset({DayPart.EVENING})
    wishes = at_first(replace(ANNA, formats=formats, dayparts=dayparts), CITIES)
    assert (wishes.formats, wishes.dayparts) == (formats, dayparts)
    assert wishes.reach == frozenset(KUZBASS)
    assert (wishes.least, wishes.budget, wishes.funding) == (Least.HOURS, None, None)


def test_near_home_then_at_home_then_anywhere() -> None:
    near, own = frozenset(KUZBASS), frozenset({"kemerovo"})
    assert round_trip(Wish.REACH, Wishes(reach=near)) == [near, own, None]


def test_where_nothing_is_near_there_is_only_home_and_anywhere() -> None:
    own = frozenset({"yurga"})
    assert round_trip(Wish.REACH, Wishes(reach=own), city="yurga") == [own, None]
    assert reaches(None, CITIES) == [None]
    assert reaches("atlantis", CITIES) == [None]


def test_formats_go_round_and_hours_are_chosen_from_a_list() -> None:
    assert len(round_trip(Wish.FORMATS, Wishes())) == 3
    for wish in (Wish.HOURS_A_WEEK, Wish.BUSY):
        assert turned(Wishes(), wish, ANNA, CITIES) == Wishes()


def test_what_is_none_of_the_values_goes_to_the_first() -> None:
    odd = Wishes(formats=frozenset(Format))
    assert turned(odd, Wish.FORMATS, ANNA, CITIES).formats == frozenset()


def test_pupils_and_students_have_lessons_in_the_day() -> None:
    assert usually_busy(pupil()) is Busy.SCHOOL_6
    assert usually_busy(adult(education=Education.STUDYING)) is Busy.SCHOOL_6
    assert usually_busy(ANNA) is Busy.FREE


def test_hours_that_are_taken_are_those_that_the_buttons_name() -> None:
    named = {(Busy.SCHOOL_5, 5, 8, 14), (Busy.SCHOOL_6, 6, 8, 14), (Busy.WORK, 5, 9, 18)}
    for busy, days, begins, ends in {*named, (Busy.SECOND_SHIFT, 5, 13, 19)}:
        assert [(s.weekday, s.begins.hour, s.ends.hour) for s in busy.hours] == [
            (day, begins, ends) for day in range(days)
        ]


def test_a_category_about_age_is_offered_to_that_age_only() -> None:
    category = LISTS.funding["age50"]
    assert may_be_funded(category, adult(age_band=AgeBand.FROM_50))
    assert not may_be_funded(category, adult(age_band=AgeBand.FROM_18))


def test_a_later_end_at_every_tap_and_then_any() -> None:
    ends = round_trip(Wish.FINISH_BY, Wishes())
    assert ends[0] is None
    assert ends[1:] == sorted(ends[1:])
    assert len(ends) == 4


def test_an_end_that_was_chosen_days_ago_still_goes_on_to_the_next() -> None:
    chosen = turned(Wishes(), Wish.FINISH_BY, ANNA, CITIES)
    later = replace(ANNA, today=TODAY + timedelta(days=9))
    next_ = turned(chosen, Wish.FINISH_BY, later, CITIES).finish_by
    assert isinstance(next_, date)
    assert (next_ - later.today).days == 183


def test_what_matters_most_goes_round_and_dayparts_are_ticked_one_by_one() -> None:
    assert [least_turned(Wishes(least=least)).least for least in Least] == [
        Least.PRICE,
        Least.FINISH,
        Least.HOURS,
    ]
    ticked = daypart_toggled(Wishes(), DayPart.EVENING)
    assert ticked.dayparts == frozenset({DayPart.EVENING})
    assert daypart_toggled(ticked, DayPart.EVENING) == Wishes()


WORLD = world(
    teaching(
        programmes={
            **teaching().programmes,
            "P-1": programme(
                code="P-1",
                slug="p-1",
                outcomes={"mach.weld": 2},
                requires={"mach.weld": 1, "safe.work": 2},
            ),
        }
    ),
    LISTS,
)


def test_an_occupation_asks_for_levels_and_a_programme_teaches_them() -> None:
    assert towards_occupation(WORLD, "welder", ANNA) == WELDER
    assert towards_programme(WORLD, "P-1").levels == {"mach.weld": 2}
    with pytest.raises(NotFound):
        towards_occupation(WORLD, "no such", ANNA)
    with pytest.raises(NotFound):
        towards_programme(WORLD, "no such")


def test_at_school_an_occupation_is_tried_out() -> None:
    assert towards_occupation(WORLD, "welder", pupil()).levels == {"mach.weld": 1, "safe.work": 1}


def test_what_is_missing_is_what_the_person_cannot_do_yet() -> None:
    able = adult(levels={"mach.weld": 1, "safe.work": 1})
    assert towards_missing(WORLD, "P-1", able).levels == {"safe.work": 2}
    with pytest.raises(NotFound):
        towards_missing(WORLD, "no such", able)


def test_wants_are_levels_above_what_is_there() -> None:
    wants = frozenset({"mach.weld", "safe.work", "it.code"})
    learner = adult(levels={"mach.weld": 0, "safe.work": 3, "it.code": 4}, wants=wants)
    assert towards_wants(learner).levels == {"mach.weld": 3, "safe.work": 4, "it.code": 4}


def test_skills_are_chosen_one_by_one_and_level_0_takes_one_out() -> None:
    empty = Goal(kind=GoalKind.COMPETENCIES, code=None, levels={})
    one = with_level(empty, "mach.weld", 3)
    two = with_level(one, "safe.work", 2)
    assert two.levels == {"mach.weld": 3, "safe.work": 2}
    assert with_level(two, "mach.weld", 0).levels == {"safe.work": 2}
