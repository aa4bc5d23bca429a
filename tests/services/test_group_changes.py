"""Groups that are closed, cancelled or moved while people have applied for them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.enrolments import Enrolment, NoDates, State
from bot.domain.group_changes import ChangeKind
from bot.domain.network import GroupState
from bot.domain.people import Person
from bot.services.network import VERSION, NetworkService
from bot.storage.transaction import Transaction
from tests.builders import group, network, world
from tests.services.test_enrolments import Office

WEEK = timedelta(days=7)
CANCELLED = {"state": GroupState.CANCELLED}
OTHER = group(code="G-2", seats=5)


@pytest.fixture
def office(tx: Transaction) -> Office:
    return Office(tx, world(network(group(), OTHER)))


def becomes(office: Office, **changes: Any) -> None:
    """An import changes G-1, and the bot has seen it."""
    known = office.world.catalogue.network
    given = replace(known, groups={**known.groups, "G-1": group(**changes)})
    NetworkService(office.tx, office.now).bring_in(given)
    seen = int(office.tx.facts.find(VERSION) or 0)
    catalogue = replace(office.world.catalogue, network=given, version=seen)
    office.world = replace(office.world, catalogue=catalogue)


def told(office: Office) -> list[tuple[ChangeKind | None, list[int]]]:
    untold = office.desk.group_changes.untold()
    return [(news.kind, [e.id for _, e in news.people]) for news in untold]


def mine(office: Office, person: Person) -> list[tuple[str, State]]:
    return [(e.group_code, e.state) for e in office.desk.enrolments.of(person)]


def moved() -> dict[str, Any]:
    return {"starts_on": group().starts_on + WEEK, "ends_on": group().ends_on + WEEK}


def test_whoever_has_applied_is_to_be_told_of_new_dates(office: Office) -> None:
    applied = office.applies(office.person(1))
    becomes(office, **moved())
    assert told(office) == [(ChangeKind.MOVED, [applied.id])]
    (news,) = office.desk.group_changes.untold()
    assert (news.before, news.after.starts_on) == (group(), group().starts_on + WEEK)
    office.desk.group_changes.told(news.after)
    assert told(office) == []


def test_more_places_are_no_news(office: Office) -> None:
    office.applies(office.person(1))
    becomes(office, seats=9)
    assert told(office) == []


def test_a_group_that_nobody_has_applied_for_is_no_news(office: Office) -> None:
    becomes(office, **moved())
    assert told(office) == []


def test_whoever_withdrew_meanwhile_is_not_told(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    first, second = office.applies(anna), office.applies(boris)
    becomes(office, **moved())
    office.desk.enrolments.withdraw(anna, first.id)
    assert told(office) == [(ChangeKind.MOVED, [second.id])]


def test_two_changes_are_told_as_one_from_what_people_know(office: Office) -> None:
    office.applies(office.person(1))
    becomes(office, **moved())
    becomes(office, starts_on=group().starts_on + 2 * WEEK, ends_on=group().ends_on + 2 * WEEK)
    (news,) = office.desk.group_changes.untold()
    assert news.before == group()


def test_what_is_again_as_it_was_is_no_news(office: Office) -> None:
    office.applies(office.person(1))
    becomes(office, **moved())
    becomes(office)
    assert [kind for kind, _ in told(office)] == [None]


def test_nothing_is_told_while_the_bot_shows_the_older_catalogue(office: Office) -> None:
    office.applies(office.person(1))
    older = replace(office.world, catalogue=replace(office.world.catalogue, version=0))
    becomes(office, **moved())
    newer, office.world = office.world, older
    assert told(office) == []
    office.world = newer
    assert len(told(office)) == 1, "control"


def test_a_cancelled_group_offers_no_place_to_those_who_wait(office: Office) -> None:
    anna = office.person(1)
    first, _ = office.applies(anna), office.applies(office.person(2))
    becomes(office, **CANCELLED)
    assert office.desk.enrolments.withdraw(anna, first.id)[1] == []
    assert office.desk.enrolments.fill_all() == []
    becomes(office)
    assert len(office.desk.enrolments.fill_all()) == 1, "control: an open group does"


def test_a_closed_group_takes_those_who_wait_already_and_nobody_else(office: Office) -> None:
    anna = office.person(1)
    first, _ = office.applies(anna), office.applies(office.person(2))
    becomes(office, state=GroupState.CLOSED)
    assert len(office.desk.enrolments.withdraw(anna, first.id)[1]) == 1
    with pytest.raises(NoDates):
        office.applies(office.person(3))
    assert told(office) == [], "nothing changes for those who are in it"


def test_an_offered_place_in_a_cancelled_group_cannot_be_taken(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    first, second = office.applies(anna), office.applies(boris)
    office.desk.enrolments.withdraw(anna, first.id)
    becomes(office, **CANCELLED)
    assert office.desk.enrolments.accept(boris, second.id).state is State.OFFERED
    becomes(office)
    assert office.desk.enrolments.accept(boris, second.id).state is State.CONFIRMED, "control"


def test_whoever_takes_other_dates_leaves_the_cancelled_group(office: Office) -> None:
    anna = office.person(1)
    office.applies(anna)
    becomes(office, **CANCELLED)
    assert mine(office, anna) == [("G-1", State.SUBMITTED)], "it stays until they decide"
    other: Enrolment = office.applies(anna, "G-2")
    assert other.state is State.SUBMITTED
    assert mine(office, anna) == [("G-2", State.SUBMITTED), ("G-1", State.WITHDRAWN)]


def test_control_an_open_group_is_not_left_by_applying_again(office: Office) -> None:
    anna = office.person(1)
    first = office.applies(anna)
    assert office.applies(anna, "G-2") == first


def test_a_group_that_is_held_after_all_is_news(office: Office) -> None:
    office.applies(office.person(1))
    becomes(office, **CANCELLED)
    office.desk.group_changes.told(group())
    becomes(office)
    assert [kind for kind, _ in told(office)] == [ChangeKind.RESTORED]
