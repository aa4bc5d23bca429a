"""Cities and partners: words that narrow an answer and find nothing by themselves."""

from collections import defaultdict
from collections.abc import Sequence

from bot.catalog.search.entries import Entry
from bot.catalog.search.vocabulary import Vocabulary


class Places:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._owners: defaultdict[int, set[int]] = defaultdict(set)

    def add(self, owner: int, entry: Entry) -> None:
        for text in (entry.city, entry.partner):
            for term in self._vocabulary.add(text):
                self._owners[term].add(owner)

    def has(self, term: int) -> bool:
        return term in self._owners

    def owners(self, terms: Sequence[int]) -> frozenset[int]:
        """Entries to which every one of the terms belongs."""
        return frozenset(set.intersection(*(self._owners[term] for term in terms)))
