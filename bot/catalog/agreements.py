"""Which partner may enrol today, for how many, and what hangs on its agreements."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from bot.domain.agreements import Room, Standing
from bot.domain.network import Agreement, AgreementKind, Group, Network, PartnerKind

_Value = TypeVar("_Value")
_NEXT_DAY = timedelta(days=1)


class Terms(NamedTuple):
    """Whether a partner may enrol new people, and whether as many learn as it may teach."""

    open: bool
    full: bool


class Agreed:
    """The network by partner. `taken` counts places by code of the group."""

    def __init__(self, network: Network) -> None:
        self._network = network
        programmes, modules = network.programmes.values(), network.modules.values()
        self._agreements = _by((a.partner, a) for a in network.agreements.values())
        self._programmes = _by((p.partner, p.code) for p in programmes)
        self._modules = _by((m.partner, m) for m in modules)
        leads = ((p.code, p.partner) for p in programmes)
        self._teach = _by((*leads, *((m.programme, m.partner) for m in modules)))
        self._groups = _by(
            (partner, group)
            for group in network.groups.values()
            for partner in self.teach(group.programme, group.module)
        )

    def teach(self, programme: str, module: str | None = None) -> frozenset[str]:
        """The partners without whom the programme, or its module alone, cannot be taught."""
        alone = self._network.modules.get(module or "")
        return frozenset(self._teach[programme]) if alone is None else frozenset({alone.partner})

    def is_open(self, partner: str, today: date) -> bool:
        """New enrolments need a network agreement that is in force; the Center's own need none."""
        return self._is_center(partner) or bool(self._in_force(partner, today))

    def room(self, partner: str, taken: Mapping[str, int], today: date) -> Room | None:
        """None where no agreement in force limits the learners.

        Those count who have a place in a group that began, or will, under what is in force now:
        an older group belongs to an older agreement.
        """
        in_force = self._in_force(partner, today)
        limits = [a.learners for a in in_force if a.learners is not None]
        if not in_force or len(limits) < len(in_force) or self._is_center(partner):
            return None
        since = min(a.valid_from for a in in_force)
        groups = [g for g in self._groups.get(partner, ()) if g.ends_on >= today]
        return Room(
            learners=_taken((g for g in groups if g.starts_on >= since), taken), limit=sum(limits)
        )

    def is_full(self, partner: str, taken: Mapping[str, int], today: date) -> bool:
        room = self.room(partner, taken, today)
        return room is not None and room.full

    def terms(self, partner: str, taken: Mapping[str, int], today: date) -> Terms:
        return Terms(self.is_open(partner, today), self.is_full(partner, taken, today))

    def is_limited(self, programme: str, today: date) -> bool:
        """Whether learners of other programmes may fill up the agreements that it needs."""
        return any(self.room(partner, {}, today) for partner in self.teach(programme))

    def standing(self, agreement: Agreement, taken: Mapping[str, int], today: date) -> Standing:
        partner = agreement.partner
        led = self._programmes.get(partner, ())
        groups = [g for g in self._groups.get(partner, ()) if g.ends_on >= today]
        running = [g for g in groups if g.starts_on <= today]
        return Standing(
            agreement=agreement,
            days_left=(agreement.valid_to - today).days,
            renewed=self.is_renewed(agreement),
            programmes=len(led),
            modules=sum(m.programme not in led for m in self._modules.get(partner, ())),
            running=len(running),
            coming=len(groups) - len(running),
            learners=_taken(groups, taken),
            room=self.room(partner, taken, today) if agreement.covers(today) else None,
        )

    def is_renewed(self, agreement: Agreement) -> bool:
        after = agreement.valid_to + _NEXT_DAY
        return any(
            other.kind is agreement.kind and other.valid_from <= after <= other.valid_to
            for other in self._agreements.get(agreement.partner, ())
        )

    def _in_force(self, partner: str, today: date) -> list[Agreement]:
        known = self._agreements.get(partner, ())
        return [a for a in known if a.kind is AgreementKind.NETWORK and a.covers(today)]

    def _is_center(self, partner: str) -> bool:
        return self._network.partners[partner].kind is PartnerKind.CENTER


def _by(pairs: Iterable[tuple[str, _Value]]) -> dict[str, list[_Value]]:
    found: dict[str, list[_Value]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _taken(groups: Iterable[Group], taken: Mapping[str, int]) -> int:
    return sum(taken.get(group.code, 0) for group in groups)
