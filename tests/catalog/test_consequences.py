"""Lessons that cannot hold the hours of what is taught are pointed out."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.catalog.consequences import Tight, tight
from bot.domain.imports import EMPTY
from bot.domain.network import Format, Network, Slot
from tests.builders import TODAY, group, network
from tests.domain.matching_builders import programme

MONDAYS = Slot(weekday=0, begins=time(18), ends=time(21))  # 4 academic hours


def taught(hours: int, form: Format = Format.ONSITE) -> Network:
    """Ten Mondays."""
    ends = TODAY + timedelta(days=7 * 9)
    run = group(starts_on=TODAY, ends_on=ends, timetable=(MONDAYS,))
    of = programme(code="P-1", slug="p-1", hours=hours, format=form)
    return network(run, programmes={"P-1": of})


def test_too_few_lessons_are_pointed_out() -> None:
    assert tight(EMPTY, taught(72)) == [Tight(code="G-1", held=40, needed=72)]


@pytest.mark.parametrize("given", [taught(66), taught(72, Format.ONLINE)])
def test_what_fits_or_is_learnt_at_home_is_not(given: Network) -> None:
    assert tight(EMPTY, given) == []


def test_nor_is_what_does_not_change() -> None:
    assert tight(taught(72), taught(72)) == []


def test_nor_is_a_group_without_a_timetable() -> None:
    given = taught(72)
    unsettled = replace(given.groups["G-1"], timetable=())
    assert tight(EMPTY, replace(given, groups={"G-1": unsettled})) == []
