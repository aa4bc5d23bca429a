"""Reminders that are due go out; what the outbox knows of them comes into the ledger."""

from functools import partial

from bot.handlers.events import setting_of
from bot.services.reminders import Due
from bot.storage.database import Transaction
from bot.turns import Turns
from bot.views import reminders as views


def remind(tx: Transaction, turns: Turns) -> None:
    desk = turns.desk(tx)
    desk.reminders.plan_new()
    desk.reminders.settle()
    for due in desk.reminders.due():
        view = partial(views.reminder, _lines(due), setting_of(desk.world))
        turns.remind(tx, due.key, due.person, view, due.expires_at)


def _lines(due: Due) -> list[views.Line]:
    return [
        views.Line(event=i.event, participation=i.participation, rule=i.reminder.rule)
        for i in due.items
    ]
