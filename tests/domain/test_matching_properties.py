"""What holds for every person and every catalogue."""

import json
from dataclasses import replace
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.matching import (
    Audit,
    Choice,
    ObstacleKind,
    Offer,
    Weights,
    as_audit,
    choose,
    leading,
    obstacles,
    rank,
    replay,
    replayed,
    score,
    strongest,
)
from bot.domain.network import Audience, DayPart, EntryRules, Format, Interest, ProgrammeKind
from bot.domain.people import AgeBand, Education
from bot.domain.profiles import Profile
from tests.domain.matching_builders import CITIES, TODAY, WEIGHTS, offer, places

SKILLS = ("weld", "cnc", "code")
SECTORS = ("machinery", "it", "agro")
quick = settings(max_examples=100, deadline=None, database=None)

shares = st.floats(min_value=0, max_value=1)
interests = st.dictionaries(st.sampled_from(Interest), shares, max_size=5)
levels = st.dictionaries(st.sampled_from(SKILLS), st.integers(0, 4))
cities = st.sampled_from([*CITIES, "elsewhere"])
# A fact that most programmes are without, so that many stay open.
rarely = st.sampled_from([False, False, False, True])

profiles = st.builds(
    Profile,
    audience=st.sampled_from(Audience),
    age_band=st.sampled_from(AgeBand),
    today=st.just(TODAY),
    grade=st.none() | st.integers(1, 11),
    education=st.none() | st.sampled_from(Education),
    profession=st.none() | st.booleans(),
    experience=st.frozensets(st.sampled_from(SECTORS), max_size=2),
    city=st.none() | cities,
    formats=st.frozensets(st.sampled_from(Format), max_size=2),
    dayparts=st.frozensets(st.sampled_from(DayPart), max_size=2),
    interests=interests,
    sectors=st.lists(st.sampled_from(SECTORS), max_size=3, unique=True).map(tuple),
    levels=levels,
    wants=st.frozensets(st.sampled_from(SKILLS)),
)
weights = st.builds(
    lambda one, other, neutral, goal: replace(
        WEIGHTS,
        coverage=one,
        interest=1 - one,
        coverage_untested=other,
        sector=1 - other,
        neutral=neutral,
        goal=goal,
    ),
    shares,
    shares,
    shares,
    st.integers(1, 4),
)
rules = st.builds(
    EntryRules,
    min_age=st.sampled_from([0, 0, 0, 16, 18]),
    grades=st.sampled_from([None, None, (7, 11), (9, 11)]),
    further=rarely,
    profession=rarely,
    experience=rarely,
)
groups = st.builds(
    places,
    st.sampled_from([0, 1, 5]),
    days=st.sampled_from([-3, 0, 10, 60]),
    daypart=st.sampled_from(DayPart),
)
programmes = st.fixed_dictionaries(
    {
        "audiences": st.frozensets(st.sampled_from(Audience), min_size=1),
        "kind": st.sampled_from(ProgrammeKind),
        "rules": rules,
        "format": st.sampled_from(Format),
        "partner": st.sampled_from(["DP-1", "DP-2", "DP-3"]),
        "city": st.sampled_from(list(CITIES)),
        "sector": st.sampled_from(SECTORS),
        "outcomes": levels,
        "requires": levels,
        "interests": st.dictionaries(st.sampled_from(Interest), st.floats(0.01, 1), max_size=3),
        "agreement_open": rarely.map(lambda closed: not closed),
        "fresh": rarely.map(lambda stale: not stale),
    }
)
drafts = st.lists(st.tuples(programmes, st.lists(groups, min_size=1, max_size=3)), max_size=14)


def numbered(catalogue: list[tuple[dict[str, Any], list[Any]]]) -> list[Offer]:
    return [offer(*runs, code=f"P-{n}", **facts) for n, (facts, runs) in enumerate(catalogue)]


catalogues = drafts.map(numbered)


def hard(offered: Offer, person: Profile) -> list[ObstacleKind]:
    found = obstacles(offered, person, CITIES, frozenset(ObstacleKind))
    return [obstacle.kind for obstacle in found]


def chosen(offers: list[Offer], person: Profile) -> Choice:
    return choose(offers, person, WEIGHTS, CITIES, {})


def open_to(offers: list[Offer], person: Profile) -> list[Offer]:
    return [offered for offered in offers if not hard(offered, person)]


def partners(offers: list[Offer]) -> set[str]:
    return {offered.partner.code for offered in offers}


def fields(offers: list[Offer]) -> set[str]:
    return {offered.programme.sector for offered in offers}


def codes(offers: list[Offer], person: Profile) -> list[str]:
    return [ranked.code for ranked in rank(offers, person, WEIGHTS, CITIES)]


@quick
@given(programmes, profiles, weights)
def test_every_score_lies_between_nothing_and_one(
    facts: dict[str, Any], person: Profile, given_weights: Weights
) -> None:
    found = score(offer(**facts).programme, person, given_weights)
    parts = (found.feasible, found.coverage, found.interest, found.sector_fit)
    assert 0 <= found.total <= 1
    assert all(0 <= part <= 1 for part in parts if part is not None)


@quick
@given(programmes, profiles, weights, st.sampled_from(SKILLS), st.integers(0, 4))
def test_more_of_what_is_wanted_never_lowers_a_total_whatever_the_weights(
    facts: dict[str, Any], person: Profile, given_weights: Weights, skill: str, level: int
) -> None:
    person = replace(person, wants=person.wants | {skill})
    poorer = offer(**facts).programme
    more = max(level, poorer.outcomes.get(skill, 0))
    richer = replace(poorer, outcomes={**poorer.outcomes, skill: more})
    assert score(richer, person, given_weights).total >= score(poorer, person, given_weights).total


@quick
@given(catalogues.filter(bool), profiles, st.sampled_from(SKILLS), st.data())
def test_more_of_what_is_wanted_never_lowers_a_rank(
    offers: list[Offer], person: Profile, skill: str, data: st.DataObject
) -> None:
    person = replace(person, wants=person.wants | {skill})
    old = data.draw(st.sampled_from(offers))
    level = data.draw(st.integers(old.programme.outcomes.get(skill, 0), 4))
    outcomes = {**old.programme.outcomes, skill: level}
    richer = replace(old, programme=replace(old.programme, outcomes=outcomes))
    before = codes(offers, person)
    after = codes([richer if offered is old else offered for offered in offers], person)
    assert sorted(before) == sorted(after)
    if old.programme.code in before:
        assert after.index(old.programme.code) <= before.index(old.programme.code)


@quick
@given(catalogues, profiles, st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_offers(
    offers: list[Offer], person: Profile, chance: Any
) -> None:
    shuffled = chance.sample(offers, len(offers))
    assert chosen(shuffled, person) == chosen(offers, person)


@quick
@given(catalogues, profiles, st.frozensets(st.sampled_from(ObstacleKind)))
def test_relaxing_takes_away_the_named_wishes_and_nothing_else(
    offers: list[Offer], person: Profile, relaxed: frozenset[ObstacleKind]
) -> None:
    for offered in offers:
        left = obstacles(offered, person, CITIES, relaxed)
        every = obstacles(offered, person, CITIES)
        assert left == tuple(o for o in every if o.kind not in relaxed or not o.kind.is_wish)


@quick
@given(catalogues, profiles)
def test_no_programme_is_shown_that_is_closed_to_the_person(
    offers: list[Offer], person: Profile
) -> None:
    found = chosen(offers, person)
    unmet = {obstacle.kind for match in found.matches for obstacle in match.unmet}
    assert not any(hard(match.offer, person) for match in found.matches)
    assert set(found.relaxed) == unmet
    for match in found.matches:
        assert match.unmet == obstacles(match.offer, person, CITIES)


@quick
@given(catalogues, profiles)
def test_three_to_five_are_shown_or_all_that_is_open(offers: list[Offer], person: Profile) -> None:
    available = len(open_to(offers, person))
    assert min(available, 3) <= len(chosen(offers, person).matches) <= min(available, 5)


@quick
@given(catalogues, profiles)
def test_partners_and_fields_are_several_where_the_catalogue_has_them(
    offers: list[Offer], person: Profile
) -> None:
    available = open_to(offers, person)
    shown = [match.offer for match in chosen(offers, person).matches]
    assert len(partners(shown)) >= min(2, len(partners(available)))
    assert len(fields(shown)) >= min(2, len(fields(available)))


@quick
@given(catalogues, profiles)
def test_both_interests_are_shown_where_the_catalogue_has_them(
    offers: list[Offer], person: Profile
) -> None:
    shown = [match.offer.programme for match in chosen(offers, person).matches]
    for interest in strongest(person):
        if any(interest in leading(o.programme) for o in open_to(offers, person)):
            assert any(interest in leading(programme) for programme in shown)


@quick
@given(catalogues, profiles)
def test_wishes_are_kept_before_they_are_given_up(offers: list[Offer], person: Profile) -> None:
    first = [match.unmet for match in chosen(offers, person).matches[:1]]
    meets_all = [o for o in open_to(offers, person) if not obstacles(o, person, CITIES)]
    assert first == [()] or not meets_all


@quick
@given(catalogues, profiles)
def test_every_match_has_two_different_reasons(offers: list[Offer], person: Profile) -> None:
    for match in chosen(offers, person).matches:
        assert len({reason.kind for reason in match.reasons}) == len(match.reasons) == 2


@quick
@given(catalogues, profiles)
def test_every_stored_ranking_can_be_replayed(offers: list[Offer], person: Profile) -> None:
    kept = as_audit(person, WEIGHTS, "1", offers, {}, chosen(offers, person))
    stored = cast("Audit", json.loads(json.dumps(kept)))
    assert replay(stored, offers[::-1], CITIES) == replayed(stored).ranking
    assert replayed(stored).profile == person
