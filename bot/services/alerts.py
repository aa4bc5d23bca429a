"""Incidents: staff are told once when one begins and once when it is over."""

from datetime import datetime, timedelta

from bot.storage.transaction import Transaction

OLDEST_REPLY = "oldest queued reply"  # a fact: its number, and when it was first seen waiting
REFUSED_LATELY = timedelta(minutes=10)


class AlertService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._now = now

    def begins(self, name: str, since: datetime | None = None) -> bool:
        """True once for an incident: then staff are to be told."""
        return self._tx.alerts.begin(name, since or self._now)

    def ends(self, name: str) -> datetime | None:
        """Since when the incident was, once; None when there was none."""
        return self._tx.alerts.end(name)

    def reply_waits(self) -> timedelta:
        """How long the oldest answer has been seen waiting to be sent.

        A row of the outbox does not know when it was made, so the looks remember it.
        """
        oldest = self._tx.alerts.oldest_reply()
        if oldest is None:
            return timedelta()
        number, _, seen = (self._tx.facts.find(OLDEST_REPLY) or "").partition(" ")
        if number != str(oldest):
            seen = self._now.isoformat()
            self._tx.facts.put(OLDEST_REPLY, f"{oldest} {seen}")
        return self._now - datetime.fromisoformat(seen)

    def refused(self) -> int:
        """Messages that Telegram has refused for good in the last minutes."""
        return self._tx.alerts.failed(self._now - REFUSED_LATELY)
