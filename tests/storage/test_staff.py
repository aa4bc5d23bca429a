from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest

from bot.domain.consultations import ConsultationState
from bot.domain.staff import CENTER, Invitation, StaffRole
from bot.domain.times import stamp
from bot.storage import migrations
from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON
from tests.storage.engines import BROKEN_RULE
from tests.storage.rows import guest

LATER = NOON + timedelta(hours=24)
INVITATION = Invitation(token_hash="ab", role=StaffRole.CENTER_STAFF, expires_at=LATER)


def test_an_invitation_gives_its_role_once(tx: Transaction) -> None:
    tx.staff.invite(INVITATION)
    assert tx.staff.redeem("cd", NOON) is None
    assert tx.staff.redeem("ab", NOON) == INVITATION
    assert tx.staff.redeem("ab", NOON) is None


def test_an_invitation_ends_at_its_hour(tx: Transaction) -> None:
    tx.staff.invite(INVITATION)
    assert tx.staff.redeem("ab", LATER) is None
    assert tx.staff.redeem("ab", LATER - timedelta(milliseconds=1)) == INVITATION


def test_an_invitation_is_made_once(tx: Transaction) -> None:
    tx.staff.invite(INVITATION)
    with pytest.raises(BROKEN_RULE):
        tx.staff.invite(INVITATION)


def test_invitations_of_somebody_are_withdrawn_and_those_of_others_stay(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    tx.staff.invite(replace(INVITATION, token_hash="a", invited_by=anna.id))
    tx.staff.invite(replace(INVITATION, token_hash="b", invited_by=boris.id))
    tx.staff.withdraw_invitations(anna.id)
    assert tx.staff.redeem("a", NOON) is None
    assert tx.staff.redeem("b", NOON) is not None


def test_invitations_go_with_who_made_them(tx: Transaction) -> None:
    anna = guest(tx)
    tx.staff.invite(replace(INVITATION, invited_by=anna.id))
    tx.people.remove(anna.id)
    assert tx.staff.redeem("ab", NOON) is None


def test_roles_are_granted_once_each_for_an_organisation(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    coordinator = StaffRole.PARTNER_COORDINATOR
    for role, partner in (
        (StaffRole.ADMIN, CENTER),
        (coordinator, "DP-02"),
        (coordinator, "DP-03"),
        (coordinator, "DP-02"),
    ):
        tx.staff.grant(anna.id, role, NOON, partner)
    held = [(a.role, a.partner) for a in tx.staff.of_person(anna.id)]
    assert held == [(StaffRole.ADMIN, ""), (coordinator, "DP-02"), (coordinator, "DP-03")]
    assert tx.staff.roles(anna.id) == {StaffRole.ADMIN, coordinator}
    assert tx.staff.roles(boris.id) == frozenset()


def test_a_number_of_an_appointment_is_never_used_twice(tx: Transaction) -> None:
    anna = guest(tx)
    tx.staff.grant(anna.id, StaffRole.MENTOR, NOON)
    (first,) = tx.staff.every()
    tx.staff.revoke(first.id)
    assert tx.staff.find(first.id) is None
    tx.staff.grant(anna.id, StaffRole.MENTOR, NOON)
    (second,) = tx.staff.every()
    assert second.id > first.id


def test_guesses_are_counted_for_a_while(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    for n in range(3):
        tx.staff.guessed(anna.id, NOON + timedelta(minutes=n))
    assert tx.staff.guesses(anna.id, NOON) == 2
    assert tx.staff.guesses(boris.id, NOON) == 0


def test_staff_and_questions_of_an_older_database_are_kept(
    empty: Transaction, tmp_path: Path
) -> None:
    copy(migrations.known()[1], tmp_path)
    migrations.apply(empty.connection, tmp_path)
    at = stamp(NOON)
    for statement in (
        f"INSERT INTO people (channel, account, chat, created_at) VALUES ('t', 1, '1', '{at}')",
        f"INSERT INTO staff (person_id, role, granted_at) VALUES (1, 'admin', '{at}')",
        "INSERT INTO consultations (person_id, topic, state, asked_at) "
        f"VALUES (1, 'other', 'waiting', '{at}'), (1, 'choice', 'done', '{at}')",
    ):
        empty.connection.execute(statement)
    migrations.apply(empty.connection)
    (held,) = empty.staff.every()
    assert (held.person_id, held.role, held.partner) == (1, StaffRole.ADMIN, CENTER)
    assert held.granted_at == NOON
    closed, new = empty.consultations.of_person(1)
    assert (closed.state, closed.waiting_since) == (ConsultationState.CLOSED, None)
    assert (new.state, new.waiting_since) == (ConsultationState.NEW, NOON)
