"""What words cannot tell apart stands in the order that suits the person."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.matching import Aspect, Finding, Offer, findings
from bot.domain.network import DayPart, EntryRules, Format
from bot.domain.profiles import Profile
from tests.domain.matching_builders import (
    CITIES,
    SIGN,
    TECH,
    TODAY,
    TOLERANCES,
    WEIGHTS,
    adult,
    for_pupils,
    offer,
    places,
    pupil,
)
from tests.domain.test_matching_properties import catalogues, profiles, quick


def found(
    person: Profile, *hits: tuple[Offer, float], known: bool = True, most: int = 5
) -> tuple[Finding, ...]:
    return findings(hits, person, known, WEIGHTS, TOLERANCES, CITIES, most)


def codes(lines: tuple[Finding, ...]) -> list[str]:
    return [line.offer.programme.code for line in lines]


def alike(*offers: Offer) -> list[tuple[Offer, float]]:
    return [(one, 1.0) for one in offers]


def variants(better: dict[str, Any], worse: dict[str, Any]) -> list[Offer]:
    """Two of different partners that differ in this alone, the worse one found first."""
    return [offer(code="worse", partner="DP-8", **worse), offer(code="better", **better)]


def test_what_words_say_better_comes_first_though_it_is_farther() -> None:
    far, near = offer(code="far", city="yurga"), offer(code="near")
    lines = found(adult(city="kemerovo"), (far, 1.0), (near, 1.0 - 1.1 * TOLERANCES.score))
    assert codes(lines) == ["far", "near"]
    assert [line.ahead for line in lines] == [None, None]


def test_among_hits_of_nearly_the_same_score_the_person_decides() -> None:
    far, near = offer(code="far", city="yurga"), offer(code="near")
    lines = found(adult(city="kemerovo"), (far, 1.0), (near, 1.0 - 0.9 * TOLERANCES.score))
    assert codes(lines) == ["near", "far"]
    assert lines[0].ahead is Aspect.WAY


def test_small_steps_do_not_add_up_to_a_tier() -> None:
    step = TOLERANCES.score * 0.75
    first, second = offer(code="first"), offer(code="second", city="topki")
    third = offer(code="third", city="yurga")
    hits = [(first, 1.0), (second, 1.0 - step), (third, 1.0 - 2 * step)]
    assert codes(found(adult(city="yurga"), *hits)) == ["second", "first", "third"]


@pytest.mark.parametrize(
    ("aspect", "better", "worse"),
    [
        (Aspect.OPEN, {}, {"rules": EntryRules(min_age=60)}),
        (Aspect.WAY, {"city": "topki"}, {"city": "yurga"}),
        (Aspect.WAY, {"city": "kemerovo"}, {"city": "topki"}),
        (Aspect.WAY, {"city": "yurga", "format": Format.ONLINE}, {"city": "topki"}),
        (Aspect.MANNER, {"format": Format.ONSITE}, {"format": Format.BLENDED}),
        (Aspect.FRESH, {}, {"fresh": False}),
        (Aspect.FIT, {"interests": {TECH: 1.0}}, {"interests": {SIGN: 1.0}}),
    ],
)
def test_one_difference_decides_and_is_named(
    aspect: Aspect, better: dict[str, Any], worse: dict[str, Any]
) -> None:
    person = adult(
        city="kemerovo", interests={TECH: 1.0}, formats=frozenset({Format.ONSITE, Format.ONLINE})
    )
    lines = found(person, *alike(*variants(better, worse)))
    assert codes(lines) == ["better", "worse"]
    assert lines[0].ahead is aspect


@pytest.mark.parametrize(
    ("aspect", "better", "worse"),
    [
        (Aspect.STARTS, places(days=20), places(days=40)),
        (Aspect.PLACES, places(4), places(3)),
        (Aspect.OPEN, places(4), places(0)),
        (Aspect.MANNER, places(daypart=DayPart.EVENING), places(daypart=DayPart.DAY)),
    ],
)
def test_groups_decide_too(aspect: Aspect, better: Any, worse: Any) -> None:
    person = adult(dayparts=frozenset({DayPart.EVENING}))
    other = offer(worse, code="worse", partner="DP-8")
    lines = found(person, *alike(other, offer(better, code="better")))
    assert codes(lines) == ["better", "worse"]
    assert lines[0].ahead is aspect


def test_a_queue_is_better_than_a_rule_that_excludes() -> None:
    full = offer(places(0), code="full", partner="DP-8")
    closed = offer(code="closed", rules=EntryRules(min_age=60))
    assert codes(found(adult(), *alike(closed, full))) == ["full", "closed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [(places(days=31), places(days=39)), (places(5), places(50))],
)
def test_what_is_closer_than_a_step_is_the_same_and_takes_turns(one: Any, other: Any) -> None:
    offers = [offer(one, code="one", partner="DP-8"), offer(other, code="other")]
    days = range(14)  # a whole step, so that the difference crosses it on some of them
    turns = {
        line.ahead
        for day in days
        for line in found(replace(adult(), today=TODAY - timedelta(days=day)), *alike(*offers))[:1]
    }
    assert Aspect.TURN in turns


def test_what_is_closed_takes_no_line_from_what_is_open() -> None:
    closed = [offer(code=f"closed-{n}", rules=EntryRules(min_age=60)) for n in range(3)]
    opened = [offer(code=f"open-{n}") for n in range(3)]
    hits = [(one, 1.0 - n / 10) for n, one in enumerate([*closed, *opened])]
    lines = found(adult(), *hits, most=4)
    assert codes(lines) == ["open-0", "open-1", "open-2", "closed-0"]
    assert [line.hindrance is not None for line in lines] == [False, False, False, True]


def test_nothing_is_closed_to_whoever_has_not_said_who_they_are() -> None:
    grown_up = offer(**for_pupils(rules=EntryRules(min_age=18)))
    assert found(pupil(), (grown_up, 1.0))[0].hindrance is not None
    assert found(pupil(), (grown_up, 1.0), known=False)[0].hindrance is None


def test_a_line_without_an_equal_says_what_speaks_for_it() -> None:
    (line,) = found(adult(), (offer(price=0), 1.0))
    assert line.ahead is None
    assert line.reason is not None
    assert line.reason.kind == "free"


def test_nothing_found_is_nothing_shown() -> None:
    assert found(adult()) == ()


def test_control_a_partner_with_more_programmes_is_not_first_more_often() -> None:
    many = [offer(code=f"M-{n}", partner="DP-many") for n in range(4)]
    single = offer(code="S", partner="DP-single")
    late = [replace(one, groups=(places(days=4000),)) for one in [*many, single]]
    firsts = Counter(
        found(replace(adult(), today=TODAY + timedelta(days=day)), *alike(*late))[
            0
        ].offer.partner.code
        for day in range(400)
    )
    assert 150 <= firsts["DP-single"] <= 250


@settings(quick, max_examples=20)
@given(st.lists(st.sampled_from("абвгдежзик0123456789-"), min_size=2, max_size=8, unique=True))
def test_over_many_days_every_partner_of_equals_is_first_about_as_often(names: list[str]) -> None:
    equals = [offer(places(days=4000), code=f"P{n}", partner=f"DP{n}") for n in names]
    days = 60 * len(names)
    firsts = Counter(
        found(replace(adult(), today=TODAY + timedelta(days=day)), *alike(*equals), most=1)[
            0
        ].offer.partner.code
        for day in range(days)
    )
    assert set(firsts) == {one.partner.code for one in equals}
    assert all(15 <= count <= 120 for count in firsts.values())  # 60, give or take 6 sigma


@quick
@given(catalogues, profiles, profiles, st.randoms(use_true_random=False))
def test_equals_stand_alike_for_everybody_on_the_same_day(
    offers: list[Offer], one: Profile, other: Profile, chance: Any
) -> None:
    """Whatever the person and the order in which the search came upon them."""
    equals = [offer(code=o.programme.code, partner=o.partner.code) for o in offers]
    shuffled = chance.sample(equals, len(equals))
    ours = found(one, *alike(*equals), known=False, most=99)
    theirs = found(other, *alike(*shuffled), known=False, most=99)
    assert codes(ours) == codes(theirs)


@quick
@given(catalogues, profiles, st.data())
def test_of_what_is_open_no_line_stands_above_one_that_words_say_clearly_better(
    offers: list[Offer], person: Profile, data: st.DataObject
) -> None:
    scores = data.draw(
        st.lists(st.floats(0.5, 1), min_size=len(offers), max_size=len(offers)).map(
            lambda drawn: sorted(drawn, reverse=True)
        )
    )
    words = {o.programme.code: s for o, s in zip(offers, scores, strict=True)}
    shown = found(person, *zip(offers, scores, strict=True), most=99)
    assert sorted(codes(shown)) == sorted(words)
    for above, below in pairwise(shown):
        better = (
            words[above.offer.programme.code]
            >= words[below.offer.programme.code] - TOLERANCES.score
        )
        assert better or below.hindrance or _asks_more(below.offer, person)


def _asks_more(offer: Offer, person: Profile) -> bool:
    rules = offer.programme.rules
    return (rules.profession and person.profession is None) or (
        rules.experience and person.experience is None
    )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"score": 1.5}, "score is 1.5"),
        ({"way_km": 0}, "must be above 0"),
        ({"fit": -1.0}, "must be above 0"),
    ],
)
def test_steps_that_are_no_steps_are_refused(change: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        replace(TOLERANCES, **change)
