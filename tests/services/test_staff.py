from datetime import timedelta

import pytest

from bot.domain.errors import NotPermitted
from bot.domain.people import Person
from bot.domain.staff import INVITATION_LASTS, InvitationUsed, Permission, StaffRole
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, world


def desk(tx: Transaction, later: timedelta = timedelta()) -> Desk:
    return Desk(tx, world(), NOON + later)


def somebody(tx: Transaction, account: int = 1) -> Person:
    return desk(tx).people.seen(incoming(account=account))


def test_an_invitation_makes_staff_of_one_person_once(tx: Transaction) -> None:
    staff = desk(tx).staff
    token = staff.invite(StaffRole.CENTER_STAFF)
    member = staff.accept(somebody(tx, 1), token)
    assert staff.roles(member) == {StaffRole.CENTER_STAFF}
    with pytest.raises(InvitationUsed):
        staff.accept(somebody(tx, 2), token)


def test_an_invitation_is_worth_nothing_after_a_day(tx: Transaction) -> None:
    token = desk(tx).staff.invite(StaffRole.ADMIN)
    with pytest.raises(InvitationUsed):
        desk(tx, INVITATION_LASTS).staff.accept(somebody(tx), token)


@pytest.mark.parametrize("token", ["", "guess", "x" * 64])
def test_a_guess_gives_nothing(tx: Transaction, token: str) -> None:
    with pytest.raises(InvitationUsed):
        desk(tx).staff.accept(somebody(tx), token)


def test_staff_are_no_guests_any_more(tx: Transaction) -> None:
    staff = desk(tx).staff
    assert staff.accept(somebody(tx), staff.invite(StaffRole.ADMIN)).expires_at is None


def test_nobody_else_sees_what_staff_see(tx: Transaction) -> None:
    staff = desk(tx).staff
    assert not staff.may(somebody(tx), Permission.SEE_TROUBLE)
    with pytest.raises(NotPermitted):
        staff.trouble(somebody(tx))
    with pytest.raises(NotPermitted):
        staff.clear(somebody(tx), 1)


def test_what_failed_is_listed_until_somebody_has_looked(tx: Transaction) -> None:
    row_id = tx.inbox.put(incoming())
    assert row_id is not None
    while not tx.inbox.fail(row_id, "RuntimeError('a bug')"):
        pass
    staff = desk(tx).staff
    member = staff.accept(somebody(tx), staff.invite(StaffRole.ADMIN))
    assert [s.reference for s in staff.trouble(member)] == [row_id]
    staff.clear(member, row_id)
    assert staff.trouble(member) == []


def test_the_first_invitation_is_made_only_while_there_is_no_staff(tx: Transaction) -> None:
    staff = desk(tx).staff
    token = staff.first_invitation()
    assert token is not None
    staff.accept(somebody(tx), token)
    assert staff.first_invitation() is None
