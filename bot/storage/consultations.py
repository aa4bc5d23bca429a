"""Rows of `consultations` and what was said in them."""

from datetime import datetime
from typing import Any

from bot.domain.consultations import (
    Author,
    Consultation,
    ConsultationState,
    Inbox,
    Message,
    Topic,
    check_move,
)
from bot.domain.times import moment, optional_moment, optional_stamp, stamp
from bot.storage.sql import Sql


class ConsultationStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("consultations", connection)

    def add(self, person_id: int, topic: Topic, now: datetime) -> Consultation:
        state = ConsultationState.NEW
        return _consultation(
            self._sql.add(person_id=person_id, topic=topic, state=state, now=stamp(now))
        )

    def find(self, consultation_id: int) -> Consultation | None:
        row = self._sql.find(id=consultation_id)
        return None if row is None else _consultation(row)

    def of_person(self, person_id: int) -> list[Consultation]:
        """Newest first."""
        return [_consultation(row) for row in self._sql.of_person(person_id=person_id)]

    def listed(self, inbox: Inbox, owner: int, limit: int, skip: int) -> list[Consultation]:
        """Who has waited longest comes first, and those for whom nobody waits come last."""
        match inbox:
            case Inbox.WAITING:
                rows = self._sql.waiting(limit=limit, skip=skip)
            case Inbox.MINE:
                rows = self._sql.owned(owner=owner, limit=limit, skip=skip)
            case Inbox.EVERY:
                rows = self._sql.every(limit=limit, skip=skip)
        return [_consultation(row) for row in rows]

    def count(self, inbox: Inbox, owner: int) -> int:
        match inbox:
            case Inbox.WAITING:
                row = self._sql.count_waiting()
            case Inbox.MINE:
                row = self._sql.count_owned(owner=owner)
            case Inbox.EVERY:
                row = self._sql.count_every()
        return int(row["count"])

    def waiting(self) -> int:
        """How many wait for somebody to take them."""
        return int(self._sql.count_waiting()["count"])

    def move(
        self,
        before: Consultation,
        after: ConsultationState,
        *,
        owner: int | None,
        waiting_since: datetime | None,
    ) -> Consultation | None:
        """None when somebody else has moved it meanwhile. Raises BadMove.

        A wait that goes on keeps the note of what staff were told; a new one is watched anew.
        """
        check_move(before.state, after)
        row = self._sql.move(
            id=before.id,
            before=before.state,
            state=after,
            owner=owner,
            waiting_since=optional_stamp(waiting_since),
        )
        return None if row is None else _consultation(row)

    def release_of(self, person_id: int) -> None:
        """What this member of staff has taken goes back to everybody."""
        self._sql.release_of(person_id=person_id)

    def to_remind(self, before: datetime) -> list[Consultation]:
        """Those who wait since then or longer and of whom nobody was reminded."""
        return [_consultation(row) for row in self._sql.to_remind(before=stamp(before))]

    def reminded(self, consultation_id: int, now: datetime) -> None:
        self._sql.reminded(id=consultation_id, now=stamp(now))

    def to_escalate(self, before: datetime) -> list[Consultation]:
        return [_consultation(row) for row in self._sql.to_escalate(before=stamp(before))]

    def escalated(self, consultation_id: int, now: datetime) -> None:
        self._sql.escalated(id=consultation_id, now=stamp(now))

    def say(self, consultation_id: int, author: Author, text: str, now: datetime) -> None:
        self._sql.say(consultation_id=consultation_id, author=author, text=text, now=stamp(now))

    def messages(self, consultation_id: int) -> list[Message]:
        """Oldest first."""
        return [_message(row) for row in self._sql.messages(consultation_id=consultation_id)]


def _consultation(row: Any) -> Consultation:
    values = dict(row)
    values["topic"] = Topic(values["topic"])
    values["state"] = ConsultationState(values["state"])
    values["asked_at"] = moment(values["asked_at"])
    for name in ("waiting_since", "reminded_at", "escalated_at"):
        values[name] = optional_moment(values[name])
    return Consultation(**values)


def _message(row: Any) -> Message:
    sent_at = moment(row["sent_at"])
    return Message(author=Author(row["author"]), text=row["text"], sent_at=sent_at)
