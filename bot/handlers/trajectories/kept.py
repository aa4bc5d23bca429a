"""Paths that are kept, and links to them."""

from bot.domain.trajectories import Path
from bot.handlers.routing import Answer, Route, Turn, press
from bot.handlers.trajectories.conditions import overview, words
from bot.handlers.trajectories.goals import ask, is_stranger, stranger
from bot.views.screen import Screen
from bot.views.trajectories import buttons
from bot.views.trajectories import kept as views
from bot.views.trajectories import plans as plan_views

SHARED = "t_"  # begins the payload of a link to a path


def show_all(turn: Turn, _: buttons.ToPaths) -> Answer:
    paths = _paths(turn)
    return views.mine(paths, words(turn)) if paths else ask(turn, buttons.AskGoal())


def _paths(turn: Turn) -> list[Path]:
    service = turn.desk.trajectories
    return [service.path(turn.person, kept) for kept in service.kept(turn.person)]


def keep(turn: Turn, button: buttons.Keep) -> Screen:
    service = turn.desk.trajectories
    path = service.path(turn.person, service.keep(turn.person, button.id))
    return plan_views.path(path, 0, words(turn), turn.t("trajectories-kept"))


def share(turn: Turn, button: buttons.Share) -> Screen:
    service = turn.desk.trajectories
    mine = service.share(turn.person, button.id)
    link = f"https://t.me/{turn.desk.world.bot_name}?start={SHARED}{mine.share_token}"
    return views.shared(link, service.path(turn.person, mine), words(turn))


def stop_sharing(turn: Turn, button: buttons.StopSharing) -> Screen:
    service = turn.desk.trajectories
    mine = service.stop_sharing(turn.person, button.id)
    note = turn.t("trajectories-not-shared")
    return plan_views.path(service.path(turn.person, mine), 0, words(turn), note)


def open_shared(turn: Turn, token: str) -> Screen:
    """What a link leads to. Raises NotFound."""
    service = turn.desk.trajectories
    return views.opened(service.as_seen_by_others(service.shared(token)), words(turn))


def take_goal(turn: Turn, button: buttons.TakeGoal) -> Answer:
    if is_stranger(turn):
        return stranger(turn, button)
    service = turn.desk.trajectories
    return overview(turn, service.begin(turn.person, service.still_shared(button.id).goal))


def ask_drop(turn: Turn, button: buttons.AskDrop) -> Screen:
    service = turn.desk.trajectories
    found = service.find(turn.person, button.id)
    return views.ask_drop(service.path(turn.person, found), words(turn))


def drop(turn: Turn, button: buttons.Drop) -> Answer:
    turn.desk.trajectories.drop(turn.person, button.id)
    return show_all(turn, buttons.ToPaths())


def compare_which(turn: Turn, button: buttons.AskCompare) -> Answer:
    """Of two there is nothing to choose."""
    paths = _paths(turn)
    if len(paths) == 2:
        return views.compared(paths[0], paths[1], words(turn))
    if len(paths) < 2:
        return show_all(turn, buttons.ToPaths())
    return views.compare_which(paths, button.id, words(turn))


def compare(turn: Turn, button: buttons.Compare) -> Screen:
    service = turn.desk.trajectories
    one, other = (
        service.path(turn.person, service.find(turn.person, trajectory_id))
        for trajectory_id in (button.one, button.other)
    )
    return views.compared(one, other, words(turn))


def news(turn: Turn, button: buttons.ShowNews) -> Screen:
    """The path itself, where the person has answered already."""
    service = turn.desk.trajectories
    path = service.path(turn.person, service.find(turn.person, button.id))
    told = path.trajectory.changes
    return (
        views.has_changed(path, told, words(turn))
        if told
        else plan_views.path(path, 0, words(turn))
    )


def accept(turn: Turn, button: buttons.Accept) -> Screen:
    service = turn.desk.trajectories
    accepted = service.accept(turn.person, button.id)
    return plan_views.path(service.path(turn.person, accepted), 0, words(turn))


ROUTES: list[Route] = [
    press(buttons.ToPaths, show_all),
    press(buttons.Keep, keep),
    press(buttons.Share, share),
    press(buttons.StopSharing, stop_sharing),
    press(buttons.TakeGoal, take_goal),
    press(buttons.AskDrop, ask_drop),
    press(buttons.Drop, drop),
    press(buttons.AskCompare, compare_which),
    press(buttons.Compare, compare),
    press(buttons.Accept, accept),
    press(buttons.ShowNews, news),
]
