"""Asking for a human: what about, and nothing personal."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Topic(StrEnum):
    CHOICE = "choice"  # what to choose
    APPLICATION = "application"  # how to apply, what happens with it
    FREE_TRAINING = "free_training"  # may I study free of charge
    TROUBLE = "trouble"  # something does not work
    OTHER = "other"


class ConsultationState(StrEnum):
    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Consultation:
    id: int
    person_id: int
    topic: Topic
    state: ConsultationState
    asked_at: datetime
