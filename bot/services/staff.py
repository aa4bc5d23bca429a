"""What makes somebody staff, what staff may do, and what failed and waits for them."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.audit import Action
from bot.domain.errors import NotFound, NotPermitted
from bot.domain.inbox import SetAside
from bot.domain.people import Person, Standing
from bot.domain.staff import (
    CENTER,
    GUESSES,
    GUESSES_WITHIN,
    INVITATION_LASTS,
    TOKEN_BYTES,
    Appointment,
    Invitation,
    InvitationUsed,
    LastAdministrator,
    Permission,
    StaffRole,
    grantable,
    permissions,
    roles_with,
    said,
    token_hash,
)
from bot.services.audit import AuditService
from bot.storage.transaction import Transaction

# How long the row of somebody who was staff and has agreed to nothing is kept afterwards.
FAREWELL = timedelta(hours=24)


class StaffService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._now = now
        self._audit = AuditService(tx, now)

    def invite(self, role: StaffRole, partner: str = CENTER, by: Person | None = None) -> str:
        """The token of a one-use link; only its hash is stored. `by`: None on the command line.

        Raises NotPermitted for who may not give this role, NotFound for a role that needs an
        organisation and has none, or the other way round.
        """
        if by is not None and role not in self.grantable(by):
            raise NotPermitted
        if role.of_partner != (partner != CENTER):
            raise NotFound
        token = secrets.token_urlsafe(TOKEN_BYTES)
        invitation = Invitation(
            token_hash=token_hash(token),
            role=role,
            partner=partner,
            invited_by=None if by is None else by.id,
            expires_at=self._now + INVITATION_LASTS,
        )
        self._tx.staff.invite(invitation)
        self._audit.note(by, Action.STAFF_INVITED, "invitation", after=said(role, partner))
        return token

    def first_invitation(self) -> str | None:
        """For an administrator, while there is no staff at all; else None."""
        return None if self._tx.staff.every() else self.invite(StaffRole.ADMIN)

    def accept(self, person: Person, token: str) -> Person:
        """Raises InvitationUsed for a token that gives nothing (any more).

        A wrong one counts, so whoever calls this must not let the refusal undo the turn.
        """
        if self._tx.staff.guesses(person.id, self._now - GUESSES_WITHIN) >= GUESSES:
            raise InvitationUsed
        invitation = self._tx.staff.redeem(token_hash(token), self._now)
        if invitation is None:
            self._tx.staff.guessed(person.id, self._now)
            raise InvitationUsed
        self._tx.staff.grant(person.id, invitation.role, self._now, invitation.partner)
        self._audit.note(
            person,
            Action.STAFF_GRANTED,
            f"person {person.id}",
            before=f"invited by {invitation.invited_by or 'the command line'}",
            after=said(invitation.role, invitation.partner),
        )
        standing = Standing.MEMBER if person.standing is Standing.GUEST else person.standing
        member = replace(person, standing=standing, expires_at=None)
        self._tx.people.save(member)
        return member

    def revoke(self, appointment_id: int, by: Person | None = None) -> Appointment | None:
        """Takes a role away at once; None when it was gone before. `by`: None on the command line.

        Open invitations of that person end too, and what they had taken on goes back to everybody.
        Raises NotPermitted and LastAdministrator.
        """
        appointment = self._tx.staff.find(appointment_id)
        if appointment is None:
            return None
        if by is not None and appointment.role not in self.grantable(by):
            raise NotPermitted
        if appointment.role is StaffRole.ADMIN and len(self._holders(StaffRole.ADMIN)) == 1:
            raise LastAdministrator
        self._tx.staff.revoke(appointment.id)
        subject = f"person {appointment.person_id}"
        self._audit.note(by, Action.STAFF_REVOKED, subject, before=appointment.said)
        self._leave(appointment.person_id)
        return appointment

    def _leave(self, person_id: int) -> None:
        """What a person can no longer do without the role that was taken away."""
        left = permissions(self._tx.staff.roles(person_id))
        if Permission.INVITE not in left:
            self._tx.staff.withdraw_invitations(person_id)
        if Permission.ANSWER_CONSULTATIONS not in left:
            self._tx.consultations.release_of(person_id)
        if not left and not self._tx.people.consents(person_id):
            person = self._tx.people.find(person_id)
            assert person is not None, "staff go with their person"
            until = self._now + FAREWELL
            self._tx.people.save(replace(person, standing=Standing.GUEST, expires_at=until))

    def everybody(self) -> list[Appointment]:
        """Every role of everybody, oldest first."""
        return self._tx.staff.every()

    def appointment(self, appointment_id: int) -> Appointment:
        """Raises NotFound."""
        found = self._tx.staff.find(appointment_id)
        if found is None:
            raise NotFound
        return found

    def holder(self, appointment: Appointment) -> Person:
        person = self._tx.people.find(appointment.person_id)
        assert person is not None, "staff go with their person"
        return person

    def roles(self, person: Person) -> frozenset[StaffRole]:
        return self._tx.staff.roles(person.id)

    def partners(self, person: Person) -> Sequence[str]:
        """Codes of the organisations that the person works for."""
        return [a.partner for a in self._tx.staff.of_person(person.id) if a.partner != CENTER]

    def permissions(self, person: Person) -> frozenset[Permission]:
        return permissions(self.roles(person))

    def grantable(self, person: Person) -> list[StaffRole]:
        """The roles that this person may give and take."""
        return grantable(self.permissions(person))

    def may(self, person: Person, permission: Permission) -> bool:
        return permission in self.permissions(person)

    def require(self, person: Person, permission: Permission) -> None:
        """Raises NotPermitted."""
        if not self.may(person, permission):
            raise NotPermitted

    def permitted(self, permission: Permission) -> list[Person]:
        """Everybody who has the permission."""
        return self._people(self._holders(*roles_with(permission)))

    def administrators(self) -> list[Person]:
        return self._people(self._holders(StaffRole.ADMIN))

    def _holders(self, *roles: StaffRole) -> set[int]:
        return {a.person_id for a in self._tx.staff.every() if a.role in roles}

    def _people(self, numbers: set[int]) -> list[Person]:
        found = (self._tx.people.find(number) for number in sorted(numbers))
        return [person for person in found if person is not None]

    def trouble(self) -> list[SetAside]:
        return self._tx.inbox.set_aside()

    def clear(self, person: Person, reference: int) -> None:
        """The update has been looked at; it leaves the list."""
        if self._tx.inbox.clear(reference):
            self._audit.note(person, Action.TROUBLE_CLEARED, f"update {reference}")
