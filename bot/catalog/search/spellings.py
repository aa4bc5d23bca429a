"""The query in other letters: the other keyboard layout, Cyrillic written in Latin."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.catalog.search import scripts
from bot.catalog.search.text import has_cyrillic, has_latin

_OTHER_LETTERS = 0.97


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """`prior` in (0, 1]: how near it is to what was typed. `typed` is that, if in other letters."""

    text: str
    prior: float = 1.0
    typed: str = ""


def other_spellings(typed: str, knows: Callable[[str], bool]) -> Iterator[Spelling]:
    """The likeliest first. Words that the vocabulary knows stay: «python razrabotchik»."""
    for text in _texts(typed, knows):
        yield Spelling(text=text, prior=_OTHER_LETTERS, typed=typed)


def _texts(typed: str, knows: Callable[[str], bool]) -> Iterator[str]:
    if not has_latin(typed):
        yield scripts.retyped_english(typed)
        return
    sounding = scripts.spells_sounds(typed)
    if sounding is not True and not has_cyrillic(typed):
        yield scripts.retyped(typed, knows)
    if sounding is not False:
        yield from scripts.cyrillic(typed, knows)
