"""Runs of which one person can go to one, gathered around the moments at which lessons meet.

That two runs clash would say little of solutions in parts: half of each is allowed. A row of all
the runs that are held at one moment says as much as there is to say.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from bot.catalog.constructor.supply import Supply
from bot.domain.timetables import Lesson, meet

Held = tuple[Lesson, int]  # a lesson and its run


class Moment(NamedTuple):
    """One minute; or one in a city and a later one in another, too close for the way.

    Of the lessons that it holds every two meet.
    """

    weekday: int
    week: int
    early: int  # minutes since midnight
    late: int
    early_city: str | None = None
    late_city: str | None = None

    def holds(self, lesson: Lesson) -> bool:
        if lesson.weekday != self.weekday or not lesson.first <= self.week <= lesson.last:
            return False
        early = lesson.begins <= self.early < lesson.ends
        late = lesson.begins <= self.late < lesson.ends
        if early and late:
            return True
        return (early and lesson.city == self.early_city) or (
            late and lesson.city == self.late_city
        )


def moments(supply: Supply, runs: Iterable[int]) -> Iterator[tuple[Moment, set[int]]]:
    """Moments at which two of the runs meet, and which of the runs are held then."""
    days: dict[int, list[Held]] = {}
    for run in runs:
        for lesson in supply.lessons[run]:
            days.setdefault(lesson.weekday, []).append((lesson, run))
    for held in days.values():
        pairs = combinations(held, 2)
        met = (_moment(one, other) for (one, a), (other, b) in pairs if a != b and meet(one, other))
        for moment in dict.fromkeys(met):
            yield moment, {run for lesson, run in held if moment.holds(lesson)}


def _moment(one: Lesson, other: Lesson) -> Moment:
    early, late = sorted((one, other), key=lambda lesson: lesson.begins)
    week = max(early.first, late.first)
    if late.begins < early.ends:
        return Moment(late.weekday, week, late.begins, late.begins)
    return Moment(late.weekday, week, early.ends - 1, late.begins, early.city, late.city)
