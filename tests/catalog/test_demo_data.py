"""The demo network and the questionnaires as shipped: alive, reachable, balanced, readable."""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.catalog.questionnaires import load_questionnaires
from bot.domain.matching import GroupPlaces, ObstacleKind, Offer, obstacles
from bot.domain.network import (
    AgreementKind,
    Audience,
    DayPart,
    Format,
    Interest,
    Network,
    Programme,
    ProgrammeKind,
)
from bot.domain.people import AgeBand, Education
from bot.domain.profiles import Profile

ROOT = Path(__file__).parents[2]
SHARED = ROOT / ".." / "shared" / "domain" / "demo_programs.csv"
ANCHOR = date(2026, 3, 2)
DICTIONARIES = load_dictionaries(ROOT / "data")
NETWORK = read_network(ROOT / "data" / "demo", DICTIONARIES, ANCHOR)
PROGRAMMES = list(NETWORK.programmes.values())
ADULT = [p for p in PROGRAMMES if Audience.ADULT in p.audiences]
WHOLE = [g for g in NETWORK.groups.values() if g.module is None]
QUESTIONNAIRES = load_questionnaires(ROOT / "data" / "questionnaires")
INTERESTS = QUESTIONNAIRES["interests"]
SKILLS = QUESTIONNAIRES["skills"]


def is_open(network: Network, programme: Programme, day: date) -> bool:
    agreed = any(
        a.partner == programme.partner and a.kind is AgreementKind.NETWORK and a.covers(day)
        for a in network.agreements.values()
    )
    return agreed and any(
        g.programme == programme.code and g.module is None and g.starts_on >= day
        for g in network.groups.values()
    )


@pytest.mark.parametrize("anchor", [ANCHOR, date(2028, 2, 29), date(2031, 12, 31)])
def test_the_demo_is_alive_whenever_it_is_first_imported(anchor: date) -> None:
    network = read_network(ROOT / "data" / "demo", DICTIONARIES, anchor)
    assert len(network.partners) == 14
    assert sum(is_open(network, p, anchor) for p in network.programmes.values()) == 41


def test_two_months_after_the_import_most_programmes_are_still_open() -> None:
    later = ANCHOR + timedelta(days=60)
    assert sum(is_open(NETWORK, p, later) for p in PROGRAMMES) >= 38


def test_everything_is_marked_as_demo() -> None:
    assert all(partner.is_demo for partner in NETWORK.partners.values())
    assert all(programme.is_demo for programme in PROGRAMMES)
    assert all(partner.name_ru.startswith("Демо-") for partner in NETWORK.partners.values())


PEOPLE = [
    *(
        Profile(audience=Audience.PUPIL, age_band=AgeBand.FROM_14, today=ANCHOR, grade=grade)
        for grade in (8, 11)
    ),
    Profile(
        audience=Audience.ADULT,
        age_band=AgeBand.FROM_18,
        today=ANCHOR,
        education=Education.SCHOOL,
        profession=False,
        experience=frozenset({"services"}),
    ),
    Profile(
        audience=Audience.ADULT,
        age_band=AgeBand.FROM_50,
        today=ANCHOR,
        education=Education.COLLEGE,
        profession=True,
        experience=frozenset({"machinery"}),
    ),
]


def offer(programme: Programme) -> Offer:
    groups = tuple(
        GroupPlaces(group=group, left=group.seats)
        for group in WHOLE
        if group.programme == programme.code
    )
    partner = NETWORK.partners[programme.partner]
    return Offer(programme=programme, partner=partner, groups=groups, agreement_open=True)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.code)
def test_somebody_can_enter_every_programme_and_not_everybody(programme: Programme) -> None:
    barred = [bool(obstacles(offer(programme), one, DICTIONARIES.cities)) for one in PEOPLE]
    assert not all(barred)
    assert any(barred)


def test_a_person_without_any_profession_finds_at_least_ten_programmes() -> None:
    newcomer = PEOPLE[2]
    free = [p for p in PROGRAMMES if not obstacles(offer(p), newcomer, DICTIONARIES.cities)]
    assert len(free) >= 10


def test_only_pupils_meet_school_years_and_only_adults_meet_doctors() -> None:
    kinds = {obstacle.kind for p in ADULT for obstacle in obstacles(offer(p), PEOPLE[0], {})}
    assert ObstacleKind.AUDIENCE in kinds
    assert all(p.rules.grades for p in PROGRAMMES if p not in ADULT)
    assert not any(p.rules.grades for p in ADULT)


def test_every_programme_starts_within_six_weeks() -> None:
    soon = ANCHOR + timedelta(days=42)
    starting = {g.programme for g in WHOLE if ANCHOR < g.starts_on <= soon}
    assert starting == set(NETWORK.programmes)


def test_most_adults_can_study_beside_their_work() -> None:
    beside = {DayPart.EVENING, DayPart.WEEKEND}
    possible = {g.programme for g in WHOLE if g.daypart in beside}
    assert sum(p.code in possible for p in ADULT) >= 0.8 * len(ADULT)


def test_nobody_is_asked_to_study_more_than_a_working_week_holds() -> None:
    for group in WHOLE:
        weeks = ((group.ends_on - group.starts_on).days + 3) / 7
        most = 36 if group.daypart in (DayPart.MORNING, DayPart.DAY) else 16
        assert NETWORK.programmes[group.programme].hours / weeks <= most, group.code


def test_there_are_groups_that_fill_at_once_and_large_ones() -> None:
    seats = [group.seats for group in NETWORK.groups.values()]
    assert sum(places <= 3 for places in seats) >= 4
    assert max(seats) == 25


def test_the_modules_of_a_programme_lead_to_what_it_promises() -> None:
    for programme in PROGRAMMES:
        modules = [m for m in NETWORK.modules.values() if m.programme == programme.code]
        assert 2 <= len(modules) <= 6
        reached: dict[str, int] = {}
        for module in modules:
            for competency, level in module.outcomes.items():
                reached[competency] = max(level, reached.get(competency, 0))
        assert reached == dict(programme.outcomes), programme.code


def test_an_online_programme_has_online_modules_only() -> None:
    online = {p.code for p in PROGRAMMES if p.format is Format.ONLINE}
    assert {m.format for m in NETWORK.modules.values() if m.programme in online} == {Format.ONLINE}


def test_some_modules_are_given_by_another_partner_that_may_teach() -> None:
    given = [
        module
        for module in NETWORK.modules.values()
        if module.partner != NETWORK.programmes[module.programme].partner
    ]
    teaching = {a.partner for a in NETWORK.agreements.values() if a.kind is AgreementKind.NETWORK}
    assert len(given) >= 15
    assert {module.partner for module in given} <= teaching


@pytest.mark.skipif(not SHARED.exists(), reason="the reference programmes are not here")
def test_the_demo_programmes_are_those_of_the_domain_brief() -> None:
    with SHARED.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            programme = NETWORK.programmes[row["code"]]
            assert programme.title_ru == row["title_ru"]
            assert (programme.kind, programme.hours) == (row["kind"], int(row["hours"]))
            assert (programme.format, programme.partner) == (row["format"], row["partner"])
            assert DICTIONARIES.cities[programme.city].name_ru == row["city"]
            assert programme.sector == row["sector"]
            assert programme.outcomes == numbers(row["outcome_levels"])
            assert programme.requires == numbers(row["required_levels"])
            assert programme.interests == numbers(row["interest_profile"])


def numbers(cell: str) -> dict[str, float]:
    pairs = (pair.split(":") for pair in cell.split(";") if pair)
    return {code: float(value) for code, value in pairs}


# --- how it reads ---------------------------------------------------------------------------------

FORMAL = re.compile(r"\b(вы|вас|вам|ваш\w*|\w+(ете|ёте|ите|йте)(сь)?)\b", re.IGNORECASE)
INFORMAL = re.compile(r"\b(ты|тебя|тебе|тво[йеяю]\w*|\w+шь(ся)?)\b", re.IGNORECASE)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.code)
def test_a_summary_says_ty_to_pupils_and_vy_to_adults(programme: Programme) -> None:
    right, wrong = (
        (INFORMAL, FORMAL) if Audience.PUPIL in programme.audiences else (FORMAL, INFORMAL)
    )
    assert not wrong.search(programme.summary_ru)
    assert right.search(programme.summary_ru)


def test_every_text_of_the_demo_is_written_in_both_languages() -> None:
    for programme in PROGRAMMES:
        assert programme.title_en
        assert programme.summary_en
    assert all(module.title_en for module in NETWORK.modules.values())


def test_a_summary_is_at_most_two_sentences_that_are_finished() -> None:
    for programme in PROGRAMMES:
        for summary in (programme.summary_ru, programme.summary_en or ""):
            assert summary.endswith(".")
            assert summary.count(". ") <= 1


def test_learning_is_free_for_pupils_and_mostly_for_first_professions() -> None:
    assert all(p.price == 0 for p in PROGRAMMES if Audience.PUPIL in p.audiences)
    first = [p for p in PROGRAMMES if p.kind is ProgrammeKind.PO_NEW]
    assert sum(p.price == 0 for p in first) > len(first) / 2
    assert sum(p.price > 0 for p in ADULT) >= 8


# --- questionnaires -------------------------------------------------------------------------------


def types(rounds: Iterable[int] = (1, 2)) -> Counter[Interest]:
    shown = [pair for pair in INTERESTS.pairs if pair.round in rounds]
    return Counter(side.interest for pair in shown for side in (pair.a, pair.b))


def test_every_interest_is_shown_as_often_as_any_other() -> None:
    assert types() == dict.fromkeys(Interest, 8)
    assert types([1]) == dict.fromkeys(Interest, 4)


def test_every_two_interests_meet_once_in_each_round() -> None:
    for number in (1, 2):
        met = [
            frozenset({p.a.interest, p.b.interest}) for p in INTERESTS.pairs if p.round == number
        ]
        assert sorted(map(sorted, met)) == sorted(map(sorted, combinations(Interest, 2)))


def test_no_interest_stands_on_one_side_more_often() -> None:
    left = Counter(pair.a.interest for pair in INTERESTS.pairs)
    assert left == dict.fromkeys(Interest, 4)


def test_the_key_is_that_of_the_five_type_design() -> None:
    """E. A. Klimov's key: the numbers of the pairs in which a type is offered, on either side."""
    assert {
        interest: [
            number
            for number, pair in enumerate(INTERESTS.pairs, 1)
            if interest in (pair.a.interest, pair.b.interest)
        ]
        for interest in Interest
    } == {
        Interest.NATURE: [1, 3, 6, 10, 11, 13, 16, 20],
        Interest.TECH: [1, 4, 7, 9, 11, 14, 17, 19],
        Interest.HUMAN: [2, 4, 6, 8, 12, 14, 16, 18],
        Interest.SIGN: [2, 5, 9, 10, 12, 15, 19, 20],
        Interest.ART: [3, 5, 7, 8, 13, 15, 17, 18],
    }


def test_items_are_numbered_in_order() -> None:
    assert [pair.id for pair in INTERESTS.pairs] == [f"PI{n:02}" for n in range(1, 21)]
    general = [item.id for item in SKILLS.items if item.sector is None]
    trade = [item.id for item in SKILLS.items if item.sector]
    assert general == [f"AC{n:02}" for n in range(1, 9)]
    assert trade == [f"AT{n:02}" for n in range(1, len(trade) + 1)]


def test_every_general_competency_is_asked_once() -> None:
    asked = [item.competency for item in SKILLS.items if item.sector is None]
    general = [c.code for c in DICTIONARIES.competencies.values() if c.group == "transversal"]
    assert sorted(asked) == sorted(general)


def test_every_direction_has_two_or_three_items_that_cover_its_trades() -> None:
    for sector in DICTIONARIES.sectors:
        asked = [item.competency for item in SKILLS.items if item.sector == sector]
        trades = {c.code for c in DICTIONARIES.competencies.values() if c.group == sector}
        assert len(asked) in (2, 3)
        assert set(asked) == trades


def test_wordings_are_short_different_and_without_full_stops() -> None:
    sides = [side.wording for pair in INTERESTS.pairs for side in (pair.a, pair.b)]
    for wordings in (sides, [item.wording for item in SKILLS.items]):
        for language in ("ru", "en"):
            texts = [wording.in_(language) for wording in wordings]
            assert len(set(texts)) == len(texts)
            assert all(len(text) <= 90 and not text.endswith(".") for text in texts)


def test_the_scale_goes_from_never_to_teaching_others() -> None:
    assert SKILLS.scale is not None
    assert list(SKILLS.scale) == [0, 1, 2, 3, 4]
    for step in SKILLS.scale.values():
        assert len(step.ru) <= 40
        assert len(step.en) <= 40


@pytest.mark.parametrize("anchor", [date(2026, 3, day) for day in range(2, 9)])
def test_weekend_groups_begin_on_saturday_and_others_on_a_working_day(anchor: date) -> None:
    network = read_network(ROOT / "data" / "demo", DICTIONARIES, anchor)
    for group in network.groups.values():
        is_saturday, is_working_day = group.starts_on.weekday() == 5, group.starts_on.weekday() < 5
        assert is_saturday if group.daypart is DayPart.WEEKEND else is_working_day


def test_no_group_begins_in_the_new_year_holidays() -> None:
    for day in range(1, 31):
        network = read_network(ROOT / "data" / "demo", DICTIONARIES, date(2026, 11, day))
        starts = {(g.starts_on.month, g.starts_on.day) for g in network.groups.values()}
        assert not starts & {(12, 30), (12, 31), *((1, n) for n in range(1, 9))}
