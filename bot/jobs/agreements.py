"""Agreements that end soon, are over or are filled: told once to those who keep the catalogue."""

from functools import partial

from bot.domain.staff import Permission
from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import agreements as views


def watch_agreements(tx: Transaction, turns: Turns) -> None:
    """While nobody keeps the catalogue it waits for somebody to tell."""
    desk = turns.desk(tx)
    if not desk.agreements.to_watch:
        return
    keepers = desk.staff.permitted(Permission.KEEP_CATALOGUE)
    if not keepers:
        return
    due = desk.agreements.due()
    told = partial(views.alert, due, desk.world.catalogue.network.partners)
    for keeper in keepers if due else ():
        turns.tell(tx, f"agreements:{desk.programmes.today}", keeper, told)
    desk.agreements.watched(due)
