"""Bringing the network in: all of it or nothing, and twice changes nothing."""

from datetime import date, datetime

from bot.domain.network import Network
from bot.storage.transaction import Transaction

VERSION = "catalogue version"
ANCHOR = "anchor of relative dates"


class NetworkService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._today = now.date()

    def anchor(self, again: bool = False) -> date:
        """The day that relative dates count from: that of the first import, unless `again`."""
        stored = self._tx.facts.find(ANCHOR)
        if stored is not None and not again:
            return date.fromisoformat(stored)
        self._tx.facts.put(ANCHOR, self._today.isoformat())
        return self._today

    def bring_in(self, network: Network) -> bool:
        """False when the database held all of it already."""
        changed = self._tx.network.put(network)
        if changed:
            self._tx.facts.put(VERSION, str(self.version() + 1))
        return changed

    def version(self) -> int:
        """0 while nothing was imported."""
        return int(self._tx.facts.find(VERSION) or 0)

    def read(self) -> Network:
        return self._tx.network.read()
