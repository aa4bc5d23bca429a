from dataclasses import replace

import pytest

from bot.domain.trajectories import Change, ChangeKind, Least, State, Wish, Wishes
from bot.storage.transaction import Transaction
from tests.builders import ANNA, BORIS
from tests.storage.engines import BROKEN_RULE
from tests.storage.rows import enrolled, guest, taught
from tests.trajectory_builders import GROUPS, day, evenings, trajectory


def test_a_path_comes_back_as_it_went(tx: Transaction) -> None:
    wishes = Wishes(
        least=Least.PRICE, reach=frozenset({"yurga"}), busy=evenings(0), finish_by=day(90)
    )
    moved = Change(kind=ChangeKind.MOVED, before=GROUPS[0], after=GROUPS[1])
    person = guest(tx)
    stored = tx.trajectories.draw(trajectory(person_id=person.id, wishes=wishes))
    full = replace(
        stored,
        state=State.SAVED,
        groups=GROUPS,
        pinned=frozenset({"S-1"}),
        banned=frozenset({"M-1"}),
        given_up=(Wish.BUDGET,),
        gap=0.07,
        changes=(moved,),
        share_token="x",
    )
    tx.trajectories.save(full)
    assert tx.trajectories.find(stored.id) == full
    assert tx.trajectories.shared("x") == full


def test_a_new_draft_takes_the_place_of_the_old_one(tx: Transaction) -> None:
    anna, boris = guest(tx, ANNA), guest(tx, BORIS)
    first, second = (tx.trajectories.draw(trajectory(person_id=anna.id)) for _ in range(2))
    others = tx.trajectories.draw(trajectory(person_id=boris.id))
    assert tx.trajectories.find(first.id) is None
    assert [t.id for t in tx.trajectories.of_person(anna.id)] == [second.id]
    assert [t.id for t in tx.trajectories.of_person(boris.id)] == [others.id]


def test_one_person_has_no_two_drafts(tx: Transaction) -> None:
    person = guest(tx)
    saved = replace(tx.trajectories.draw(trajectory(person_id=person.id)), state=State.SAVED)
    tx.trajectories.save(saved)
    tx.trajectories.draw(trajectory(person_id=person.id))
    with pytest.raises(BROKEN_RULE), tx.undone_on_error():
        tx.trajectories.save(replace(saved, state=State.DRAFT))


def test_what_people_rely_on_is_read_in_portions(tx: Transaction) -> None:
    person = guest(tx)
    ids = []
    for state in (State.SAVED, State.APPLIED, State.DROPPED, State.CHANGED):
        drawn = tx.trajectories.draw(trajectory(person_id=person.id))
        tx.trajectories.save(replace(drawn, state=state))
        ids.append(drawn.id)
    tx.trajectories.draw(trajectory(person_id=person.id))
    saved, applied, _, changed = ids
    assert [t.id for t in tx.trajectories.kept(0, 2)] == [saved, applied]
    assert [t.id for t in tx.trajectories.kept(applied, 2)] == [changed]


def test_paths_go_with_their_person_and_so_do_the_applications_for_them(tx: Transaction) -> None:
    taught(tx)
    person = guest(tx)
    path = tx.trajectories.draw(trajectory(person_id=person.id))
    sent = enrolled(tx, person, bundle=path.id)
    assert tx.enrolments.find(sent.id) == sent
    tx.people.remove(person.id)
    assert tx.trajectories.find(path.id) is None
    assert tx.enrolments.find(sent.id) is None
