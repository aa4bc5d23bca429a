"""Places that were offered and not taken in time go to the next in line."""

from functools import partial

from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import enrolments as views


def lapse_offers(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    programmes, zone = desk.world.catalogue.network.programmes, desk.world.rules.zone
    for (owner, lapsed), offered in desk.enrolments.lapse():
        programme = programmes[lapsed.programme]
        turns.tell(tx, f"lapsed:{lapsed.id}", owner, partial(views.lapsed, lapsed, programme))
        for lucky, enrolment in offered:
            turns.tell(
                tx,
                f"offered:{enrolment.id}",
                lucky,
                partial(views.offered, enrolment, programme, zone),
            )
