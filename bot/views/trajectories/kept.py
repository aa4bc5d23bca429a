"""Paths that are kept: the list, two side by side, a link to one, news about one."""

from collections.abc import Sequence

from bot.domain.trajectories import Change, ChangeKind, Path, State, missing, trips
from bot.texts import Html
from bot.views.callbacks import Callback
from bot.views.nav import back, human, menu
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import (
    AskCompare,
    Compare,
    Drop,
    ShowNews,
    ShowPath,
    StopSharing,
    TakeGoal,
    ToPaths,
)
from bot.views.trajectories.plans import answers
from bot.views.trajectories.words import Words, listed

ALIKE = ("hours", "price", "start", "finish", "partners", "cities", "open")
MODULES_SHOWN = 10


def mine(paths: Sequence[Path], words: Words) -> Screen:
    """At most five, newest first."""
    t = words.t
    lines = [
        t(
            "trajectories-line",
            number=str(number),
            goal=words.goal(path.trajectory.goal),
            hours=path.plan.hours,
            price=words.total(path.plan),
            end=_end(path, words),
            state=t.plain(f"trajectories-state-{path.trajectory.state}"),
        )
        for number, path in enumerate(paths, start=1)
    ]
    choices = [Button(words.goal(path.trajectory.goal), _shows(path)) for path in paths]
    nav = [words.new_path(), menu(t)]
    if len(paths) > 1:
        nav.insert(0, Button(t.plain("trajectories-compare"), AskCompare(), ""))
    head = t("trajectories-list")
    return Screen(text=listed([head, *lines], "\n\n"), choices=choices, nav=nav)


def _shows(path: Path) -> Callback:
    mine = path.trajectory
    return ShowNews(id=mine.id) if mine.state is State.CHANGED else ShowPath(id=mine.id)


def _end(path: Path, words: Words) -> str:
    end = path.plan.ends_on
    return words.date(end) if end else "—"


def compare_which(paths: Sequence[Path], chosen: int | None, words: Words) -> Screen:
    """First one, then the other."""
    t = words.t
    choices = [
        Button(
            words.goal(path.trajectory.goal),
            AskCompare(id=path.trajectory.id)
            if chosen is None
            else Compare(one=chosen, other=path.trajectory.id),
        )
        for path in paths
        if path.trajectory.id != chosen
    ]
    key = "trajectories-compare-one" if chosen is None else "trajectories-compare-other"
    return Screen(text=t(key), choices=choices, nav=(back(t, ToPaths()), menu(t)))


def compared(one: Path, other: Path, words: Words) -> Screen:
    t = words.t
    rows = [
        (t.plain(f"trajectories-row-{row}"), _cell(one, row, words), _cell(other, row, words))
        for row in ALIKE
    ]
    lines = [
        t("programmes-row-same", label=label, value=a)
        if a == b
        else t("programmes-row", label=label, one=a, other=b)
        for label, a, b in rows
    ]
    goals = [words.goal(path.trajectory.goal) for path in (one, other)]
    text = t("programmes-compared", one=goals[0], other=goals[1], lines=listed(lines))
    choices = [
        Button(t.plain(f"trajectories-open-{side}"), ShowPath(id=path.trajectory.id))
        for side, path in (("a", one), ("b", other))
    ]
    return Screen(text=text, choices=choices, nav=(back(t, ToPaths()), menu(t)))


def _cell(path: Path, row: str, words: Words) -> str:
    plan = path.plan
    match row:
        case "hours":
            return str(plan.hours)
        case "price":
            return words.total(plan)
        case "start":
            return words.date(plan.starts_on) if plan.starts_on else "—"
        case "finish":
            return _end(path, words)
        case "partners":
            codes = dict.fromkeys(run.module.partner for run in plan.runs)
            named = {run.module.partner: words.partner(run.module) for run in plan.runs}
            return ", ".join(named[code] for code in codes)
        case "cities":
            ways = trips(plan, path.home)
            return ", ".join(words.city(city) for city in ways) or "—"
        case _:
            return words.levels(plan.open) or "—"


def shared(link: str, path: Path, words: Words) -> Screen:
    t, mine = words.t, path.trajectory
    text = t("trajectories-shared", goal=words.goal(mine.goal), link=link)
    choices = (
        Button(t.plain("trajectories-open-path"), ShowPath(id=mine.id)),
        Button(t.plain("trajectories-stop-sharing"), StopSharing(id=mine.id)),
    )
    return Screen(text=text, choices=choices, nav=(menu(t),))


def opened(path: Path, words: Words) -> Screen:
    """Somebody else's path: nothing of the person, only what it is made of."""
    t, plan = words.t, path.plan
    lines = [
        t(
            "trajectories-opened-run",
            number=str(number),
            title=words.title(run.module),
            period=words.period(run.group),
            place=words.place(run.module),
            hours=run.module.hours,
            price=words.price(run),
        )
        for number, run in enumerate(plan.runs[:MODULES_SHOWN], start=1)
    ]
    more = len(plan.runs) - len(lines)
    if more > 0:
        lines.append(t("trajectories-opened-more", more=more))
    head = t(
        "trajectories-opened",
        goal=words.goal(path.trajectory.goal),
        hours=plan.hours,
        price=words.total(plan),
        partners=len(plan.partners),
    )
    lacking = missing(path.trajectory.goal, {}, plan.runs)
    notes = [t("trajectories-opened-open", levels=words.levels(lacking))] if lacking else []
    notes.append(t("trajectories-take-how"))
    take = Button(t.plain("trajectories-take"), TakeGoal(id=path.trajectory.id))
    return Screen(
        text=listed([head, *lines, *notes], "\n\n"), choices=(take,), nav=(human(t), menu(t))
    )


def ask_drop(path: Path, words: Words) -> Screen:
    t, mine = words.t, path.trajectory
    key = "trajectories-ask-drop-applied" if path.applied else "trajectories-ask-drop"
    choices = (
        Button(t.plain("trajectories-drop-yes"), Drop(id=mine.id)),
        Button(t.plain("trajectories-drop-no"), ShowPath(id=mine.id)),
    )
    return Screen(text=t(key, goal=words.goal(mine.goal)), choices=choices, nav=(menu(t),))


def has_changed(path: Path, changes: Sequence[Change], words: Words) -> Screen:
    """What has moved or is gone comes first, then what can be done."""
    t = words.t
    lines = [told(change, words) for change in changes[:MODULES_SHOWN]]
    head = t("trajectories-has-changed", goal=words.goal(path.trajectory.goal))
    tail = t("trajectories-what-now" if path.holds else "trajectories-broken")
    show = Button(t.plain("trajectories-open-path"), ShowPath(id=path.trajectory.id))
    return Screen(
        text=listed([head, *lines, tail], "\n\n"),
        choices=[*answers(path, t), show],
        nav=(human(t), menu(t)),
    )


def told(change: Change, words: Words) -> Html:
    t, before, after = words.t, change.before, change.after
    module = words.network.modules.get(before.module or "")
    if module is None:
        return t("trajectories-change-unknown", period=words.period(before))
    if change.kind is not ChangeKind.MOVED or after is None:
        return t(f"trajectories-change-{change.kind}", title=words.title(module))
    return t(
        "trajectories-change-moved",
        title=words.title(module),
        before=words.period(before),
        before_timetable=words.timetable(before, module.format),
        after=words.period(after),
        after_timetable=words.timetable(after, module.format),
    )
