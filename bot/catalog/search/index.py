"""Search over an immutable snapshot of the catalogue: no I/O, safe in many threads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.catalog.search.entries import Entry, Found, Hit, Understanding
from bot.catalog.search.lexicon import Lexicon
from bot.catalog.search.phrases import Phrases
from bot.catalog.search.places import Places
from bot.catalog.search.readings import Place, Reader, Reading
from bot.catalog.search.sayings import Sayings
from bot.catalog.search.text import clipped, codes
from bot.catalog.search.understanding import told
from bot.catalog.search.vocabulary import Vocabulary

FOUND_FROM = 0.72
MAYBE_FROM = 0.64
ONLY_A_PLACE = 0.75
_SURE = 0.85
_FAR = 0.12
_NEAR = 0.5
_ALSO_SAID = 0.03


@dataclass(kw_only=True)
class _Match:
    """The best score of a phrase, the reading that gave it, and what the next best one gave."""

    phrase: int
    score: float
    reading: Reading
    other: float = 0.0

    @property
    def total(self) -> float:
        return self.score + _ALSO_SAID * self.other


@dataclass
class _Ranking:
    matches: dict[int, _Match] = field(default_factory=dict)
    best: float = 0.0

    def add(self, phrase: int, score: float, reading: Reading) -> None:
        self.best = max(self.best, score)
        match = self.matches.get(phrase)
        if match is None:
            self.matches[phrase] = _Match(phrase=phrase, score=score, reading=reading)
        elif score > match.score:
            self.matches[phrase] = _Match(
                phrase=phrase, score=score, reading=reading, other=match.score
            )
        else:
            match.other = max(match.other, score)

    def in_order(self) -> list[tuple[int, _Match]]:
        return sorted(self.matches.items(), key=lambda pair: (-pair[1].total, pair[0]))


class SearchIndex:
    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon) -> None:
        self._ids = [entry.id for entry in entries]
        self._codes: defaultdict[str, list[int]] = defaultdict(list)
        self._vocabulary = vocabulary = Vocabulary()
        self._phrases, self._places = Phrases(vocabulary), Places(vocabulary)
        for number, entry in enumerate(entries):
            self._phrases.add(number, entry)
            self._places.add(number, entry)
            for code in codes(entry.code):
                self._codes[code].append(number)
        sayings = Sayings(vocabulary, lexicon)
        vocabulary.close()
        self._phrases.close()
        self._reader = Reader(vocabulary, self._phrases, self._places, sayings)

    def find(self, query: str, top: int = 10) -> Found:
        """What the query may mean. Never raises, whatever was typed."""
        text = clipped(query)
        if coded := [n for code in codes(text) for n in self._codes.get(code, ())]:
            hits = tuple(Hit(id=self._ids[n], score=1.0) for n in dict.fromkeys(coded))
            return Found(kind=Understanding.FOUND, hits=hits[:top])
        ranking = _Ranking()
        for spelling in self._reader.spellings(text):
            if ranking.best >= _SURE:
                break
            for reading in self._reader.readings(spelling):
                if reading.prior > ranking.best - _FAR:
                    self._rank(ranking, reading)
        return self._answer(ranking, self._reader.place(text), top)

    def _rank(self, ranking: _Ranking, reading: Reading) -> None:
        for phrase, score in self._phrases.scores(reading.slots):
            ranking.add(phrase, score * reading.prior, reading)
        if ranking.best < _SURE:
            for phrase, score in self._phrases.named(reading.name):
                ranking.add(phrase, score * reading.prior, reading)

    def _answer(self, ranking: _Ranking, place: Place, top: int) -> Found:
        if ranking.best < MAYBE_FROM:
            owners = sorted(place.owners)[:top] if place.alone else ()
            hits = tuple(Hit(id=self._ids[n], score=ONLY_A_PLACE) for n in owners)
            return Found(kind=Understanding.FOUND if hits else Understanding.NONE, hits=hits)
        there = dict(islice(self._owners(ranking, place.owners), top))
        if max((match.total for match in there.values()), default=0.0) < MAYBE_FROM:
            there = dict(islice(self._owners(ranking, frozenset()), top))
        best = next(iter(there.values()))
        return Found(
            kind=Understanding.FOUND if best.score >= FOUND_FROM else Understanding.MAYBE,
            hits=tuple(
                Hit(id=self._ids[n], score=min(1.0, match.total))
                for n, match in there.items()
                if match.total >= _NEAR * best.total
            ),
            understood=told(best.reading, self._phrases.terms[best.phrase], self._vocabulary.terms),
        )

    def _owners(self, ranking: _Ranking, place: frozenset[int]) -> Iterator[tuple[int, _Match]]:
        """Entries best first, each once; of a place only, if there is one."""
        seen: set[int] = set()
        for phrase, match in ranking.in_order():
            for owner in self._phrases.owners[phrase]:
                if owner not in seen and (not place or owner in place):
                    seen.add(owner)
                    yield owner, match
