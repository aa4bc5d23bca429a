"""What the answers say. Interest, level and wish are three things and are never merged."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.network import Interest
from bot.domain.questionnaires.definition import Item, Pair, Side
from bot.domain.questionnaires.forms import Form
from bot.domain.questionnaires.steps import SKIP

MOST_LEADING = 3
CHANGED = 0.25  # of a share: one choice of four
STRONG = 2  # does it, if with some help


class Liking(StrEnum):
    """How often an area was preferred; as in E. A. Klimov's ДДО 7-8 of 8 are strong, 0-2 weak."""

    RARELY = "rarely"
    SOMETIMES = "sometimes"
    OFTEN = "often"
    ALMOST_ALWAYS = "almost-always"


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How often an interest was chosen of the times that it was shown and answered."""

    chosen: int
    shown: int

    @property
    def share(self) -> float:
        return self.chosen / self.shown

    @property
    def liking(self) -> Liking:
        if self.share >= 0.875:
            return Liking.ALMOST_ALWAYS
        if self.share > 0.5:
            return Liking.OFTEN
        return Liking.SOMETIMES if self.share > 0.25 else Liking.RARELY


def tallies(form: Form) -> dict[Interest, Tally]:
    """p[type] = chosen / shown and answered; the strongest first. {} where all was skipped."""
    return tallied(choices(form))


def tallied(preferred: Iterable[tuple[Pair, Side]]) -> dict[Interest, Tally]:
    """Of pairs with the side that was preferred."""
    chosen, shown = Counter[Interest](), Counter[Interest]()
    for pair, side in preferred:
        shown.update((pair.a.interest, pair.b.interest))
        chosen[side.interest] += 1
    counted = {i: Tally(chosen=chosen[i], shown=shown[i]) for i in Interest if shown[i]}
    return dict(sorted(counted.items(), key=lambda one: -one[1].share))


def choices(form: Form) -> list[tuple[Pair, Side]]:
    """What was preferred in each pair that was answered."""
    pairs = {pair.id: pair for pair in form.questionnaire.pairs}
    given = [(pairs[s.id], form.answers[s.id].value) for s in form.items if s.id in form.answers]
    return [(pair, pair.a if value == "a" else pair.b) for pair, value in given if value != SKIP]


def leading(counted: Mapping[Interest, Tally]) -> tuple[Interest, ...]:
    """What stands out: the strongest and, beside a single one, the next; () where nothing does."""
    groups: dict[float, list[Interest]] = {}
    for interest, tally in counted.items():
        if tally.chosen:
            groups.setdefault(tally.share, []).append(interest)
    first, second = ([groups[share] for share in sorted(groups, reverse=True)] + [[], []])[:2]
    if len(first) == 1 and len(second) < MOST_LEADING:
        return (*first, *second)
    return tuple(first) if len(first) <= MOST_LEADING else ()


def levels(form: Form) -> dict[str, int]:
    """Competency -> 0-4: the mean of its items rounded half up. Self-rated."""
    rated: dict[str, list[int]] = {}
    for item, level in ratings(form):
        rated.setdefault(item.competency, []).append(level)
    return {code: _half_up(values) for code, values in rated.items()}


def ratings(form: Form) -> list[tuple[Item, int]]:
    items = {item.id: item for item in form.questionnaire.items}
    given = [(items[s.id], form.answers[s.id].value) for s in form.items if s.id in form.answers]
    return [(item, int(value)) for item, value in given if value != SKIP]


def _half_up(values: list[int]) -> int:
    return (2 * sum(values) + len(values)) // (2 * len(values))


def strengths(rated: Mapping[str, int]) -> list[str]:
    """Competencies that the person can already use, the strongest first."""
    return sorted((c for c, level in rated.items() if level >= STRONG), key=lambda c: -rated[c])


@dataclass(frozen=True, kw_only=True)
class Changes:
    """Codes of interests or competencies."""

    up: tuple[str, ...]
    down: tuple[str, ...]


def changes(now: Mapping[str, float], before: Mapping[str, float], least: float) -> Changes:
    """What differs by at least `least`, of what both runs know."""
    moved = {code: now[code] - before[code] for code in now if code in before}
    return Changes(
        up=tuple(code for code, by in moved.items() if by >= least),
        down=tuple(code for code, by in moved.items() if by <= -least),
    )
