"""What makes somebody staff, and what staff may see."""

import secrets
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import NotPermitted
from bot.domain.inbox import SetAside
from bot.domain.people import Person, Standing
from bot.domain.staff import (
    INVITATION_LASTS,
    PERMISSIONS,
    TOKEN_BYTES,
    Invitation,
    InvitationUsed,
    Permission,
    StaffRole,
    token_hash,
)
from bot.storage.transaction import Transaction


class StaffService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._now = now

    def invite(self, role: StaffRole) -> str:
        """The token of a one-use link. Only its hash is stored."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        self._tx.staff.invite(
            Invitation(
                token_hash=token_hash(token), role=role, expires_at=self._now + INVITATION_LASTS
            )
        )
        return token

    def first_invitation(self) -> str | None:
        """For an administrator, while there is no staff at all; else None."""
        return None if self._tx.staff.members() else self.invite(StaffRole.ADMIN)

    def accept(self, person: Person, token: str) -> Person:
        """Raises InvitationUsed for a token that gives nothing (any more)."""
        role = self._tx.staff.redeem(token_hash(token), self._now)
        if role is None:
            raise InvitationUsed
        self._tx.staff.grant(person.id, role, self._now)
        member = replace(person, standing=Standing.MEMBER, expires_at=None)
        self._tx.people.save(member)
        return member

    def everybody(self) -> list[Person]:
        people = (self._tx.people.find(person_id) for person_id in self._tx.staff.members())
        return [person for person in people if person is not None]

    def roles(self, person: Person) -> frozenset[StaffRole]:
        return self._tx.staff.roles(person.id)

    def may(self, person: Person, permission: Permission) -> bool:
        return any(permission in PERMISSIONS[role] for role in self.roles(person))

    def trouble(self, person: Person) -> list[SetAside]:
        self.require(person, Permission.SEE_TROUBLE)
        return self._tx.inbox.set_aside()

    def clear(self, person: Person, reference: int) -> None:
        """The update has been looked at; it leaves the list."""
        self.require(person, Permission.SEE_TROUBLE)
        self._tx.inbox.clear(reference)

    def require(self, person: Person, permission: Permission) -> None:
        """Raises NotPermitted."""
        if not self.may(person, permission):
            raise NotPermitted
