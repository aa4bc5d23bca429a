"""Places at events that became free go to the next in line; what is over becomes held."""

from collections.abc import Sequence
from functools import partial

from bot.domain.reminders import tell_at
from bot.handlers.events import setting_of
from bot.handlers.participations import receipt_of
from bot.services.desk import Desk
from bot.services.participations import Offered
from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import participations as views


def move_event_queues(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    for (owner, lapsed), offered in desk.participations.lapse():
        of = receipt_of(desk, lapsed)
        again = of.event.takes_people(desk.now)
        over = partial(views.lapsed, of, bool(offered), again)
        morning = tell_at(desk.now, of.event.starts_at, desk.world.rules.zone)
        turns.tell(tx, f"place-lapsed:{lapsed.id}", owner, over, morning)
        _tell(tx, turns, desk, offered)
    _tell(tx, turns, desk, desk.participations.fill_all())
    desk.events.hold()


def _tell(tx: Transaction, turns: Turns, desk: Desk, offered: Sequence[Offered]) -> None:
    for lucky, participation in offered:
        free = partial(views.receipt, receipt_of(desk, participation), setting_of(desk.world))
        turns.tell(tx, f"place-offered:{participation.id}", lucky, free)
