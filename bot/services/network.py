"""Bringing the network in: all of it or nothing, and twice changes nothing."""

from datetime import date, datetime

from bot.domain.errors import NeedsMending
from bot.domain.network import Network
from bot.storage.transaction import Transaction

VERSION = "catalogue version"
ANCHOR = "anchor of relative dates"


class Clash(NeedsMending):
    """The files say otherwise than what people already rely on."""


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
        """False when the database held all of it already. Raises Clash."""
        self._check(network)
        changed = self._tx.network.put(network)
        if changed:
            self._tx.facts.put(VERSION, str(self.version() + 1))
        return changed

    def _check(self, network: Network) -> None:
        """Links and applications that exist must go on meaning what they meant."""
        known = self._tx.network.read()
        slugs = {programme.slug: code for code, programme in known.programmes.items()}
        for code, programme in network.programmes.items():
            owner = slugs.get(programme.slug, code)
            if owner != code:
                raise Clash(
                    f"programmes.csv: slug «{programme.slug}» программы {code} в базе уже у "
                    f"{owner}: дайте другой"
                )
        for code, group in network.groups.items():
            before = known.groups.get(code)
            if before is not None and before.programme != group.programme:
                raise Clash(
                    f"groups.csv: группа {code} в базе у программы {before.programme}, "
                    f"а не {group.programme}: дайте новой группе другой код"
                )

    def version(self) -> int:
        """0 while nothing was imported."""
        return int(self._tx.facts.find(VERSION) or 0)

    def read(self) -> Network:
        return self._tx.network.read()
