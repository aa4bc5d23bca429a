"""A run together with what it asks: where the person is, and where a press leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from bot.domain.questionnaires.care import (
    Carelessness,
    careless,
    too_much_skipped,
    worth_asking_again,
)
from bot.domain.questionnaires.definition import Questionnaire
from bot.domain.questionnaires.runs import Answer, Run
from bot.domain.questionnaires.steps import CARE_STEP, REVIEW_STEP, Step, steps

UNREAD = timedelta(seconds=0.5)  # since the answer before; nobody has read a question by then


@dataclass(frozen=True, kw_only=True)
class Form:
    questionnaire: Questionnaire
    run: Run
    cities: tuple[str, ...]  # codes

    @property
    def answers(self) -> Mapping[str, Answer]:
        return self.run.answers

    def value(self, step_id: str) -> str | None:
        """As it is stored."""
        answer = self.answers.get(step_id)
        return answer.value if answer else None

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        asked = steps(self.questionnaire, self.answers, self.cities)
        doubtful = CARE_STEP.id in self.answers or careless(self._items(asked), self.answers)
        return (*asked, CARE_STEP) if doubtful else asked

    @property
    def questions(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.kind.is_question)

    @property
    def items(self) -> tuple[Step, ...]:
        return self._items(self.steps)

    @property
    def next(self) -> Step | None:
        """The first step that waits for an answer. Of a finished run only a question can."""
        asked = self.questions if self.run.is_finished else self.steps
        return next((step for step in asked if not self.is_closed(step)), None)

    def is_closed(self, step: Step) -> bool:
        return step.is_closed(self.answers.get(step.id))

    def find(self, step_id: str) -> Step | None:
        """A step that may be shown and answered now; None for any other."""
        if step_id == REVIEW_STEP.id and self.run.is_finished:
            return REVIEW_STEP
        step = next((step for step in self.steps if step.id == step_id), None)
        reached = step and (self.is_closed(step) or step == self.next)
        return step if reached else None

    def is_unread(self, step: Step, now: datetime) -> bool:
        """The second half of a double tap falls on a question that came up meanwhile."""
        if step != self.next or step.id in self.answers or not self.answers:
            return False
        newest = max(answer.at for answer in self.answers.values())
        return timedelta(0) <= now - newest < UNREAD

    def before(self, step: Step) -> Step | None:
        """Where «back» leads."""
        position = self.steps.index(step) if step in self.steps else 0
        return self.steps[position - 1] if position else None

    def picked(self, step_id: str) -> tuple[str, ...]:
        step = next((step for step in self.steps if step.id == step_id), None)
        return step.picked(self.answers.get(step_id)) if step else ()

    @property
    def carelessness(self) -> Carelessness | None:
        return careless(self.items, self.answers)

    @property
    def again(self) -> tuple[str, ...]:
        """What a short second try asks."""
        return worth_asking_again(self.questionnaire, self.items, self.answers)

    @property
    def is_preliminary(self) -> bool:
        return too_much_skipped(self.items, self.answers)

    @staticmethod
    def _items(asked: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(step for step in asked if step.kind.is_item)


@dataclass(frozen=True, kw_only=True)
class Result:
    """A finished run, and the one finished before it."""

    form: Form
    before: Form | None
