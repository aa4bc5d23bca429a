"""The steps of a run, computed from the questionnaire and the answers so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.network import DayPart, Format
from bot.domain.questionnaires.definition import Questionnaire
from bot.domain.questionnaires.runs import Answer

SKIP, DONE, ANY, YES, NO = "skip", "done", "any", "yes", "no"
MORE, STOP = "more", "stop"
AGAIN, ANYWAY = "again", "anyway"
UNPICK = "-"  # before a value: takes it back

MOST_SECTORS = 3
MOST_WANTS = 3
DOUBLE_TAP = timedelta(seconds=1)


class StepKind(StrEnum):
    PAIR = "pair"
    SCALE = "scale"
    SEVERAL = "several"
    CITY = "city"
    ONE = "one"
    DEEPER = "deeper"  # enough, or ten pairs more
    REVIEW = "review"  # all answers, before they count
    CARE = "care"  # were they meant?

    @property
    def is_item(self) -> bool:
        return self in (StepKind.PAIR, StepKind.SCALE)

    @property
    def is_question(self) -> bool:
        """Asks about the person; the others are about the run."""
        return self not in (StepKind.DEEPER, StepKind.REVIEW, StepKind.CARE)


@dataclass(frozen=True, kw_only=True)
class Step:
    """`options`: what may be answered. An answer to SEVERAL lists what was picked, then DONE."""

    id: str
    kind: StepKind
    options: tuple[str, ...]
    most: int = 1

    def picked(self, answer: Answer | None) -> tuple[str, ...]:
        """What was chosen of several, in the order of choosing."""
        values = answer.value.split() if answer else []
        return tuple(value for value in values if value in self.options and value != DONE)

    def is_closed(self, answer: Answer | None) -> bool:
        if self.kind is StepKind.SEVERAL:
            return answer is not None and DONE in answer.value.split()
        return answer is not None

    def answered(self, before: Answer | None, value: str, now: datetime) -> Answer | None:
        """What `value` makes of the answer; None where it is no answer to this step."""
        if value.removeprefix(UNPICK) not in self.options:
            return None
        if self.kind is StepKind.SEVERAL:
            return self._several(before, value, now)
        return Answer(value=value, at=now) if value in self.options else None

    def _several(self, before: Answer | None, value: str, now: datetime) -> Answer | None:
        picked = self.picked(before)
        if value == DONE:
            return Answer(value=" ".join((*picked, DONE)), at=now)
        if value.startswith(UNPICK):
            # The second half of a double tap falls on a button that has changed meanwhile.
            if before is None or now - before.at < DOUBLE_TAP:
                return before
            picked = tuple(code for code in picked if code != value.removeprefix(UNPICK))
        elif value not in picked and len(picked) < self.most:
            picked = (*picked, value)
        full = value in picked and len(picked) == self.most
        return Answer(value=" ".join((*picked, DONE) if full else picked), at=now)


SECTORS, WANTS, CITY, FORMAT, DAYPART = "sectors", "wants", "city", "format", "daypart"
PROFESSION, EXPERIENCE = "profession", "experience"

DEEPER_STEP = Step(id="deeper", kind=StepKind.DEEPER, options=(MORE, STOP))
REVIEW_STEP = Step(id="review", kind=StepKind.REVIEW, options=(DONE,))
CARE_STEP = Step(id="care", kind=StepKind.CARE, options=(AGAIN, ANYWAY))
OWN_IDS = frozenset(
    {SECTORS, WANTS, CITY, FORMAT, DAYPART, PROFESSION, EXPERIENCE}
    | {step.id for step in (DEEPER_STEP, REVIEW_STEP, CARE_STEP)}
)


def steps(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], cities: Iterable[str]
) -> tuple[Step, ...]:
    """All that is asked in this run as far as it is known now, in order."""
    if questionnaire.pairs:
        return _pairs(questionnaire, answers)
    return (*_skills(questionnaire, answers, tuple(cities)), REVIEW_STEP)


def _pairs(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> tuple[Step, ...]:
    """A quick round that can stand alone, then the choice of a second one."""
    quick, second = _round(questionnaire, 1), _round(questionnaire, 2)
    deeper = answers.get(DEEPER_STEP.id)
    if deeper is None or deeper.value != MORE:
        second = [step for step in second if step.id in answers]  # stopped in the middle of it
    return (*quick, DEEPER_STEP, *second)


def _round(questionnaire: Questionnaire, number: int) -> list[Step]:
    return [
        Step(id=pair.id, kind=StepKind.PAIR, options=("a", "b", SKIP))
        for pair in questionnaire.pairs
        if pair.round == number
    ]


def _skills(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], cities: tuple[str, ...]
) -> list[Step]:
    """Directions, skills for everybody and of the directions, wishes, conditions."""
    sectors = _several(SECTORS, questionnaire.sectors, MOST_SECTORS)
    chosen = sectors.picked(answers.get(SECTORS))
    asked = [None, *chosen]
    items = [item for one in asked for item in questionnaire.items_of([one])]
    scale = (*map(str, questionnaire.scale or ()), SKIP)
    wanted = (*(chosen or questionnaire.sectors), None)
    known = [i.competency for one in wanted for i in questionnaire.items_of([one])]
    conditions = [
        Step(id=CITY, kind=StepKind.CITY, options=(*cities, ANY)),
        _several(FORMAT, tuple(map(str, Format)), len(Format)),
        _several(DAYPART, tuple(map(str, DayPart)), len(DayPart)),
        Step(id=PROFESSION, kind=StepKind.ONE, options=(YES, NO, SKIP)),
    ]
    if chosen:
        conditions.append(_several(EXPERIENCE, chosen, len(chosen)))
    return [
        sectors,
        *(Step(id=item.id, kind=StepKind.SCALE, options=scale) for item in items),
        _several(WANTS, tuple(dict.fromkeys(known)), MOST_WANTS),
        *conditions,
    ]


def _several(step_id: str, options: tuple[str, ...], most: int) -> Step:
    return Step(id=step_id, kind=StepKind.SEVERAL, options=(*options, DONE), most=most)
