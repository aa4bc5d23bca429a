"""Search over an immutable snapshot of the catalogue: no I/O, safe in many threads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bot.catalog.search.entries import Entry, Found, Hit, Understanding
from bot.catalog.search.lexicon import Lexicon
from bot.catalog.search.phrases import Phrases
from bot.catalog.search.query import Reader, Reading
from bot.catalog.search.sayings import Sayings
from bot.catalog.search.text import clipped, codes
from bot.catalog.search.vocabulary import Vocabulary

FOUND_FROM = 0.72
MAYBE_FROM = 0.61
_SURE = 0.85
_ALSO_SAID = 0.06


@dataclass
class _Ranking:
    """The best score of each entry, the reading it came from, and what other readings add."""

    scores: dict[int, float] = field(default_factory=dict)
    readings: dict[int, Reading] = field(default_factory=dict)
    others: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def best(self) -> float:
        return max(self.scores.values(), default=0.0)

    def add(self, owner: int, score: float, reading: Reading) -> None:
        old = self.scores.get(owner, 0.0)
        if self.readings.get(owner) is not reading:
            self.others[owner] = max(self.others[owner], min(old, score))
        if score > old:
            self.scores[owner], self.readings[owner] = score, reading

    def total(self, owner: int) -> float:
        return self.scores[owner] + _ALSO_SAID * self.others[owner]


class SearchIndex:
    def __init__(self, entries: Sequence[Entry], lexicon: Lexicon) -> None:
        self._ids = [entry.id for entry in entries]
        self._codes: defaultdict[str, list[int]] = defaultdict(list)
        vocabulary = Vocabulary()
        self._phrases = Phrases(vocabulary)
        for number, entry in enumerate(entries):
            self._phrases.add(number, entry)
            for code in codes(entry.code):
                self._codes[code].append(number)
        sayings = Sayings(vocabulary, lexicon)
        vocabulary.close()
        self._phrases.close()
        self._reader = Reader(vocabulary, self._phrases, sayings)

    def find(self, query: str, top: int = 10) -> Found:
        """What the query may mean. Never raises, whatever was typed."""
        text = clipped(query)
        known = [n for code in codes(text) for n in self._codes.get(code, ())]
        if known:
            hits = tuple(Hit(id=self._ids[n], score=1.0) for n in dict.fromkeys(known))
            return Found(kind=Understanding.FOUND, hits=hits[:top])
        ranking = _Ranking()
        self._rank(ranking, self._reader.as_typed(text))
        if ranking.best < _SURE:
            self._rank(ranking, self._reader.in_other_letters(text))
        return self._answer(ranking, top)

    def _rank(self, ranking: _Ranking, readings: Iterable[Reading]) -> None:
        for reading in readings:
            named = self._phrases.named(reading.name) if ranking.best < _SURE else []
            for phrase, score in (*self._phrases.scores(reading.slots), *named):
                for owner in self._phrases.owners[phrase]:
                    ranking.add(owner, score * reading.prior, reading)

    def _answer(self, ranking: _Ranking, top: int) -> Found:
        order = sorted(ranking.scores, key=lambda owner: (-ranking.total(owner), owner))[:top]
        if not order or ranking.best < MAYBE_FROM:
            return Found(kind=Understanding.NONE)
        hits = tuple(
            Hit(id=self._ids[owner], score=min(1.0, ranking.total(owner))) for owner in order
        )
        sure = ranking.best >= FOUND_FROM
        return Found(
            kind=Understanding.FOUND if sure else Understanding.MAYBE,
            hits=hits,
            understood=ranking.readings[order[0]].note,
        )
