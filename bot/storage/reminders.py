"""The ledger of reminders, what people wish about them, and what they say afterwards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from bot.domain.participations import Participation
from bot.domain.reminders import Planned, Reason, Reminder, State, Wishes
from bot.domain.times import moment, stamp
from bot.storage.sql import Sql


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many reminders of one rule ended alike."""

    rule: str
    state: State
    reason: Reason | None
    count: int


@dataclass(frozen=True, kw_only=True)
class Rating:
    stars: int  # 1-5
    remark: str | None
    count: int


class ReminderStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("reminders", connection)

    def add(self, participation: Participation, version: int, planned: Planned) -> None:
        """Twice changes nothing."""
        self._sql.add(
            event_id=participation.event_id,
            participation_id=participation.id,
            rule=planned.rule,
            version=version,
            due_at=stamp(planned.due_at),
            state=State.SKIPPED if planned.skipped else State.PLANNED,
            reason=planned.skipped,
        )

    def unplanned(self, now: datetime) -> list[int]:
        """Participations without a plan for the event as it is now, at most 500."""
        return [int(row["id"]) for row in self._sql.unplanned(now=stamp(now))]

    def of_participation(self, participation_id: int) -> list[Reminder]:
        found = self._sql.of_participation(participation_id=participation_id)
        return [_reminder(row) for row in found]

    def due(self, now: datetime) -> list[Reminder]:
        """First due first, at most 500."""
        return [_reminder(row) for row in self._sql.due(now=stamp(now))]

    def planned_for(self, person_id: int, until: datetime) -> list[Reminder]:
        found = self._sql.planned_for(person_id=person_id, until=stamp(until))
        return [_reminder(row) for row in found]

    def become(self, reminder_id: int, state: State, reason: Reason | None = None) -> None:
        self._sql.become(id=reminder_id, state=state, reason=reason)

    def drop_planned(self, participation_id: int) -> None:
        """Before a new plan is made; what was sent stays in the ledger."""
        self._sql.drop_planned(participation_id=participation_id)

    def settled(self) -> list[tuple[int, str | None, str | None]]:
        """Of what was handed over: id, and state and error of its outbox row; None: it is gone."""
        return [(int(row["id"]), row["state"], row["error"]) for row in self._sql.settled()]

    def ledger(self, event_id: int) -> list[Count]:
        return [
            Count(
                rule=row["rule"],
                state=State(row["state"]),
                reason=None if row["reason"] is None else Reason(row["reason"]),
                count=int(row["count"]),
            )
            for row in self._sql.ledger(event_id=event_id)
        ]

    def keep_wishes(self, person_id: int, wishes: Wishes) -> None:
        if wishes.lead_times is None:
            self._sql.drop_wishes(person_id=person_id)
            return
        minutes = orjson.dumps(list(wishes.lead_times)).decode()
        self._sql.put_wishes(person_id=person_id, lead_times=minutes)

    def wishes(self, person_id: int) -> Wishes:
        row = self._sql.wishes(person_id=person_id)
        return (
            Wishes() if row is None else Wishes(lead_times=tuple(orjson.loads(row["lead_times"])))
        )

    def rate(self, participation_id: int, stars: int, remark: str | None, now: datetime) -> None:
        """The newest answer counts."""
        self._sql.put_feedback(
            participation_id=participation_id, stars=stars, remark=remark, now=stamp(now)
        )

    def ratings(self, event_id: int) -> list[Rating]:
        found = self._sql.feedback_on(event_id=event_id)
        return [Rating(stars=r["stars"], remark=r["remark"], count=int(r["count"])) for r in found]


def _reminder(row: Any) -> Reminder:
    values = dict(row)
    values["due_at"] = moment(values["due_at"])
    values["state"] = State(values["state"])
    values["reason"] = None if values["reason"] is None else Reason(values["reason"])
    return Reminder(**values)
