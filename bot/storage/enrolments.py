"""Rows of `enrolments` and of every move that one made."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.enrolments import Enrolment, Move, State, check_move
from bot.domain.network import DayPart
from bot.domain.people import Education
from bot.domain.times import moment, optional_moment, optional_stamp, stamp
from bot.storage.network import MODULE
from bot.storage.sql import Sql


class EnrolmentStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("enrolments", connection)

    def seats(self, group: str) -> int:
        """How many places the group has, 0 for none such. Holds the group until the commit.

        SQLite's BEGIN IMMEDIATE holds the only write lock already; PostgreSQL locks the row.
        """
        lock = self._sql.lock_group if self._sql.is_sqlite else self._sql.lock_group_postgres
        row = lock(code=group)
        return 0 if row is None else int(row["seats"])

    def add(self, enrolment: Enrolment, actor: str) -> Enrolment:
        """Gives it its id. The first move is noted too."""
        values = {
            **vars(enrolment),
            "applied_at": stamp(enrolment.applied_at),
            "waiting_since": optional_stamp(enrolment.waiting_since),
            "module_then": _module_json(enrolment),
        }
        del values["id"], values["decide_by"]
        added = replace(enrolment, id=int(self._sql.add(**values)["id"]))
        self._note(added.id, None, added.state, actor, "applied", added.applied_at)
        return added

    def move(
        self,
        enrolment: Enrolment,
        after: State,
        *,
        actor: str,
        reason: str,
        now: datetime,
        decide_by: datetime | None = None,
    ) -> Enrolment:
        """Raises BadMove for a move that the table does not allow."""
        check_move(enrolment.state, after)
        self._sql.move(
            id=enrolment.id,
            before=enrolment.state,
            after=after,
            decide_by=optional_stamp(decide_by),
        )
        self._note(enrolment.id, enrolment.state, after, actor, reason, now)
        return replace(enrolment, state=after, decide_by=decide_by)

    def find(self, enrolment_id: int) -> Enrolment | None:
        row = self._sql.find(id=enrolment_id)
        return None if row is None else _enrolment(row)

    def of_person(self, person_id: int) -> list[Enrolment]:
        """Newest first."""
        return [_enrolment(row) for row in self._sql.of_person(person_id=person_id)]

    def waiting(self, group: str) -> list[Enrolment]:
        return [_enrolment(row) for row in self._sql.waiting(group_code=group)]

    def under_way_in(self, group: str) -> list[Enrolment]:
        """Everything for the group that is open, oldest first."""
        return [_enrolment(row) for row in self._sql.under_way_in(group_code=group)]

    def groups_waited_for(self) -> list[str]:
        return [row["group_code"] for row in self._sql.groups_waited_for()]

    def overdue(self, now: datetime) -> list[Enrolment]:
        """Offered places whose time is over, at most 100."""
        return [_enrolment(row) for row in self._sql.overdue(now=stamp(now))]

    def taken_in(self, group: str) -> int:
        return int(self._sql.taken_in(group_code=group)["taken"])

    def taken(self) -> dict[str, int]:
        """Places taken by group code; a group without any is not named."""
        return {row["group_code"]: int(row["taken"]) for row in self._sql.taken()}

    def moves(self, enrolment_id: int) -> list[Move]:
        return [_move(dict(row)) for row in self._sql.moves(enrolment_id=enrolment_id)]

    def _note(
        self,
        enrolment_id: int,
        before: State | None,
        after: State,
        actor: str,
        reason: str,
        now: datetime,
    ) -> None:
        self._sql.note_move(
            enrolment_id=enrolment_id,
            before=before,
            after=after,
            actor=actor,
            reason=reason,
            now=stamp(now),
        )


def _module_json(of: Enrolment) -> str | None:
    return None if of.module_then is None else MODULE.dump_json(of.module_then).decode()


def _enrolment(row: Any) -> Enrolment:
    values = dict(row)
    values["state"] = State(values["state"])
    values["education"] = None if values["education"] is None else Education(values["education"])
    values["daypart"] = None if values["daypart"] is None else DayPart(values["daypart"])
    values["applied_at"] = moment(values["applied_at"])
    values["waiting_since"] = optional_moment(values["waiting_since"])
    values["decide_by"] = optional_moment(values["decide_by"])
    then = values["module_then"]
    values["module_then"] = None if then is None else MODULE.validate_json(then)
    return Enrolment(**values)


def _move(values: dict[str, Any]) -> Move:
    values["from_state"] = None if values["from_state"] is None else State(values["from_state"])
    values["to_state"] = State(values["to_state"])
    values["moved_at"] = moment(values["moved_at"])
    return Move(**values)
