"""Rows of `participations` and of every move that one made."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson

from bot.domain.participations import Kind, Participation, State, check_move
from bot.domain.times import moment, optional_moment, optional_stamp, stamp
from bot.storage.sql import Sql


@dataclass(frozen=True, kw_only=True)
class Taken:
    places: int
    waiting: int  # participations, not heads


class ParticipationStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("participations", connection)

    def add(self, participation: Participation, actor: str) -> Participation:
        """Gives it its id. The first move is noted too."""
        values = {
            **vars(participation),
            "grades": _dumped(participation),
            "asked_at": stamp(participation.asked_at),
            "waiting_since": optional_stamp(participation.waiting_since),
        }
        for name in ("id", "decide_by", "came"):
            del values[name]
        added = replace(participation, id=int(self._sql.add(**values)["id"]))
        self._note(added.id, None, added.state, actor, "asked", added.asked_at)
        return added

    def move(
        self,
        participation: Participation,
        after: State,
        *,
        actor: str,
        reason: str,
        now: datetime,
        decide_by: datetime | None = None,
    ) -> Participation:
        """Raises BadMove for a move that the table does not allow."""
        check_move(participation.state, after)
        self._sql.move(
            id=participation.id,
            before=participation.state,
            after=after,
            decide_by=optional_stamp(decide_by),
        )
        self._note(participation.id, participation.state, after, actor, reason, now)
        return replace(participation, state=after, decide_by=decide_by)

    def change(self, participation: Participation) -> None:
        """All but the state: that moves."""
        self._sql.change(
            id=participation.id,
            places=participation.places,
            grades=_dumped(participation),
            adults=participation.adults,
            token_hash=participation.token_hash,
            version=participation.version,
            came=participation.came,
        )

    def find(self, participation_id: int) -> Participation | None:
        row = self._sql.find(id=participation_id)
        return None if row is None else _participation(row)

    def of_token(self, token_hash: str) -> Participation | None:
        row = self._sql.of_token(token_hash=token_hash)
        return None if row is None else _participation(row)

    def of_person(self, person_id: int) -> list[Participation]:
        """Newest first."""
        return [_participation(row) for row in self._sql.of_person(person_id=person_id)]

    def of_event(self, event_id: int) -> list[Participation]:
        return [_participation(row) for row in self._sql.of_event(event_id=event_id)]

    def of_class(self, class_id: int) -> list[Participation]:
        """Pupils who have confirmed that they come with their class."""
        return [_participation(row) for row in self._sql.of_class(of_class=class_id)]

    def waiting(self, event_id: int) -> list[Participation]:
        return [_participation(row) for row in self._sql.waiting(event_id=event_id)]

    def events_waited_for(self) -> list[int]:
        return [int(row["event_id"]) for row in self._sql.events_waited_for()]

    def overdue(self, now: datetime) -> list[Participation]:
        """Offered places whose time is over, at most 100."""
        return [_participation(row) for row in self._sql.overdue(now=stamp(now))]

    def taken_in(self, event_id: int) -> int:
        return int(self._sql.taken_in(event_id=event_id)["taken"])

    def taken_by_school(self, event_id: int, school: str) -> int:
        return int(self._sql.taken_by_school(event_id=event_id, school=school)["taken"])

    def taken(self, since: datetime) -> dict[int, Taken]:
        """By event, of those that end after `since`; an event that nobody asked for is missing."""
        return {
            int(row["event_id"]): Taken(places=int(row["taken"]), waiting=int(row["waiting"]))
            for row in self._sql.taken(since=stamp(since))
        }

    def moves(self, participation_id: int) -> list[dict[str, Any]]:
        """What happened to it, oldest first."""
        return [dict(row) for row in self._sql.moves(participation_id=participation_id)]

    def _note(
        self,
        participation_id: int,
        before: State | None,
        after: State,
        actor: str,
        reason: str,
        now: datetime,
    ) -> None:
        self._sql.note_move(
            participation_id=participation_id,
            before=before,
            after=after,
            actor=actor,
            reason=reason,
            now=stamp(now),
        )


def _dumped(participation: Participation) -> str:
    by_grade = {str(grade): heads for grade, heads in sorted(participation.grades.items())}
    return orjson.dumps(by_grade).decode()


def _participation(row: Any) -> Participation:
    values = dict(row)
    values["kind"] = Kind(values["kind"])
    values["state"] = State(values["state"])
    stored = orjson.loads(values["grades"])
    values["grades"] = {int(grade): heads for grade, heads in stored.items()}
    values["asked_at"] = moment(values["asked_at"])
    values["waiting_since"] = optional_moment(values["waiting_since"])
    values["decide_by"] = optional_moment(values["decide_by"])
    return Participation(**values)
