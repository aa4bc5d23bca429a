"""Which of a few names somebody typed: misspelt, declined, or in another script or layout."""

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.fuzz import ratio

from bot.catalog.search.scripts import cyrillic, retyped, retyped_english
from bot.catalog.search.text import clipped, words

_LIKE = 78.0  # per cent; «новокузнецке» is like «новокузнецк», «юрист» is not like «юрга»
_NEARLY = 8.0  # less than this behind the best is as good
_SHORT = 4  # letters; a shorter word has to be the same, a longer one may be the beginning
_MOST_LETTERS = 60
_MOST_NAMES = 4


def closest(typed: str, names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Keys of `names` (key -> what it is called), the likeliest first; () when none is meant.

    One key is an answer, several are worth asking about.
    """
    readings = list(_readings(clipped(typed)[:_MOST_LETTERS]))
    likeness = {
        key: max(_likeness(reading, name) for reading in readings for name in called)
        for key, called in names.items()
    }
    best = max(likeness.values(), default=0.0)
    near = [key for key, like in likeness.items() if like >= max(_LIKE, best - _NEARLY)]
    exact = [key for key in near if likeness[key] > 100]
    return tuple(exact or sorted(near, key=lambda key: -likeness[key])[:_MOST_NAMES])


def _readings(typed: str) -> Iterator[str]:
    yield typed
    yield retyped(typed, _unknown)
    yield retyped_english(typed)
    yield from cyrillic(typed, _unknown)


def _unknown(_: str) -> bool:
    """A few names have no vocabulary that a word could be kept for."""
    return False


def _likeness(typed: str, name: str) -> float:
    """In per cent; above 100 where they are the same. A single word may stand for a whole name."""
    said, meant = [[word.text for word in words(text)] for text in (typed, name)]
    if said and said == meant:
        return 101.0
    return max((_alike(one, other) for one in said for other in meant), default=0.0)


def _alike(said: str, meant: str) -> float:
    if len(said) < _SHORT or len(meant) < _SHORT:
        return 100.0 if said == meant and len(said) > 1 else 0.0
    return 100.0 if meant.startswith(said) else ratio(said, meant)
