import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

from bot.domain.matching import Audit, Kept, Offer, Weights, as_audit, choose, replay, replayed
from bot.domain.network import DayPart, Format
from bot.domain.profiles import Profile
from tests.domain.matching_builders import (
    CITIES,
    CNC_OPERATOR,
    TESTER,
    WANTS_TO_WELD,
    WEIGHTS,
    WELDER,
    WELDER_HIGHER_GRADE,
    adult,
    offer,
    pupil,
)

ROWS = (WELDER, WELDER_HIGHER_GRADE, CNC_OPERATOR, TESTER)
OFFERS = [offer(**row) for row in ROWS]
PERSON = adult(
    profession=True,
    experience=frozenset({"machinery"}),
    city="yurga",
    formats=frozenset({Format.ONSITE}),
    dayparts=frozenset({DayPart.DAY}),
    sectors=("machinery", "it"),
    **WANTS_TO_WELD,
)


TAKEN = {"G-1": 10, "G-2": 4}


def stored(
    person: Profile = PERSON, weights: Weights = WEIGHTS, offers: Sequence[Offer] = OFFERS
) -> Audit:
    """As it comes back from a database."""
    choice = choose(offers, person, weights, CITIES, {})
    audit = as_audit(person, weights, "2026-03-02.1", offers, TAKEN, choice)
    return cast("Audit", json.loads(json.dumps(audit)))


def test_an_audit_names_its_versions_and_what_was_shown() -> None:
    audit: Any = stored()
    assert audit["catalogue"] == "2026-03-02.1"
    assert audit["weights"]["version"] == WEIGHTS.version
    assert audit["shown"] == ["DEMO-15", "DEMO-24", "DEMO-16"]
    assert audit["relaxed"] == ["format", "city"]
    assert audit["ranking"][2] == ["DEMO-16", 0.875]


def test_a_stored_person_comes_back_whole() -> None:
    for person in (PERSON, pupil(), adult(education=None)):
        assert replayed(stored(person)).profile == person
    back = replayed(stored())
    assert back.weights == WEIGHTS
    assert back.shown == ("DEMO-15", "DEMO-24", "DEMO-16")
    assert (back.catalogue, back.relaxed) == ("2026-03-02.1", ("format", "city"))


def test_a_ranking_can_be_computed_again() -> None:
    audit = stored()
    assert replay(audit, reversed(OFFERS), CITIES) == replayed(audit).ranking != ()


def test_a_replay_uses_the_weights_of_its_day() -> None:
    other = replace(WEIGHTS, version="other", coverage=0.25, interest=0.75)
    audit = stored(weights=other)
    assert replay(audit, OFFERS, CITIES) == replayed(audit).ranking
    assert replayed(audit).ranking != replayed(stored()).ranking


def test_a_replay_over_another_catalogue_shows_the_difference() -> None:
    audit = stored()
    assert replay(audit, OFFERS[1:], CITIES) != replayed(audit).ranking


def test_a_large_catalogue_keeps_the_first_fifty_lines() -> None:
    many = [offer(code=f"P-{n}") for n in range(60)]
    audit = stored(adult(), offers=many)
    assert len(audit["ranking"]) == 50
    assert replay(audit, many, CITIES) == replayed(audit).ranking


def test_an_audit_remembers_the_places_that_were_taken() -> None:
    assert replayed(stored()).taken == TAKEN


def test_a_replay_knows_which_cards_were_stale() -> None:
    old = [offer(code="old", fresh=False), offer(code="new", partner="DP-9")]
    audit = stored(adult(), offers=old)
    renewed = [replace(one, fresh=True) for one in old]
    stale = [replace(one, fresh=False) for one in old]
    for now in (old, renewed, stale):
        assert [code for code, _ in replay(audit, now, CITIES)] == ["new", "old"]


def test_a_result_kept_by_the_first_version_can_still_be_read() -> None:
    first: Any = {name: value for name, value in stored().items() if name not in ("taken", "stale")}
    assert (replayed(first).taken, replayed(first).stale) == ({}, frozenset())


def test_a_kept_result_has_a_number_for_people() -> None:
    kept = Kept(id=12, made_at=datetime(2026, 3, 2, tzinfo=UTC), audit=stored())
    assert kept.number == "26-00012"
