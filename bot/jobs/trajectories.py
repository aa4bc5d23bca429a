"""Tells people that a module of a path of theirs was moved or cancelled."""

from collections.abc import Callable
from datetime import date

from bot.services.trajectories.watching import Noticed
from bot.services.world import World
from bot.storage.database import Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views.screen import Screen
from bot.views.trajectories.kept import has_changed
from bot.views.trajectories.words import Words


def watch_paths(tx: Transaction, turns: Turns) -> None:
    """What is told is stored as known in the same transaction, so nothing is told twice."""
    desk = turns.desk(tx)
    watch = desk.trajectories.watch
    for noticed in watch.look():
        key = f"path:{noticed.path.trajectory.id}:{watch.against}"
        turns.tell(tx, key, noticed.person, _telling(noticed, desk.world, desk.programmes.today))


def _telling(noticed: Noticed, world: World, today: date) -> Callable[[Texts], Screen]:
    def screen(t: Texts) -> Screen:
        network = world.catalogue.network
        words = Words(names=world.dictionaries, network=network, t=t, today=today)
        return has_changed(noticed.path, noticed.changes, words)

    return screen
