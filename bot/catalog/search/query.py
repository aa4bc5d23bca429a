"""A query as slots to be filled, and the other ways in which it may be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.catalog.search import scripts
from bot.catalog.search.lemmas import analysed
from bot.catalog.search.lexicon import MEANINGLESS, Kind
from bot.catalog.search.phrases import Phrases, Slot
from bot.catalog.search.places import Places
from bot.catalog.search.sayings import Met, Sayings
from bot.catalog.search.text import Word, has_cyrillic, has_latin, words
from bot.catalog.search.vocabulary import SAME_LEMMA, Candidates, Likeness, Vocabulary

MOST_WORDS = 20
_MOST_SAYINGS = 8
_MOST_MEANINGS = 8
_LIGHT = 0.35
_UNKNOWN = 0.7
_UNKNOWN_LIGHT = 0.3
_LETTERS_OF_A_WORD = 5
_ASIDE = 0.5
_KNOWN_SHARE = 0.6
_OTHER_WORDS_OF_A_WISH = 0.5
_NOISE = 0.03
_SMALL_TALK = 0.65
_SILENTLY = 0.995
_OTHER_LETTERS = 0.97
_NEXT_MEANING = 0.985
_MEANING_AMONG_MANY = 0.012
_TRUST = {
    Kind.SYNONYM: 0.95,
    Kind.COLLOQUIAL: 0.95,
    Kind.ENGLISH: 0.95,
    Kind.ABBREVIATION: 0.97,
    Kind.INTEREST: 0.85,
    Kind.NOISE: 0.0,
    Kind.WISH: 0.0,
}


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """The query in other letters, or as it was typed."""

    text: str
    prior: float = 1.0
    other: bool = False


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`prior` in (0, 1]: how near the reading is to what was typed; `note` tells it.
    `name` is all of it in one word."""

    slots: tuple[Slot, ...]
    prior: float = 1.0
    note: str = ""
    name: str = ""


class Reader:
    def __init__(
        self, vocabulary: Vocabulary, phrases: Phrases, places: Places, sayings: Sayings
    ) -> None:
        self._vocabulary = vocabulary
        self._phrases = phrases
        self._places = places
        self._sayings = sayings

    def spellings(self, text: str) -> Iterator[Spelling]:
        """As typed; in the other keyboard layout; in Cyrillic letters where it is Latin."""
        yield Spelling(text=text)
        if self._sayings.small_talk(words(text)[:MOST_WORDS]):
            return
        if not has_latin(text):
            yield Spelling(text=scripts.retyped_english(text), prior=_OTHER_LETTERS, other=True)
            return
        if not has_cyrillic(text):
            retyped = scripts.retyped(text, self._vocabulary.knows)
            yield Spelling(text=retyped, prior=_OTHER_LETTERS, other=True)
        for cyrillic in scripts.cyrillic(text, self._vocabulary.knows):
            yield Spelling(text=cyrillic, prior=_OTHER_LETTERS, other=True)

    def place(self, text: str) -> frozenset[int]:
        """The entries of the city or the partner that the query names."""
        named = [term for word in words(text)[:MOST_WORDS] for term in self._place(word)]
        return self._places.owners(named) if named else frozenset()

    def _place(self, typed: Word) -> list[int]:
        exact = [term for term in self._vocabulary.exact(typed.text) if self._places.has(term)]
        return exact[:1]

    def readings(self, spelling: Spelling) -> Iterator[Reading]:
        prior, note = spelling.prior, spelling.text if spelling.other else ""
        spoken = words(spelling.text)[:MOST_WORDS]
        typed = self._telling(spoken)
        known = self._candidates(typed)
        met = self._longest([candidates.same for candidates in known])
        noise = self._noise(typed, known, met)
        if len(noise) == len(typed):
            return
        if self._sayings.small_talk(spoken):
            prior *= _SMALL_TALK
        terms = [candidates.all for candidates in known]
        self._add_meanings(terms, met)
        slots = [self._slot(typed[n], terms[n], n in noise) for n in range(len(typed))]
        unsaid = {typed[n].text for n in noise}
        name = "".join(word.text for word in spoken if word.text not in unsaid)
        silently = prior * _SILENTLY if noise else prior
        yield Reading(slots=tuple(slots), prior=silently, note=note, name=name)
        if noise:
            yield Reading(slots=tuple(self._loud(slots)), prior=prior, note=note)
        wish = any(not self._sayings.wishes.isdisjoint(candidates.same) for candidates in known)
        others = _OTHER_WORDS_OF_A_WISH if wish else 1.0
        for one in met[:_MOST_SAYINGS]:
            yield from self._meanings(one, slots, prior, others)

    def _candidates(self, typed: Sequence[Word]) -> list[Candidates]:
        known = [self._vocabulary.candidates(word) for word in typed]
        for place, (first, second) in enumerate(pairwise(typed)):
            joined = self._vocabulary.joined(first, second)
            known[place].kin.update(joined)
            known[place + 1].kin.update(joined)
        return known

    def _noise(
        self, typed: Sequence[Word], known: Sequence[Candidates], met: Sequence[Met]
    ) -> set[int]:
        """Places of the words that say nothing about what is wanted."""
        noise = {n for n, word in enumerate(typed) if self._is_noise(word, known[n])}
        for one in met:
            if one.saying.line.kind in MEANINGLESS:
                noise |= one.places
        return noise

    def _telling(self, typed: Sequence[Word]) -> list[Word]:
        last = len(typed) - 1
        return [
            word
            for at, word in enumerate(typed)
            if word.loud or at == last > 0 or not analysed(word.text).joining
        ]

    def _is_noise(self, word: Word, known: Candidates) -> bool:
        if word.text.isdigit() or self._only_a_place(word):
            return True
        if max(known.same.values(), default=0.0) < SAME_LEMMA and analysed(word.text).place:
            return True
        likeliest = max(known.same, key=known.same.__getitem__, default=-1)
        return likeliest in self._sayings.noise

    def _longest(self, known: Sequence[Likeness]) -> list[Met]:
        """Sayings that are not a part of longer ones, the longest first."""
        met = sorted(self._sayings.met(known), key=lambda m: (-len(m.places), -m.likeness))
        kept: list[Met] = []
        for one in met:
            if not any(one.places < longer.places for longer in kept):
                kept.append(one)
        return kept

    def _only_a_place(self, typed: Word) -> bool:
        return any(not self._phrases.has(term) for term in self._place(typed))

    def _add_meanings(self, known: Sequence[Likeness], met: Sequence[Met]) -> None:
        """A word that stands for another single word may be that one in any company."""
        for one in met:
            if len(one.places) > 1:
                continue
            (place,) = one.places
            trust = _trust(one)
            for means in one.saying.line.means:
                if len(meant := words(means)) == 1:
                    for term in self._vocabulary.exact(meant[0].text):
                        known[place][term] = max(known[place].get(term, 0.0), trust)
                trust *= _NEXT_MEANING

    def _meanings(
        self, met: Met, slots: Sequence[Slot], prior: float, others: float
    ) -> Iterator[Reading]:
        """The query with a saying replaced; `others` is what its remaining words count for."""
        line = met.saying.line
        rest = tuple(
            replace(slot, weight=slot.weight * others)
            for place, slot in enumerate(slots)
            if place not in met.places
        )
        weight = sum(slots[place].weight for place in met.places)
        prior *= _trust(met)
        for means in line.means[:_MOST_MEANINGS]:
            if meant := self._meant(means, weight):
                yield Reading(slots=(*rest, *meant), prior=prior, note=means)
            prior *= _NEXT_MEANING

    def _meant(self, means: str, weight: float) -> list[Slot]:
        """The words of a meaning, together as weighty as what was said; none where the catalogue
        does not know most of them."""
        slots = []
        for word in self._telling(words(means)):
            terms = self._vocabulary.relatives(word.text) | self._vocabulary.exact(word.text)
            slots.append(self._slot(word, terms, False))
        whole = sum(slot.weight for slot in slots)
        if sum(slot.weight for slot in slots if slot.terms) < _KNOWN_SHARE * whole:
            return []
        return [replace(slot, weight=slot.weight * weight / whole) for slot in slots]

    def _slot(self, word: Word, terms: Likeness, silent: bool) -> Slot:
        known = {term: likeness for term, likeness in terms.items() if self._phrases.has(term)}
        weight = self._weight(word, known) * (_NOISE if silent else 1.0)
        return Slot(text=word.text, weight=weight, terms=known, silent=silent)

    @staticmethod
    def _loud(slots: Sequence[Slot]) -> Iterator[Slot]:
        """The same with nothing silent: «художник-график», where «график» is no timetable."""
        for slot in slots:
            yield replace(slot, silent=False, weight=slot.weight / (_NOISE if slot.silent else 1))

    def _weight(self, word: Word, known: Likeness) -> float:
        light = analysed(word.text).light
        aside = _ASIDE if word.aside else 1.0
        if not known:
            share = min(1.0, len(word.text) / _LETTERS_OF_A_WORD)
            return self._phrases.rarest * (_UNKNOWN_LIGHT if light else _UNKNOWN) * aside * share
        best = max(known, key=lambda term: known[term])
        return self._phrases.rarity(best) * (_LIGHT if light else 1.0) * aside


def _trust(met: Met) -> float:
    """The more meanings a line has, the less sure is each of them."""
    line = met.saying.line
    return _TRUST[line.kind] * met.likeness * (1 - _MEANING_AMONG_MANY * (len(line.means) - 1))
