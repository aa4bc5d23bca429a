"""How a kept result came about, computed again from what was kept of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.matching.audit import Audit, Line, Replayed, lines, replayed
from bot.domain.matching.choice import Choice, choose
from bot.domain.matching.filters import Obstacle, obstacles
from bot.domain.matching.offers import Offer
from bot.domain.network import City, Module


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A programme whose place or total comes out otherwise now. Places from 1; None = not there."""

    code: str
    before: tuple[int, float] | None  # place and total
    now: tuple[int, float] | None


@dataclass(frozen=True, kw_only=True)
class Explanation:
    known: Replayed  # what was kept
    choice: Choice  # what it leads to now
    closed: tuple[tuple[Offer, tuple[Obstacle, ...]], ...]  # what a rule excludes
    moved: tuple[Moved, ...]  # of the lines that are kept; () = the same ranking

    @property
    def same(self) -> bool:
        shown = tuple(match.offer.programme.code for match in self.choice.matches)
        return not self.moved and shown == self.known.shown


def explain(
    audit: Audit,
    offers: Iterable[Offer],
    cities: Mapping[str, City],
    modules: Mapping[str, Module],
) -> Explanation:
    """`offers` are those of the audit's day, with the places that were taken then."""
    known = replayed(audit)
    then = known.as_fresh_as_then(offers)
    choice = choose(then, known.profile, known.weights, cities, modules)
    enterable = {ranked.code for ranked in choice.ranking}
    closed = tuple(
        (offer, obstacles(offer, known.profile, cities))
        for offer in then
        if offer.programme.code not in enterable
    )
    moved = _moved(known.ranking, lines(choice.ranking))
    return Explanation(known=known, choice=choice, closed=closed, moved=moved)


def _moved(before: tuple[Line, ...], now: tuple[Line, ...]) -> tuple[Moved, ...]:
    was = {code: (place, total) for place, (code, total) in enumerate(before, 1)}
    is_ = {code: (place, total) for place, (code, total) in enumerate(now, 1)}
    return tuple(
        Moved(code=code, before=was.get(code), now=is_.get(code))
        for code in {**was, **is_}
        if was.get(code) != is_.get(code)
    )
