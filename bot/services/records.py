"""Everything that is stored about one person: given out, or erased."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.people import Person
from bot.storage.transaction import Transaction


class RecordService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._now = now

    def export(self, person: Person) -> dict[str, Any]:
        """Every row that names the person, as JSON-able values."""
        enrolments = self._tx.enrolments.of_person(person.id)
        return {
            "person": asdict(person),
            "consents": [asdict(c) for c in self._tx.people.consents(person.id)],
            "questionnaires": self._tx.runs.export(person.id),
            "saved_programmes": self._tx.saved.of_person(person.id),
            "applications": [
                {
                    **asdict(e),
                    "number": e.number,
                    "history": [asdict(m) for m in self._tx.enrolments.moves(e.id)],
                }
                for e in enrolments
            ],
            "matches": self._tx.matches.of_person(person.id),
            "consultations": [asdict(c) for c in self._tx.consultations.of_person(person.id)],
            "staff_roles": sorted(self._tx.staff.roles(person.id)),
            "exported_at": self._now,
        }

    def erase(self, person: Person) -> Mapping[str, int]:
        """Removes the person and all that hangs on them; says how much of what it was.

        What is open must have been released before (EnrolmentService.release). Only the fact that
        somebody was erased is kept, with the counts and without the person.
        """
        counts = {
            "profile": 1,
            "consents": len(self._tx.people.consents(person.id)),
            "runs": len(self._tx.runs.export(person.id)),
            "saved": len(self._tx.saved.of_person(person.id)),
            "enrolments": len(self._tx.enrolments.of_person(person.id)),
            "matches": len(self._tx.matches.of_person(person.id)),
            "consultations": len(self._tx.consultations.of_person(person.id)),
        }
        self._tx.people.remove(person.id)
        self._tx.chats.reopen(person.channel, person.chat)
        self._tx.inbox.forget_account(person.channel, person.account)
        self._tx.outbox.forget_chat(person.channel, person.chat, self._now.timestamp())
        self._tx.people.note_erasure(counts, self._now)
        return counts
