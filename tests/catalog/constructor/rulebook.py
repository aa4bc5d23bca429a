"""The rules of plans once more, from their text and day by day, knowing nothing of the solver."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import combinations

from bot.domain.network import DayPart, Format, Group, Slot
from bot.domain.trajectories import Least, Plan, Run, Task, Wish, Wishes

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
USUAL = {
    DayPart.MORNING: (NAMES[:5], time(9), time(13)),
    DayPart.DAY: (NAMES[:5], time(13), time(17)),
    DayPart.EVENING: (NAMES[:5], time(18), time(21)),
    DayPart.WEEKEND: (NAMES[5:6], time(9), time(15)),
}
Held = tuple[datetime, datetime, str | None]  # a lesson of one day, and where


def faults(task: Task, plan: Plan) -> list[str]:
    """What is wrong with a plan; nothing, if it keeps all that it does not say it gives up."""
    chosen = plan.runs
    found = hard_faults(task, chosen)
    found += [f"against {wish}" for wish in sorted(broken_wishes(task, chosen) - {*plan.given_up})]
    if plan.open != open_levels(task, chosen):
        found.append(f"open is {open_levels(task, chosen)}")
    found += [f"no {code}" for code in sorted(task.pinned - {run.code for run in chosen})]
    return found


def hard_faults(task: Task, chosen: Sequence[Run]) -> list[str]:
    return [*_wrong(task, chosen), *_unprepared(task, chosen), *_clashes(task, chosen)]


def _wrong(task: Task, chosen: Sequence[Run]) -> Iterator[str]:
    modules = [run.module.code for run in chosen]
    for run in chosen:
        if run not in task.runs or run.left < 1:
            yield f"{run.code} has no place"
        if run.module.code in task.banned | task.done:
            yield f"{run.module.code} is out"
    yield from (f"{code} twice" for code in sorted(set(modules)) if modules.count(code) > 1)


def _unprepared(task: Task, chosen: Sequence[Run]) -> Iterator[str]:
    for run in chosen:
        before = [one for one in chosen if one.group.ends_on < run.group.starts_on]
        finished = task.done | {one.module.code for one in before}
        yield from (f"{run.code} before {c}" for c in run.module.requires if c not in finished)
        for code, level in run.programme.requires.items():
            if not _reached(task, before, code, level):
                yield f"{run.code} without {code}"


def _reached(task: Task, runs: Sequence[Run], code: str, level: int) -> bool:
    outcomes = [run.module.outcomes.get(code, 0) for run in runs]
    return max([task.levels.get(code, 0), *outcomes]) >= level


def open_levels(task: Task, chosen: Sequence[Run]) -> dict[str, int]:
    goal = task.goal.levels
    return {code: goal[code] for code in goal if not _reached(task, chosen, code, goal[code])}


def _clashes(task: Task, chosen: Sequence[Run]) -> Iterator[str]:
    own = [(run.code, held(run.group, _place(run))) for run in chosen]
    others = [(group.code, held(group, task.cities.get(group.code))) for group in task.engaged]
    pairs = [*combinations(own, 2), *((one, other) for one in own for other in others)]
    for (one, mine), (other, theirs) in pairs:
        if any(_meet(a, b) for a in mine for b in theirs):
            yield f"{one} clashes with {other}"


def _place(run: Run) -> str | None:
    return None if run.module.format is Format.ONLINE else run.module.city


def held(group: Group, city: str | None) -> list[Held]:
    """Every lesson of the group."""
    weekly = [(NAMES[slot.weekday], slot.begins, slot.ends) for slot in group.timetable]
    if not weekly and city is not None:
        names, begins, ends = USUAL[group.daypart]
        weekly = [(name, begins, ends) for name in names]
    return [
        (datetime.combine(day, begins), datetime.combine(day, ends), city)
        for day in _days(group)
        for name, begins, ends in weekly
        if NAMES[day.weekday()] == name
    ]


def _days(group: Group) -> list[date]:
    return [group.starts_on + n * DAY for n in range((group.ends_on - group.starts_on).days + 1)]


def _meet(one: Held, other: Held) -> bool:
    early, late = sorted((one, other), key=lambda lesson: lesson[0])
    if early[0].date() != late[0].date():
        return False
    far = early[2] is not None and late[2] is not None and early[2] != late[2]
    return late[0] - early[1] < (HOUR if far else timedelta(0))


def broken_wishes(task: Task, chosen: Sequence[Run]) -> set[Wish]:
    """Of the wishes that there are, those that the runs together go against."""
    wishes = task.wishes
    against = {
        Wish.REACH: wishes.reach and {_place(run) for run in chosen} - {None, *wishes.reach},
        Wish.FORMATS: wishes.formats and {run.module.format for run in chosen} - wishes.formats,
        Wish.DAYPARTS: wishes.dayparts and _dayparts(chosen) - wishes.dayparts,
        Wish.BUSY: any(_during(lesson, slot) for lesson in _all(chosen) for slot in wishes.busy),
        Wish.HOURS_A_WEEK: _too_much(chosen, wishes),
        Wish.BUDGET: wishes.budget is not None and sum(run.price for run in chosen) > wishes.budget,
        Wish.FINISH_BY: wishes.finish_by
        and any(r.group.ends_on > wishes.finish_by for r in chosen),
    }
    return {wish for wish in Wish if against[wish]}


def _dayparts(chosen: Sequence[Run]) -> set[DayPart]:
    return {run.group.daypart for run in chosen if _place(run) or run.group.timetable}


def _all(chosen: Sequence[Run]) -> list[Held]:
    return [lesson for run in chosen for lesson in held(run.group, _place(run))]


def _during(lesson: Held, slot: Slot) -> bool:
    begins, ends, _ = lesson
    same_day = begins.weekday() == slot.weekday
    return same_day and begins.time() < slot.ends and slot.begins < ends.time()


def _too_much(chosen: Sequence[Run], wishes: Wishes) -> bool:
    load: dict[date, Fraction] = {}
    for run in chosen:
        mondays = {day - day.weekday() * DAY for day in _days(run.group)}
        for monday in mondays:
            share = Fraction(run.module.hours, len(mondays))
            load[monday] = load.get(monday, Fraction(0)) + share
    most = wishes.hours_a_week
    return most is not None and any(hours > most for hours in load.values())


Chosen = tuple[Run, ...]
Worth = tuple[int, int, int, list[int], list[int]]


def worth(task: Task, chosen: Sequence[Run]) -> Worth:
    """Less is better: pins dropped, levels open, wishes given up, which of them, and the aim."""
    broken = broken_wishes(task, chosen)
    last = max((run.group.ends_on.toordinal() for run in chosen), default=0)
    aims = {
        Least.HOURS: sum(run.module.hours for run in chosen),
        Least.PRICE: sum(run.price for run in chosen),
        Least.FINISH: last,
    }
    first = aims.pop(task.wishes.least)
    return (
        len(task.pinned & {run.code for run in task.runs} - {run.code for run in chosen}),
        len(open_levels(task, chosen)),
        len(broken),
        [int(wish in broken) for wish in Wish],
        [first, *(aims[aim] for aim in Least if aim in aims)],
    )


def least_worth(task: Task) -> Worth:
    """The best of all subsets of the runs: for a dozen of them."""
    return min(worth(task, chosen) for chosen in _together(task, (), task.runs))


def _together(task: Task, chosen: Chosen, rest: Chosen) -> Iterator[Chosen]:
    """Subsets that keep the hard rules; what clashes once clashes in every greater one."""
    if not any(_unprepared(task, chosen)):
        yield chosen
    for place, run in enumerate(rest):
        more = (*chosen, run)
        if not any(_wrong(task, more)) and not any(_clashes(task, more)):
            yield from _together(task, more, rest[place + 1 :])
