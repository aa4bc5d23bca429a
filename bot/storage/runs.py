"""Rows of `runs` with their `answers`. A person has at most one open run of a questionnaire."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.questionnaires import Answer, Questionnaire, Run, RunState
from bot.domain.times import moment, optional_moment, stamp
from bot.storage.sql import Sql


class RunStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("runs", connection)

    def start(self, person_id: int, questionnaire: Questionnaire, now: datetime) -> None:
        """Does nothing where a run is open already."""
        self._sql.start(
            person_id=person_id,
            questionnaire=questionnaire.code,
            version=questionnaire.version,
            now=stamp(now),
        )

    def find(self, run_id: int) -> Run | None:
        row = self._sql.find(run_id=run_id)
        return None if row is None else _run(row, self._sql.answers(run_id=run_id))

    def of_person(self, person_id: int) -> list[Run]:
        """Oldest first."""
        answers = list(self._sql.answers_of_person(person_id=person_id))
        return [_run(row, answers) for row in self._sql.of_person(person_id=person_id)]

    def answer(self, run_id: int, step: str, answer: Answer) -> None:
        self._sql.answer(run_id=run_id, item=step, value=answer.value, now=stamp(answer.at))

    def take_back(self, run_id: int, steps: Iterable[str]) -> None:
        for step in steps:
            self._sql.take_back(run_id=run_id, item=step)

    def finish(self, run_id: int, now: datetime) -> None:
        self._sql.finish(run_id=run_id, now=stamp(now))

    def export(self, person_id: int) -> list[dict[str, Any]]:
        """Everything, with the answers by item."""
        return [asdict(run) for run in self.of_person(person_id)]


def _run(row: Any, answers: Iterable[Any]) -> Run:
    """`answers` may hold those of other runs too."""
    values = dict(row)
    values["state"] = RunState(values["state"])
    values["started_at"] = moment(values["started_at"])
    values["finished_at"] = optional_moment(values["finished_at"])
    given = {
        a["item"]: Answer(value=a["value"], at=moment(a["answered_at"]))
        for a in answers
        if a["run_id"] == values["id"]
    }
    return Run(**values, answers=given)
