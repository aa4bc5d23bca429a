from dataclasses import replace
from typing import Any

import pytest

from bot.domain.people import AgeBand, Role, Standing
from bot.domain.segments import (
    CRITERIA,
    By,
    Candidate,
    Exclusion,
    Segment,
    Source,
    exclusion,
    fits,
    grades,
    needed,
    toggled,
)

PUPIL = Candidate(
    id=1,
    channel="telegram",
    chat="1",
    standing=Standing.GUARDIAN_PENDING,
    role=Role.PUPIL,
    age_band=AgeBand.FROM_14,
    grade=9,
    city="yurga",
    known={
        Source.INTERESTS: frozenset({"tech", "sign"}),
        Source.WISHES: frozenset({"mach.weld"}),
        Source.APPLICATIONS: frozenset({"P-1"}),
        Source.COMPLETIONS: frozenset(),
        Source.UNKNOWN: frozenset({"5"}),
        Source.REGISTRATIONS: frozenset({"12"}),
        Source.VISITS: frozenset(),
    },
)
ADULT = replace(PUPIL, role=Role.ADULT, age_band=AgeBand.FROM_18, standing=Standing.MEMBER)


@pytest.mark.parametrize(
    ("segment", "is_meant"),
    [
        ({}, True),
        ({By.ROLE: ("pupil",)}, True),
        ({By.ROLE: ("adult", "teacher")}, False),
        ({By.GRADE: ("8-11",)}, True),
        ({By.GRADE: ("9",)}, True),
        ({By.GRADE: ("10-11",)}, False),
        ({By.CITY: ("kemerovo", "yurga")}, True),
        ({By.CITY: ("kemerovo",)}, False),
        ({By.INTEREST: ("tech",)}, True),
        ({By.INTEREST: ("art",)}, False),
        ({By.WISH: ("mach.weld", "other")}, True),
        ({By.APPLIED: ("P-1",)}, True),
        ({By.COMPLETED: ("P-1",)}, False),
        ({By.UNCONFIRMED: ("5",)}, True),
        ({By.REGISTERED: ("12",)}, True),
        ({By.CAME: ("12",)}, False),
        ({By.ROLE: ("pupil",), By.CITY: ("kemerovo",)}, False),
        ({By.ROLE: ("pupil",), By.GRADE: ("8-11",), By.CITY: ("yurga",)}, True),
    ],
)
def test_every_criterion_has_to_be_met_by_one_of_its_values(
    segment: Segment, is_meant: bool
) -> None:
    assert fits(PUPIL, segment) is is_meant


def test_nobody_without_a_grade_fits_any() -> None:
    assert not fits(replace(PUPIL, grade=None), {By.GRADE: ("1-11",)})


def test_every_criterion_has_its_rule() -> None:
    assert set(CRITERIA) == set(By)


def test_only_what_is_looked_at_is_read() -> None:
    assert needed({By.ROLE: ("pupil",), By.CITY: ("yurga",)}) == frozenset()
    assert needed({By.WISH: ("a",), By.APPLIED: ("b",)}) == {Source.WISHES, Source.APPLICATIONS}


@pytest.mark.parametrize(("value", "range_"), [("8-11", (8, 11)), ("9", (9, 9))])
def test_grades_are_a_range(value: str, range_: tuple[int, int]) -> None:
    assert grades(value) == range_


def test_a_value_is_put_in_and_taken_out() -> None:
    one = toggled({}, By.CITY, "yurga")
    both = toggled(one, By.CITY, "kemerovo")
    assert both == {By.CITY: ("yurga", "kemerovo")}
    assert toggled(toggled(both, By.CITY, "yurga"), By.CITY, "kemerovo") == {}


def test_grades_are_one_range_at_a_time() -> None:
    assert toggled({By.GRADE: ("8-9",)}, By.GRADE, "10-11") == {By.GRADE: ("10-11",)}


@pytest.mark.parametrize(
    ("person", "on_request", "for_adults", "why"),
    [
        (PUPIL, False, False, None),
        (replace(PUPIL, standing=Standing.GUEST), False, False, Exclusion.GUEST),
        (PUPIL, False, True, Exclusion.MINOR),
        (replace(ADULT, age_band=None), False, True, Exclusion.MINOR),
        (replace(ADULT, age_band=None, role=None), False, True, Exclusion.MINOR),
        (replace(ADULT, age_band=None, role=Role.GUARDIAN), False, True, None),
        (replace(PUPIL, age_band=AgeBand.FROM_18), False, True, None),
        (replace(PUPIL, closed=True), False, False, Exclusion.BLOCKED),
        (replace(PUPIL, muted=True), False, False, Exclusion.MUTED),
        (replace(PUPIL, wants=False), False, False, Exclusion.OPTED_OUT),
        (replace(PUPIL, wants=False), True, False, Exclusion.OPTED_OUT),
        (PUPIL, True, False, Exclusion.NOT_ASKED_FOR),
        (replace(PUPIL, wants=True), True, False, None),
    ],
)
def test_who_must_not_be_written_to(
    person: Candidate, on_request: bool, for_adults: bool, why: Exclusion | None
) -> None:
    assert exclusion(person, on_request, for_adults) is why


@pytest.mark.parametrize("changes", [{"muted": True}, {"wants": False}, {"closed": True}])
def test_a_child_is_first_of_all_a_child(changes: dict[str, Any]) -> None:
    assert exclusion(replace(PUPIL, **changes), True, True) is Exclusion.MINOR
