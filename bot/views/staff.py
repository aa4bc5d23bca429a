"""What staff see of their own work: the desk, what failed, who is staff and how one becomes it.

What the desk opens stands in the table of bot/views/desk.py.
"""

from collections.abc import Collection, Sequence
from zoneinfo import ZoneInfo

from bot.domain.inbox import SetAside
from bot.domain.network import Partner, PartnerKind
from bot.domain.staff import CENTER, Appointment, StaffRole
from bot.texts import Html, Texts
from bot.views import dates
from bot.views.callbacks import Callback
from bot.views.nav import back, menu
from bot.views.pages import paged
from bot.views.screen import Button, Screen

SHOWN = 5
TEAM_SHOWN = 4  # beside the way to invite somebody


class ToStaff(Callback, code="sf"):
    pass


class ToDesk(Callback, code="sfp"):
    page: int


class ToTrouble(Callback, code="stt"):
    pass


class ClearTrouble(Callback, code="sc"):
    reference: int


class ToTeam(Callback, code="stm"):
    page: int = 0


class ShowAppointment(Callback, code="sts"):
    id: int


class AskRevoke(Callback, code="sta"):
    id: int


class Revoke(Callback, code="str"):
    id: int


class ToInvite(Callback, code="sti"):
    page: int = 0


class InviteAs(Callback, code="stc"):
    """Of a role that belongs to an organisation: which one?"""

    role: StaffRole
    page: int = 0


class InviteOf(Callback, code="stp"):
    role: StaffRole
    partner: str


def desk(entries: Sequence[Button], state: Sequence[Html], page: int, t: Texts) -> Screen:
    """`state`: how many wait or failed, for whoever may see that."""
    shown, nav = paged(entries, page, SHOWN, lambda n: ToDesk(page=n), t)
    key = "staff-desk" if entries else "staff-desk-empty"
    return Screen(text=t(key, lines=Html("\n".join(state))), choices=shown, nav=(*nav, menu(t)))


def trouble(failed: Sequence[SetAside], t: Texts) -> Screen:
    shown = failed[:SHOWN]
    lines = [t("staff-trouble-line", reference=str(s.reference), error=s.error[:80]) for s in shown]
    choices = [
        Button(
            t.plain("staff-clear", reference=str(s.reference)), ClearTrouble(reference=s.reference)
        )
        for s in shown
    ]
    return Screen(
        text=t("staff-trouble", count=len(failed), lines=Html("\n".join(lines))),
        choices=choices,
        nav=(to_desk(t), menu(t)),
    )


def set_aside(reference: int, t: Texts) -> Screen:
    """An update failed for good."""
    return Screen(
        text=t("staff-set-aside", reference=str(reference)),
        choices=(Button(t.plain("staff-desk-trouble"), ToTrouble()),),
        nav=(to_desk(t), menu(t)),
    )


def welcome(roles: Collection[StaffRole], t: Texts) -> Screen:
    named = ", ".join(role_name(role, t) for role in sorted(roles))
    return Screen(
        text=t("staff-welcome", roles=named),
        choices=(Button(t.plain("menu-staff"), ToStaff()),),
        nav=(menu(t),),
    )


def team(everybody: Sequence[Appointment], page: int, zone: ZoneInfo, t: Texts) -> Screen:
    shown, nav = paged(everybody, page, TEAM_SHOWN, lambda n: ToTeam(page=n), t)
    lines = Html("\n".join(_facts(a, zone, t) for a in shown))
    invite = Button(t.plain("staff-invite"), ToInvite())
    choices = [Button(named(a, t), ShowAppointment(id=a.id)) for a in shown]
    return Screen(
        text=t("staff-team", lines=lines),
        choices=(invite, *choices),
        nav=(*nav, to_desk(t), menu(t)),
    )


def appointment(of: Appointment, zone: ZoneInfo, t: Texts) -> Screen:
    return Screen(
        text=_facts(of, zone, t),
        choices=(Button(t.plain("staff-revoke"), AskRevoke(id=of.id)),),
        nav=(back(t, ToTeam()), menu(t)),
    )


def ask_revoke(of: Appointment, t: Texts) -> Screen:
    return Screen(
        text=t("staff-ask-revoke", who=named(of, t)),
        choices=(
            Button(t.plain("staff-revoke-yes"), Revoke(id=of.id)),
            Button(t.plain("staff-revoke-no"), ShowAppointment(id=of.id)),
        ),
        nav=(menu(t),),
    )


def dismissed(of: Appointment, t: Texts) -> Screen:
    """Told to the person whose role was taken away."""
    return Screen(text=t("staff-dismissed", role=role_name(of.role, t)), nav=(menu(t),))


def joined(person: int, roles: Collection[StaffRole], t: Texts) -> Screen:
    """Told to administrators: an invitation was used."""
    roles_named = ", ".join(role_name(role, t) for role in sorted(roles))
    return Screen(
        text=t("staff-joined", number=str(person), roles=roles_named),
        choices=(Button(t.plain("staff-desk-team"), ToTeam()),),
        nav=(to_desk(t), menu(t)),
    )


def roles(known: Sequence[StaffRole], page: int, t: Texts) -> Screen:
    shown, nav = paged(known, page, SHOWN, lambda n: ToInvite(page=n), t)
    choices = [Button(role_name(role, t), InviteAs(role=role)) for role in shown]
    return Screen(
        text=t("staff-invite-role"), choices=choices, nav=(*nav, back(t, ToTeam()), menu(t))
    )


def partners(role: StaffRole, known: Sequence[Partner], page: int, t: Texts) -> Screen:
    """For a teacher the schools come first."""
    schools_first = role is StaffRole.TEACHER
    ordered = sorted(
        known, key=lambda p: (schools_first and p.kind is not PartnerKind.SCHOOL, p.code)
    )
    shown, nav = paged(ordered, page, SHOWN, lambda n: InviteAs(role=role, page=n), t)
    choices = [
        Button(f"{partner.code} {_name(partner, t)}", InviteOf(role=role, partner=partner.code))
        for partner in shown
    ]
    return Screen(
        text=t("staff-invite-partner", role=role_name(role, t)),
        choices=choices,
        nav=(*nav, back(t, ToInvite()), menu(t)),
    )


def invitation(link: str, role: StaffRole, partner: str, t: Texts) -> Screen:
    """To be forwarded. What opens a door is not kept once it is sent."""
    who = f"{role_name(role, t)}, {partner}" if partner else role_name(role, t)
    return Screen(
        text=t("staff-invitation", link=link, who=who),
        nav=(to_desk(t), menu(t)),
        secret=True,
    )


def to_desk(t: Texts) -> Button:
    return Button(t.plain("staff-nav-desk"), ToStaff(), "")


def role_name(role: StaffRole, t: Texts) -> str:
    return t.plain(f"staff-role-{role.replace('_', '-')}")


def named(of: Appointment, t: Texts) -> str:
    """«№ 12, координатор партнёра, DP-02»: people have numbers here, no names."""
    parts = [t.plain("staff-number", number=str(of.person_id)), role_name(of.role, t)]
    return ", ".join([*parts, *([of.partner] if of.partner != CENTER else [])])


def _facts(of: Appointment, zone: ZoneInfo, t: Texts) -> Html:
    since = dates.day(of.granted_at.astimezone(zone).date(), t)
    return t("staff-line", who=named(of, t), since=since)


def _name(partner: Partner, t: Texts) -> str:
    return partner.name_en if t.language == "en" else partner.name_ru
