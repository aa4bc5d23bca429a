"""Search over an immutable snapshot of the catalogue: no I/O, safe in many threads."""

from collections import defaultdict
from collections.abc import Sequence

from bot.catalog.search.entries import Entry, Found, Hit, Understanding
from bot.catalog.search.lexicon import Lexicon
from bot.catalog.search.phrases import Phrases
from bot.catalog.search.query import Reader, Reading
from bot.catalog.search.sayings import Sayings
from bot.catalog.search.text import clipped, codes
from bot.catalog.search.vocabulary import Vocabulary

FOUND_FROM = 0.62
MAYBE_FROM = 0.45


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
        best: dict[int, tuple[float, Reading]] = {}
        for reading in self._reader.readings(text):
            self._score(reading, best)
        if max((s for s, _ in best.values()), default=0.0) < MAYBE_FROM:
            for reading in self._reader.mistyped(text):
                self._score(reading, best)
        return self._answer(best, top)

    def _score(self, reading: Reading, best: dict[int, tuple[float, Reading]]) -> None:
        for phrase, score in self._phrases.scores(reading.slots):
            score *= reading.prior
            for owner in self._phrases.owners[phrase]:
                if score > best.get(owner, (0.0, reading))[0]:
                    best[owner] = (score, reading)

    def _answer(self, best: dict[int, tuple[float, Reading]], top: int) -> Found:
        ranked = sorted(best.items(), key=lambda pair: (-pair[1][0], pair[0]))[:top]
        hits = tuple(
            Hit(id=self._ids[n], score=min(1.0, score))
            for n, (score, _) in ranked
            if score >= MAYBE_FROM
        )
        if not hits:
            return Found(kind=Understanding.NONE)
        sure = hits[0].score >= FOUND_FROM
        return Found(
            kind=Understanding.FOUND if sure else Understanding.MAYBE,
            hits=hits,
            understood=ranked[0][1][1].note,
        )
