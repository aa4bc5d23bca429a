"""The lexicon as it is met in queries."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.catalog.search.lemmas import analysed
from bot.catalog.search.lexicon import MEANINGLESS, Kind, Lexicon, Line
from bot.catalog.search.text import Word, words
from bot.catalog.search.vocabulary import SAME_LEMMA, Likeness, Vocabulary

SURE = 0.75
LONG_ENOUGH = 6


@dataclass(frozen=True, kw_only=True)
class Saying:
    """One variant of a line: the terms that must all be met."""

    text: str
    line: Line
    terms: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Met:
    """A saying in a query: the places of the words that it covers and its likeness to them."""

    saying: Saying
    places: frozenset[int]
    likeness: float


class Sayings:
    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._terms = vocabulary.terms
        self._by_term: defaultdict[int, list[Saying]] = defaultdict(list)
        self._small_talk: list[str] = []
        self.noise: set[int] = set()
        self.wishes: set[int] = set()
        for line in lexicon.lines:
            for said in line.said:
                if line.kind is Kind.CHATTER:
                    self._small_talk.append(f" {_spaced(words(said))} ")
                else:
                    self._add(vocabulary, line, said)

    def _add(self, vocabulary: Vocabulary, line: Line, said: str) -> None:
        spoken = words(said)
        telling = [w for w in spoken if not analysed(w.text).joining] or spoken
        terms = frozenset(vocabulary.must_add(word.text) for word in telling)
        if line.kind is Kind.WISH:
            self.wishes |= terms
        if line.kind in MEANINGLESS and len(terms) == 1:
            self.noise |= terms
            return
        saying = Saying(text=said, line=line, terms=terms)
        for term in terms:
            self._by_term[term].append(saying)

    def small_talk(self, typed: Sequence[Word]) -> bool:
        text = f" {_spaced(typed)} "
        return any(said in text for said in self._small_talk)

    def met(self, slots: Sequence[Likeness]) -> Iterator[Met]:
        """Sayings of which every word is in the query, each at a place of its own."""
        found: dict[int, Saying] = {}
        filled: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for place, terms_here in enumerate(slots):
            for term, likeness in terms_here.items():
                if likeness < (SURE if len(self._terms[term]) >= LONG_ENOUGH else SAME_LEMMA):
                    continue
                for saying in self._by_term.get(term, ()):
                    found[id(saying)] = saying
                    terms = filled[id(saying)]
                    terms[term] = max(terms.get(term, (0.0, -1)), (likeness, place))
        for key, saying in found.items():
            places = frozenset(place for _, place in filled[key].values())
            if len(filled[key]) == len(places) == len(saying.terms):
                likeness = min(likeness for likeness, _ in filled[key].values())
                yield Met(saying=saying, places=places, likeness=likeness)


def _spaced(typed: Sequence[Word]) -> str:
    return " ".join(word.text for word in typed)
