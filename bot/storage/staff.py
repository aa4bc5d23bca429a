"""Who works for the Center, and which invitations are open."""

from datetime import datetime
from typing import Any

from bot.domain.staff import Invitation, StaffRole
from bot.domain.times import stamp
from bot.storage.sql import Sql


class StaffStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("staff", connection)

    def invite(self, invitation: Invitation) -> None:
        self._sql.invite(
            token_hash=invitation.token_hash,
            role=invitation.role,
            expires_at=stamp(invitation.expires_at),
        )

    def redeem(self, token_hash: str, now: datetime) -> StaffRole | None:
        """The role that the invitation gives, once; None when it gives nothing (any more)."""
        row = self._sql.redeem(token_hash=token_hash, now=stamp(now))
        return None if row is None else StaffRole(row["role"])

    def grant(self, person_id: int, role: StaffRole, now: datetime) -> None:
        self._sql.grant(person_id=person_id, role=role, now=stamp(now))

    def roles(self, person_id: int) -> frozenset[StaffRole]:
        return frozenset(StaffRole(row["role"]) for row in self._sql.roles(person_id=person_id))

    def members(self) -> list[int]:
        return [int(row["person_id"]) for row in self._sql.members()]
