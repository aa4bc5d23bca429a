"""Whoever comes to an event that a file has changed is told, as in the chat."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from bot.domain.events import changes
from bot.domain.people import Person
from bot.handlers.announcements import tell_changed
from bot.handlers.routing import Telling
from bot.storage.database import Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views.screen import Screen


def tell_event_changes(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    for before, after in desk.event_files.untold():
        found = changes(before, after)
        if found and after.state.is_announced:
            tell = _telling(tx, turns, f"event-change:{after.id}:{after.version}")
            tell_changed(desk, tell, before, after, found)
        desk.event_files.told(after)


def _telling(tx: Transaction, turns: Turns, key: str) -> Telling:
    told = count()

    def tell(
        person: Person,
        view: Callable[[Texts], Screen],
        not_before: datetime | None = None,
        /,
    ) -> None:
        turns.tell(tx, f"{key}:{next(told)}", person, view, not_before)

    return tell
