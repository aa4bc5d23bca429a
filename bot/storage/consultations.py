"""Rows of `consultations`."""

from datetime import datetime
from typing import Any

from bot.domain.consultations import Consultation, ConsultationState, Topic
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql


class ConsultationStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("consultations", connection)

    def add(self, person_id: int, topic: Topic, now: datetime) -> Consultation:
        state = ConsultationState.WAITING
        return _consultation(
            self._sql.add(person_id=person_id, topic=topic, state=state, now=stamp(now))
        )

    def of_person(self, person_id: int) -> list[Consultation]:
        """Newest first."""
        return [_consultation(row) for row in self._sql.of_person(person_id=person_id)]

    def waiting(self) -> int:
        return int(self._sql.count_waiting()["count"])


def _consultation(row: Any) -> Consultation:
    values = dict(row)
    values["topic"] = Topic(values["topic"])
    values["state"] = ConsultationState(values["state"])
    values["asked_at"] = moment(values["asked_at"])
    return Consultation(**values)
