from typing import Any

import pytest

from bot.domain.matching import Aspect, Change, Offer, WhyNot, choose, why_not
from bot.domain.network import Format
from bot.domain.profiles import Profile
from tests.domain.matching_builders import (
    CITIES,
    CNC_OPERATOR,
    HUMAN,
    SIGN,
    TECH,
    WEIGHTS,
    WELDER,
    adult,
    for_pupils,
    offer,
    places,
    pupil,
)


def asked(person: Profile, named: Offer, *others: Offer) -> WhyNot:
    choice = choose([named, *others], person, WEIGHTS, CITIES, {})
    return why_not(named, person, WEIGHTS, CITIES, choice)


def five(**changes: Any) -> list[Offer]:
    """Enough, of several partners and fields, to fill the choice."""
    return [
        offer(**{"code": f"P-{n}", "partner": f"DP-{n}", "sector": f"s-{n}", **changes})
        for n in range(5)
    ]


def test_an_excluded_programme_has_no_rank_but_obstacles_that_say_what_would_help() -> None:
    found = asked(pupil(), offer(**WELDER), *five())
    assert [(o.kind.value, o.change) for o in found.obstacles] == [
        ("audience", Change.NOTHING),
        ("age", Change.TIME),
    ]
    assert (found.rank, found.shown, found.because) == (None, False, None)


def test_a_full_programme_has_a_waiting_list() -> None:
    found = asked(adult(), offer(places(0)))
    assert [o.change for o in found.obstacles] == [Change.QUEUE]


def test_an_unmet_wish_is_named_with_the_rank_behind_those_that_meet_it() -> None:
    person = adult(formats=frozenset({Format.ONSITE}))
    found = asked(person, offer(code="named", format=Format.ONLINE), *five())
    assert [o.change for o in found.obstacles] == [Change.WISH]
    assert (found.rank, found.shown, found.because) == (6, False, None)


def test_a_programme_that_is_shown_needs_no_excuse() -> None:
    found = asked(adult(), offer(**CNC_OPERATOR))
    assert (found.rank, found.shown, found.obstacles, found.because) == (1, True, (), None)


@pytest.mark.parametrize(
    ("others", "named", "aspect"),
    [
        ({"outcomes": {"a": 3}}, {"outcomes": {"a": 1}}, Aspect.COVERAGE),
        ({}, {"interests": {SIGN: 1.0}}, Aspect.INTEREST),
        ({}, {"requires": {"b": 1}}, Aspect.LEVEL),
        ({}, {"city": "topki"}, Aspect.WAY),
    ],
)
def test_what_the_others_have_on_it_is_named(
    others: dict[str, Any], named: dict[str, Any], aspect: Aspect
) -> None:
    person = adult(city="kemerovo", wants=frozenset({"a"}), interests={TECH: 1.0})
    found = asked(person, offer(code="named", **named), *five(**others))
    assert (found.rank, found.because) == (6, aspect)
    assert found.ahead is not None


def test_a_lower_level_weighs_only_what_it_costs() -> None:
    person = adult(wants=frozenset({"a"}), interests={TECH: 0.2})
    named = offer(code="named", requires={"b": 2})  # out of reach, but hardly liked anyway
    assert asked(person, named, *five(outcomes={"a": 3})).because is Aspect.COVERAGE


@pytest.mark.parametrize("tested", [False, True])
def test_a_pupil_is_told_of_the_direction_or_of_the_interest(tested: bool) -> None:
    person = pupil(sectors=("it", "agro"), interests={TECH: 1.0} if tested else {})
    chosen = [
        offer(**for_pupils(code=f"P-{n}", partner=f"DP-{n}", sector=sector))
        for n, sector in enumerate(("it", "it", "agro", "agro", "agro"))
    ]
    named = offer(**for_pupils(code="named", sector="health", interests={SIGN: 1.0}))
    found = asked(person, named, *chosen)
    assert (found.rank, found.because) == (6, Aspect.INTEREST if tested else Aspect.SECTOR)


def test_an_adult_without_a_test_is_told_of_the_direction() -> None:
    chosen = five(sector="it")[:4] + five(sector="agro")[4:]
    found = asked(adult(sectors=("it", "agro")), offer(code="named", sector="health"), *chosen)
    assert (found.rank, found.because) == (6, Aspect.SECTOR)


@pytest.mark.parametrize(
    ("named", "aspect"), [(places(days=91), Aspect.STARTS), (places(9), Aspect.PLACES)]
)
def test_a_tie_is_explained_by_what_broke_it(named: Any, aspect: Aspect) -> None:
    found = asked(adult(), offer(named, code="named"), *five())
    assert (found.rank, found.because) == (6, aspect)


def test_a_card_that_nobody_confirmed_is_told_so() -> None:
    found = asked(adult(), offer(code="named", fresh=False), *five())
    assert (found.rank, found.because) == (6, Aspect.FRESH)


def test_what_stands_in_the_way_can_be_told_without_a_comparison() -> None:
    found = why_not(offer(**WELDER), pupil(), WEIGHTS, CITIES, None)
    assert [o.kind.value for o in found.obstacles] == ["audience", "age"]
    assert (found.rank, found.shown, found.because) == (None, False, None)


def test_the_last_of_equals_is_told_that_it_was_not_its_turn() -> None:
    equals = [offer(code=f"E-{n}", partner=f"DP-{n}", sector=f"s-{n}") for n in range(6)]
    answers = [asked(adult(), e, *(o for o in equals if o is not e)) for e in equals]
    assert [a.because for a in answers if not a.shown] == [Aspect.TURN]


def test_a_place_given_to_another_field_is_told() -> None:
    person = adult(interests={TECH: 1.0})
    alike = [offer(code=f"P-{n}", interests={TECH: 1.0, HUMAN: n / 10}) for n in range(5)]
    field = offer(code="field", sector="health", requires={"a": 1})
    found = asked(person, alike[-1], *alike[:-1], field)
    assert (found.rank, found.because) == (5, Aspect.VARIETY)
    assert found.ahead is not None
    assert found.ahead.offer is field
