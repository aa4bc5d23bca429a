from datetime import timedelta

import pytest

from bot.domain.staff import Invitation, StaffRole
from bot.storage.transaction import Transaction
from tests.builders import BORIS, NOON
from tests.storage.engines import BROKEN_RULE
from tests.storage.rows import guest

LATER = NOON + timedelta(hours=24)
INVITATION = Invitation(token_hash="ab", role=StaffRole.CENTER_STAFF, expires_at=LATER)


def test_an_invitation_gives_its_role_once(tx: Transaction) -> None:
    tx.staff.invite(INVITATION)
    assert tx.staff.redeem("cd", NOON) is None
    assert tx.staff.redeem("ab", NOON) is StaffRole.CENTER_STAFF
    assert tx.staff.redeem("ab", NOON) is None


def test_an_invitation_ends_at_its_hour(tx: Transaction) -> None:
    tx.staff.invite(INVITATION)
    assert tx.staff.redeem("ab", LATER) is None
    assert tx.staff.redeem("ab", LATER - timedelta(milliseconds=1)) is StaffRole.CENTER_STAFF


def test_an_invitation_is_made_once(tx: Transaction) -> None:
    tx.staff.invite(INVITATION)
    with pytest.raises(BROKEN_RULE):
        tx.staff.invite(INVITATION)


def test_roles_are_granted_once_each(tx: Transaction) -> None:
    anna, boris = guest(tx), guest(tx, BORIS)
    for role in (StaffRole.ADMIN, StaffRole.CENTER_STAFF, StaffRole.ADMIN):
        tx.staff.grant(anna.id, role, NOON)
    assert tx.staff.roles(anna.id) == frozenset(StaffRole)
    assert tx.staff.roles(boris.id) == frozenset()
    assert tx.staff.members() == [anna.id]
