"""The words of the catalogue and of the lexicon, and which of them a typed word may be."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein, Prefix

from bot.catalog.search.lemmas import analysed
from bot.catalog.search.scripts import sound
from bot.catalog.search.text import Word, tokens, word

Likeness = dict[int, float]  # term -> likeness in (0, 1]

SAME_LEMMA = 0.99
BEGINNING_WITH_STOP = 0.9
JOINED = 0.96
COMPOUND = 0.8
PART = 0.65
_REAL_WORD = 0.9
_PER_EDIT = 1.2
_NEAREST = 64
_ALIKE = 8
_FAMILY = 24
_LONG_ENOUGH = 5
_SHORTEST_BEGINNING = 3
_PRODUCTIVE = 3
_FAMILY_SHARE = 0.65


@dataclass(frozen=True, kw_only=True)
class Candidates:
    """`same`: the word itself, inflected or misspelt; `kin`: words of its root or beginning."""

    same: Likeness
    kin: Likeness


class Vocabulary:
    """Grows while phrases are added, then is closed and never changes again.

    A term is a dictionary form; its number is its place in `terms`.
    """

    def __init__(self) -> None:
        self.terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._tokens: dict[str, int | None] = {}
        self._forms: dict[str, int] = {}

    def add(self, text: str) -> list[int]:
        """The terms of a text in their order, without words that only join others."""
        known = self._tokens
        found = []
        for token in tokens(text):
            if token not in known:
                known[token] = self._term(word(token))
            if (term := known[token]) is not None:
                found.append(term)
        return found

    def _term(self, new: Word) -> int | None:
        joining = len(new.text) == 1 or analysed(new.text).joining
        return None if joining and not new.loud else self.must_add(new.text)

    def must_add(self, form: str) -> int:
        """The term of a word, whatever part of speech it is."""
        if (known := self._forms.get(form)) is not None:
            return known
        lemma = analysed(form).lemmas[0]
        number = self._numbers.setdefault(lemma, len(self.terms))
        if number == len(self.terms):
            self.terms.append(lemma)
        self._forms[form] = number
        return number

    def close(self) -> None:
        for lemma, number in self._numbers.items():
            self._forms.setdefault(lemma, number)
        self._numbers.clear()
        self._tokens.clear()
        self._sorted = sorted(self._forms)
        self._reversed = sorted(form[::-1] for form in self._forms)
        self._beginnings_of_compounds = self._productive()
        by_sound: defaultdict[str, list[str]] = defaultdict(list)
        for form in self._forms:
            by_sound[sound(form)].append(form)
        self._by_sound = dict(by_sound)
        self._sounds = sorted(self._by_sound, key=len)
        self._lengths = [len(key) for key in self._sounds]

    def _productive(self) -> frozenset[str]:
        """Beginnings that are put before other words: электро- and авто-, but not руко-."""
        nouns = {term for term in self.terms if not term.endswith("ть")}
        seen = Counter(
            noun[:at]
            for noun in nouns
            for at in range(_SHORTEST_BEGINNING, len(noun) - _LONG_ENOUGH + 1)
            if noun[at:] in nouns
        )
        return frozenset(start for start, times in seen.items() if times >= _PRODUCTIVE)

    def knows(self, text: str) -> bool:
        return text in self._forms

    def exact(self, text: str) -> Likeness:
        """The word itself or its dictionary form."""
        found: Likeness = {}
        for likeness, form in ((1.0, text), *((SAME_LEMMA, x) for x in analysed(text).lemmas)):
            if (term := self._forms.get(form)) is not None:
                found.setdefault(term, likeness)
        return found

    def candidates(self, typed: Word) -> Candidates:
        """Terms that a typed word may mean, mistakes and shortenings allowed."""
        same, kin = self.exact(typed.text), self.relatives(typed.text)
        if not same or typed.short:
            _keep(kin, self._beginnings(typed))
        if not same:
            _keep(same, self._misspelt(typed.text))
            _keep(kin, self._parts(typed.text))
        return Candidates(same=same, kin=kin)

    def relatives(self, text: str) -> Likeness:
        found: Likeness = {}
        _keep(found, self._family(text))
        return found

    def joined(self, first: Word, second: Word) -> Likeness:
        """One word that was typed as two: «авто слесарь», «эл.монтер»."""
        found: Likeness = {}
        for end in analysed(second.text).lemmas[:1]:
            for whole in self._ending(end):
                beginning = whole[: -len(end)]
                if beginning == first.text or (first.short and beginning.startswith(first.text)):
                    found[self._forms[whole]] = JOINED
        return found

    def _misspelt(self, text: str) -> Iterator[tuple[int, float]]:
        edits = _edits(text)
        if not edits:
            return
        trust = _REAL_WORD if analysed(text).known else 1.0
        keys = {sound(form): form for form in (*analysed(text).lemmas[:2], text)}
        for key, variant in keys.items():
            near = process.extract(
                key,
                self._sounding(len(key) - edits, len(key) + edits),
                scorer=Levenshtein.distance if edits > 1 else OSA.distance,
                score_cutoff=edits,
                limit=_NEAREST,
            )
            for other, _, _ in near:
                heard = OSA.distance(key, other)
                for form in self._by_sound[other]:
                    yield self._forms[form], trust * _likeness(variant, form, heard)

    def _sounding(self, shortest: int, longest: int) -> list[str]:
        start = bisect_left(self._lengths, shortest)
        return self._sounds[start : bisect_left(self._lengths, longest + 1)]

    def _beginnings(self, typed: Word) -> Iterator[tuple[int, float]]:
        if len(typed.text) < 3 - typed.short:
            return
        for form in self._starting(typed.text):
            share = len(typed.text) / len(form)
            yield self._forms[form], BEGINNING_WITH_STOP if typed.short else 0.5 + 0.3 * share

    def _parts(self, text: str) -> Iterator[tuple[int, float]]:
        """«электрогазосварщик» where the catalogue only has «сварщик»."""
        for form in analysed(text).lemmas[:1]:
            for start in range(2, len(form) - _LONG_ENOUGH + 1):
                if (term := self._forms.get(form[start:])) is not None:
                    yield term, PART
                    return

    def _family(self, text: str) -> Iterator[tuple[int, float]]:
        """«сварщик» -> «электрогазосварщик», «логистика» -> «логист»."""
        for form in analysed(text).lemmas[:2]:
            if len(form) < _LONG_ENOUGH:
                continue
            for longer in self._ending(form):
                if self._is_compound(longer[: -len(form)]):
                    yield self._forms[longer], COMPOUND
            for relative in self._starting(form[: max(_LONG_ENOUGH, len(form) * 3 // 5)]):
                shared = Prefix.similarity(form, relative)
                share = shared / min(len(form), len(relative))
                if share >= _FAMILY_SHARE:
                    yield self._forms[relative], 0.4 + 0.3 * share

    def _is_compound(self, beginning: str) -> bool:
        """«электрогазо» begins with «электро»."""
        ends = range(_SHORTEST_BEGINNING, len(beginning) + 1)
        return any(beginning[:end] in self._beginnings_of_compounds for end in ends)

    def _starting(self, start: str) -> list[str]:
        return _from(self._sorted, start)

    def _ending(self, end: str) -> list[str]:
        return [found[::-1] for found in _from(self._reversed, end[::-1])]


def _from(ordered: list[str], start: str) -> list[str]:
    at = bisect_left(ordered, start)
    return list(takewhile(lambda x: x.startswith(start), ordered[at : at + _FAMILY]))


def _edits(typed: str) -> int:
    return (0, 0, 0, 0, 1, 1, 2, 2, 2)[len(typed)] if len(typed) < 9 else 3


def _likeness(typed: str, form: str, heard: float) -> float:
    seen = OSA.distance(typed, form)
    return 1 - _PER_EDIT * (seen + heard) / 2 / max(len(typed), len(form))


def _keep(found: Likeness, more: Iterable[tuple[int, float]]) -> None:
    best: Likeness = {}
    for term, likeness in more:
        if likeness > best.get(term, 0.0):
            best[term] = likeness
    for term, likeness in sorted(best.items(), key=lambda pair: -pair[1])[:_ALIKE]:
        if likeness > found.get(term, 0.0):
            found[term] = likeness
