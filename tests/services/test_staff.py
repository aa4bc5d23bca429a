from datetime import datetime, timedelta

import pytest

from bot.domain.audit import Entry
from bot.domain.consultations import ConsultationState, Topic
from bot.domain.errors import NotFound, NotPermitted
from bot.domain.people import AgeBand, Person, Role, Standing
from bot.domain.staff import (
    GUESSES,
    GUESSES_WITHIN,
    INVITATION_LASTS,
    InvitationUsed,
    LastAdministrator,
    Permission,
    StaffRole,
)
from bot.services.desk import Desk
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, world


def desk(tx: Transaction, later: timedelta = timedelta()) -> Desk:
    return Desk(tx, world(), NOON + later)


def somebody(tx: Transaction, account: int = 1) -> Person:
    return desk(tx).people.seen(incoming(account=account))


def member(tx: Transaction, role: StaffRole, account: int = 1, partner: str = "") -> Person:
    staff = desk(tx).staff
    return staff.accept(somebody(tx, account), staff.invite(role, partner))


def log(tx: Transaction) -> list[Entry]:
    return list(tx.audit.every())


def test_an_invitation_makes_staff_of_one_person_once(tx: Transaction) -> None:
    staff = desk(tx).staff
    token = staff.invite(StaffRole.CENTER_STAFF)
    accepted = staff.accept(somebody(tx, 1), token)
    assert staff.roles(accepted) == {StaffRole.CENTER_STAFF}
    with pytest.raises(InvitationUsed):
        staff.accept(somebody(tx, 2), token)


def test_an_invitation_is_bound_to_an_organisation(tx: Transaction) -> None:
    teacher = member(tx, StaffRole.TEACHER, partner="DP-14")
    assert desk(tx).staff.partners(teacher) == ["DP-14"]


@pytest.mark.parametrize(
    ("role", "partner"), [(StaffRole.TEACHER, ""), (StaffRole.CENTER_STAFF, "DP-14")]
)
def test_only_roles_of_partners_have_an_organisation(
    tx: Transaction, role: StaffRole, partner: str
) -> None:
    with pytest.raises(NotFound):
        desk(tx).staff.invite(role, partner)


def test_an_invitation_is_worth_nothing_after_a_day(tx: Transaction) -> None:
    token = desk(tx).staff.invite(StaffRole.ADMIN)
    with pytest.raises(InvitationUsed):
        desk(tx, INVITATION_LASTS).staff.accept(somebody(tx), token)


@pytest.mark.parametrize("token", ["", "guess", "x" * 64])
def test_a_guess_gives_nothing(tx: Transaction, token: str) -> None:
    with pytest.raises(InvitationUsed):
        desk(tx).staff.accept(somebody(tx), token)


def guesses_wrong(tx: Transaction, person: Person, times: int) -> None:
    for _ in range(times):
        with pytest.raises(InvitationUsed):
            desk(tx).staff.accept(person, "guess")


def test_after_five_guesses_even_the_right_link_is_refused_for_an_hour(tx: Transaction) -> None:
    person, other = somebody(tx, 1), somebody(tx, 2)
    token = desk(tx).staff.invite(StaffRole.ADMIN)
    guesses_wrong(tx, person, GUESSES)
    with pytest.raises(InvitationUsed):
        desk(tx).staff.accept(person, token)
    guesses_wrong(tx, other, 1)
    later = desk(tx, GUESSES_WITHIN).staff
    assert later.roles(later.accept(person, token)) == {StaffRole.ADMIN}, "and was not used up"


def test_control_four_guesses_leave_the_way_open(tx: Transaction) -> None:
    person = somebody(tx)
    guesses_wrong(tx, person, GUESSES - 1)
    staff = desk(tx).staff
    assert staff.roles(staff.accept(person, staff.invite(StaffRole.MENTOR)))


def test_staff_are_no_guests_any_more(tx: Transaction) -> None:
    assert member(tx, StaffRole.ADMIN).expires_at is None


def test_staff_keep_what_they_are_besides(tx: Transaction) -> None:
    people = desk(tx).people
    pupil = people.choose_age(people.choose_role(somebody(tx), Role.PUPIL), AgeBand.FROM_14)
    pupil = people.agree(pupil, "text")
    staff = desk(tx).staff
    accepted = staff.accept(pupil, staff.invite(StaffRole.MENTOR))
    assert (accepted.role, accepted.standing) == (Role.PUPIL, Standing.GUARDIAN_PENDING)


def test_nobody_else_may_what_staff_may(tx: Transaction) -> None:
    staff = desk(tx).staff
    assert not any(staff.may(somebody(tx), permission) for permission in Permission)
    with pytest.raises(NotPermitted):
        staff.require(somebody(tx), Permission.SEE_TROUBLE)


@pytest.mark.parametrize("role", [role for role in StaffRole if role is not StaffRole.ADMIN])
def test_only_an_administrator_invites_in_the_chat(tx: Transaction, role: StaffRole) -> None:
    inviter = member(tx, role, partner="DP-02" if role.of_partner else "")
    with pytest.raises(NotPermitted):
        desk(tx).staff.invite(StaffRole.MENTOR, by=inviter)
    assert desk(tx).staff.invite(StaffRole.MENTOR, by=member(tx, StaffRole.ADMIN, 2))


def test_a_role_that_is_taken_away_is_gone_at_once(tx: Transaction) -> None:
    admin, mentor = member(tx, StaffRole.ADMIN, 1), member(tx, StaffRole.MENTOR, 2)
    staff = desk(tx).staff
    (held,) = [a for a in staff.everybody() if a.person_id == mentor.id]
    assert staff.revoke(held.id, by=admin) == held
    assert not staff.may(mentor, Permission.ANSWER_CONSULTATIONS)
    assert staff.revoke(held.id, by=admin) is None, "twice is once"


def test_who_may_not_invite_may_not_take_away_either(tx: Transaction) -> None:
    member(tx, StaffRole.ADMIN, 1)
    mentor = member(tx, StaffRole.MENTOR, 2)
    staff = desk(tx).staff
    with pytest.raises(NotPermitted):
        staff.revoke(staff.everybody()[0].id, by=mentor)


def test_the_last_administrator_stays(tx: Transaction) -> None:
    admin = member(tx, StaffRole.ADMIN, 1)
    staff = desk(tx).staff
    with pytest.raises(LastAdministrator):
        staff.revoke(staff.everybody()[0].id, by=admin)
    member(tx, StaffRole.ADMIN, 2)
    assert staff.revoke(staff.everybody()[0].id, by=admin) is not None, "control: one of two goes"
    with pytest.raises(LastAdministrator):
        staff.revoke(staff.everybody()[0].id)


def test_invitations_of_who_was_taken_off_do_not_work(tx: Transaction) -> None:
    first, second = member(tx, StaffRole.ADMIN, 1), member(tx, StaffRole.ADMIN, 2)
    staff = desk(tx).staff
    theirs, ours = (staff.invite(StaffRole.ADMIN, by=person) for person in (first, second))
    staff.revoke(staff.everybody()[0].id, by=second)
    with pytest.raises(InvitationUsed):
        staff.accept(somebody(tx, 3), theirs)
    assert staff.accept(somebody(tx, 3), ours)


def test_questions_of_who_was_taken_off_go_back_to_everybody(tx: Transaction) -> None:
    mentor = member(tx, StaffRole.MENTOR)
    people = desk(tx).people
    asker = people.choose_age(people.choose_role(somebody(tx, 2), Role.ADULT), AgeBand.FROM_18)
    asked = desk(tx).consultations.ask(asker, Topic.CHOICE)
    desk(tx).consultations.take(mentor, asked.id)
    (held,) = desk(tx).staff.everybody()
    desk(tx).staff.revoke(held.id)
    (left,) = desk(tx).consultations.of(asker)
    assert (left.state, left.owner) == (ConsultationState.NEW, None)


def test_who_agreed_to_nothing_is_a_guest_again_afterwards(tx: Transaction) -> None:
    left, agreed = member(tx, StaffRole.MENTOR, 1), member(tx, StaffRole.MENTOR, 2)
    people = desk(tx).people
    tx.staff.revoke(tx.staff.of_person(agreed.id)[0].id)
    adult = people.choose_age(people.choose_role(agreed, Role.ADULT), AgeBand.FROM_18)
    agreed = people.agree(adult, "text")
    tx.staff.grant(agreed.id, StaffRole.MENTOR, NOON)
    for held in desk(tx).staff.everybody():
        desk(tx).staff.revoke(held.id)
    assert expiry(tx, left) == NOON + timedelta(hours=24)
    assert expiry(tx, agreed) is None


def expiry(tx: Transaction, person: Person) -> datetime | None:
    found = tx.people.find(person.id)
    assert found is not None
    return found.expires_at


def test_every_change_of_the_team_is_logged_with_who_and_what(tx: Transaction) -> None:
    admin = member(tx, StaffRole.ADMIN, 1)
    staff = desk(tx).staff
    teacher = staff.accept(somebody(tx, 2), staff.invite(StaffRole.TEACHER, "DP-14", by=admin))
    (held,) = tx.staff.of_person(teacher.id)
    staff.revoke(held.id, by=admin)
    said = [(e.actor, e.action, e.subject, e.before, e.after) for e in log(tx)[2:]]
    who, whom = str(admin.id), f"person {teacher.id}"
    assert said == [
        (who, "staff.invited", "invitation", "", "teacher DP-14"),
        (str(teacher.id), "staff.granted", whom, f"invited by {who}", "teacher DP-14"),
        (who, "staff.revoked", whom, "teacher DP-14", ""),
    ]


def test_the_command_line_is_logged_without_a_person(tx: Transaction) -> None:
    desk(tx).staff.invite(StaffRole.ADMIN)
    assert [(e.actor, e.action) for e in log(tx)] == [("", "staff.invited")]


def test_no_token_stands_in_the_log_or_in_its_table(tx: Transaction) -> None:
    token = desk(tx).staff.invite(StaffRole.ADMIN)
    assert len(token) * 6 >= 128, "bits"
    rows = tx.connection.execute("SELECT * FROM invitations").fetchall()
    assert token not in str([tuple(row) for row in rows]) + str(log(tx))


def test_what_failed_is_listed_until_somebody_has_looked(tx: Transaction) -> None:
    row_id = tx.inbox.put(incoming())
    assert row_id is not None
    while not tx.inbox.fail(row_id, "RuntimeError('a bug')"):
        pass
    admin, staff = member(tx, StaffRole.ADMIN), desk(tx).staff
    assert [s.reference for s in staff.trouble()] == [row_id]
    for _ in range(2):
        staff.clear(admin, row_id)
    assert staff.trouble() == []
    assert [e.subject for e in log(tx) if e.action == "trouble.cleared"] == [f"update {row_id}"]


def test_alerts_go_to_those_who_may_see_them(tx: Transaction) -> None:
    admin, _ = member(tx, StaffRole.ADMIN, 1), member(tx, StaffRole.TEACHER, 2, "DP-14")
    center = member(tx, StaffRole.CENTER_STAFF, 3)
    found = desk(tx).staff.permitted(Permission.SEE_TROUBLE)
    assert [person.id for person in found] == [admin.id, center.id]


def test_the_first_invitation_is_made_only_while_there_is_no_staff(tx: Transaction) -> None:
    staff = desk(tx).staff
    token = staff.first_invitation()
    assert token is not None
    staff.accept(somebody(tx), token)
    assert staff.first_invitation() is None
