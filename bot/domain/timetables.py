"""When lessons are, and which groups one person cannot go to both.

A city of None stands for lessons online: they need no way there. Times are those of the Center.
"""

from collections.abc import Collection, Iterable
from datetime import time
from typing import NamedTuple

from bot.domain.network import DayPart, Format, Group, Module, Slot

WAY = 60  # minutes at least between lessons of one day in two cities
_WORKDAYS, _SATURDAY = range(5), range(5, 6)
# Our convention for groups in person whose timetable is not settled: no law names these hours.
USUAL_HOURS: dict[DayPart, tuple[range, time, time]] = {
    DayPart.MORNING: (_WORKDAYS, time(9), time(13)),
    DayPart.DAY: (_WORKDAYS, time(13), time(17)),
    DayPart.EVENING: (_WORKDAYS, time(18), time(21)),
    DayPart.WEEKEND: (_SATURDAY, time(9), time(15)),
}


class Lesson(NamedTuple):
    """One slot of a group in all its weeks; `first` and `last` are numbers as `week` gives them."""

    weekday: int  # 0 = Monday
    first: int
    last: int
    begins: int  # minutes since midnight
    ends: int
    city: str | None


def city_of(module: Module) -> str | None:
    """Where its lessons take a person: None online, else (blended too) the module's city."""
    return None if module.format is Format.ONLINE else module.city


def lessons(group: Group, city: str | None) -> tuple[Lesson, ...]:
    """What is held on at least one day of the group's period.

    Without a timetable: nothing online, where everybody goes at their own pace; in person the usual
    hours of the group's part of the day.
    """
    slots = group.timetable or (() if city is None else _usual(group.daypart))
    held = (_lesson(slot, group, city) for slot in slots)
    return tuple(lesson for lesson in held if lesson.first <= lesson.last)


def _usual(daypart: DayPart) -> tuple[Slot, ...]:
    days, begins, ends = USUAL_HOURS[daypart]
    return tuple(Slot(weekday=day, begins=begins, ends=ends) for day in days)


def _lesson(slot: Slot, group: Group, city: str | None) -> Lesson:
    to_first = (slot.weekday - group.starts_on.weekday()) % 7
    since_last = (group.ends_on.weekday() - slot.weekday) % 7
    return Lesson(
        slot.weekday,
        week(group.starts_on.toordinal() + to_first),
        week(group.ends_on.toordinal() - since_last),
        _minute(slot.begins),
        _minute(slot.ends),
        city,
    )


def clash(one: Iterable[Lesson], other: Collection[Lesson]) -> bool:
    """Whether nobody can go to both groups whose lessons these are."""
    return any(meet(mine, their) for mine in one for their in other)


def meet(one: Lesson, other: Lesson) -> bool:
    """Whether on some day the two overlap, or the way from one to the other is too short.

    Between lessons of one day in two cities there has to be an hour. Lessons that touch are no
    clash in one city, nor where one of them is online.
    """
    if one.weekday != other.weekday or one.first > other.last or other.first > one.last:
        return False
    way = WAY if one.city and other.city and one.city != other.city else 0
    return one.begins < other.ends + way and other.begins < one.ends + way


def falls_into(lesson: Lesson, slots: Iterable[Slot]) -> bool:
    """Whether the lesson overlaps one of the slots of every week."""
    return any(
        lesson.weekday == slot.weekday
        and lesson.begins < _minute(slot.ends)
        and _minute(slot.begins) < lesson.ends
        for slot in slots
    )


def weeks(group: Group) -> range:
    """Calendar weeks, Monday to Sunday, of which at least one day is the group's."""
    return range(week(group.starts_on.toordinal()), week(group.ends_on.toordinal()) + 1)


def week(ordinal: int) -> int:
    """The number of a day's week; day 1 of the proleptic Gregorian calendar is a Monday."""
    return (ordinal - 1) // 7


def _minute(of: time) -> int:
    return of.hour * 60 + of.minute
