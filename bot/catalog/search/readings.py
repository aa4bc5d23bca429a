"""The ways in which a query may be read: as it stands, and with sayings put in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.catalog.search.lemmas import analysed
from bot.catalog.search.lexicon import MEANINGLESS
from bot.catalog.search.phrases import Phrases
from bot.catalog.search.places import Places
from bot.catalog.search.sayings import Met, Sayings
from bot.catalog.search.slots import Slot, Weigher
from bot.catalog.search.spellings import Spelling, other_spellings
from bot.catalog.search.text import Word, words
from bot.catalog.search.vocabulary import SAME_LEMMA, Candidates, Likeness, Vocabulary

_MOST_WORDS = 20
_MOST_SAYINGS = 8
_MOST_MEANINGS = 8
_KNOWN_SHARE = 0.6
_OTHER_WORDS_OF_A_WISH = 0.5
_SMALL_TALK = 0.65
_SILENTLY = 0.995
_NEXT_MEANING = 0.985


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`prior` in (0, 1]: how near the reading is to what was typed. `name`: all of it in one word.
    `typed`: the query, if it was in other letters. `said`, `means`: the saying that was replaced.
    """

    slots: tuple[Slot, ...]
    prior: float
    name: str = ""
    typed: str = ""
    said: str = ""
    means: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """`owners`: the entries of the city or the partner that a query names; `alone`: it names
    nothing else."""

    owners: frozenset[int]
    alone: bool


@dataclass(frozen=True, kw_only=True)
class _Query:
    """What was heard in one spelling of a query. `others`: what the words beside a saying count
    for; `lonely`: a single word and no wish."""

    slots: tuple[Slot, ...]
    met: tuple[Met, ...]
    prior: float
    name: str
    typed: str
    others: float
    lonely: bool


class Reader:
    def __init__(
        self, vocabulary: Vocabulary, phrases: Phrases, places: Places, sayings: Sayings
    ) -> None:
        self._vocabulary = vocabulary
        self._phrases = phrases
        self._places = places
        self._sayings = sayings
        self._weigher = Weigher(phrases)

    def spellings(self, text: str) -> Iterator[Spelling]:
        """As typed and, unless that is small talk, in other letters."""
        yield Spelling(text=text)
        if not self._sayings.small_talk(_spoken(text)):
            yield from other_spellings(text, self._vocabulary.knows)

    def place(self, text: str) -> Place:
        named: list[int] = []
        alone = True
        for word in _telling(_spoken(text)):
            same = self._vocabulary.exact(word.text)
            there = self._place(same)
            named += there
            alone = alone and (bool(there) or self._is_silent(word, same))
        owners = self._places.owners(named) if named else frozenset[int]()
        return Place(owners=owners, alone=alone)

    def readings(self, spelling: Spelling) -> Iterator[Reading]:
        query = self._heard(spelling)
        if all(slot.silent for slot in query.slots):
            return
        some_silent = any(slot.silent for slot in query.slots)
        yield Reading(
            slots=query.slots,
            prior=query.prior * (_SILENTLY if some_silent else 1.0),
            name=query.name,
            typed=query.typed,
        )
        if some_silent:
            slots = tuple(slot.heard() for slot in query.slots)
            yield Reading(slots=slots, prior=query.prior, typed=query.typed)
        for met in query.met[:_MOST_SAYINGS]:
            yield from self._meanings(met, query)

    def _heard(self, spelling: Spelling) -> _Query:
        spoken = _spoken(spelling.text)
        typed = _telling(spoken)
        known = self._candidates(typed)
        met = self._sayings.met([candidates.same for candidates in known])
        silent = self._silent(typed, known, met)
        unsaid = {typed[n].text for n in silent}
        return _Query(
            slots=self._slots(typed, known, met, silent),
            met=tuple(one for one in met if one.saying.line.means),
            prior=spelling.prior * (_SMALL_TALK if self._sayings.small_talk(spoken) else 1.0),
            name="".join(word.text for word in spoken if word.text not in unsaid),
            typed=spelling.typed,
            others=_OTHER_WORDS_OF_A_WISH if self._wishes(known) else 1.0,
            lonely=self._is_lonely(known, silent),
        )

    def _slots(
        self,
        typed: Sequence[Word],
        known: Sequence[Candidates],
        met: Sequence[Met],
        silent: set[int],
    ) -> tuple[Slot, ...]:
        lonely = self._is_lonely(known, silent)
        meant = self._meant_by_one_word(met, len(typed), lonely=lonely)
        return tuple(
            self._weigher.slot(
                word,
                _best(known[n].kin, known[n].same, meant[n]),
                _guessed(known[n].same, meant[n]),
                silent=n in silent,
            )
            for n, word in enumerate(typed)
        )

    def _candidates(self, typed: Sequence[Word]) -> list[Candidates]:
        known = [self._vocabulary.candidates(word) for word in typed]
        for place, (first, second) in enumerate(pairwise(typed)):
            joined = self._vocabulary.joined(first, second)
            known[place].kin.update(joined)
            known[place + 1].kin.update(joined)
        return known

    def _silent(
        self, typed: Sequence[Word], known: Sequence[Candidates], met: Sequence[Met]
    ) -> set[int]:
        """Places of the words that say nothing about what is wanted."""
        silent = {n for n, word in enumerate(typed) if self._is_silent(word, known[n].same)}
        for one in met:
            if one.saying.line.kind in MEANINGLESS:
                silent |= one.places
        return silent

    def _is_silent(self, word: Word, same: Likeness) -> bool:
        if word.text.isdigit() or any(not self._phrases.has(t) for t in self._place(same)):
            return True
        if max(same.values(), default=0.0) < SAME_LEMMA and analysed(word.text).place:
            return True
        return max(same, key=same.__getitem__, default=-1) in self._sayings.noise

    def _wishes(self, known: Sequence[Candidates]) -> bool:
        return any(not self._sayings.wishes.isdisjoint(candidates.same) for candidates in known)

    def _is_lonely(self, known: Sequence[Candidates], silent: set[int]) -> bool:
        return len(known) - len(silent) == 1 and not self._wishes(known)

    def _place(self, same: Likeness) -> list[int]:
        exact = [t for t, like in same.items() if like >= SAME_LEMMA and self._places.has(t)]
        return exact[:1]

    def _meant_by_one_word(self, met: Sequence[Met], count: int, *, lonely: bool) -> list[Likeness]:
        """A word that stands for another single word may be that one in any company."""
        meant: list[Likeness] = [{} for _ in range(count)]
        for one in met:
            if len(one.places) > 1 or not one.saying.line.means:
                continue
            (place,) = one.places
            trust = one.trust(lonely=lonely)
            for means in one.saying.line.means:
                plain = words(means)
                for term in self._vocabulary.exact(plain[0].text) if len(plain) == 1 else ():
                    meant[place][term] = max(meant[place].get(term, 0.0), trust)
                trust *= _NEXT_MEANING
        return meant

    def _meanings(self, met: Met, query: _Query) -> Iterator[Reading]:
        """The query with a saying replaced by each of its meanings."""
        slots = dict(enumerate(query.slots))
        replaced = [slots.pop(place) for place in sorted(met.places)]
        rest = tuple(slot.times(query.others) for slot in slots.values())
        weight = sum(slot.weight for slot in replaced)
        prior = query.prior * met.trust(lonely=query.lonely)
        for means in met.saying.line.means[:_MOST_MEANINGS]:
            if meant := self._meant(means, weight):
                yield Reading(
                    slots=(*rest, *meant),
                    prior=prior,
                    said=" ".join(slot.text for slot in replaced),
                    means=means,
                )
            prior *= _NEXT_MEANING

    def _meant(self, means: str, weight: float) -> list[Slot]:
        """The words of a meaning, together as weighty as what was said; none where the catalogue
        does not know most of them."""
        slots = []
        for word in _telling(words(means)):
            known = self._vocabulary.relatives(word.text) | self._vocabulary.exact(word.text)
            slots.append(self._weigher.slot(word, known))
        whole = sum(slot.weight for slot in slots)
        if sum(slot.weight for slot in slots if slot.terms) < _KNOWN_SHARE * whole:
            return []
        return [slot.times(weight / whole) for slot in slots]


def _spoken(text: str) -> list[Word]:
    return words(text)[:_MOST_WORDS]


def _telling(spoken: Sequence[Word]) -> list[Word]:
    """Without prepositions and the like; a preposition that comes last is an abbreviation: «ПО»."""
    last = len(spoken) - 1
    return [
        word
        for n, word in enumerate(spoken)
        if word.loud or n == last > 0 or not analysed(word.text).joining
    ]


def _best(*likenesses: Likeness) -> Likeness:
    best: Likeness = {}
    for likeness in likenesses:
        for term, like in likeness.items():
            best[term] = max(best.get(term, 0.0), like)
    return best


def _guessed(same: Likeness, meant: Likeness) -> set[int]:
    sure = {term for term, like in same.items() if like >= SAME_LEMMA}
    return (same.keys() | meant.keys()) - sure
