"""One module of a path: pinned, taken out, or replaced by another."""

from collections.abc import Sequence

from bot.domain.trajectories import Path, Run
from bot.views.nav import back, menu
from bot.views.programmes import title
from bot.views.screen import Button, Screen
from bot.views.trajectories.buttons import (
    AskOther,
    Ban,
    Pin,
    ShowModule,
    ShowModules,
    ShowPath,
    Swap,
    Unpin,
)
from bot.views.trajectories.plans import restoring
from bot.views.trajectories.words import Words, listed

SHOWN = 5


def which(found: Path, page: int, copied: bool, words: Words) -> Screen:
    """The modules of the draft, to choose the one to change. `copied`: of a path that is kept."""
    t, runs, banned = words.t, found.plan.runs, found.trajectory.banned
    size = SHOWN - 1 if banned else SHOWN
    pages = max(1, -(-len(runs) // size))
    page %= pages
    shown = list(enumerate(runs, start=1))[page * size : (page + 1) * size]
    choices = [
        Button(f"{number}. {_label(run, found, words)}", ShowModule(group=run.code), str(number))
        for number, run in shown
    ]
    if banned:
        choices += [Button(one.label, one.action, "") for one in restoring(found, words)]
    nav = [back(t, ShowPath(id=found.trajectory.id)), menu(t)]
    if pages > 1:
        nav.insert(0, Button(t.plain("nav-more"), ShowModules(page=(page + 1) % pages), ""))
    note = [t("trajectories-editing-copy")] if copied else []
    text = listed([t("trajectories-which"), *note], "\n\n")
    return Screen(text=text, choices=choices, nav=nav)


def _label(run: Run, found: Path, words: Words) -> str:
    label = words.title(run.module)
    pinned = run.code in found.trajectory.pinned
    return words.t.plain("trajectories-label-pinned", label=label) if pinned else label


def module(run: Run, found: Path, words: Words) -> Screen:
    t, code = words.t, run.code
    pinned = code in found.trajectory.pinned
    hold = Unpin(group=code) if pinned else Pin(group=code)
    choices = (
        Button(t.plain("trajectories-unpin" if pinned else "trajectories-pin"), hold),
        Button(t.plain("trajectories-other"), AskOther(group=code)),
        Button(t.plain("trajectories-ban"), Ban(group=code)),
    )
    text = t(
        "trajectories-module",
        title=words.title(run.module),
        programme=title(run.programme, t),
        period=words.period(run.group),
        timetable=words.timetable(run.group, run.module.format),
        place=words.place(run.module),
        hours=run.module.hours,
        price=words.price(run),
        left=max(0, run.left),
        gives=words.levels(run.module.outcomes),
    )
    asked = words.asked_for([run])
    if asked:
        text = listed([text, t("trajectories-asked-for", what=asked)])
    return Screen(text=text, choices=choices, nav=(back(t, ShowModules()), menu(t)))


def others(run: Run, found: Sequence[Run], words: Words) -> Screen:
    """What could stand in the place of this module: the rest is planned anew then."""
    t = words.t
    shown = found[:SHOWN]
    nav = (back(t, ShowModule(group=run.code)), menu(t))
    if not shown:
        choices = (Button(t.plain("trajectories-ban"), Ban(group=run.code)),)
        text = t("trajectories-no-other", title=words.title(run.module))
        return Screen(text=text, choices=choices, nav=nav)
    lines = [
        t(
            "trajectories-other-run",
            number=str(number),
            title=words.title(other.module),
            period=words.period(other.group),
            timetable=words.timetable(other.group, other.module.format),
            place=words.place(other.module),
            hours=other.module.hours,
            price=words.price(other),
            left=max(0, other.left),
        )
        for number, other in enumerate(shown, start=1)
    ]
    head = t("trajectories-others", title=words.title(run.module))
    swaps = [Button(_choice(other, words), Swap(out=run.code, to=other.code)) for other in shown]
    return Screen(text=listed([head, *lines], "\n\n"), choices=swaps, nav=nav)


def _choice(run: Run, words: Words) -> str:
    t = words.t
    return t.plain(
        "trajectories-label-start", start=words.start(run.group), title=words.title(run.module)
    )
