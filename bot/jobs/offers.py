"""Places that were offered and not taken in time go to the next in line."""

from functools import partial

from bot.handlers.enrolments import receipt_of
from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import enrolments as views


def lapse_offers(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    world = desk.world
    for (owner, lapsed), offered in desk.enrolments.lapse():
        over = partial(views.lapsed, receipt_of(desk, lapsed))
        turns.tell(tx, f"lapsed:{lapsed.id}", owner, over)
        for lucky, enrolment in offered:
            of = receipt_of(desk, enrolment)
            free = partial(views.offered, of, world.rules.zone, world.dictionaries)
            turns.tell(tx, f"offered:{enrolment.id}", lucky, free)
