"""Whoever comes to an event that staff or a file have changed is told once of all changes."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from bot.domain.people import Person
from bot.handlers.announcements import tell_changed
from bot.handlers.routing import Telling
from bot.storage.database import Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views.screen import Screen


def tell_event_changes(tx: Transaction, turns: Turns) -> None:
    """Once nothing more was changed for a while, and not at night."""
    desk = turns.desk(tx)
    for _, after in desk.event_files.untold():
        news = desk.announcements.untold(after) if after.state.is_announced else None
        if news is not None and not news.settled:
            continue
        if news is not None:
            tell = _telling(tx, turns, f"event-change:{after.id}:{after.version}")
            tell_changed(desk, tell, news.before, after, news.found)
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
