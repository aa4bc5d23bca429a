"""Places at an event, on a real database; the time is moved."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.events import State as EventState
from bot.domain.participations import (
    AgreeFirst,
    Begun,
    LinkClosed,
    NotForYou,
    ParentRegisters,
    Participation,
    SchoolIsFull,
    State,
    TooManyTogether,
)
from bot.domain.people import AgeBand, Person, Role
from bot.domain.quiet import is_quiet
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, RULES, incoming, network, world
from tests.domain.event_builders import STARTS, event
from tests.storage.engines import Sqlite, create_migrated, opened


class Hall:
    """One event with its people, at a time that can be moved."""

    def __init__(self, tx: Transaction, **about: Any) -> None:
        self.tx = tx
        self.world = world()
        self.now: datetime = NOON
        tx.network.put(network())
        self.event: Event = tx.events.add(event(**about), None, "secret", NOON)

    @property
    def desk(self) -> Desk:
        return Desk(self.tx, self.world, self.now)

    def pupil(self, account: int, **facts: Any) -> Person:
        people = self.desk.people
        person = people.choose_role(people.seen(incoming(account=account)), Role.PUPIL)
        person = people.choose_age(person, facts.get("band", AgeBand.FROM_14))
        person = people.choose_grade(person, 8)
        return people.agree(person, "text") if facts.get("agrees", True) else person

    def comes(self, person: Person, places: int = 1, **more: Any) -> Participation:
        return self.desk.participations.register(person, self.event.id, places, **more)

    def state_of(self, participation: Participation) -> State:
        found = self.tx.participations.find(participation.id)
        assert found is not None
        return found.state


@pytest.fixture
def hall(tx: Transaction) -> Hall:
    return Hall(tx, capacity=2)


def test_who_comes_late_waits_and_sees_the_place_in_the_queue(hall: Hall) -> None:
    came = [hall.comes(hall.pupil(n)) for n in (1, 2, 3, 4)]
    assert [p.state for p in came] == [State.REGISTERED] * 2 + [State.WAITING] * 2
    assert [hall.desk.participations.place_in_queue(p) for p in came] == [None, None, 1, 2]


def test_registering_twice_gives_the_first_answer(hall: Hall) -> None:
    anna = hall.pupil(1)
    assert hall.comes(anna) == hall.comes(anna)
    assert hall.desk.participations.places(hall.event).taken == 1


def test_a_freed_place_is_offered_for_a_day_to_whoever_waited_longest(hall: Hall) -> None:
    anna, boris, clara, dan = (hall.pupil(n) for n in (1, 2, 3, 4))
    mine, _, waits, _ = (hall.comes(p) for p in (anna, boris, clara, dan))
    _, offered = hall.desk.participations.cancel(anna, mine.id)
    assert [(o.person.id, o.participation.state) for o in offered] == [(clara.id, State.OFFERED)]
    assert offered[0].participation.decide_by == NOON + timedelta(hours=24)
    assert hall.desk.participations.accept(clara, waits.id).state is State.REGISTERED


def test_an_offer_lasts_half_of_what_is_left_before_the_start(hall: Hall) -> None:
    anna, boris, clara = (hall.pupil(n) for n in (1, 2, 3))
    mine = hall.comes(anna)
    hall.comes(boris)
    hall.comes(clara)
    hall.now = STARTS - timedelta(hours=6)
    _, offered = hall.desk.participations.cancel(anna, mine.id)
    assert offered[0].participation.decide_by == STARTS - timedelta(hours=3)


def test_nobody_is_offered_a_place_after_the_start(hall: Hall) -> None:
    anna, boris, clara = (hall.pupil(n) for n in (1, 2, 3))
    mine = hall.comes(anna)
    hall.comes(boris)
    waits = hall.comes(clara)
    hall.now = STARTS
    assert hall.desk.participations.release(anna) == []
    assert hall.desk.participations.fill_all() == []
    assert hall.state_of(mine) is State.CANCELLED
    assert hall.state_of(waits) is State.WAITING


def test_who_does_not_come_after_the_start_stays_on_the_list(hall: Hall) -> None:
    anna = hall.pupil(1)
    mine = hall.comes(anna, places=2)
    hall.now = STARTS
    with pytest.raises(Begun):
        hall.desk.participations.cancel(anna, mine.id)
    with pytest.raises(Begun):
        hall.desk.participations.give_back(anna, mine.id, 1)
    assert hall.state_of(mine) is State.REGISTERED


def test_a_cancelled_event_takes_and_frees_nothing(hall: Hall) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    mine, waits = hall.comes(anna, places=2), hall.comes(boris)
    hall.desk.participations.cancel(anna, mine.id)
    hall.tx.events.save(replace(hall.event, state=EventState.CANCELLED, version=2), NOON)
    desk = hall.desk.participations
    assert desk.accept(boris, waits.id).state is State.OFFERED
    confirmed = desk.confirm_change(boris, waits.id)
    assert (confirmed.state, confirmed.version) == (State.OFFERED, 1)
    assert desk.cancel(boris, waits.id)[1] == []


def test_who_still_comes_takes_the_place_that_was_offered(hall: Hall) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    mine, waits = hall.comes(anna, places=2), hall.comes(boris)
    hall.desk.participations.cancel(anna, mine.id)
    hall.tx.events.save(replace(hall.event, version=2), NOON)
    confirmed = hall.desk.participations.confirm_change(boris, waits.id)
    assert (confirmed.state, confirmed.version) == (State.REGISTERED, 2)


def test_a_place_that_is_freed_at_night_is_offered_in_the_morning(hall: Hall) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    mine, waits = hall.comes(anna, places=2), hall.comes(boris)
    hall.now = NOON + timedelta(hours=3)  # 22:00
    assert hall.desk.participations.cancel(anna, mine.id)[1] == []
    assert hall.state_of(waits) is State.WAITING
    hall.now = NOON + timedelta(hours=14)  # 9:00
    assert [o.participation.id for o in hall.desk.participations.fill_all()] == [waits.id]


def test_a_place_for_the_next_morning_is_offered_at_night_too(tx: Transaction) -> None:
    hall = Hall(tx, capacity=1, starts_at=NOON + timedelta(hours=14, minutes=30))  # 9:30
    anna, boris = hall.pupil(1), hall.pupil(2)
    mine, waits = hall.comes(anna), hall.comes(boris)
    hall.now = NOON + timedelta(hours=3)
    _, offered = hall.desk.participations.cancel(anna, mine.id)
    assert [o.participation.id for o in offered] == [waits.id]


def test_a_party_gives_back_places_and_keeps_its_own(hall: Hall) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    mine, waits = hall.comes(anna, places=2), hall.comes(boris)
    fewer, offered = hall.desk.participations.give_back(anna, mine.id, 1)
    assert (fewer.places, [o.participation.id for o in offered]) == (1, [waits.id])
    assert hall.desk.participations.give_back(anna, mine.id, 4)[0].places == 1


def test_the_link_of_a_party_is_the_same_each_time_and_takes_no_place_of_its_own(
    hall: Hall,
) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    mine = hall.comes(anna, places=2)
    (_, first), (_, second) = (hall.desk.joining.invite(anna, mine.id) for _ in range(2))
    assert first == second
    assert hall.desk.joining.join(anna, first).places == 2
    assert hall.desk.joining.join(boris, first).places == 1
    with pytest.raises(LinkClosed):
        hall.desk.joining.join(hall.pupil(3), first)


def test_an_offer_that_nobody_takes_goes_to_the_next(hall: Hall) -> None:
    people = [hall.pupil(n) for n in (1, 2, 3, 4)]
    mine, _, third, fourth = (hall.comes(p) for p in people)
    hall.desk.participations.cancel(people[0], mine.id)
    hall.now = NOON + timedelta(hours=25)
    [(lapsed, offered)] = hall.desk.participations.lapse()
    assert lapsed.participation.id == third.id
    assert [o.participation.id for o in offered] == [fourth.id]
    assert hall.desk.participations.accept(people[2], third.id).state is State.LAPSED


def test_two_friends_get_both_places_or_none_and_are_not_overtaken(hall: Hall) -> None:
    anna, boris, clara = (hall.pupil(n) for n in (1, 2, 3))
    first, second = hall.comes(anna), hall.comes(boris)
    friends = hall.comes(hall.pupil(4), places=2)
    behind = hall.comes(clara)
    hall.desk.participations.cancel(anna, first.id)
    assert [hall.state_of(p) for p in (friends, behind)] == [State.WAITING] * 2
    hall.desk.participations.cancel(boris, second.id)
    assert [hall.state_of(p) for p in (friends, behind)] == [State.OFFERED, State.WAITING]


def test_a_newcomer_does_not_take_the_place_that_somebody_waits_for(hall: Hall) -> None:
    anna, boris = hall.pupil(1), hall.pupil(2)
    first = hall.comes(anna)
    hall.comes(boris)
    hall.comes(hall.pupil(3), places=2)
    hall.desk.participations.cancel(anna, first.id)
    assert hall.comes(hall.pupil(4)).state is State.WAITING


def test_more_places_than_the_event_has_are_refused(hall: Hall) -> None:
    with pytest.raises(TooManyTogether):
        hall.comes(hall.pupil(1), places=3)


def test_cancelling_twice_frees_one_place(hall: Hall) -> None:
    anna = hall.pupil(1)
    mine = hall.comes(anna)
    hall.desk.participations.cancel(anna, mine.id)
    hall.desk.participations.cancel(anna, mine.id)
    assert hall.desk.participations.places(hall.event).taken == 0
    assert hall.comes(anna).id != mine.id


def test_one_school_cannot_take_all_the_places(tx: Transaction) -> None:
    hall = Hall(tx, capacity=10, per_school=1)
    hall.comes(hall.pupil(1), school="DP-02")
    with pytest.raises(SchoolIsFull):
        hall.comes(hall.pupil(2), school="DP-02")
    assert hall.comes(hall.pupil(3)).state is State.REGISTERED


def test_nobody_comes_who_may_not(hall: Hall) -> None:
    with pytest.raises(AgreeFirst):
        hall.comes(hall.pupil(1, agrees=False))
    with pytest.raises(ParentRegisters):
        hall.comes(hall.pupil(2, band=AgeBand.UNDER_14))
    hall.tx.events.save(event(id=hall.event.id, state=EventState.CLOSED), NOON)
    with pytest.raises(NotForYou):
        hall.comes(hall.pupil(3))


def test_somebody_elses_place_cannot_be_touched(hall: Hall) -> None:
    mine = hall.comes(hall.pupil(1))
    stranger = hall.pupil(2)
    for act in (hall.desk.participations.cancel, hall.desk.participations.accept):
        with pytest.raises(NotFound):
            act(stranger, mine.id)


def test_who_is_erased_leaves_the_place_and_stays_a_number(hall: Hall) -> None:
    anna, boris, clara = (hall.pupil(n) for n in (1, 2, 3))
    mine = hall.comes(anna)
    hall.comes(boris)
    hall.comes(clara)
    offered = hall.desk.participations.release(anna)
    hall.tx.people.remove(anna.id)
    assert [o.person.id for o in offered] == [clara.id]
    left = hall.tx.participations.find(mine.id)
    assert left is not None
    assert (left.person_id, left.state) == (None, State.CANCELLED)


class Queue(RuleBasedStateMachine):
    """Whatever people do in whatever order: nothing is sold twice, nobody is overtaken."""

    sqlite: Sqlite

    def __init__(self) -> None:
        super().__init__()
        self._opened = opened(self.sqlite, "queue")
        self.hall = Hall(self._opened.__enter__(), capacity=3)
        self.hall.tx.connection.execute("SAVEPOINT walk")
        self.people: list[Person] = []

    @property
    def all(self) -> list[Participation]:
        return self.hall.tx.participations.of_event(self.hall.event.id)

    @rule(places=st.integers(1, 3))
    def newcomer(self, places: int) -> None:
        self.people.append(self.hall.pupil(len(self.people) + 1))
        self.hall.comes(self.people[-1], places)

    @precondition(lambda self: self.all)
    @rule(data=st.data(), act=st.sampled_from(["cancel", "accept"]))
    def answer(self, data: st.DataObject, act: str) -> None:
        chosen = data.draw(st.sampled_from([p for p in self.all if p.person_id]))
        owner = next(p for p in self.people if p.id == chosen.person_id)
        getattr(self.hall.desk.participations, act)(owner, chosen.id)

    @rule(hours=st.integers(1, 30))
    def time_goes_by(self, hours: int) -> None:
        self.hall.now = min(self.hall.now + timedelta(hours=hours), STARTS - timedelta(minutes=1))
        self.hall.desk.participations.lapse()
        self.hall.desk.participations.fill_all()

    @invariant()
    def nothing_is_sold_twice(self) -> None:
        assert sum(p.places for p in self.all if p.state.takes_places) <= 3

    @invariant()
    def whoever_is_first_gets_what_fits(self) -> None:
        waiting = sorted((p for p in self.all if p.state is State.WAITING), key=lambda p: p.id)
        left = self.hall.desk.participations.places(self.hall.event).left
        night = is_quiet(self.hall.now, RULES.zone)
        assert night or not waiting or waiting[0].places > left

    @invariant()
    def nobody_is_overtaken(self) -> None:
        waiting = [p.id for p in self.all if p.state is State.WAITING]
        offered = [p.id for p in self.all if p.state is State.OFFERED]
        assert not waiting or not offered or max(offered) < min(waiting)

    def teardown(self) -> None:
        self._opened.__exit__(None, None, None)


def test_the_queue_holds_whatever_people_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    Queue.sqlite = Sqlite(tmp_path_factory.mktemp("queue"))
    create_migrated(Queue.sqlite, "queue")
    machine = Queue.TestCase
    machine.settings = settings(
        max_examples=60,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    machine("runTest").runTest()
