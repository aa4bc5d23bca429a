"""Keeping the catalogue by files: shown, taken in, taken back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.catalog.consequences import Touched
from bot.domain.audit import Action
from bot.domain.enrolments import State
from bot.domain.errors import NotFound
from bot.domain.group_changes import ChangeKind
from bot.domain.imports import Clashing, NothingToUndo, ReliedOn, SentFile, UploadState
from bot.domain.network import Group, Network
from bot.domain.people import Person
from bot.domain.trajectories import State as Path
from bot.services.imports import ImportService
from bot.services.network import Clash, NetworkService
from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON, TODAY, group, network
from tests.domain.matching_builders import module, partner, programme
from tests.storage.rows import enrolled, guest
from tests.trajectory_builders import trajectory

FILE = SentFile(id="BQAC", size=100, name="каталог.xlsx")
SECOND = group(code="G-2")


@pytest.fixture
def imports(tx: Transaction) -> ImportService:
    """One programme with the group G-1 is there."""
    NetworkService(tx, NOON).bring_in(network())
    return ImportService(tx, NOON)


def stored(tx: Transaction) -> Network:
    return tx.network.read()


def larger(*groups: Group) -> Network:
    """G-1 has more places, and there are more groups."""
    return network(group(seats=20), *groups)


# --- in and back --------------------------------------------------------------------------------


def test_what_would_change_is_shown_and_nothing_is_changed(
    tx: Transaction, imports: ImportService
) -> None:
    found = imports.preview(larger(SECOND))
    assert found["groups"].added == ("G-2",)
    assert [row.code for row in found["groups"].changed] == ["G-1"]
    assert stored(tx) == network()
    assert imports.last() is None


def test_what_would_clash_is_found_before(imports: ImportService) -> None:
    other = network(group(programme="P-2"))
    with pytest.raises(Clash, match="G-1"):
        imports.preview(other)


def moved(**changes: Any) -> Network:
    return network(group(starts_on=TODAY + timedelta(days=40), **changes))


def test_whom_a_moved_group_concerns_is_counted(tx: Transaction, imports: ImportService) -> None:
    member = guest(tx)
    enrolled(tx, member)
    enrolled(tx, member, state=State.WITHDRAWN)
    path = trajectory(id=0, person_id=member.id, state=Path.SAVED, groups=(group(),))
    tx.trajectories.save(replace(path, id=tx.trajectories.draw(path).id))
    (touched,) = imports.consequences(moved()).touched
    assert touched == Touched(code="G-1", kind=ChangeKind.MOVED, applications=1, paths=1)
    assert imports.consequences(larger(SECOND)).touched == []


def test_seats_do_not_fall_below_those_that_are_taken(
    tx: Transaction, imports: ImportService
) -> None:
    imports.bring_in(larger())
    for _ in range(2):
        enrolled(tx, guest(tx))
    with pytest.raises(Clash, match="G-1 занято мест: 2, а в файле seats 1"):
        imports.preview(network())
    imports.bring_in(network(group(seats=2)))
    assert stored(tx).groups["G-1"].seats == 2


def test_what_the_file_does_not_name_is_told(imports: ImportService) -> None:
    imports.bring_in(larger(SECOND))
    assert imports.preview(larger())["groups"].absent == ("G-2",)


def test_an_import_is_taken_in_and_noted(tx: Transaction, imports: ImportService) -> None:
    member = guest(tx)
    done = imports.bring_in(larger(SECOND), member)
    assert stored(tx) == larger(SECOND)
    assert done.entry is not None
    assert (done.entry.added, done.entry.changed) == (1, 1)
    assert done.entry.made_by == str(member.id)
    (noted, *_) = tx.audit.newest("catalogue", 5, 0)
    assert (noted.action, noted.actor) == (Action.CATALOGUE_IMPORTED, str(member.id))
    assert (noted.subject, noted.after) == (str(done.entry.id), "+1 ~1")


def test_an_import_that_changes_nothing_is_none(imports: ImportService) -> None:
    assert imports.bring_in(network()).entry is None
    assert imports.last() is None


def test_the_last_import_is_taken_back(tx: Transaction, imports: ImportService) -> None:
    version = NetworkService(tx, NOON).version()
    imports.bring_in(larger(SECOND))
    entry = imports.undo()
    assert stored(tx) == network()
    assert (entry.added, entry.changed) == (1, 1)
    assert NetworkService(tx, NOON).version() == version + 2, "a running bot notices"
    assert [noted.action for noted in tx.audit.newest("catalogue", 5, 0)] == [
        Action.CATALOGUE_UNDONE,
        Action.CATALOGUE_IMPORTED,
    ]


def test_undoing_twice_does_no_more(tx: Transaction, imports: ImportService) -> None:
    imports.bring_in(larger())
    imports.bring_in(larger(SECOND))
    imports.undo()
    with pytest.raises(NothingToUndo):
        imports.undo()
    assert stored(tx) == larger(), "the import before it stays"


def test_there_is_nothing_to_undo_at_first(imports: ImportService) -> None:
    with pytest.raises(NothingToUndo):
        imports.undo()


def test_only_the_last_import_can_be_taken_back(tx: Transaction, imports: ImportService) -> None:
    first = imports.bring_in(larger()).entry
    assert first is not None
    imports.bring_in(larger(SECOND))
    with pytest.raises(NothingToUndo):
        imports.undo(import_id=first.id)
    assert stored(tx) == larger(SECOND)


def test_how_to_take_back_older_imports_is_forgotten(
    tx: Transaction, imports: ImportService
) -> None:
    imports.bring_in(larger())
    imports.bring_in(larger(SECOND))
    rows = tx.connection.execute("SELECT undo FROM imports ORDER BY id").fetchall()
    assert [bool(row["undo"]) for row in rows] == [False, True]


def test_everything_that_an_import_has_added_goes_with_it(
    tx: Transaction, imports: ImportService
) -> None:
    """Also where what was there before has come to rest on what was added."""
    new = network(
        group(),
        group(code="G-2", programme="P-2"),
        partners={"DP-02": partner(), "DP-09": partner(code="DP-09")},
        programmes={
            "P-1": programme(code="P-1", slug="renamed", partner="DP-09"),
            "P-2": programme(code="P-2", slug="p-2", partner="DP-09"),
        },
        modules={"M-1": module(code="M-1", programme="P-2", partner="DP-09")},
    )
    before = network(modules={"M-1": module(code="M-1", programme="P-1")})
    imports.bring_in(before)
    imports.bring_in(new)
    assert stored(tx) == new
    imports.undo()
    assert stored(tx) == before


def test_a_group_that_people_have_applied_for_cannot_vanish(
    tx: Transaction, imports: ImportService
) -> None:
    imports.bring_in(larger(SECOND, group(code="G-3")))
    enrolled(tx, guest(tx), group_code="G-2")
    with pytest.raises(ReliedOn) as refused, tx.undone_on_error():
        imports.undo()
    assert refused.value.params == {"named": "G-2", "more": 0}
    assert stored(tx) == larger(SECOND, group(code="G-3")), "all of it stays, or nothing"
    assert imports.undoable() is not None


def test_a_programme_that_somebody_keeps_cannot_vanish(
    tx: Transaction, imports: ImportService
) -> None:
    imports.bring_in(network(group(), group(code="G-2", programme="P-2")))
    tx.saved.add(guest(tx).id, "P-2", NOON)
    with pytest.raises(ReliedOn) as refused, tx.undone_on_error():
        imports.undo()
    assert refused.value.params["named"] == "P-2"


def test_a_changed_group_with_applications_goes_back(
    tx: Transaction, imports: ImportService
) -> None:
    imports.bring_in(larger())
    enrolled(tx, guest(tx))
    imports.undo()
    assert stored(tx) == network()


# --- files that staff have sent -----------------------------------------------------------------


@pytest.fixture
def member(tx: Transaction) -> Person:
    return guest(tx)


def ready(imports: ImportService, member: Person, wanted: Network) -> int:
    upload = imports.receive(member, FILE)
    assert imports.passed(upload, wanted)
    return upload.id


def taken(imports: ImportService, member: Person, upload: int) -> bool:
    return imports.apply(member, upload, imports.reading(member, upload)()) is not None


def test_a_file_waits_to_be_checked(imports: ImportService, member: Person) -> None:
    upload = imports.receive(member, FILE)
    assert imports.waiting() == [upload]
    assert (upload.file, upload.name, upload.state) == ("BQAC", "каталог.xlsx", "waiting")


def test_a_checked_file_is_taken_in_once(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    upload = ready(imports, member, larger())
    assert imports.waiting() == []
    assert taken(imports, member, upload)
    imports.undo(member)
    assert not taken(imports, member, upload)
    assert stored(tx) == network()
    assert imports.state(member, upload) is UploadState.APPLIED


def test_what_was_read_before_another_press_is_not_taken_in_again(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    """Two presses at once: both have read the file before either of them was handled."""
    upload = ready(imports, member, larger())
    first, second = (imports.reading(member, upload)() for _ in range(2))
    assert imports.apply(member, upload, first) is not None
    imports.undo(member)
    assert imports.apply(member, upload, second) is None
    assert stored(tx) == network()


def test_nothing_of_a_file_is_kept_once_it_is_dealt_with(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    taken(imports, member, ready(imports, member, larger()))
    imports.failed(imports.receive(member, FILE))
    imports.drop(member, ready(imports, member, larger()))
    rows = tx.connection.execute("SELECT file, network FROM uploads").fetchall()
    assert [tuple(row) for row in rows] == [("", "")] * 3


def test_a_checked_file_is_checked_again_against_what_is_there_by_now(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    upload = ready(imports, member, network(group(), group(code="G-2", programme="P-2")))
    imports.bring_in(network(group(), SECOND))
    with pytest.raises(Clashing) as refused, tx.undone_on_error():
        taken(imports, member, upload)
    assert "G-2" in str(refused.value.params["reason"])
    assert stored(tx) == network(group(), SECOND)


def test_a_new_file_takes_the_place_of_the_one_before(
    imports: ImportService, member: Person
) -> None:
    first = imports.receive(member, FILE)
    second = imports.receive(member, FILE)
    assert not imports.passed(first, larger()), "its check comes too late"
    assert imports.waiting() == [second]
    assert imports.state(member, first.id) is UploadState.DROPPED


def test_a_file_that_is_not_wanted_is_not_taken_in(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    upload = ready(imports, member, larger())
    assert imports.drop(member, upload)
    assert not imports.drop(member, upload)
    assert not taken(imports, member, upload)
    assert stored(tx) == network()


def test_nobody_takes_in_the_file_of_somebody_else(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    upload = ready(imports, member, larger())
    other = guest(tx, BORIS)
    for act in (imports.reading, imports.drop, imports.state):
        with pytest.raises(NotFound):
            act(other, upload)
    with pytest.raises(NotFound):
        imports.apply(other, upload, larger())


def test_a_file_is_forgotten_after_a_day(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    upload = ready(imports, member, larger())
    tx.imports.remove_old(NOON)
    assert imports.state(member, upload) is UploadState.READY
    tx.imports.remove_old(NOON + timedelta(seconds=1))
    with pytest.raises(NotFound):
        imports.state(member, upload)


def test_erasing_a_person_takes_their_files_along(
    tx: Transaction, imports: ImportService, member: Person
) -> None:
    taken(imports, member, ready(imports, member, larger()))
    imports.receive(member, FILE)
    tx.people.remove(member.id)
    assert tx.connection.execute("SELECT count(*) AS n FROM uploads").fetchone()["n"] == 0
    assert imports.undoable() is not None, "that the catalogue was changed is still known"
