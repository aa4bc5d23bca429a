"""What a query asks of a phrase."""

from dataclasses import dataclass

from bot.catalog.search.vocabulary import Likeness


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One meaningful word: how much it matters and the terms that it may be.
    A silent one is not looked for, but may tell two equal phrases apart."""

    text: str
    weight: float
    terms: Likeness
    silent: bool = False
