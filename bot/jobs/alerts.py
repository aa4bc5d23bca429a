"""Tells staff what goes wrong: once when it begins, once when it is over."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.services.desk import Desk
from bot.storage.database import Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views import alerts as views
from bot.views.screen import Screen

SLOW = timedelta(minutes=2)  # for the oldest answer that waits to be sent
SILENT = timedelta(minutes=5)  # without a word from Telegram
Over = Callable[[datetime, ZoneInfo, Texts], Screen]


def watch(tx: Transaction, turns: Turns, silent: timedelta) -> None:
    """`silent`: how long ago, in real time, Telegram last answered."""
    desk = turns.desk(tx)
    slow = desk.alerts.reply_waits() >= SLOW
    _incident(tx, turns, "slow-replies", slow, views.slow_replies, views.replies_in_time)
    count = desk.alerts.refused()
    began = partial(views.refused, count)
    _incident(tx, turns, "refused", count > 0, began, views.nothing_refused)
    _contact(tx, turns, desk, silent)


def _incident(
    tx: Transaction,
    turns: Turns,
    name: str,
    is_on: bool,
    began: Callable[[Texts], Screen],
    over: Over,
) -> None:
    desk = turns.desk(tx)
    if is_on:
        if desk.alerts.begins(name):
            turns.tell_staff(tx, f"{name}:{desk.now.isoformat()}", began)
    elif (since := desk.alerts.ends(name)) is not None:
        gone = partial(over, since, desk.world.rules.zone)
        turns.tell_staff(tx, f"{name}:{since.isoformat()}:over", gone)


def _contact(tx: Transaction, turns: Turns, desk: Desk, silent: timedelta) -> None:
    """While Telegram is away nobody can be told, so it is told once it is back."""
    if silent >= SILENT:
        desk.alerts.begins("no-telegram", desk.now - silent)
    elif (since := desk.alerts.ends("no-telegram")) is not None:
        back = partial(views.telegram_is_back, since, desk.now, desk.world.rules.zone)
        turns.tell_staff(tx, f"no-telegram:{since.isoformat()}", back)
