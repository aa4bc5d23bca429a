from datetime import timedelta

import pytest

from bot.domain.imports import Import, SentFile, Undo, Upload, UploadState
from bot.storage.imports import network_in
from bot.storage.transaction import Transaction
from tests.builders import NOON, group, network
from tests.domain.matching_builders import module, partner
from tests.storage.rows import enrolled, guest, taught

UNDO = Undo(before=network(group(seats=3)), added={"groups": ("G-2",)})
FILE = SentFile(id="BQAC", size=7, name="каталог.xlsx")


def test_an_import_remembers_how_to_take_it_back(tx: Transaction) -> None:
    entry = tx.imports.add("7", None, 1, 2, UNDO, NOON)
    assert entry == Import(id=entry.id, made_at=NOON, made_by="7", undoes=None, added=1, changed=2)
    assert tx.imports.last() == entry
    assert tx.imports.undo(entry.id) == UNDO


def test_an_upload_is_kept_as_it_was_received(tx: Transaction) -> None:
    member = guest(tx)
    upload = tx.imports.receive(member.id, FILE, NOON)
    assert upload == Upload(
        id=upload.id,
        person_id=member.id,
        file="BQAC",
        name="каталог.xlsx",
        state=UploadState.WAITING,
        received_at=NOON,
    )
    assert tx.imports.upload(upload.id) == upload
    assert tx.imports.uploads_of(member.id) == tx.imports.waiting() == [upload]


def test_what_a_checked_upload_holds_comes_back(tx: Transaction) -> None:
    upload = tx.imports.receive(guest(tx).id, FILE, NOON)
    assert tx.imports.move(upload, UploadState.READY, network=network())
    assert network_in(tx.imports.content(upload.id)) == network()
    assert tx.imports.waiting() == []


def test_an_upload_moves_once(tx: Transaction) -> None:
    upload = tx.imports.receive(guest(tx).id, FILE, NOON)
    assert tx.imports.move(upload, UploadState.DROPPED)
    assert not tx.imports.move(upload, UploadState.READY, network=network())
    moved = tx.imports.upload(upload.id)
    assert moved is not None
    assert (moved.state, moved.file, tx.imports.content(upload.id)) == ("dropped", "", "")


@pytest.mark.parametrize(
    ("table", "code"), [("groups", "G-1"), ("programmes", "P-1"), ("partners", "DP-02")]
)
def test_what_others_rely_on_is_not_removed(tx: Transaction, table: str, code: str) -> None:
    taught(tx)
    enrolled(tx, guest(tx))
    assert tx.network.remove(table, code) is False
    assert tx.network.read() == network()


def test_what_nobody_relies_on_is_removed(tx: Transaction) -> None:
    partners = {"DP-02": partner(), "DP-03": partner(code="DP-03")}
    known = network(partners=partners, modules={"M-1": module(programme="P-1")})
    tx.network.put(known)
    for table, code in (("modules", "M-1"), ("groups", "G-1"), ("partners", "DP-03")):
        assert tx.network.remove(table, code) is True
    assert tx.network.read() == network(groups={})


def test_old_uploads_are_removed(tx: Transaction) -> None:
    member = guest(tx)
    tx.imports.receive(member.id, FILE, NOON)
    newer = tx.imports.receive(member.id, FILE, NOON + timedelta(hours=1))
    tx.imports.remove_old(NOON + timedelta(minutes=1))
    assert tx.imports.uploads_of(member.id) == [newer]
