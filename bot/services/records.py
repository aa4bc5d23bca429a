"""Everything that is stored about one person: given out, or erased."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.enrolments import Enrolment
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
                    "programme_then": self._programme_then(e),
                    "history": [asdict(m) for m in self._tx.enrolments.moves(e.id)],
                }
                for e in enrolments
            ],
            "matches": self._tx.matches.of_person(person.id),
            "sent_files": [asdict(u) for u in self._tx.imports.uploads_of(person.id)],
            "consultations": [
                {
                    **asdict(c),
                    "messages": [asdict(m) for m in self._tx.consultations.messages(c.id)],
                }
                for c in self._tx.consultations.of_person(person.id)
            ],
            "events": [
                {
                    **asdict(p),
                    "history": self._tx.participations.moves(p.id),
                    "reminders": [asdict(r) for r in self._tx.reminders.of_participation(p.id)],
                }
                for p in self._tx.participations.of_person(person.id)
            ],
            "reminder_wishes": asdict(self._tx.reminders.wishes(person.id)),
            "event_filter": asdict(self._tx.events.filter_of(person.id)),
            "trajectories": [asdict(t) for t in self._tx.trajectories.of_person(person.id)],
            "calendar_link": self._calendar_link(person),
            "staff_roles": [asdict(a) for a in self._tx.staff.of_person(person.id)],
            "staff_actions": [asdict(e) for e in self._tx.audit.of_actor(str(person.id))],
            "mailings": self._tx.subscriptions.export(person.id),
            "exported_at": self._now,
        }

    def _programme_then(self, enrolment: Enrolment) -> dict[str, Any] | None:
        """What the person applied for."""
        return None if enrolment.version is None else self._tx.versions.export(enrolment.version)

    def _calendar_link(self, person: Person) -> dict[str, Any] | None:
        """That there is one: the link itself is stored nowhere."""
        feed = self._tx.calendars.of_person(person.id)
        return None if feed is None else {"made_at": feed.made_at}

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
            "participations": len(self._tx.participations.of_person(person.id)),
            "matches": len(self._tx.matches.of_person(person.id)),
            "consultations": len(self._tx.consultations.of_person(person.id)),
            "trajectories": len(self._tx.trajectories.of_person(person.id)),
            "calendar": int(self._tx.calendars.of_person(person.id) is not None),
        }
        self._tx.consultations.release_of(person.id)  # what others have asked goes on
        self._tx.people.remove(person.id)
        self._tx.chats.reopen(person.channel, person.chat)
        self._tx.inbox.forget_account(person.channel, person.account)
        self._tx.outbox.forget_chat(person.channel, person.chat, self._now.timestamp())
        self._tx.people.note_erasure(counts, self._now)
        return counts
