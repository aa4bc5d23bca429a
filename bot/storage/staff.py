"""Who works for the Center and its partners, and which invitations are open."""

from datetime import datetime
from typing import Any

from bot.domain.staff import CENTER, Appointment, Invitation, StaffRole
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql


class StaffStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("staff", connection)

    def invite(self, invitation: Invitation) -> None:
        self._sql.invite(**{**vars(invitation), "expires_at": stamp(invitation.expires_at)})

    def redeem(self, token_hash: str, now: datetime) -> Invitation | None:
        """The invitation behind the token, once; None when it gives nothing (any more)."""
        row = self._sql.redeem(token_hash=token_hash, now=stamp(now))
        return None if row is None else _invitation(row)

    def withdraw_invitations(self, person_id: int) -> None:
        """Those that this person has made and nobody has used."""
        self._sql.withdraw_invitations(person_id=person_id)

    def guessed(self, person_id: int, now: datetime) -> None:
        self._sql.guessed(person_id=person_id, now=stamp(now))

    def guesses(self, person_id: int, since: datetime) -> int:
        return int(self._sql.guesses(person_id=person_id, since=stamp(since))["count"])

    def grant(self, person_id: int, role: StaffRole, now: datetime, partner: str = CENTER) -> None:
        self._sql.grant(person_id=person_id, role=role, partner=partner, now=stamp(now))

    def revoke(self, appointment_id: int) -> None:
        self._sql.revoke(id=appointment_id)

    def find(self, appointment_id: int) -> Appointment | None:
        row = self._sql.find(id=appointment_id)
        return None if row is None else _appointment(row)

    def of_person(self, person_id: int) -> list[Appointment]:
        return [_appointment(row) for row in self._sql.of_person(person_id=person_id)]

    def roles(self, person_id: int) -> frozenset[StaffRole]:
        return frozenset(appointment.role for appointment in self.of_person(person_id))

    def every(self) -> list[Appointment]:
        """Oldest first."""
        return [_appointment(row) for row in self._sql.every()]


def _appointment(row: Any) -> Appointment:
    values = dict(row)
    values["role"] = StaffRole(values["role"])
    values["granted_at"] = moment(values["granted_at"])
    return Appointment(**values)


def _invitation(row: Any) -> Invitation:
    values = dict(row)
    values["role"] = StaffRole(values["role"])
    values["expires_at"] = moment(values["expires_at"])
    return Invitation(**values)
