"""People who work for the Center, and the one-use links that make them so."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.domain.errors import Refusal

INVITATION_LASTS = timedelta(hours=24)
TOKEN_BYTES = 24


class InvitationUsed(Refusal):
    """Unknown, used or too old: the three are not told apart, so that nothing can be guessed."""

    text = "staff-error-invitation"


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


@dataclass(frozen=True, kw_only=True)
class Invitation:
    token_hash: str
    role: StaffRole
    expires_at: datetime


def token_hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
