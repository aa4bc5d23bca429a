from dataclasses import replace
from typing import Any

import pytest

from bot.domain.matching import Fit, coverage, feasible, interest_fit, score
from tests.domain.matching_builders import (
    CNC_OPERATOR,
    HUMAN,
    SIGN,
    TECH,
    TESTER,
    WANTS_TO_WELD,
    WEIGHTS,
    WELDER,
    WELDER_HIGHER_GRADE,
    adult,
    for_pupils,
    programme,
    pupil,
)


@pytest.mark.parametrize(
    ("row", "total", "able"),
    [
        (WELDER, 0.875, 1),
        (WELDER_HIGHER_GRADE, 0.438, 0.5),
        (CNC_OPERATOR, 0.312, 1),
        (TESTER, 0.125, 1),
    ],
    ids=["DEMO-16", "DEMO-17", "DEMO-15", "DEMO-24"],
)
def test_a_beginner_who_wants_to_weld_gets_the_totals_worked_out_by_hand(
    row: dict[str, Any], total: float, able: float
) -> None:
    found = score(programme(**row), adult(**WANTS_TO_WELD), WEIGHTS)
    assert round(found.total, 3) == total
    assert found.feasible == able
    assert found.sector_fit is None


@pytest.mark.parametrize(("level", "able"), [(4, 1), (3, 1), (2, 0.5), (1, 0), (0, 0)])
def test_each_level_short_costs_half_of_what_is_feasible(level: int, able: float) -> None:
    person = adult(levels={"el.power": level, "dig.basic": 4})
    asked = programme(requires={"el.power": 3, "dig.basic": 1})
    assert feasible(asked, person) == able


def test_a_level_that_was_not_asked_counts_as_none() -> None:
    assert feasible(programme(requires={"el.power": 1}), adult()) == 0.5
    assert feasible(programme(requires={"el.power": 0}), adult()) == 1


def test_coverage_is_the_part_of_the_need_that_a_programme_meets() -> None:
    person = adult(wants=frozenset({"it.code", "it.data"}), levels={"it.data": 2})
    # needs: 3 levels of it.code, 1 of it.data; given: 2 and 1
    assert coverage(programme(outcomes={"it.code": 2, "it.data": 4}), person, WEIGHTS) == 0.75


def test_a_programme_below_the_own_level_covers_nothing() -> None:
    person = adult(wants=frozenset({"it.code"}), levels={"it.code": 2})
    assert coverage(programme(outcomes={"it.code": 1}), person, WEIGHTS) == 0


def test_coverage_is_neutral_for_a_person_who_needs_nothing() -> None:
    content = adult(wants=frozenset({"it.code"}), levels={"it.code": 3})
    for person in (adult(), content):
        assert coverage(programme(outcomes={"it.code": 4}), person, WEIGHTS) == 0.5


def test_interest_is_how_far_the_programme_lies_within_the_persons_interests() -> None:
    person = adult(interests={TECH: 0.75, SIGN: 0.25})
    assert interest_fit(programme(interests={TECH: 1.0, SIGN: 0.6}), person, WEIGHTS) == 0.625
    assert interest_fit(programme(interests={HUMAN: 1.0}), person, WEIGHTS) == 0
    assert interest_fit(programme(interests={}), person, WEIGHTS) == 0.5


def test_the_chosen_direction_stands_in_for_an_interest_test_with_less_weight() -> None:
    person = adult(sectors=("it",), wants=frozenset({"it.code"}))
    learnt = {"it.code": 3}
    chosen = score(programme(sector="it", outcomes=learnt), person, WEIGHTS)
    other = score(programme(sector="mining", outcomes=learnt), person, WEIGHTS)
    assert (chosen.total, chosen.sector_fit, chosen.interest) == (1, 1, None)
    assert (other.total, other.sector_fit) == (0.7, 0)


def test_an_adult_who_told_nothing_gets_neutral_scores() -> None:
    assert score(programme(), adult(), WEIGHTS).total == 0.5


def test_a_pupils_score_is_interest_alone() -> None:
    asked = programme(**for_pupils(requires={"it.code": 4}, outcomes={"it.code": 4}))
    found = score(asked, pupil(interests={TECH: 0.75}, wants=frozenset({"it.code"})), WEIGHTS)
    assert (found.total, found.interest) == (0.75, 0.75)
    assert (found.feasible, found.coverage) == (None, None)


def test_a_pupil_without_a_test_is_scored_by_chosen_direction_or_neutrally() -> None:
    asked = programme(**for_pupils(sector="it"))
    totals = [score(asked, pupil(sectors=s), WEIGHTS).total for s in (("it",), ("agro",), ())]
    assert totals == [1, 0, 0.5]


def test_words_stand_for_totals() -> None:
    totals = [0.875, 0.6, 0.438, 0.312, 0.3, 0.125, 0.0]
    well, maybe, stretch = Fit.WELL, Fit.MAYBE, Fit.STRETCH
    assert [WEIGHTS.fit(total) for total in totals] == [
        *(well, well),
        *(maybe, maybe, maybe),
        *(stretch, stretch),
    ]


def test_weights_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="of version 2 do not add up"):
        replace(WEIGHTS, coverage=0.9)
    with pytest.raises(ValueError, match="do not add up"):
        replace(WEIGHTS, coverage_untested=1.2, sector=-0.2)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"neutral": 1.5}, "neutral is 1.5"),
        ({"goal": 5}, "no level from 1 to 4"),
        ({"maybe": 0.7}, "do not follow"),
        ({"well": 1.1}, "do not follow"),
    ],
)
def test_weights_that_would_leave_the_scale_are_refused(
    change: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        replace(WEIGHTS, **change)
