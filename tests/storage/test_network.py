from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.network import (
    Audience,
    EntryRules,
    Format,
    Group,
    Interest,
    Medical,
    ProgrammeKind,
    Slot,
)
from bot.storage.transaction import Transaction
from tests.builders import group, network, resource
from tests.domain.matching_builders import module, partner, programme
from tests.storage.engines import BROKEN_RULE

RICH = programme(
    title_en="Welder",
    kind=ProgrammeKind.PO_UP,
    format=Format.BLENDED,
    audiences=frozenset(Audience),
    rules=EntryRules(min_age=16, grades=(8, 11), experience=True, medical=Medical.EXAM),
    outcomes={"mach.weld": 3},
    requires={"safe.work": 0},
    interests={Interest.TECH: 1.0, Interest.SIGN: 0.6},
    other_names=("сварщик; «ручная»",),
    funding=frozenset({"age50", "job_seeker"}),
)
EVENING = Slot(weekday=2, begins=time(18), ends=time(20, 30))
LENDING = replace(
    network().agreements["A-1"], resources=("R-1",), duties="Даёт мастерскую", learners=30
)


def test_a_network_is_read_as_it_was_put(tx: Transaction) -> None:
    whole = network(
        programmes={"P-1": RICH},
        modules={"M-1": module(programme="P-1", outcomes={"mach.weld": 1}, requires=("M-0",))},
        groups={"G-1": group(module="M-1", timetable=(EVENING,))},
        resources={"R-1": resource()},
        agreements={"A-1": LENDING},
    )
    assert tx.network.put(whole) is True
    assert tx.network.read() == whole


def test_the_same_network_changes_nothing_and_another_adds_to_it(tx: Transaction) -> None:
    tx.network.put(network())
    assert tx.network.put(network()) is False
    renamed = partner(name_ru="Колледж")
    assert tx.network.put(network(partners={"DP-02": renamed}, agreements={})) is True
    assert tx.network.read() == network(partners={"DP-02": renamed})


def test_seats_follow_the_group(tx: Transaction) -> None:
    tx.network.put(network(group(seats=1)))
    tx.network.put(network(group(seats=15)))
    assert tx.enrolments.seats("G-1") == 15


def test_a_changed_resource_takes_the_place_of_the_old_one(tx: Transaction) -> None:
    tx.network.put(network(resources={"R-1": resource()}))
    larger = resource(capacity=15)
    assert tx.network.put(network(resources={"R-1": larger})) is True
    assert tx.network.read().resources == {"R-1": larger}


def test_groups_of_the_first_release_are_read_as_runs_of_whole_programmes(tx: Transaction) -> None:
    tx.network.put(network())
    tx.connection.execute(
        "UPDATE study_groups SET body = '{"
        '"code": "G-1", "programme": "P-1", "starts_on": "2026-04-01", "ends_on": "2026-05-01", '
        '"daypart": "evening", "seats": 1}\''
    )
    read = tx.network.read().groups["G-1"]
    assert (read.module, read.timetable) == (None, ())


def test_two_programmes_cannot_share_a_public_name(tx: Transaction) -> None:
    twins = {code: replace(RICH, code=code) for code in ("P-1", "P-2")}
    with pytest.raises(BROKEN_RULE):
        tx.network.put(network(programmes=twins))


@pytest.mark.parametrize(
    "wrong",
    [
        {"partners": {}},
        {"programmes": {}},
        {"modules": {"M-1": module(programme="P-404")}},
        {"groups": {"G-1": group(seats=-1)}},
        {"resources": {"R-1": resource(partner="DP-404")}},
    ],
    ids=[
        "a partner nobody knows",
        "a group of nothing",
        "a module of nothing",
        "seats below 0",
        "a resource of nobody",
    ],
)
def test_what_does_not_fit_together_is_refused(tx: Transaction, wrong: dict[str, object]) -> None:
    with pytest.raises(BROKEN_RULE):
        tx.network.put(network(**wrong))


def test_everything_is_read_in_the_order_of_its_characters(tx: Transaction) -> None:
    """Not in that of a language, so that no choice depends on the server's settings."""
    codes = ["10", "9", "A-2", "A.1", "Z", "a_3", "b", "ДЕМО-1", "демо-1"]
    tx.network.put(network(*(_group(code) for code in reversed(codes))))
    assert list(tx.network.read().groups) == codes


def _group(code: str) -> Group:
    return group(code=code, starts_on=date(2026, 9, 1))
