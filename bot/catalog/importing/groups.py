"""Groups: one run of a programme, or of one of its modules, with dates, places and lessons."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import pairwise

from bot.catalog.importing import cells
from bot.catalog.importing.cells import Wrong, shown
from bot.catalog.importing.references import References
from bot.catalog.importing.tables import Row
from bot.domain.network import DayPart, Group, GroupState, Module, Slot

WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")

_IN_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {name: number for names in (WEEKDAYS, _IN_ENGLISH) for number, name in enumerate(names)}
_SLOT = re.compile(r"([a-zа-я]+)\s*([0-9]{1,2}[:.][0-9]{2})\s*[-–—]\s*([0-9]{1,2}[:.][0-9]{2})")
_OPENS, _CLOSES = time(7), time(22)
# Our convention of what a part of the day is: when lessons begin at the earliest and the latest,
# and when they end at the latest. No law names these hours.
_HOURS = {
    DayPart.MORNING: (_OPENS, time(12, 59), time(15)),
    DayPart.DAY: (time(8), time(17, 59), time(18)),
    DayPart.EVENING: (time(16), _CLOSES, _CLOSES),
}


def group(row: Row, to: References) -> Group:
    """A start that is moved to a fitting day moves the end as far."""
    code = row.required("code", cells.code)
    programme = row.required("programme", to.programmes)
    module = row.optional("module", to.modules)
    daypart = row.required("daypart", cells.one_of(DayPart))
    start = row.required("starts_on", cells.teaching_day(to.anchor, daypart))
    end = row.required("ends_on", cells.day(to.anchor))
    seats = row.required("seats", cells.whole(1, 1000))
    timetable = row.optional("timetable", lessons) or ()
    if not row.good:  # it never leaves the import
        start, end = cells.Start(date.min, timedelta()), date.min
    read = Group(
        code=code,
        programme=programme,
        starts_on=start.day,
        ends_on=end + start.moved,
        daypart=daypart,
        seats=seats,
        module=module,
        timetable=timetable,
        state=row.optional("state", cells.one_of(GroupState)) or GroupState.OPEN,
    )
    if row.good:
        _check_days(row, read)
        _check_daypart(row, read)
    return read


def lessons(value: str) -> tuple[Slot, ...]:
    """ "пн 18:00-20:30; ср 18:00-20:30" -> lessons in the order of the week."""
    read = sorted(cells.several(_slot)(value), key=lambda slot: (slot.weekday, slot.begins))
    for one, other in pairwise(read):
        if one.weekday == other.weekday and other.begins < one.ends:
            raise Wrong(f"{shown(value)} — занятия в один день ({WEEKDAYS[one.weekday]}) сходятся")
    return tuple(read)


def _slot(value: str) -> Slot:
    found = _SLOT.fullmatch(value.lower())
    if not found or found[1] not in _NUMBERS:
        raise Wrong(f"{shown(value)} — нужны день недели и время: пн 18:00-20:30")
    begins, ends = _hour(found[2]), _hour(found[3])
    if ends <= begins:
        raise Wrong(f"{shown(value)} — занятие кончается не позже, чем начинается")
    if begins < _OPENS or ends > _CLOSES:
        raise Wrong(f"{shown(value)} — занятия бывают с {_OPENS:%H:%M} до {_CLOSES:%H:%M}")
    return Slot(weekday=_NUMBERS[found[1]], begins=begins, ends=ends)


def _hour(value: str) -> time:
    hours, minutes = map(int, re.split("[:.]", value))
    try:
        return time(hours, minutes)
    except ValueError:
        raise Wrong(f"{shown(value)} — такого времени нет") from None


def _check_days(row: Row, read: Group) -> None:
    days = (read.ends_on - read.starts_on).days
    if days < 0:
        row.wrong("ends_on", f"«{read.ends_on}» — раньше начала ({read.starts_on})")
        return
    for slot in read.timetable:
        if (slot.weekday - read.starts_on.weekday()) % 7 > days:
            row.wrong(
                "timetable",
                f"«{WEEKDAYS[slot.weekday]}» — такого дня нет между {read.starts_on} "
                f"и {read.ends_on}",
            )
            return


def _check_daypart(row: Row, read: Group) -> None:
    """What people are promised («занятия вечером») is what the timetable says."""
    for slot in read.timetable:
        if not _falls_into(slot, read.daypart):
            row.wrong(
                "timetable",
                f"«{WEEKDAYS[slot.weekday]} {slot.begins:%H:%M}-{slot.ends:%H:%M}» — "
                f"в столбце daypart стоит {read.daypart}: {_meaning(read.daypart)}",
            )
            return


def _falls_into(slot: Slot, daypart: DayPart) -> bool:
    if daypart is DayPart.WEEKEND:
        return slot.weekday >= cells.SATURDAY
    earliest, latest, over = _HOURS[daypart]
    return earliest <= slot.begins <= latest and slot.ends <= over


def _meaning(daypart: DayPart) -> str:
    if daypart is DayPart.WEEKEND:
        return "занятия только в субботу и воскресенье"
    earliest, latest, over = _HOURS[daypart]
    return f"занятия начинаются с {earliest:%H:%M} до {latest:%H:%M} и кончаются до {over:%H:%M}"


def check_modules(
    groups: Iterable[tuple[Row, Group]], modules: Iterable[tuple[Row, Module]]
) -> None:
    """The module of a group is one of its programme's."""
    by_code = {read.code: read for row, read in modules if row.good}
    for row, read in groups:
        module = by_code.get(read.module or "")
        if row.good and module is not None and module.programme != read.programme:
            row.wrong("module", f"«{module.code}» — модуль другой программы ({module.programme})")
