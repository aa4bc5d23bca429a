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


class Permission(StrEnum):
    SEE_TROUBLE = "see_trouble"  # updates that were set aside


PERMISSIONS = {
    StaffRole.ADMIN: frozenset(Permission),
    StaffRole.CENTER_STAFF: frozenset(Permission),
}


@dataclass(frozen=True, kw_only=True)
class Invitation:
    token_hash: str
    role: StaffRole
    expires_at: datetime


def token_hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
