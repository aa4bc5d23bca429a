"""Answers that were hardly meant: how that is noticed, and what is worth asking once more."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from math import inf
from statistics import median

from bot.domain.network import Interest
from bot.domain.questionnaires.definition import Questionnaire
from bot.domain.questionnaires.runs import Answer
from bot.domain.questionnaires.steps import SKIP, Step, StepKind

MOST_SKIPPED = 0.25  # share of what was shown
SAME_FROM = 8  # answers; fewer may well be alike
FAST = {StepKind.PAIR: 1.2, StepKind.SCALE: 0.8}  # seconds; nobody reads that quickly
FAST_FROM = 5  # gaps between answers; a median of fewer says little
ASKED_AGAIN = 5
SHOWN_AGAIN = 2  # times that every interest comes up in the short round


class Carelessness(StrEnum):
    SKIPPED = "skipped"
    FAST = "fast"
    SAME = "same"


def careless(items: Sequence[Step], answers: Mapping[str, Answer]) -> Carelessness | None:
    """What speaks against the answers to these pairs or statements, if anything does."""
    shown = [(item, answers[item.id]) for item in items if item.id in answers]
    values = [answer.value for _, answer in shown if answer.value != SKIP]
    if too_much_skipped(items, answers):
        return Carelessness.SKIPPED
    if shown and _median_gap([answer for _, answer in shown]) < FAST[shown[0][0].kind]:
        return Carelessness.FAST
    if len(values) >= SAME_FROM and len(set(values)) == 1:
        return Carelessness.SAME
    return None


def too_much_skipped(items: Sequence[Step], answers: Mapping[str, Answer]) -> bool:
    """Too much was skipped for a result that could be relied on: it is preliminary."""
    shown = [answers[item.id].value for item in items if item.id in answers]
    return shown.count(SKIP) > MOST_SKIPPED * len(shown)


def _median_gap(given: Sequence[Answer]) -> float:
    """In seconds."""
    times = sorted(answer.at for answer in given)
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    return median(gaps) if len(gaps) >= FAST_FROM else inf


def worth_asking_again(
    questionnaire: Questionnaire, items: Sequence[Step], answers: Mapping[str, Answer]
) -> tuple[str, ...]:
    """At most five step ids: what was skipped, else what says most."""
    asked = [item.id for item in items]
    if careless(items, answers) is Carelessness.SKIPPED:
        skipped = (i for i in asked if i in answers and answers[i].value == SKIP)
        return tuple(skipped)[:ASKED_AGAIN]
    telling = _telling_pairs if questionnaire.pairs else _telling_items
    return tuple(i for i in telling(questionnaire) if i in asked)[:ASKED_AGAIN]


def _telling_pairs(questionnaire: Questionnaire) -> list[str]:
    """As few as show every interest twice, each time against another one."""
    seen: Counter[Interest] = Counter()
    telling = []
    for pair in questionnaire.pairs:
        both = (pair.a.interest, pair.b.interest)
        if all(seen[interest] < SHOWN_AGAIN for interest in both):
            seen.update(both)
            telling.append(pair.id)
    return telling


def _telling_items(questionnaire: Questionnaire) -> list[str]:
    """One of each competency, those of a trade first: entry to programmes hangs on them."""
    trade_first = sorted(questionnaire.items, key=lambda item: item.sector is None)
    first = {item.competency: item.id for item in reversed(trade_first)}
    return sorted(first.values(), key=[item.id for item in trade_first].index)
