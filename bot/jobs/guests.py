"""Guests agreed to nothing, so a day without a word removes all that was kept of them."""

from datetime import datetime

from bot.services.desk import Desk
from bot.storage.database import Transaction


def expire_guests(tx: Transaction, desk: Desk, now: datetime) -> None:
    for guest in tx.people.expired(now):
        desk.records.erase(guest)
