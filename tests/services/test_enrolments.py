from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.enrolments import (
    BadMove,
    ClassByTheCenter,
    ConsentFirst,
    Enrolment,
    NoDates,
    NotAllowedYet,
    NotEligible,
    State,
    TooManyOpen,
    check_move,
)
from bot.domain.errors import NotFound
from bot.domain.network import EntryRules
from bot.domain.people import AgeBand, Education, Person, Role, Standing
from bot.services.desk import Desk
from bot.services.world import World
from bot.storage.transaction import Transaction
from tests.builders import NOON, RULES, group, incoming, network, world
from tests.domain.matching_builders import programme


class Office:
    """One group with its people, at a time that can be moved."""

    def __init__(self, tx: Transaction, given: World) -> None:
        self.tx = tx
        self.world = given
        self.now: datetime = NOON
        tx.network.put(given.catalogue.network)

    @property
    def desk(self) -> Desk:
        return Desk(self.tx, self.world, self.now)

    def person(self, account: int, **facts: Any) -> Person:
        people = self.desk.people
        person = people.choose_role(people.seen(incoming(account=account)), Role.ADULT)
        person = people.choose_age(person, facts.get("band", AgeBand.FROM_18))
        person = people.choose_education(person, Education.COLLEGE)
        return people.agree(person, "text") if facts.get("agrees", True) else person

    def applies(self, person: Person, group_code: str = "G-1") -> Enrolment:
        code = self.world.catalogue.network.groups[group_code].programme
        offer, profile = self.desk.programmes.offer(code), self.desk.profiles.of(person)
        return self.desk.enrolments.apply(person, profile, offer, group_code, None)


@pytest.fixture
def office(tx: Transaction) -> Office:
    return Office(tx, world())


def test_the_first_gets_the_place_and_a_number(office: Office) -> None:
    enrolment = office.applies(office.person(1))
    assert enrolment.state is State.SUBMITTED
    assert enrolment.number == f"26-{enrolment.id:05d}"
    assert office.desk.enrolments.taken() == {"G-1": 1}


def test_the_next_ones_wait_and_see_their_place_in_the_queue(office: Office) -> None:
    office.applies(office.person(1))
    second, third = office.applies(office.person(2)), office.applies(office.person(3))
    assert [second.state, third.state] == [State.WAITLISTED] * 2
    assert [office.desk.enrolments.place_in_queue(e) for e in (second, third)] == [1, 2]


def test_applying_twice_gives_the_first_receipt(office: Office) -> None:
    anna = office.person(1)
    assert office.applies(anna) == office.applies(anna)
    assert len(office.desk.enrolments.of(anna)) == 1


def test_a_freed_place_is_offered_to_whoever_waited_longest(office: Office) -> None:
    anna, boris, clara = (office.person(n) for n in (1, 2, 3))
    first = office.applies(anna)
    office.applies(boris)
    office.applies(clara)
    left, offered = office.desk.enrolments.withdraw(anna, first.id)
    assert left.state is State.WITHDRAWN
    assert [(o.person.id, o.enrolment.state) for o in offered] == [(boris.id, State.OFFERED)]
    assert offered[0].enrolment.decide_by == NOON + RULES.offer_lasts


def test_a_newcomer_does_not_overtake_those_who_wait(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    first, second = office.applies(anna), office.applies(boris)
    office.desk.enrolments.withdraw(anna, first.id)
    newcomer = office.applies(office.person(3))
    assert newcomer.state is State.WAITLISTED
    assert office.desk.enrolments.accept(boris, second.id).state is State.CONFIRMED


def test_an_offer_that_nobody_takes_in_time_goes_to_the_next(office: Office) -> None:
    anna, boris, clara = (office.person(n) for n in (1, 2, 3))
    first = office.applies(anna)
    second, third = office.applies(boris), office.applies(clara)
    office.desk.enrolments.withdraw(anna, first.id)
    office.now += RULES.offer_lasts
    assert [
        (lapsed.enrolment.id, [o.enrolment.id for o in offered])
        for lapsed, offered in office.desk.enrolments.lapse()
    ] == [(second.id, [third.id])]
    assert office.desk.enrolments.lapse() == []
    assert office.desk.enrolments.accept(boris, second.id).state is State.LAPSED


def test_nobody_is_offered_a_place_after_the_start(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    first = office.applies(anna)
    office.applies(boris)
    office.now += timedelta(days=40)
    assert office.desk.enrolments.withdraw(anna, first.id)[1] == []


def test_withdrawing_twice_changes_nothing(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    first = office.applies(anna)
    office.applies(boris)
    office.desk.enrolments.withdraw(anna, first.id)
    assert office.desk.enrolments.withdraw(anna, first.id)[1] == []
    assert office.desk.enrolments.taken() == {"G-1": 1}


def test_nobody_can_touch_somebody_elses_application(office: Office) -> None:
    first = office.applies(office.person(1))
    with pytest.raises(NotFound):
        office.desk.enrolments.withdraw(office.person(2), first.id)


def test_every_move_is_in_the_history(office: Office) -> None:
    anna = office.person(1)
    first = office.applies(anna)
    office.desk.enrolments.withdraw(anna, first.id)
    moves = office.desk.enrolments.history(first)
    assert [(m.from_state, m.to_state, m.actor) for m in moves] == [
        (None, State.SUBMITTED, "person"),
        (State.SUBMITTED, State.WITHDRAWN, "person"),
    ]


def test_under_14_a_parent_applies(office: Office) -> None:
    child = office.person(1, band=AgeBand.UNDER_14)
    assert child.standing is Standing.GUEST
    with pytest.raises(NotAllowedYet):
        office.applies(child)


def test_without_consent_nothing_is_kept(office: Office) -> None:
    with pytest.raises(ConsentFirst):
        office.applies(office.person(1, agrees=False))


def test_whoever_the_rules_exclude_cannot_apply(tx: Transaction) -> None:
    strict = programme(code="P-1", slug="p-1", rules=EntryRules(min_age=50))
    office = Office(tx, world(network(programmes={"P-1": strict})))
    with pytest.raises(NotEligible):
        office.applies(office.person(1))


def test_a_group_that_has_begun_takes_nobody(office: Office) -> None:
    anna = office.person(1)
    office.now += timedelta(days=40)
    with pytest.raises(NoDates):
        office.applies(anna)


def test_three_open_applications_are_enough_for_one_person(tx: Transaction) -> None:
    groups = [group(code=f"G-{n}", programme=f"P-{n}", seats=5) for n in range(1, 5)]
    office = Office(tx, world(network(*groups)))
    anna = office.person(1)
    for n in (1, 2, 3):
        office.applies(anna, f"G-{n}")
    with pytest.raises(TooManyOpen):
        office.applies(anna, "G-4")
    office.desk.enrolments.withdraw(anna, office.desk.enrolments.of(anna)[0].id)
    assert office.applies(anna, "G-4").state is State.SUBMITTED


def test_being_erased_frees_the_place(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    office.applies(anna)
    office.applies(boris)
    offered = office.desk.enrolments.release(anna)
    counts = office.desk.records.erase(anna)
    assert [o.person.id for o in offered] == [boris.id]
    assert counts["enrolments"] == 1
    assert office.tx.people.find(anna.id) is None
    assert office.desk.enrolments.of(anna) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.LAPSED, State.CONFIRMED),
        (State.WITHDRAWN, State.SUBMITTED),
        (State.SUBMITTED, State.CONFIRMED),
    ],
)
def test_moves_that_are_not_in_the_table_are_refused(before: State, after: State) -> None:
    with pytest.raises(BadMove):
        check_move(before, after)


def test_a_teacher_is_sent_to_the_center_for_a_whole_class(office: Office) -> None:
    people = office.desk.people
    teacher = people.choose_role(people.seen(incoming(account=1)), Role.TEACHER)
    with pytest.raises(ClassByTheCenter):
        office.applies(people.agree(teacher, "text"))


def test_a_place_that_waits_for_an_answer_is_found_again(office: Office) -> None:
    anna, boris = office.person(1), office.person(2)
    first, second = office.applies(anna), office.applies(boris)
    assert office.desk.enrolments.offered_to(boris) is None
    office.desk.enrolments.withdraw(anna, first.id)
    waiting = office.desk.enrolments.offered_to(boris)
    assert waiting is not None
    assert waiting.id == second.id


def test_what_is_under_way_for_a_programme_is_found(office: Office) -> None:
    anna = office.person(1)
    assert office.desk.enrolments.open_for(anna, "P-1") is None
    applied = office.applies(anna)
    assert office.desk.enrolments.open_for(anna, "P-1") == applied
    office.desk.enrolments.withdraw(anna, applied.id)
    assert office.desk.enrolments.open_for(anna, "P-1") is None


def test_places_that_are_added_go_to_those_who_wait(office: Office) -> None:
    office.applies(office.person(1))
    boris = office.person(2)
    waiting = office.applies(boris)
    assert office.desk.enrolments.fill_all() == []
    larger = network(group(seats=3))
    office.tx.network.put(larger)
    office.world = world(larger)
    assert [o.enrolment.id for o in office.desk.enrolments.fill_all()] == [waiting.id]
    assert office.desk.enrolments.fill_all() == []
