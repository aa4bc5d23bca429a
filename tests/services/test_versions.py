from dataclasses import replace
from datetime import timedelta

import orjson
import pytest

from bot.domain.network import Network
from bot.domain.versions import Part
from bot.handlers.enrolments import receipt_of
from bot.services.enrolments import Wanted
from bot.services.network import NetworkService
from bot.services.world import World
from bot.storage.transaction import Transaction
from tests.builders import NOON, group, network, world
from tests.domain.matching_builders import module, programme
from tests.services.test_enrolments import Office
from tests.trajectory_builders import trajectory

DAY = timedelta(days=1)


def longer(given: Network) -> Network:
    return replace(given, programmes={"P-1": replace(given.programmes["P-1"], hours=80)})


def shows(given: Network) -> World:
    """The catalogue as the bot has it in its memory."""
    known = world()
    return replace(known, catalogue=replace(known.catalogue, network=given))


@pytest.fixture
def office(tx: Transaction) -> Office:
    given = network(programmes={"P-1": programme(code="P-1", slug="p-1")})
    NetworkService(tx, NOON).bring_in(given)
    return Office(tx, world(given))


def changed(office: Office) -> None:
    """An import brings a longer programme, and the bot has seen it."""
    new = longer(office.world.catalogue.network)
    NetworkService(office.tx, office.now).bring_in(new)
    office.world = shows(new)


def test_whoever_applied_stays_with_what_they_applied_for(office: Office) -> None:
    mine = office.applies(office.person(1))
    office.now += DAY
    changed(office)
    versions = office.desk.versions
    version = versions.of(mine)
    assert version is not None
    offer = versions.applied_for(office.desk.programmes.offer("P-1"), version)
    assert (offer.programme.hours, office.desk.programmes.offer("P-1").programme.hours) == (72, 80)
    (change,) = versions.changes_since(version)
    assert (change.part, change.before.hours, change.after.hours) == (Part.HOURS, 72, 80)


def test_whoever_applies_later_gets_the_new_one(office: Office) -> None:
    changed(office)
    version = office.desk.versions.of(office.applies(office.person(2)))
    assert version is not None
    assert version.programme.hours == 80
    assert office.desk.versions.changes_since(version) == ()


def test_what_a_person_saw_counts_and_not_what_came_a_moment_ago(office: Office) -> None:
    seen = office.world
    changed(office)
    office.world = seen
    version = office.desk.versions.of(office.applies(office.person(1)))
    assert version is not None
    assert version.programme.hours == 72


def test_an_import_that_changes_nothing_makes_no_version(office: Office) -> None:
    NetworkService(office.tx, office.now + DAY).bring_in(office.world.catalogue.network)
    assert len(office.tx.versions.of_programme("P-1")) == 1
    changed(office)
    assert [v.programme.hours for v in office.tx.versions.of_programme("P-1")] == [80, 72]


def test_an_application_without_a_version_is_shown_as_the_programme_is(office: Office) -> None:
    mine = replace(office.applies(office.person(1)), version=None)
    changed(office)
    offer = office.desk.programmes.offer("P-1")
    assert office.desk.versions.of(mine) is None
    assert office.desk.versions.applied_for(offer, None) == offer
    assert office.desk.versions.changes_since(None) == ()


def test_the_version_belongs_to_what_is_given_out_and_goes_with_the_person(
    office: Office,
) -> None:
    anna = office.person(1)
    office.applies(anna)
    changed(office)
    (application,) = office.desk.records.export(anna)["applications"]
    assert application["programme_then"]["hours"] == 72
    assert orjson.dumps(application)
    office.desk.enrolments.release(anna)
    office.desk.records.erase(anna)
    assert office.tx.connection.execute("SELECT count(*) FROM enrolments").fetchone()[0] == 0
    assert len(office.tx.versions.of_programme("P-1")) == 2


def test_whoever_applied_for_a_module_stays_with_its_price(tx: Transaction) -> None:
    weld = module(code="M-1", programme="P-1", price=500)
    given = network(group(module="M-1"), modules={"M-1": weld})
    office = Office(tx, world(given))
    anna = office.person(1)
    offer, profile = office.desk.programmes.offer("P-1"), office.desk.profiles.of(anna)
    path = tx.trajectories.draw(trajectory(id=0, person_id=anna.id))
    wanted = [Wanted(offer, given.groups["G-1"])]
    office.desk.enrolments.apply_together(anna, profile, path.id, wanted)
    (mine,) = office.desk.enrolments.of(anna)
    assert mine.module_then == weld
    office.world = shows(replace(given, modules={"M-1": replace(weld, price=900)}))
    (change,) = office.desk.versions.changes_since(None, mine.module_then)
    assert (change.part, change.before.price, change.after.price) == (Part.PRICE, 500, 900)
    assert receipt_of(office.desk, mine).taught.price == 500
