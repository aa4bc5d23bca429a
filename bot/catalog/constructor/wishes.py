"""Which wishes a task has, and which runs go against one."""

from collections.abc import Callable, Mapping

from bot.domain.network import Format
from bot.domain.timetables import city_of, falls_into, lessons
from bot.domain.trajectories import Run, Wish, Wishes

Breaks = Callable[[Run, Wishes], bool]


def active(wishes: Wishes) -> tuple[Wish, ...]:
    """Those that matter, in the order of the enum."""
    given = {
        Wish.REACH: bool(wishes.reach),
        Wish.FORMATS: bool(wishes.formats),
        Wish.DAYPARTS: bool(wishes.dayparts),
        Wish.BUSY: bool(wishes.busy),
        Wish.HOURS_A_WEEK: wishes.hours_a_week is not None,
        Wish.BUDGET: wishes.budget is not None,
        Wish.FINISH_BY: wishes.finish_by is not None,
    }
    return tuple(wish for wish in Wish if given[wish])


def _too_far(run: Run, wishes: Wishes) -> bool:
    city = city_of(run.module)
    return city is not None and city not in (wishes.reach or ())


def _other_format(run: Run, wishes: Wishes) -> bool:
    return run.module.format not in wishes.formats


def _other_daypart(run: Run, wishes: Wishes) -> bool:
    """Online at one's own pace is at any time of the day."""
    own_pace = run.module.format is Format.ONLINE and not run.group.timetable
    return not own_pace and run.group.daypart not in wishes.dayparts


def _when_busy(run: Run, wishes: Wishes) -> bool:
    held = lessons(run.group, city_of(run.module))
    return any(falls_into(lesson, wishes.busy) for lesson in held)


def _too_late(run: Run, wishes: Wishes) -> bool:
    return wishes.finish_by is not None and run.group.ends_on > wishes.finish_by


# HOURS_A_WEEK and BUDGET are about all runs together.
OF_A_RUN: Mapping[Wish, Breaks] = {
    Wish.REACH: _too_far,
    Wish.FORMATS: _other_format,
    Wish.DAYPARTS: _other_daypart,
    Wish.BUSY: _when_busy,
    Wish.FINISH_BY: _too_late,
}
