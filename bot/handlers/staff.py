"""The desk of the staff, what failed, and who is staff."""

from functools import partial

from bot.domain.errors import NotFound, NotPermitted
from bot.domain.staff import CENTER, InvitationUsed, Permission, StaffRole
from bot.handlers.routing import Answer, Route, Turn, command, press
from bot.texts import Html
from bot.views import staff as views
from bot.views.desk import open_to
from bot.views.refusals import refused
from bot.views.screen import Screen

INVITATION = "s_"  # what the payload of an invitation's link begins with


def join(turn: Turn, token: str) -> Answer:
    """Answers a wrong link by itself: a refusal that is raised would undo that it was counted."""
    try:
        member = turn.desk.staff.accept(turn.person, token)
    except InvitationUsed as refusal:
        return refused(refusal, turn.t)
    roles = turn.desk.staff.roles(member)
    for other in turn.desk.staff.permitted(Permission.INVITE):
        if other.id != member.id:
            turn.tell(other, partial(views.joined, member.id, roles))
    return views.welcome(roles, turn.became(member).t)


def desk(turn: Turn, _: views.ToStaff | str) -> Screen:
    return _desk(turn, 0)


def turn_desk(turn: Turn, button: views.ToDesk) -> Screen:
    return _desk(turn, button.page)


def _desk(turn: Turn, page: int) -> Screen:
    """For whoever has a role, with what that role may do. Raises NotPermitted."""
    if not turn.desk.staff.roles(turn.person):
        raise NotPermitted
    permissions = turn.desk.staff.permissions(turn.person)
    state: list[Html] = []
    if Permission.ANSWER_CONSULTATIONS in permissions:
        state.append(turn.t("staff-desk-waiting", count=turn.desk.consultations.waiting()))
    if Permission.SEE_TROUBLE in permissions:
        state.append(turn.t("staff-desk-failed", count=len(turn.desk.staff.trouble())))
    return views.desk(open_to(permissions, turn.t), state, page, turn.t)


def trouble(turn: Turn, _: views.ToTrouble) -> Screen:
    return views.trouble(turn.desk.staff.trouble(), turn.t)


def clear(turn: Turn, button: views.ClearTrouble) -> Screen:
    turn.desk.staff.clear(turn.person, button.reference)
    return views.trouble(turn.desk.staff.trouble(), turn.t)


def team(turn: Turn, button: views.ToTeam) -> Screen:
    zone = turn.desk.world.rules.zone
    return views.team(turn.desk.staff.everybody(), button.page, zone, turn.t)


def show(turn: Turn, button: views.ShowAppointment) -> Screen:
    found = turn.desk.staff.appointment(button.id)
    return views.appointment(found, turn.desk.world.rules.zone, turn.t)


def ask_revoke(turn: Turn, button: views.AskRevoke) -> Screen:
    return views.ask_revoke(turn.desk.staff.appointment(button.id), turn.t)


def revoke(turn: Turn, button: views.Revoke) -> Screen:
    ended = turn.desk.staff.revoke(button.id, by=turn.person)
    if ended is not None:
        turn.tell(turn.desk.staff.holder(ended), partial(views.dismissed, ended))
    return team(turn, views.ToTeam())


def roles(turn: Turn, button: views.ToInvite) -> Screen:
    return views.roles(turn.desk.staff.grantable(turn.person), button.page, turn.t)


def invite_as(turn: Turn, button: views.InviteAs) -> Screen:
    if not button.role.of_partner:
        return _invited(turn, button.role, CENTER)
    known = list(turn.desk.world.catalogue.network.partners.values())
    return views.partners(button.role, known, button.page, turn.t)


def invite_of(turn: Turn, button: views.InviteOf) -> Screen:
    if button.partner not in turn.desk.world.catalogue.network.partners:
        raise NotFound
    return _invited(turn, button.role, button.partner)


def _invited(turn: Turn, role: StaffRole, partner: str) -> Screen:
    token = turn.desk.staff.invite(role, partner, by=turn.person)
    link = f"https://t.me/{turn.desk.world.bot_name}?start={INVITATION}{token}"
    return views.invitation(link, role, partner, turn.t)


ROUTES: list[Route] = [
    command("staff", desk),
    press(views.ToStaff, desk),
    press(views.ToDesk, turn_desk),
    press(views.ToTrouble, trouble, needs=Permission.SEE_TROUBLE),
    press(views.ClearTrouble, clear, needs=Permission.SEE_TROUBLE),
    press(views.ToTeam, team, needs=Permission.INVITE),
    press(views.ShowAppointment, show, needs=Permission.INVITE),
    press(views.AskRevoke, ask_revoke, needs=Permission.INVITE),
    press(views.Revoke, revoke, needs=Permission.INVITE),
    press(views.ToInvite, roles, needs=Permission.INVITE),
    press(views.InviteAs, invite_as, needs=Permission.INVITE),
    press(views.InviteOf, invite_of, needs=Permission.INVITE),
]
