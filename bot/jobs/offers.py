"""Places that were offered and not taken in time, or were added, go to the next in line."""

from collections.abc import Sequence
from functools import partial

from bot.handlers.enrolments import receipt_of
from bot.services.desk import Desk
from bot.services.enrolments import Offered
from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import enrolments as views


def lapse_offers(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    for (owner, lapsed), offered in desk.enrolments.lapse():
        over = partial(views.lapsed, receipt_of(desk, lapsed))
        turns.tell(tx, f"lapsed:{lapsed.id}", owner, over)
        _tell(tx, turns, desk, offered)


def offer_free_places(tx: Transaction, turns: Turns) -> None:
    """A group that was made larger has places for those who wait."""
    desk = turns.desk(tx)
    _tell(tx, turns, desk, desk.enrolments.fill_all())


def _tell(tx: Transaction, turns: Turns, desk: Desk, offered: Sequence[Offered]) -> None:
    world = desk.world
    for lucky, enrolment in offered:
        of = receipt_of(desk, enrolment)
        free = partial(views.offered, of, world.rules.zone, world.dictionaries)
        turns.tell(tx, f"offered:{enrolment.id}", lucky, free)
