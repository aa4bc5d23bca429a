"""The lexicon as it is met in queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.catalog.search.lemmas import analysed
from bot.catalog.search.lexicon import MEANINGLESS, Kind, Lexicon, Line
from bot.catalog.search.text import Word, words
from bot.catalog.search.vocabulary import SAME_LEMMA, Likeness, Vocabulary

_SURE = 0.75
_LONG_ENOUGH = 6  # letters of a word that may be misspelt
_AMONG_MANY = 0.012
_ALONE = 0.65
_NEEDS_COMPANY = frozenset({Kind.WORD, Kind.INTEREST})
_TRUST = {
    Kind.SYNONYM: 0.95,
    Kind.COLLOQUIAL: 0.95,
    Kind.ENGLISH: 0.95,
    Kind.ABBREVIATION: 0.97,
    Kind.WORD: 0.85,
    Kind.INTEREST: 0.85,
}


@dataclass(frozen=True, kw_only=True)
class Saying:
    """One variant of a line: the terms that must all be met."""

    line: Line
    terms: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Met:
    """A saying in a query: the places of the words that it covers and its likeness to them."""

    saying: Saying
    places: frozenset[int]
    likeness: float

    def trust(self, *, lonely: bool) -> float:
        """The more meanings a line has, the less sure is each of them. `lonely`: a single word
        and no wish."""
        line = self.saying.line
        alone = _ALONE if lonely and line.kind in _NEEDS_COMPANY else 1.0
        many = 1 - _AMONG_MANY * (len(line.means) - 1)
        return _TRUST[line.kind] * self.likeness * many * alone


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
                    self._small_talk.append(_spaced(words(said)))
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
        saying = Saying(line=line, terms=terms)
        for term in terms:
            self._by_term[term].append(saying)

    def small_talk(self, typed: Sequence[Word]) -> bool:
        text = _spaced(typed)
        return any(said in text for said in self._small_talk)

    def met(self, slots: Sequence[Likeness]) -> list[Met]:
        """Sayings of which every word is in the query, each at a place of its own, and which are
        no part of longer ones; the longest first."""
        met = sorted(self._met(slots), key=lambda one: (-len(one.places), -one.likeness))
        kept: list[Met] = []
        for one in met:
            if not any(one.places < longer.places for longer in kept):
                kept.append(one)
        return kept

    def _met(self, slots: Sequence[Likeness]) -> list[Met]:
        sayings: dict[int, Saying] = {}
        filled: defaultdict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        for place, terms in enumerate(slots):
            for term, likeness in terms.items():
                if likeness < (_SURE if len(self._terms[term]) >= _LONG_ENOUGH else SAME_LEMMA):
                    continue
                for saying in self._by_term.get(term, ()):
                    sayings[id(saying)] = saying
                    old = filled[id(saying)].get(term, (0.0, -1))
                    filled[id(saying)][term] = max(old, (likeness, place))
        return [
            Met(saying=saying, places=places, likeness=min(filled[key].values())[0])
            for key, saying in sayings.items()
            if len(filled[key]) == len(saying.terms)
            and len(places := frozenset(place for _, place in filled[key].values()))
            == len(saying.terms)
        ]


def _spaced(typed: Sequence[Word]) -> str:
    return f" {' '.join(analysed(word.text).lemmas[0] for word in typed)} "
