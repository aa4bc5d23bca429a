import pytest

from bot.domain.staff import PERMISSIONS, Permission, StaffRole, grantable, permissions, roles_with


def test_two_hats_may_what_each_may() -> None:
    both = permissions([StaffRole.MENTOR, StaffRole.PARTNER_COORDINATOR])
    assert both == {Permission.ANSWER_CONSULTATIONS, Permission.PROPOSE_EVENTS}
    assert permissions([]) == frozenset()


def test_nobody_gives_what_they_may_not_do_themselves() -> None:
    mentor = PERMISSIONS[StaffRole.MENTOR] | {Permission.INVITE}
    assert grantable(mentor) == [StaffRole.MENTOR, StaffRole.EMPLOYMENT_OFFICER]
    assert grantable(PERMISSIONS[StaffRole.ADMIN]) == list(StaffRole)


@pytest.mark.parametrize("role", [role for role in StaffRole if role is not StaffRole.ADMIN])
def test_only_administrators_invite(role: StaffRole) -> None:
    assert grantable(PERMISSIONS[role]) == []


@pytest.mark.parametrize("permission", Permission)
def test_every_permission_belongs_to_somebody(permission: Permission) -> None:
    assert StaffRole.ADMIN in roles_with(permission)


def test_mentors_do_not_read_what_others_have_taken() -> None:
    assert roles_with(Permission.SEE_CONSULTATIONS) == [StaffRole.ADMIN, StaffRole.CENTER_STAFF]
