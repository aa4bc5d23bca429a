"""What somebody wants to become or to learn, found in the words that they typed."""

from bot.catalog.search import Entry, Lexicon, SearchIndex
from bot.domain.network import Dictionaries

MOST = 5
SURE = 0.9  # score of one that needs no asking
_ALIKE = 0.1  # less than this behind the best is as good
_RELATED = 0.3  # worth asking about where nothing is sure


class GoalIndex:
    """Over occupations and competencies, read as searches in the catalogue are."""

    def __init__(self, lists: Dictionaries, lexicon: Lexicon) -> None:
        occupations = (
            Entry(id=one.code, title=one.name_ru, alt_names=(one.name_en,))
            for one in lists.occupations.values()
        )
        competencies = (
            Entry(id=one.code, title=one.name_ru, alt_names=(one.name_en,))
            for one in lists.competencies.values()
        )
        self._index = SearchIndex([*occupations, *competencies], lexicon)

    def find(self, typed: str) -> tuple[str, ...]:
        """Codes, the likeliest first: one is meant, several are worth asking about."""
        hits = self._index.find(typed, MOST).hits
        best = hits[0].score if hits else 0.0
        near = _ALIKE if best >= SURE else _RELATED
        return tuple(hit.id for hit in hits if hit.score > best - near)
