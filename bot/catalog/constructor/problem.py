"""One question to the solver: which of these runs, within these limits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import NamedTuple

from bot.catalog.constructor.supply import Need, Supply

Chosen = tuple[int, ...]  # runs by their numbers, ascending


class Cap(NamedTuple):
    of: Sequence[int]  # what each run has of it
    most: int  # what the chosen ones may have in sum


class Row(NamedTuple):
    """low <= sum of factor x variable <= high, true of every plan.

    Variables are 0 or 1: the runs by their numbers, then one for each demand that stays open.
    """

    terms: tuple[tuple[int, float], ...]
    high: float
    low: float = -inf


@dataclass(frozen=True, kw_only=True)
class Problem:
    supply: Supply
    columns: Chosen  # the runs to choose from
    hours_a_week: int | None = None
    caps: tuple[Cap, ...] = ()
    shortfall: int = 0  # weight of the demands that may stay open
    rows: tuple[Row, ...] = ()  # rules that are known to bind

    @cached_property
    def within(self) -> frozenset[int]:
        return frozenset(self.columns)

    def givers(self, need: Need) -> list[int]:
        return [run for run in self.supply.givers.get(need, ()) if run in self.within]

    def narrowed(self, columns: Iterable[int]) -> "Problem":
        """With those runs only, and of them those that lead somewhere."""
        possible = affordable(self.supply, columns, self.supply.hours)
        return replace(self, columns=_useful(self.supply, sorted(possible)))

    def capped(self, of: Sequence[int], most: int) -> "Problem":
        return replace(self, caps=(*self.caps, Cap(of, most)))

    def complete(self, chosen: Iterable[int]) -> bool:
        return open_weight(self.supply, chosen) <= self.shortfall


def open_weight(supply: Supply, chosen: Iterable[int]) -> int:
    """Of the demands that none of the chosen runs gives."""
    given = supply.given(chosen)
    return sum(weight for need, weight in supply.demands.items() if need not in given)


def affordable(supply: Supply, columns: Iterable[int], costs: Sequence[float]) -> dict[int, float]:
    """What each run costs together with the cheapest of all that it wants before it.

    A run whose wants nothing here can give in time is left out. What two of them share is counted
    twice.
    """
    found: dict[int, float] = {}
    cheapest: dict[Need, float] = {}
    by_start = sorted(columns)
    by_end = sorted(by_start, key=supply.ends.__getitem__)
    ended = 0
    for run in by_start:
        while supply.precedes(by_end[ended], run):
            before, ended = by_end[ended], ended + 1
            for need in supply.gives[before] if before in found else ():
                cheapest[need] = min(found[before], cheapest.get(need, inf))
        if all(need in cheapest for need in supply.wants[run]):
            found[run] = costs[run] + sum(cheapest[need] for need in supply.wants[run])
    return found


def _useful(supply: Supply, columns: Sequence[int]) -> Chosen:
    """Those that give what is demanded, or what a useful run wants before it."""
    found: list[int] = []
    latest: dict[Need, int] = {}  # the last useful run that wants it
    for run in reversed(columns):
        if any(
            need in supply.demands or (need in latest and supply.precedes(run, latest[need]))
            for need in supply.gives[run]
        ):
            found.append(run)
            for need in supply.wants[run]:
                latest.setdefault(need, run)
    return tuple(reversed(found))
