"""People as candidates for a broadcast, a portion at a time."""

from collections.abc import Iterator
from typing import Any

from bot.domain.broadcasts import Topic
from bot.domain.people import AgeBand, Role, Standing
from bot.domain.segments import Candidate
from bot.storage.sql import Sql


class AudienceStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("audience", connection)

    def after(self, topic: Topic, position: int, portion: int) -> list[Candidate]:
        """So many of those with a greater number, in order."""
        rows = self._sql.after(topic=topic, position=position, portion=portion)
        return [_candidate(row) for row in rows]

    def one(self, topic: Topic, person_id: int) -> Candidate | None:
        row = self._sql.one(topic=topic, person_id=person_id)
        return None if row is None else _candidate(row)

    def newest_answers(
        self, questionnaire: str, first: int, last: int
    ) -> Iterator[tuple[int, str, str]]:
        """Person, item and value of people from after `first` to `last`."""
        rows = self._sql.newest_answers(questionnaire=questionnaire, first=first, last=last)
        return ((row["person_id"], row["item"], row["value"]) for row in rows)

    def applications(self, first: int, last: int) -> Iterator[tuple[int, str, str]]:
        """Person, programme and state."""
        rows = self._sql.applications(first=first, last=last)
        return ((row["person_id"], row["programme"], row["state"]) for row in rows)

    def events(self, limit: int) -> list[int]:
        """That people come to or came to, the newest first."""
        return [int(row["id"]) for row in self._sql.events(limit=limit)]

    def participations(self, first: int, last: int) -> Iterator[tuple[int, int, str, bool]]:
        """Person, event, state, and whether they came."""
        rows = self._sql.participations(first=first, last=last)
        return (
            (row["person_id"], row["event_id"], row["state"], bool(row["came"])) for row in rows
        )


def _candidate(row: Any) -> Candidate:
    role, band, wants = row["role"], row["age_band"], row["wants"]
    return Candidate(
        id=row["id"],
        channel=row["channel"],
        chat=row["chat"],
        standing=Standing(row["standing"]),
        role=Role(role) if role else None,
        age_band=AgeBand(band) if band else None,
        grade=row["grade"],
        city=row["city"],
        muted=bool(row["muted"]),
        closed=bool(row["closed"]),
        wants=None if wants is None else bool(wants),
    )
