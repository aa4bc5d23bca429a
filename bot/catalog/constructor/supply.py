"""What there is for a task: its runs, what each gives, wants before it, and when it is held."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from bot.domain.timetables import Lesson, city_of, clash, lessons, weeks
from bot.domain.trajectories import Run, Task


class Need(NamedTuple):
    """What a plan has to give, or a run wants to be given before it starts."""

    kind: str  # "competency", "module" or, for what is pinned, "group"
    code: str
    level: int = 0  # of a competency, at least


@dataclass(frozen=True, kw_only=True)
class Supply:
    """A run is known by its number: in the order of first days, then of codes."""

    runs: tuple[Run, ...]
    lessons: tuple[tuple[Lesson, ...], ...]
    demands: Mapping[Need, int]  # -> weight: how bad it is to leave it open
    wants: tuple[tuple[Need, ...], ...]
    gives: tuple[tuple[Need, ...], ...]  # of what is demanded or wanted

    @cached_property
    def givers(self) -> Mapping[Need, list[int]]:
        found: dict[Need, list[int]] = {}
        for number, gives in enumerate(self.gives):
            for need in gives:
                found.setdefault(need, []).append(number)
        return found

    @cached_property
    def hours(self) -> list[int]:
        return [run.module.hours for run in self.runs]

    @cached_property
    def prices(self) -> list[int]:
        return [run.price for run in self.runs]

    @cached_property
    def starts(self) -> list[int]:
        return [run.group.starts_on.toordinal() for run in self.runs]

    @cached_property
    def ends(self) -> list[int]:
        return [run.group.ends_on.toordinal() for run in self.runs]

    @cached_property
    def weeks(self) -> list[range]:
        return [weeks(run.group) for run in self.runs]

    def load(self, run: int) -> float:
        """Hours in each calendar week of the run: those of its module, spread evenly."""
        return self.hours[run] / len(self.weeks[run])

    def precedes(self, one: int, other: int) -> bool:
        return self.ends[one] < self.starts[other]

    def clash(self, one: int, other: int) -> bool:
        return clash(self.lessons[one], self.lessons[other])

    def given(self, chosen: Iterable[int]) -> frozenset[Need]:
        return frozenset(need for run in chosen for need in self.gives[run])


def supply_of(task: Task) -> Supply:
    """The runs that no hard rule excludes by itself: places, bans, what the person goes to."""
    found = sorted(_eligible(task), key=lambda one: (one[0].group.starts_on, one[0].code))
    runs = tuple(run for run, _ in found)
    demands = _demands(task)
    wants = tuple(_wants(run, task) for run in runs)
    levels = _levels(chain(demands, *wants))
    return Supply(
        runs=runs,
        lessons=tuple(held for _, held in found),
        demands=demands,
        wants=wants,
        gives=tuple(tuple(_gives(run, levels, task.pinned)) for run in runs),
    )


def _eligible(task: Task) -> Iterator[tuple[Run, tuple[Lesson, ...]]]:
    out = task.banned | task.done
    taken = [
        lesson for group in task.engaged for lesson in lessons(group, task.cities.get(group.code))
    ]
    for run in task.runs:
        held = lessons(run.group, city_of(run.module))
        if run.left > 0 and run.module.code not in out and not clash(held, taken):
            yield run, held


def _demands(task: Task) -> dict[Need, int]:
    """A pin weighs more than the whole goal: what a person chose stays as long as it can."""
    goal = {
        Need("competency", code, level): 1
        for code, level in sorted(task.goal.levels.items())
        if task.levels.get(code, 0) < level
    }
    codes = sorted(task.pinned & {run.code for run in task.runs})
    return goal | {Need("group", code): len(goal) + 1 for code in codes}


def _wants(run: Run, task: Task) -> tuple[Need, ...]:
    modules = (Need("module", code) for code in run.module.requires if code not in task.done)
    levels = (
        Need("competency", code, level)
        for code, level in run.programme.requires.items()
        if task.levels.get(code, 0) < level
    )
    return (*modules, *levels)


def _levels(needs: Iterable[Need]) -> dict[str, list[int]]:
    """The levels that matter of each competency."""
    found: dict[str, set[int]] = {}
    for need in needs:
        if need.kind == "competency":
            found.setdefault(need.code, set()).add(need.level)
    return {code: sorted(levels) for code, levels in found.items()}


def _gives(run: Run, levels: Mapping[str, list[int]], pinned: frozenset[str]) -> Iterator[Need]:
    yield Need("module", run.module.code)
    if run.code in pinned:
        yield Need("group", run.code)
    for code, reached in run.module.outcomes.items():
        for level in levels.get(code, ()):
            if level <= reached:
                yield Need("competency", code, level)
