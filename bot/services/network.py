"""Bringing the network in: all of it or nothing, and twice changes nothing."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.catalog.importing import columns
from bot.domain.errors import NeedsMending
from bot.domain.freshness import Source
from bot.domain.group_changes import change
from bot.domain.imports import Undo
from bot.domain.network import Group, Network
from bot.storage.transaction import Transaction

VERSION = "catalogue version"
ANCHOR = "anchor of relative dates"


class Clash(NeedsMending):
    """The files say otherwise than what people already rely on."""


class NetworkService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._now = now
        self._today = now.date()

    def anchor(self, again: bool = False) -> date:
        """The day that relative dates count from: that of the first import; today when `again`."""
        stored = self._tx.facts.find(ANCHOR)
        return self._today if stored is None or again else date.fromisoformat(stored)

    def keep_anchor(self, day: date) -> None:
        self._tx.facts.put(ANCHOR, day.isoformat())

    def bring_in(self, network: Network) -> bool:
        """False when the database held all of it already. Raises Clash."""
        known = self.read()
        check(known, network, self._tx.enrolments.taken())
        self.keep_anchor(self.anchor())
        changed = self._put(known, network)
        confirmed = self._tx.freshness.confirm(network.programmes, self._today, Source.IMPORT)
        if changed or confirmed:
            self._renew()
        return changed

    def take_back(self, undo: Undo) -> list[str]:
        """Codes of what other rows rely on, so that it has to stay; the rest is undone."""
        self._put(self.read(), undo.before)
        stuck = [
            code
            for table in reversed(list(columns.NETWORK))
            for code in undo.added.get(table, ())
            if not self._tx.network.remove(table, code)
        ]
        self._renew()
        return stuck

    def version(self) -> int:
        """0 while nothing was imported."""
        return int(self._tx.facts.find(VERSION) or 0)

    def read(self) -> Network:
        return self._tx.network.read()

    def _put(self, known: Network, network: Network) -> bool:
        changed = self._tx.network.put(network)
        programmes = network.programmes.items()
        new = [value for code, value in programmes if known.programmes.get(code) != value]
        self._tx.versions.add(new, self._now)
        for code in network.groups.keys() & known.groups.keys():
            before = known.groups[code]
            if change(before, network.groups[code]) and self._tx.enrolments.under_way_in(code):
                self._tx.group_changes.add(before, self._now)
        return changed

    def _renew(self) -> None:
        """The bot looks at the number, and reads the catalogue anew."""
        self._tx.facts.put(VERSION, str(self.version() + 1))


def check(known: Network, wanted: Network, taken: Mapping[str, int]) -> None:
    """Links and applications that exist must go on meaning what they meant.

    `taken`: places by group code. Raises Clash.
    """
    slugs = {programme.slug: code for code, programme in known.programmes.items()}
    for code, programme in wanted.programmes.items():
        owner = slugs.get(programme.slug, code)
        if owner != code:
            raise Clash(
                f"programmes: slug «{programme.slug}» программы {code} в базе уже у "
                f"{owner}: дайте другой"
            )
    for code, group in wanted.groups.items():
        if (before := known.groups.get(code)) is not None:
            _check_group(before, group)
            _check_seats(before, group, taken.get(code, 0))


def _check_group(before: Group, group: Group) -> None:
    if before.programme != group.programme:
        raise Clash(
            f"groups: группа {group.code} в базе у программы {before.programme}, "
            f"а не {group.programme}: дайте новой группе другой код"
        )
    if before.module != group.module:
        raise Clash(
            f"groups: группа {group.code} в базе {_scope(before)}, а не {_scope(group)}: "
            "дайте новой группе другой код"
        )


def _check_seats(before: Group, group: Group, taken: int) -> None:
    if group.seats < min(before.seats, taken):
        raise Clash(
            f"groups: в группе {group.code} занято мест: {taken}, а в файле seats {group.seats}: "
            f"поставьте не меньше {taken}"
        )


def _scope(group: Group) -> str:
    return f"модуля {group.module}" if group.module else "всей программы"
