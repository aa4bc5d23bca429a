"""Everything that an entry can be found by, as phrases: postings from a term to its phrases."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from math import log

from bot.catalog.search.entries import Entry
from bot.catalog.search.names import Names
from bot.catalog.search.slots import Slot
from bot.catalog.search.text import squeezed
from bot.catalog.search.vocabulary import Likeness, Vocabulary

_BRACKETS = re.compile(r"\(([^()]*)\)")
_EMPTY_ASIDE = re.compile(r"(?i)\(?по (?:отраслям|видам|профилю|выбору)[^()]*\)?")
_COMPOUND = re.compile(r"[^\s-]{4,}(?:-[^\s-]{4,})+")
_PARTS = re.compile(r"[,/]")


@dataclass(frozen=True, kw_only=True)
class Field:
    """Where a phrase stands in a card: `worth` of a match there, and how `strict` it is about the
    words of the phrase that the query does not have. A phrase that is said in full forgives the
    query `in_full` of its other words: «копирайтер в офис»."""

    worth: float
    strict: float
    in_full: float = 0.0


TITLE = Field(worth=1.0, strict=0.2, in_full=0.4)
OTHER_NAME = Field(worth=0.98, strict=0.2, in_full=0.4)
PART_OF_NAME = Field(worth=0.97, strict=0.2, in_full=0.4)
ASIDE = Field(worth=0.95, strict=0.3)
OCCUPATION = Field(worth=0.92, strict=0.2, in_full=0.4)
COMPETENCY = Field(worth=0.9, strict=0.6)
SECTOR = Field(worth=0.6, strict=0.3)
_IN_FULL = 0.97
_SHARE_OF_BEST = 0.5
_MOST_PROMISING = 150
_CROWD = 1000


class Phrases:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers: dict[tuple[Field, tuple[int, ...]], int] = {}
        self._texts: dict[tuple[Field, str], int | None] = {}
        self._postings: defaultdict[int, set[int]] = defaultdict(set)
        self._fields: list[Field] = []
        self._names = Names()
        self.terms: list[tuple[int, ...]] = []
        self.owners: list[array[int]] = []

    def add(self, owner: int, entry: Entry) -> None:
        for field, text in _phrases(entry):
            key = (field, text)
            if key not in self._texts:
                self._texts[key] = self._phrase(field, text)
            number = self._texts[key]
            if number is not None and self.owners[number][-1:] != array("I", (owner,)):
                self.owners[number].append(owner)

    def _phrase(self, field: Field, text: str) -> int | None:
        terms = tuple(dict.fromkeys(self._vocabulary.add(text)))
        if not terms:
            return None
        number = self._numbers.setdefault((field, terms), len(self.terms))
        if number == len(self.terms):
            self.terms.append(terms)
            self.owners.append(array("I"))
            self._fields.append(field)
            for term in terms:
                self._postings[term].add(number)
        if field in (TITLE, OTHER_NAME):
            self._names.add(squeezed(text), number)
        return number

    def close(self) -> None:
        self._numbers.clear()
        self._texts.clear()
        self._names.close()
        count = len(self.terms)
        self.rarest = log(1 + count)
        self._rarity = {
            term: log(1 + count / (1 + len(found))) for term, found in self._postings.items()
        }
        self._mass = array("d", (sum(map(self.rarity, terms)) for terms in self.terms))
        self._shortest = {
            term: set(nsmallest(_CROWD, found, key=self._mass.__getitem__))
            if len(found) > _CROWD
            else found
            for term, found in self._postings.items()
        }

    def has(self, term: int) -> bool:
        return term in self._postings

    def rarity(self, term: int) -> float:
        """Inverse document frequency over phrases."""
        return self._rarity[term]

    def named(self, name: str) -> list[tuple[int, float]]:
        """Phrases that are the whole query but for spaces and a few letters."""
        return [
            (phrase, self._fields[phrase].worth * likeness)
            for phrase, likeness in self._names.near(name)
        ]

    def scores(self, slots: Sequence[Slot]) -> list[tuple[int, float]]:
        """Phrases that answer a good part of the slots, with scores: how much of the query is said
        by the phrase, and (less important) how much of the phrase by the query."""
        said = self._said(slots)
        enough = _SHARE_OF_BEST * max(said.values(), default=0.0)
        promising = [(x, -self._mass[phrase], phrase) for phrase, x in said.items() if x >= enough]
        if len(promising) > _MOST_PROMISING:
            promising = nlargest(_MOST_PROMISING, promising)
        return [(phrase, self._score(phrase, slots)) for _, _, phrase in promising]

    def _said(self, slots: Sequence[Slot]) -> dict[int, float]:
        """How much of the query each phrase says. The heaviest slots bring phrases in; a slot
        that could not lift a phrase near the best alone only adds to those that are there."""
        said: dict[int, float] = {}
        left = sum(slot.weight for slot in slots if not slot.silent)
        best = 0.0
        for slot in sorted(slots, key=lambda slot: -slot.weight):
            if slot.silent:
                continue
            if left >= _SHARE_OF_BEST * best:
                for phrase in self._matching(slot, self._shortest):
                    said.setdefault(phrase, 0.0)
            matching = self._matching(slot, self._postings)
            for phrase in matching.keys() & said.keys():
                said[phrase] += slot.weight * matching[phrase]
            left -= slot.weight
            best = max(said.values(), default=0.0)
        return said

    @staticmethod
    def _matching(slot: Slot, postings: Mapping[int, Set[int]]) -> Likeness:
        matching: Likeness = {}
        for term, likeness in sorted(slot.terms.items(), key=lambda pair: pair[1]):
            matching.update(dict.fromkeys(postings[term], likeness))
        return matching

    def _score(self, phrase: int, slots: Sequence[Slot]) -> float:
        terms, field = self.terms[phrase], self._fields[phrase]
        missing = dict.fromkeys(terms, 1.0)
        said = whole = 0.0
        for slot in slots:
            best, answer = 0.0, -1
            for term in terms:
                likeness = slot.terms.get(term, 0.0)
                if likeness > best:
                    best, answer = likeness, term
            whole += slot.weight
            if best:
                said += slot.weight * best
                missing[answer] = min(missing[answer], 1 - best**0.5)
        lost = sum(self._rarity[term] * share for term, share in missing.items())
        covered = 1 - lost / self._mass[phrase]
        answered = said / whole
        if covered >= _IN_FULL:
            answered += (1 - answered) * field.in_full
        return field.worth * answered * (1 - field.strict + field.strict * covered)


def _phrases(entry: Entry) -> Iterator[tuple[Field, str]]:
    yield from _names(entry.title, TITLE)
    for other in entry.alt_names:
        yield from _names(other, OTHER_NAME)
    for occupation in entry.occupations:
        yield OCCUPATION, occupation
    for competency in entry.competencies:
        yield COMPETENCY, competency
    yield SECTOR, entry.field


def _names(title: str, field: Field) -> Iterator[tuple[Field, str]]:
    """«Пекарь (Пекарь-кондитер, Хлебопёк)» is known by each of its names."""
    bare = title
    if "по " in title or "По " in title:
        bare = title = _EMPTY_ASIDE.sub(" ", title)
    if "(" in title:
        bare = _BRACKETS.sub(" ", title)
        yield field, title
        for aside in _BRACKETS.findall(title):
            yield from ((ASIDE, part) for part in aside.split(","))
    yield field, bare
    if ":" in bare:
        yield PART_OF_NAME, bare.partition(":")[0]
    if "," in bare or "/" in bare:
        parts = _PARTS.split(bare)
        if all(len(part.split()) <= 2 for part in parts):
            yield from ((field, part) for part in parts)
    elif _COMPOUND.fullmatch(bare):
        yield from ((PART_OF_NAME, part) for part in bare.split("-"))
