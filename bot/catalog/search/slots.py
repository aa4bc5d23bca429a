"""What a query asks for: its words, how much each matters, and what each may be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from bot.catalog.search.lemmas import analysed
from bot.catalog.search.text import Word
from bot.catalog.search.vocabulary import Likeness

_LIGHT = 0.35
_UNKNOWN = 0.7
_UNKNOWN_LIGHT = 0.3
_LETTERS_OF_A_WORD = 5
_ASIDE = 0.5
_SILENT = 0.03


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One word. `terms`: what it may be in the catalogue; those in `guessed` are neither the word
    itself nor its kin, so the person is told of them. A `silent` one is not looked for, but may
    tell two equal phrases apart."""

    text: str
    weight: float
    terms: Likeness
    guessed: frozenset[int] = frozenset()
    silent: bool = False

    def heard(self) -> "Slot":
        """The same as a word that is looked for: in «художник-график» «график» is no timetable."""
        return replace(self, silent=False, weight=self.weight / _SILENT) if self.silent else self

    def times(self, factor: float) -> "Slot":
        return replace(self, weight=self.weight * factor)


class Rarities(Protocol):
    """What the catalogue says about its words."""

    rarest: float

    def has(self, term: int) -> bool: ...

    def rarity(self, term: int) -> float: ...


class Weigher:
    """A rare noun matters most; a verb, a word after «в» or an unknown word matter less."""

    def __init__(self, rarities: Rarities) -> None:
        self._rarities = rarities

    def slot(
        self, word: Word, terms: Likeness, guessed: Iterable[int] = (), *, silent: bool = False
    ) -> Slot:
        known = {term: likeness for term, likeness in terms.items() if self._rarities.has(term)}
        weight = self._weight(word, known) * (_SILENT if silent else 1.0)
        return Slot(
            text=word.text, weight=weight, terms=known, guessed=frozenset(guessed), silent=silent
        )

    def _weight(self, word: Word, known: Likeness) -> float:
        light = analysed(word.text).light
        aside = _ASIDE if word.aside else 1.0
        if not known:
            share = min(1.0, len(word.text) / _LETTERS_OF_A_WORD)
            return self._rarities.rarest * (_UNKNOWN_LIGHT if light else _UNKNOWN) * aside * share
        best = max(known, key=known.__getitem__)
        return self._rarities.rarity(best) * (_LIGHT if light else 1.0) * aside
