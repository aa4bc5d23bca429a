"""The catalogue tells runs of a programme from runs of its modules, and knows its lists."""

from datetime import date

import pytest

from bot.catalog.search import Lexicon
from bot.catalog.snapshot import Catalogue, UnknownCode
from bot.domain.network import GroupState, Network
from tests.builders import DICTIONARIES, TODAY, group, network
from tests.domain.matching_builders import module, programme

LATE, SOON = date(2026, 9, 1), date(2026, 4, 1)


def catalogue(known: Network) -> Catalogue:
    return Catalogue(1, known, DICTIONARIES, Lexicon())


MIXED = catalogue(
    network(
        group(code="G-1", starts_on=LATE),
        group(code="G-2", starts_on=SOON),
        group(code="M-1-B", module="M-1", starts_on=LATE),
        group(code="M-1-A", module="M-1", starts_on=SOON),
        group(code="M-2-A", module="M-2", starts_on=SOON),
        modules={code: module(code=code, programme="P-1") for code in ("M-1", "M-2", "M-3")},
    )
)


def test_a_run_of_one_module_is_not_offered_as_the_whole_programme() -> None:
    assert [group.code for group in MIXED.groups_of["P-1"]] == ["G-2", "G-1"]
    offered = MIXED.offer("P-1", {}, TODAY).groups
    assert [places.group.code for places in offered] == ["G-2", "G-1"]


def test_runs_of_a_module_are_found_by_it_soonest_first() -> None:
    found = {code: [g.code for g in groups] for code, groups in MIXED.module_groups.items()}
    assert found == {"M-1": ["M-1-A", "M-1-B"], "M-2": ["M-2-A"]}


@pytest.mark.parametrize("state", [GroupState.CLOSED, GroupState.CANCELLED])
def test_a_run_that_takes_nobody_is_offered_to_nobody(state: GroupState) -> None:
    known = network(
        group(code="G-1", state=state),
        group(code="G-2"),
        group(code="M-1-A", module="M-1", state=state),
        modules={"M-1": module(code="M-1", programme="P-1")},
    )
    given = catalogue(known)
    assert [group.code for group in given.groups_of["P-1"]] == ["G-2"]
    assert given.module_groups == {}


def test_what_the_lists_hold_is_fine() -> None:
    MIXED.check()


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (
            {"programmes": {"P-1": programme(city="tomsk")}},
            "the programme P-1 in the database uses 'tomsk', which cities.csv does not hold: "
            "put that line back",
        ),
        ({"programmes": {"P-1": programme(sector="space")}}, "'space', which sectors.csv"),
        ({"programmes": {"P-1": programme(outcomes={"x.y": 1})}}, "'x.y', which competencies.csv"),
        ({"programmes": {"P-1": programme(requires={"x.y": 1})}}, "'x.y', which competencies.csv"),
        (
            {"programmes": {"P-1": programme(funding=frozenset({"veteran"}))}},
            "'veteran', which funding.csv does not hold",
        ),
        (
            {"modules": {"M-1": module(programme="P-1", city="tomsk")}},
            "the module M-1 in the database uses 'tomsk', which cities.csv",
        ),
        (
            {"modules": {"M-1": module(programme="P-1", outcomes={"x.y": 1})}},
            "'x.y', which competencies.csv",
        ),
    ],
)
def test_a_code_that_a_list_lost_is_told_with_its_file(known: dict[str, object], told: str) -> None:
    with pytest.raises(UnknownCode, match=told):
        catalogue(network(**known)).check()
