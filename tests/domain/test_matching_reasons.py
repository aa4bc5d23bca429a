from datetime import timedelta
from typing import Any

from bot.domain.matching import (
    Gap,
    Lack,
    Offer,
    Question,
    QuestionKind,
    Reason,
    ReasonKind,
    choose,
    gap,
    reasons,
)
from bot.domain.network import DayPart, EntryRules, Format, Module
from bot.domain.profiles import Profile
from tests.domain.matching_builders import (
    CITIES,
    HUMAN,
    SIGN,
    TECH,
    TODAY,
    WANTS_TO_WELD,
    WEIGHTS,
    WELDER,
    WELDER_HIGHER_GRADE,
    adult,
    for_pupils,
    module,
    offer,
    partner,
    places,
    pupil,
)


def first(offered: Offer, person: Profile) -> Reason:
    return reasons(offered, person, CITIES)[0]


def told(offered: Offer, person: Profile) -> list[str]:
    return [reason.kind.value for reason in reasons(offered, person, CITIES)]


def what_is_missing(person: Profile, *modules: Module, **changes: Any) -> Gap | None:
    catalogue = {module.code: module for module in modules}
    return gap(offer(**changes), person, CITIES, catalogue, {"P-1", "P-2", "P-3"})


def test_a_wanted_skill_and_an_interest_tell_most() -> None:
    assert reasons(offer(**WELDER), adult(**WANTS_TO_WELD), CITIES) == (
        Reason(kind=ReasonKind.GAINS, about="mach.weld", amount=3),
        Reason(kind=ReasonKind.INTEREST, about="tech"),
    )


def test_the_wanted_skill_that_grows_most_is_named() -> None:
    person = adult(wants=frozenset({"a", "b", "c"}), levels={"a": 2, "b": 1, "c": 3})
    found = first(offer(outcomes={"a": 3, "b": 3, "c": 3}), person)
    assert found == Reason(kind=ReasonKind.GAINS, about="b", amount=3)


def test_a_skill_that_does_not_grow_is_no_reason() -> None:
    person = adult(wants=frozenset({"a"}), levels={"a": 3})
    assert "gains" not in told(offer(outcomes={"a": 3}), person)


def test_only_the_first_two_interests_are_a_reason() -> None:
    person = pupil(interests={TECH: 0.75, SIGN: 0.5, HUMAN: 0.25})
    lessons = offer(**for_pupils(interests={SIGN: 1.0, TECH: 0.4}))
    assert first(lessons, person) == Reason(kind=ReasonKind.INTEREST, about="sign")
    assert "interest" not in told(offer(**for_pupils(interests={HUMAN: 1.0})), person)


def test_a_chosen_direction_is_a_reason() -> None:
    found = first(offer(sector="it"), adult(sectors=("agro", "it")))
    assert found == Reason(kind=ReasonKind.SECTOR, about="it")


def test_a_level_that_is_there_is_a_reason_with_the_highest_demand() -> None:
    person = adult(levels={"dig.basic": 3, "it.code": 2})
    course: dict[str, Any] = {"requires": {"dig.basic": 1, "it.code": 2}}
    assert first(offer(**course), person) == Reason(
        kind=ReasonKind.LEVEL, about="it.code", amount=2
    )
    assert "level" not in told(offer(**course), adult(levels={"dig.basic": 3}))
    assert "level" not in told(offer(**for_pupils(**course)), pupil())


def test_met_wishes_are_reasons() -> None:
    person = adult(dayparts=frozenset({DayPart.EVENING}), formats=frozenset({Format.BLENDED}))
    morning = places(days=20, daypart=DayPart.MORNING)
    evening = places(days=40, daypart=DayPart.EVENING, code="G-2")
    assert reasons(offer(morning, evening, format=Format.BLENDED), person, CITIES) == (
        Reason(kind=ReasonKind.DAYPART, about="evening"),
        Reason(kind=ReasonKind.FORMAT, about="blended"),
    )


def test_near_says_how_far() -> None:
    own = Reason(kind=ReasonKind.NEAR, about="kemerovo", amount=0)
    assert first(offer(), adult(city="kemerovo")) == own
    assert first(offer(), adult(city="topki")) == Reason(
        kind=ReasonKind.NEAR, about="kemerovo", amount=31
    )
    assert "near" not in told(offer(), adult(city="yurga"))


def test_the_partner_of_an_online_programme_may_be_near() -> None:
    online = offer(format=Format.ONLINE, by=partner("DP-11", city="topki"))
    found = first(online, adult(city="kemerovo"))
    assert found == Reason(kind=ReasonKind.PARTNER_NEAR, about="DP-11", amount=31)


def test_a_start_within_a_month_is_soon() -> None:
    day = TODAY + timedelta(days=30)
    assert first(offer(places(days=30)), adult()) == Reason(kind=ReasonKind.SOON, day=day)
    assert "soon" not in told(offer(places(days=31)), adult())


def test_free_and_from_zero_suit_everybody() -> None:
    assert told(offer(price=0), adult()) == ["free", "from_zero"]


def test_places_and_start_are_always_left_to_say() -> None:
    demanding = offer(places(7), requires={"it.code": 2})
    assert reasons(demanding, adult(), CITIES) == (
        Reason(kind=ReasonKind.PLACES, amount=7),
        Reason(kind=ReasonKind.STARTS, day=TODAY + timedelta(days=90)),
    )


def test_the_largest_lack_is_the_gap() -> None:
    person = adult(levels={"a": 1, "b": 0})
    found = what_is_missing(person, requires={"a": 2, "b": 2, "not.asked": 4})
    assert found == Lack(competency="b", need=2, have=0)


def test_a_gap_names_the_shortest_module_that_closes_it() -> None:
    person = adult(levels={"a": 1})
    shortest = module(code="M-2", hours=30, outcomes={"a": 2}, programme="P-3")
    found = what_is_missing(
        person,
        module(code="M-1", hours=40, outcomes={"a": 3}),
        shortest,
        module(code="M-3", hours=10, outcomes={"a": 1}),
        module(code="M-4", hours=10, outcomes={"b": 2}),
        requires={"a": 2},
    )
    assert found == Lack(competency="a", need=2, have=1, module=shortest)


def test_a_module_within_reach_is_better_than_a_shorter_one_far_away() -> None:
    near = module(code="near", hours=40, city="topki", outcomes={"a": 2})
    found = what_is_missing(
        adult(levels={"a": 1}, city="kemerovo"),
        module(code="far", hours=10, city="yurga", outcomes={"a": 2}),
        near,
        requires={"a": 2},
    )
    assert isinstance(found, Lack)
    assert found.module is near


def test_no_module_of_the_same_or_of_a_closed_programme_is_named() -> None:
    found = what_is_missing(
        adult(levels={"a": 1}),
        module(code="own", programme="P-1", outcomes={"a": 4}),
        module(code="closed", programme="P-9", outcomes={"a": 4}),
        requires={"a": 2},
    )
    assert found == Lack(competency="a", need=2, have=1)


def test_without_a_lack_the_first_open_question_is_the_gap() -> None:
    found = what_is_missing(adult(), rules=EntryRules(profession=True), requires={"a": 1})
    assert found == Question(kind=QuestionKind.PROFESSION)
    assert what_is_missing(adult(), requires={"a": 1}) == Question(
        kind=QuestionKind.LEVEL, about="a", needed=1
    )


def test_nothing_may_be_in_the_way() -> None:
    assert what_is_missing(adult(levels={"a": 2}), requires={"a": 2}) is None
    lessons = for_pupils(requires={"a": 2})
    assert what_is_missing(pupil(levels={"a": 1}), **lessons) is None


def test_a_welder_short_of_a_level_is_pointed_to_the_module_of_the_first_course() -> None:
    arc = module(code="DEMO-16-M2", programme="DEMO-16", outcomes={"mach.weld": 3})
    offers = [offer(**WELDER), offer(**WELDER_HIGHER_GRADE)]
    found = choose(offers, adult(**WANTS_TO_WELD), WEIGHTS, CITIES, {arc.code: arc})
    gaps = {match.offer.programme.code: match.gap for match in found.matches}
    assert gaps["DEMO-16"] is None
    assert gaps["DEMO-17"] == Lack(competency="mach.weld", need=2, have=1, module=arc)
