"""One person's way through a questionnaire, as it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RunState(StrEnum):
    OPEN = "open"
    FINISHED = "finished"


class Progress(StrEnum):
    """How far a person has got with a questionnaire; an open run comes before a finished one."""

    NEW = "new"
    OPEN = "open"
    FINISHED = "finished"


@dataclass(frozen=True, kw_only=True)
class Answer:
    value: str  # in the words of the Step that it answers
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Run:
    id: int
    person_id: int
    questionnaire: str
    version: int  # of the questionnaire when the run began
    state: RunState
    started_at: datetime
    finished_at: datetime | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)  # by step id

    @property
    def is_finished(self) -> bool:
        return self.state is RunState.FINISHED
