"""Composing a path, looking at it, and changing one module of it.

Plans are composed before the transaction; it then stores what was composed for the path as it still
is. A path that has become another one meanwhile is shown as it is.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.catalog import constructor
from bot.domain.errors import NotFound
from bot.domain.trajectories import Path, Plan, Run, State, Trajectory
from bot.handlers.routing import Route, Turn, press, slow_press
from bot.handlers.trajectories.conditions import words
from bot.services.trajectories import Composed
from bot.views.screen import Screen
from bot.views.trajectories import buttons, modules, pictures, proposals
from bot.views.trajectories import plans as views

Work = Callable[[], Composed]
Others = tuple[str, tuple[Run, ...]]


def plan(turn: Turn, button: buttons.Compose) -> Work:
    before = turn.desk.trajectories.find(turn.person, button.id)
    return _composing(turn, before, before)


def _composing(turn: Turn, before: Trajectory, wanted: Trajectory) -> Work:
    task = turn.desk.trajectories.task(turn.person, wanted)
    return lambda: Composed(before=before, wanted=wanted, plan=constructor.compose(task))


def show_composed(turn: Turn, composed: Composed) -> Screen:
    """With what is otherwise than before, where there was a plan before."""
    service = turn.desk.trajectories
    turn.desk.demand.note_open(turn.person, composed.plan.open)
    before = service.path(turn.person, composed.before)
    if composed.before.state is not State.DRAFT:
        return proposals.proposed(before, service.proposed(turn.person, composed), words(turn))
    after = service.put(turn.person, composed)
    note = proposals.changed(before.plan, after.plan, words(turn)) if before.plan.runs else None
    return views.path(after, 0, words(turn), note)


def plan_again(turn: Turn, button: buttons.TakePlan) -> Callable[[], tuple[int, Composed]]:
    work = plan(turn, buttons.Compose(id=button.id))
    return lambda: (button.mark, work())


def take_plan(turn: Turn, found: tuple[int, Composed]) -> Screen:
    """Another plan than was shown is shown first."""
    mark, composed = found
    if turn.desk.trajectories.proposed(turn.person, composed).mark != mark:
        return show_composed(turn, composed)
    return views.path(turn.desk.trajectories.put(turn.person, composed), 0, words(turn))


def show(turn: Turn, button: buttons.ShowPath) -> Screen:
    found = turn.desk.trajectories.find(turn.person, button.id)
    return views.path(turn.desk.trajectories.path(turn.person, found), button.page, words(turn))


def picture(turn: Turn, button: buttons.ShowPicture) -> Screen:
    found = turn.desk.trajectories.find(turn.person, button.id)
    path = turn.desk.trajectories.path(turn.person, found)
    if not path.plan.runs:
        return views.path(path, 0, words(turn))
    return pictures.picture(path, words(turn))


def edit(turn: Turn, button: buttons.Edit) -> Screen:
    copied = turn.desk.trajectories.edit(turn.person, button.id)
    return modules.which(_path(turn), 0, copied.id != button.id, words(turn))


def show_modules(turn: Turn, button: buttons.ShowModules) -> Screen:
    return modules.which(_path(turn), button.page, False, words(turn))


def show_module(turn: Turn, button: buttons.ShowModule) -> Screen:
    """The modules instead, where it is in the path no longer."""
    path = _path(turn)
    run = _run(path.plan, button.group)
    if run is None:
        return modules.which(path, 0, False, words(turn))
    return modules.module(run, path, words(turn))


def pin(turn: Turn, button: buttons.Pin) -> Work:
    draft = _draft_with(turn, button.group)
    return _composing(turn, draft, replace(draft, pinned=draft.pinned | {button.group}))


def unpin(turn: Turn, button: buttons.Unpin) -> Work:
    draft = _draft_with(turn, button.group)
    return _composing(turn, draft, replace(draft, pinned=draft.pinned - {button.group}))


def ban(turn: Turn, button: buttons.Ban) -> Work:
    draft = _draft_with(turn, button.group)
    module = _module_of(turn, button.group)
    wanted = replace(draft, banned=draft.banned | {module}, pinned=draft.pinned - {button.group})
    return _composing(turn, draft, wanted)


def restore(turn: Turn, button: buttons.Restore) -> Work:
    draft = turn.desk.trajectories.find(turn.person, button.id)
    return _composing(turn, draft, replace(draft, banned=frozenset()))


def swap(turn: Turn, button: buttons.Swap) -> Work:
    draft = _draft_with(turn, button.out)
    pinned = draft.pinned - {button.out} | {button.to}
    out, into = (_module_of(turn, code) for code in (button.out, button.to))
    banned = draft.banned - {into} | ({out} if out != into else set())
    return _composing(turn, draft, replace(draft, pinned=pinned, banned=banned))


def others(turn: Turn, button: buttons.AskOther) -> Callable[[], Others]:
    service = turn.desk.trajectories
    draft = _draft_with(turn, button.group)
    task, found = service.task(turn.person, draft), service.path(turn.person, draft).plan
    return lambda: (button.group, constructor.alternatives(task, found, button.group))


def show_others(turn: Turn, found: Others) -> Screen:
    code, alternative = found
    path = _path(turn)
    run = _run(path.plan, code)
    if run is None:
        return modules.which(path, 0, False, words(turn))
    return modules.others(run, alternative, words(turn))


def _draft_with(turn: Turn, group: str) -> Trajectory:
    """Raises NotFound where the group is in the draft no longer."""
    draft = turn.desk.trajectories.drafted(turn.person)
    if group not in draft.codes:
        raise NotFound
    return draft


def _module_of(turn: Turn, group: str) -> str:
    """Raises NotFound for a group that is gone."""
    known = turn.desk.world.catalogue.network.groups.get(group)
    if known is None or known.module is None:
        raise NotFound
    return known.module


def _path(turn: Turn) -> Path:
    service = turn.desk.trajectories
    return service.path(turn.person, service.drafted(turn.person))


def _run(plan: Plan, group: str) -> Run | None:
    return next((run for run in plan.runs if run.code == group), None)


ROUTES: list[Route] = [
    slow_press(buttons.Compose, plan, show_composed),
    slow_press(buttons.TakePlan, plan_again, take_plan),
    press(buttons.ShowPath, show),
    press(buttons.ShowPicture, picture),
    press(buttons.Edit, edit),
    press(buttons.ShowModules, show_modules),
    press(buttons.ShowModule, show_module),
    slow_press(buttons.Pin, pin, show_composed),
    slow_press(buttons.Unpin, unpin, show_composed),
    slow_press(buttons.Ban, ban, show_composed),
    slow_press(buttons.Restore, restore, show_composed),
    slow_press(buttons.Swap, swap, show_composed),
    slow_press(buttons.AskOther, others, show_others),
]
