"""Everything that an entry can be found by, as phrases: postings from a term to its phrases."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest
from math import log

from bot.catalog.search.entries import Entry
from bot.catalog.search.names import Names
from bot.catalog.search.slots import Slot
from bot.catalog.search.text import squeezed, words
from bot.catalog.search.vocabulary import Vocabulary

_ASIDE = re.compile(r"\(([^()]*)\)")
_EMPTY_ASIDE = re.compile(r"(?i)\(?по (?:отраслям|видам|профилю|выбору)[^()]*\)?")


@dataclass(frozen=True, kw_only=True)
class Field:
    """Where a phrase stands in a card: `worth` of a match there, and how `strict` it is about the
    words of the phrase that the query does not have. A phrase that is said in full forgives the
    query `in_full` of its other words: «копирайтер в офис»."""

    worth: float
    strict: float
    in_full: float = 0.0


TITLE = Field(worth=1.0, strict=0.3, in_full=0.3)
OTHER_NAME = Field(worth=0.98, strict=0.3, in_full=0.3)
OCCUPATION = Field(worth=0.92, strict=0.3)
COMPETENCY = Field(worth=0.9, strict=0.6)
SECTOR = Field(worth=0.6, strict=0.3)
_IN_FULL = 0.97
_SHARE_OF_BEST = 0.5
_MOST_PROMISING = 200


class Phrases:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers: dict[tuple[Field, tuple[int, ...]], int] = {}
        self._postings: defaultdict[int, array[int]] = defaultdict(lambda: array("I"))
        self.terms: list[tuple[int, ...]] = []
        self.owners: list[list[int]] = []
        self.fields: list[Field] = []
        self._names = Names()

    def add(self, owner: int, entry: Entry) -> None:
        for field, text in _phrases(entry):
            terms = self._terms(text)
            if not terms:
                continue
            number = self._number(field, terms)
            if self.owners[number][-1:] != [owner]:
                self.owners[number].append(owner)
            if field in (TITLE, OTHER_NAME):
                self._names.add(squeezed(text), number)

    def _terms(self, text: str) -> tuple[int, ...]:
        added = (self._vocabulary.add(word) for word in words(text))
        return tuple(dict.fromkeys(term for term in added if term is not None))

    def _number(self, field: Field, terms: tuple[int, ...]) -> int:
        number = self._numbers.setdefault((field, terms), len(self.terms))
        if number == len(self.terms):
            self.terms.append(terms)
            self.owners.append([])
            self.fields.append(field)
            for term in terms:
                self._postings[term].append(number)
        return number

    def close(self) -> None:
        self._numbers.clear()
        self._names.close()
        count = len(self.terms)
        self.rarest = log(1 + count)
        self._rarity = {
            term: log(1 + count / (1 + len(found))) for term, found in self._postings.items()
        }
        self._mass = array("d", (sum(map(self.rarity, terms)) for terms in self.terms))

    def has(self, term: int) -> bool:
        return term in self._postings

    def rarity(self, term: int) -> float:
        """Inverse document frequency over phrases."""
        return self._rarity[term]

    def scores(self, slots: tuple[Slot, ...]) -> list[tuple[int, float]]:
        """Phrases that answer a good part of the slots, with scores: how much of the query is said
        by the phrase, and (less important) how much of the phrase by the query."""
        total: dict[int, float] = {}
        for slot in slots:
            if not slot.silent:
                for phrase, likeness in self._matching(slot).items():
                    total[phrase] = total.get(phrase, 0.0) + slot.weight * likeness
        enough = _SHARE_OF_BEST * max(total.values(), default=0.0)
        promising = [(said, phrase) for phrase, said in total.items() if said >= enough]
        if len(promising) > _MOST_PROMISING:
            promising = nlargest(_MOST_PROMISING, promising)
        return [(phrase, self._score(phrase, slots)) for _, phrase in promising]

    def named(self, name: str) -> list[tuple[int, float]]:
        """Phrases that are the whole query but for spaces and a few letters."""
        return [
            (phrase, self.fields[phrase].worth * likeness)
            for phrase, likeness in self._names.near(name)
        ]

    def _score(self, phrase: int, slots: tuple[Slot, ...]) -> float:
        said = whole = covered = 0.0
        uncovered = dict.fromkeys(self.terms[phrase], 1.0)
        for slot in slots:
            likeness, term = max(
                ((slot.terms.get(term, 0.0), term) for term in self.terms[phrase]),
            )
            said += slot.weight * likeness
            whole += slot.weight
            if likeness:
                uncovered[term] = min(uncovered[term], 1 - likeness**0.5)
        left = sum(self.rarity(term) * share for term, share in uncovered.items())
        covered = 1 - left / self._mass[phrase]
        answered = said / whole
        field = self.fields[phrase]
        if covered >= _IN_FULL:
            answered += (1 - answered) * field.in_full
        return field.worth * answered * (1 - field.strict + field.strict * covered)

    def _matching(self, slot: Slot) -> dict[int, float]:
        matching: dict[int, float] = {}
        for term, likeness in sorted(slot.terms.items(), key=lambda pair: pair[1]):
            matching.update(dict.fromkeys(self._postings.get(term, ()), likeness))
        return matching


def _phrases(entry: Entry) -> Iterator[tuple[Field, str]]:
    for name in _names(entry.title):
        yield TITLE, name
    for other in entry.alt_names:
        for name in _names(other):
            yield OTHER_NAME, name
    for occupation in entry.occupations:
        yield OCCUPATION, occupation
    for competency in entry.competencies:
        yield COMPETENCY, competency
    yield SECTOR, entry.field


def _names(title: str) -> Iterator[str]:
    """«Пекарь (Пекарь-кондитер, Хлебопёк)» is known by each of its names."""
    title = _EMPTY_ASIDE.sub(" ", title)
    bare = _ASIDE.sub(" ", title)
    yield bare
    if bare != title:
        yield title
    for aside in _ASIDE.findall(title):
        yield from aside.split(",")
    parts = re.split(r"[,/]", bare)
    if len(parts) > 1 and all(len(part.split()) <= 2 for part in parts):
        yield from parts
