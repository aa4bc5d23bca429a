from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.demand import Reason, Unmet, first_week, mark, monday, shown, unmet, wanted
from bot.domain.matching import Offer
from bot.domain.network import EntryRules
from tests.domain.matching_builders import CITIES, TODAY, adult, for_pupils, offer, places, pupil


def why(*offers: Offer, known: bool = True, **facts: Any) -> Reason | None:
    found = unmet(offers, adult(**facts), CITIES, known)
    return None if found is None else found[1]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (offer(), None),
        (offer(places(left=0)), Reason.FULL),
        (offer(places(days=-5)), Reason.NO_DATES),
        (offer(agreement_open=False), Reason.CLOSED),
        (offer(city="novokuznetsk"), Reason.FAR),
    ],
)
def test_why_a_search_did_not_help(found: Offer, reason: Reason | None) -> None:
    assert why(found, city="kemerovo") is reason


def test_one_thing_that_is_of_use_is_enough() -> None:
    full = offer(places(left=0))
    assert why(full, offer(code="P-2")) is None
    assert why(full, full) is Reason.FULL


def test_the_best_of_what_is_useless_is_counted() -> None:
    far, full = offer(code="FAR", city="novokuznetsk"), offer(places(left=0), code="FULL")
    found = unmet([far, full], adult(city="kemerovo"), CITIES, known=True)
    assert found == (far, Reason.FAR)


def test_ones_own_age_says_nothing_about_the_network() -> None:
    strict = offer(places(left=0), rules=EntryRules(min_age=70))
    assert why(strict) is None
    assert why(strict, offer(places(left=0), code="P-2")) is Reason.FULL


def test_nothing_is_closed_to_whoever_has_not_said_who_they_are() -> None:
    full = offer(places(left=0))
    assert unmet([full], pupil(), CITIES, known=True) is None
    assert unmet([full], pupil(), CITIES, known=False) == (full, Reason.FULL)
    assert unmet([offer(**for_pupils())], pupil(), CITIES, known=False) is None


def test_competencies_are_listed_by_how_much_they_are_missed() -> None:
    week = monday(TODAY)
    cells = [
        Unmet(week=week, competency=competency, city=city, reason=reason, searches=searches)
        for competency, city, reason, searches in (
            ("mach.cnc", "belovo", Reason.FULL, 2),
            ("mach.weld", "belovo", Reason.FAR, 6),
            ("mach.weld", "yurga", Reason.FAR, 7),
            ("mach.weld", "belovo", Reason.FULL, 9),
        )
    ]
    weld, cnc = wanted(cells)
    assert (weld.competency, weld.searches) == ("mach.weld", 22)
    assert list(weld.cities) == [("belovo", 15), ("yurga", 7)]
    assert list(weld.reasons) == [(Reason.FAR, 13), (Reason.FULL, 9)]
    assert (cnc.competency, cnc.searches) == ("mach.cnc", 2)


def test_a_small_count_is_never_told() -> None:
    assert [shown(n) for n in (1, 4, 5, 12)] == ["<5", "<5", "5", "12"]


def test_weeks_begin_on_mondays() -> None:
    assert monday(date(2026, 3, 1)) == date(2026, 2, 23)
    assert monday(date(2026, 3, 2)) == date(2026, 3, 2)
    assert first_week(date(2026, 3, 4), 4) == date(2026, 2, 9)


def test_a_mark_is_of_one_person_one_competency_and_one_day() -> None:
    tomorrow = TODAY + timedelta(days=1)
    marks = {mark(1, "a", TODAY), mark(2, "a", TODAY), mark(1, "b", TODAY), mark(1, "a", tomorrow)}
    assert len(marks) == 4
    assert mark(1, "a", TODAY) in marks
