"""The constructor's whole model at once, as a solver would be given it: every rule of every run."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from bot.catalog.constructor.clashes import Moment
from bot.catalog.constructor.problem import Problem, Row
from bot.catalog.constructor.rows import first_rows
from bot.catalog.constructor.supply import supply_of
from bot.domain.timetables import WAY, Lesson
from bot.domain.trajectories import Task

Held = tuple[Lesson, int]  # and its run


def problem_of(task: Task) -> Problem:
    """With HOURS_A_WEEK as the only wish."""
    supply = supply_of(task)
    whole = Problem(supply=supply, columns=(), hours_a_week=task.wishes.hours_a_week)
    return whole.narrowed(range(len(supply.runs)))


def all_rows(problem: Problem) -> list[Row]:
    return [
        *first_rows(problem),
        *_modules(problem),
        *_weeks(problem),
        *_wants(problem),
        *_clashes(problem),
    ]


def _one_of(runs: Iterable[int]) -> Row:
    return Row(tuple((run, 1) for run in runs), 1)


def _modules(problem: Problem) -> Iterator[Row]:
    found = defaultdict(list)
    for run in problem.columns:
        found[problem.supply.runs[run].module.code].append(run)
    yield from (_one_of(runs) for runs in found.values() if len(runs) > 1)


def _weeks(problem: Problem) -> Iterator[Row]:
    if problem.hours_a_week is None:
        return
    found = defaultdict(list)
    for run in problem.columns:
        for week in problem.supply.weeks[run]:
            found[week].append((run, problem.supply.load(run)))
    yield from (Row(tuple(terms), problem.hours_a_week) for terms in found.values())


def _wants(problem: Problem) -> Iterator[Row]:
    supply = problem.supply
    for run in problem.columns:
        for want in supply.wants[run]:
            before = [one for one in problem.givers(want) if supply.precedes(one, run)]
            yield Row(((run, 1), *((one, -1) for one in before)), 0)


def _clashes(problem: Problem) -> Iterator[Row]:
    """A row for each set of runs that meet at some moment, which is all clashes that there are."""
    lessons = problem.supply.lessons
    days = defaultdict(list)
    for run in problem.columns:
        for lesson in lessons[run]:
            days[lesson.weekday].append((lesson, run))
    sets = {
        frozenset(run for lesson, run in now if moment.holds(lesson))
        for held in days.values()
        for week in {lesson.first for lesson, _ in held}
        for now in [[(lesson, run) for lesson, run in held if lesson.first <= week <= lesson.last]]
        for moment in _moments(week, now)
    }
    yield from (_one_of(runs) for runs in sorted(map(sorted, sets)) if len(runs) > 1)


def _moments(week: int, held: list[Held]) -> Iterator[Moment]:
    """Every beginning of a lesson; and each end in one city with a beginning soon in another."""
    begins = {(lesson.begins, lesson.city) for lesson, _ in held}
    ends = {(lesson.ends, lesson.city) for lesson, _ in held}
    for at in {begin for begin, _ in begins}:
        yield Moment(held[0][0].weekday, week, at, at)
    for (end, city), (begin, other) in product(ends, begins):
        if city and other and city != other and end <= begin < end + WAY:
            yield Moment(held[0][0].weekday, week, end - 1, begin, city, other)
