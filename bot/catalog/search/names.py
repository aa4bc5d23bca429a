"""Whole names without their spaces: «наладчикштамповщик», «инжене рпо охране труда»."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 6
_LETTERS_PER_EDIT = 5
_MOST_EDITS = 3
_PER_EDIT = 1.2
_NEAREST = 12


class Names:
    def __init__(self) -> None:
        self._phrases: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, name: str, phrase: int) -> None:
        self._phrases[name].append(phrase)

    def close(self) -> None:
        self._names = sorted(self._phrases, key=len)
        self._lengths = [len(name) for name in self._names]

    def near(self, typed: str) -> Iterator[tuple[int, float]]:
        """Phrases of which the name is at most a few edits away, with their likeness."""
        if len(typed) < SHORTEST:
            return
        edits = min(_MOST_EDITS, len(typed) // _LETTERS_PER_EDIT)
        start = bisect_left(self._lengths, len(typed) - edits)
        end = bisect_left(self._lengths, len(typed) + edits + 1)
        found = process.extract(
            typed,
            self._names[start:end],
            scorer=OSA.distance,
            score_cutoff=edits,
            limit=_NEAREST,
        )
        for name, distance, _ in found:
            likeness = 1 - _PER_EDIT * distance / max(len(name), len(typed))
            for phrase in self._phrases[name]:
                yield phrase, likeness
