"""People who work for the Center or its partners, and the one-use links that make them so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.domain.errors import Refusal

INVITATION_LASTS = timedelta(hours=24)
TOKEN_BYTES = 24
GUESSES = 5  # wrong links that one person may try
GUESSES_WITHIN = timedelta(hours=1)
CENTER = ""  # the organisation of those who work for the Center itself


class InvitationUsed(Refusal):
    """Unknown, used, too old, or one guess too many: not told apart, so that nothing is learned."""

    text = "staff-error-invitation"


class LastAdministrator(Refusal):
    """Somebody has to be able to invite others."""

    text = "staff-error-last-administrator"


class StaffRole(StrEnum):
    ADMIN = "admin"
    CENTER_STAFF = "center_staff"
    PARTNER_COORDINATOR = "partner_coordinator"
    TEACHER = "teacher"
    MENTOR = "mentor"
    EMPLOYMENT_OFFICER = "employment_officer"

    @property
    def of_partner(self) -> bool:
        """Works for one organisation of the network, and sees only what is its own."""
        return self in (StaffRole.PARTNER_COORDINATOR, StaffRole.TEACHER)


class Permission(StrEnum):
    SEE_TROUBLE = "see_trouble"  # updates that were set aside, alerts
    INVITE = "invite"  # and take roles away
    SEE_AUDIT = "see_audit"
    ANSWER_CONSULTATIONS = "answer_consultations"
    SEE_CONSULTATIONS = "see_consultations"  # everybody's, with every word of them
    KEEP_CATALOGUE = "keep_catalogue"  # import, export, undo
    KEEP_EVENTS = "keep_events"
    PROPOSE_EVENTS = "propose_events"  # of one's own organisation; the Center approves
    BRING_CLASS = "bring_class"
    SEND_BROADCASTS = "send_broadcasts"
    APPROVE_BROADCASTS = "approve_broadcasts"


PERMISSIONS: dict[StaffRole, frozenset[Permission]] = {
    StaffRole.ADMIN: frozenset(Permission),
    StaffRole.CENTER_STAFF: frozenset(Permission) - {Permission.INVITE, Permission.SEE_AUDIT},
    StaffRole.PARTNER_COORDINATOR: frozenset({Permission.PROPOSE_EVENTS}),
    StaffRole.TEACHER: frozenset({Permission.BRING_CLASS}),
    StaffRole.MENTOR: frozenset({Permission.ANSWER_CONSULTATIONS}),
    StaffRole.EMPLOYMENT_OFFICER: frozenset({Permission.ANSWER_CONSULTATIONS}),
}


def permissions(roles: Iterable[StaffRole]) -> frozenset[Permission]:
    return frozenset().union(*(PERMISSIONS[role] for role in roles))


def grantable(own: frozenset[Permission]) -> list[StaffRole]:
    """The roles that somebody may give to others: none that may more than the giver."""
    if Permission.INVITE not in own:
        return []
    return [role for role in StaffRole if PERMISSIONS[role] <= own]


def roles_with(permission: Permission) -> list[StaffRole]:
    return [role for role in StaffRole if permission in PERMISSIONS[role]]


@dataclass(frozen=True, kw_only=True)
class StaffChat:
    """Where alerts go instead of to everybody who may see them."""

    channel: str
    chat: str


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One role of one person. People have numbers here, no names."""

    id: int
    person_id: int
    role: StaffRole
    partner: str  # a code of the network; CENTER: nobody's but the Center's
    granted_at: datetime

    @property
    def said(self) -> str:
        """For the audit log."""
        return said(self.role, self.partner)


@dataclass(frozen=True, kw_only=True)
class Invitation:
    token_hash: str
    role: StaffRole
    partner: str = CENTER
    invited_by: int | None = None  # a person's number; None: the command line
    expires_at: datetime


def token_hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def said(role: StaffRole, partner: str) -> str:
    return f"{role} {partner}".strip()
