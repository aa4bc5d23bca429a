from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.matching import Choice, Fit, Offer, choose, next_group, rank
from bot.domain.network import DayPart, EntryRules, Format
from bot.domain.people import Education
from bot.domain.profiles import Profile
from tests.domain.matching_builders import (
    CITIES,
    CNC_OPERATOR,
    HUMAN,
    SIGN,
    TECH,
    TESTER,
    TODAY,
    WANTS_TO_WELD,
    WEIGHTS,
    WELDER,
    WELDER_HIGHER_GRADE,
    adult,
    offer,
    places,
)


def chosen(person: Profile, *offers: Offer) -> Choice:
    return choose(offers, person, WEIGHTS, CITIES, {})


def codes(choice: Choice) -> list[str]:
    return [match.offer.programme.code for match in choice.matches]


def ordered(person: Profile, *offers: Offer) -> list[str]:
    return [ranked.code for ranked in rank(offers, person, WEIGHTS, CITIES)]


def several(count: int, prefix: str = "P", **changes: Any) -> list[Offer]:
    """As many programmes of one partner, worse and worse for a person who likes machines."""
    return [
        offer(code=f"{prefix}-{n}", **{"interests": {TECH: 1.0, HUMAN: 0.1 * n}, **changes})
        for n in range(count)
    ]


MACHINES = {"interests": {TECH: 1.0}}


def test_the_best_comes_first_with_its_word() -> None:
    rows = (TESTER, CNC_OPERATOR, WELDER_HIGHER_GRADE, WELDER)
    found = chosen(adult(**WANTS_TO_WELD), *(offer(**row) for row in rows))
    assert codes(found) == ["DEMO-16", "DEMO-17", "DEMO-15", "DEMO-24"]
    assert [match.fit for match in found.matches] == [
        Fit.WELL,
        Fit.MAYBE,
        Fit.MAYBE,
        Fit.STRETCH,
    ]
    assert found.relaxed == ()


def test_no_more_than_five_are_shown() -> None:
    assert len(chosen(adult(**MACHINES), *several(9)).matches) == 5


def test_beyond_three_only_what_is_worth_a_look_is_shown() -> None:
    best = offer(code="best", interests={TECH: 1.0})
    poor = [offer(code=f"poor-{n}", requires={"a": 2}) for n in range(6)]
    assert len(chosen(adult(**MACHINES), best, *poor).matches) == 3


def test_two_are_shown_where_no_more_are_open() -> None:
    assert len(chosen(adult(), *several(2)).matches) == 2


def test_a_second_partner_is_shown_though_it_fits_less() -> None:
    other = offer(code="other", partner="DP-09", requires={"a": 1})
    found = chosen(adult(**MACHINES), *several(6), other)
    assert codes(found) == ["P-0", "P-1", "P-2", "P-3", "other"]


def test_a_second_field_is_shown_though_it_fits_less() -> None:
    other = offer(code="other", sector="health", requires={"a": 1})
    found = chosen(adult(**MACHINES), *several(6), other)
    assert codes(found) == ["P-0", "P-1", "P-2", "P-3", "other"]


def test_the_second_interest_is_shown_though_it_fits_less() -> None:
    person = adult(interests={TECH: 1.0, SIGN: 0.25})
    signs = offer(code="signs", interests={SIGN: 1.0, HUMAN: 0.5})
    found = chosen(person, *several(6), signs)
    assert codes(found) == ["P-0", "P-1", "P-2", "P-3", "signs"]


def test_without_a_test_the_second_direction_is_shown() -> None:
    person = adult(sectors=("machinery", "agro"))
    green = offer(code="green", sector="agro", requires={"a": 2})
    other = offer(code="other", sector="it", requires={"a": 1})
    assert codes(chosen(person, *several(6), other, green))[-1] == "green"


def test_all_wishes_met_means_nothing_relaxed() -> None:
    person = adult(city="kemerovo", dayparts=frozenset({DayPart.DAY}))
    far = offer(code="far", city="yurga")
    found = chosen(person, *several(2), offer(code="mixed", partner="DP-9", sector="it"), far)
    assert (len(found.matches), found.relaxed) == (3, ())


def test_the_format_is_given_up_before_the_city() -> None:
    person = adult(city="kemerovo", formats=frozenset({Format.BLENDED}))
    fits = offer(code="fits", format=Format.BLENDED)
    onsite = [offer(code=f"onsite-{n}", partner=f"DP-{n}", sector="it") for n in range(2)]
    far = offer(code="far", city="yurga", format=Format.BLENDED)
    found = chosen(person, far, *onsite, fits)
    assert codes(found)[0] == "fits"
    assert set(codes(found)[1:]) == {"onsite-0", "onsite-1"}
    assert found.relaxed == ("format",)
    assert [[o.kind.value for o in match.unmet] for match in found.matches] == [
        [],
        ["format"],
        ["format"],
    ]


def test_the_time_of_day_goes_with_the_format() -> None:
    person = adult(city="kemerovo", dayparts=frozenset({DayPart.EVENING}))
    found = chosen(person, offer(code="far", city="yurga"), offer(code="by-day"))
    assert codes(found) == ["by-day", "far"]
    assert found.relaxed == ("daypart", "city")


def test_the_city_is_given_up_rather_than_showing_nothing() -> None:
    found = chosen(adult(city="novokuznetsk"), offer(code="far"))
    assert (codes(found), found.relaxed) == (["far"], ("city",))


def test_nothing_is_shown_where_nothing_is_open() -> None:
    person = adult(education=Education.SCHOOL)
    closed = [
        offer(**TESTER),
        offer(places(0)),
        offer(places(days=-5)),
        offer(agreement_open=False),
        offer(rules=EntryRules(min_age=50)),
    ]
    assert chosen(person, *closed).matches == ()
    assert chosen(person).matches == ()


def test_programmes_that_fit_alike_go_by_distance() -> None:
    near, nearer = offer(code="near", city="topki"), offer(code="nearer")
    far = offer(code="far", city="yurga")
    assert ordered(adult(city="kemerovo"), far, near, nearer) == ["nearer", "near", "far"]
    online = offer(code="online", city="yurga", format=Format.ONLINE)
    assert ordered(adult(city="kemerovo"), near, online) == ["online", "near"]


def test_a_card_that_nobody_confirmed_goes_behind_what_fits_as_well() -> None:
    person = adult(city="kemerovo", interests={TECH: 1.0})
    stale, certain = offer(code="stale", fresh=False), offer(code="certain", city="topki")
    assert ordered(person, stale, certain) == ["certain", "stale"]
    worse = offer(code="worse", interests={SIGN: 1.0})
    assert ordered(person, worse, stale) == ["stale", "worse"]


def test_programmes_that_are_as_near_go_by_start() -> None:
    sooner, later = offer(places(days=8), code="sooner"), offer(places(days=9), code="later")
    assert ordered(adult(city="kemerovo"), later, sooner) == ["sooner", "later"]


def test_programmes_that_start_together_go_by_places_left() -> None:
    more, less = offer(places(9), code="more"), offer(places(8), code="less")
    assert ordered(adult(), less, more) == ["more", "less"]


def test_fit_comes_before_distance() -> None:
    person = adult(city="kemerovo", interests={TECH: 1.0})
    better = offer(code="better", city="topki")
    assert ordered(person, offer(code="worse", interests={SIGN: 1.0}), better)[0] == "better"


def test_equals_take_turns_and_no_partner_is_always_first() -> None:
    equals = [offer(code=f"D-{n}", partner=f"DP-{n}") for n in range(4)]
    late = [
        replace(o, groups=(places(days=400),)) for o in equals
    ]  # the start stays ahead for all the days
    firsts = Counter(
        ordered(replace(adult(), today=TODAY + timedelta(days=day)), *late)[0] for day in range(200)
    )
    assert min(firsts[f"D-{n}"] for n in range(4)) >= 30


def test_the_turn_holds_for_the_whole_day() -> None:
    equals = [offer(code=f"D-{n}", partner=f"DP-{n}") for n in range(6)]
    assert ordered(adult(), *equals) == ordered(adult(), *reversed(equals))


def test_the_next_group_is_the_soonest_with_a_place_at_a_wished_time() -> None:
    full = places(0, days=1, code="full")
    soon = places(days=5, daypart=DayPart.MORNING, code="soon")
    evening = places(days=9, daypart=DayPart.EVENING, code="evening")
    gone = places(days=-1, code="gone")
    offered = offer(evening, soon, full, gone)

    def code(person: Profile) -> str | None:
        found = next_group(offered, person)
        return found.group.code if found else None

    assert code(adult()) == "soon"
    assert code(adult(dayparts=frozenset({DayPart.EVENING}))) == "evening"
    assert code(adult(dayparts=frozenset({DayPart.WEEKEND}))) == "soon"
    assert next_group(offer(full, gone), adult()) is None
