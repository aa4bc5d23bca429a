"""Dictionary forms and parts of speech (pymorphy3, imported when first used: it costs 83 ms)."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_JOINING = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
_LIGHT = frozenset({"VERB", "INFN", "GRND", "ADVB", "PRED", "NUMR", "COMP", "ADJS", "PRTS"})
_VERBS = frozenset({"VERB", "GRND", "PRTS"})
_RUSSIAN = re.compile("[а-я]+")
_SHORTEST = 3
_UNLIKELY = 0.04


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """`lemmas`: every likely dictionary form, nouns before verbs («слесарь»: слесарь, слесарить).
    `joining`: a preposition, conjunction, particle or pronoun, which says nothing about a trade.
    `light`: a verb, an adverb, a numeral: «хочу быстро» tells less than a noun.
    `place`: a city, river or country by the dictionary's mark Geox.
    `known`: stands in the dictionary, so it is hardly a misspelling.
    """

    lemmas: tuple[str, ...]
    joining: bool
    light: bool
    place: bool
    known: bool


@cache
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@lru_cache(maxsize=20_000)
def analysed(word: str) -> Analysis:
    """Words in small letters; other than Russian ones are taken as they are."""
    if not _RUSSIAN.fullmatch(word):
        return Analysis(
            lemmas=(word,), joining=False, light=word.isdigit(), place=False, known=False
        )
    parses = _analyzer().parse(word)
    likely = [p for p in parses if p.score >= _UNLIKELY] or parses[:1]
    likely.sort(key=lambda parse: parse.tag.POS in _VERBS)
    forms = [word] if len(word) < _SHORTEST else [p.normal_form for p in likely]
    return Analysis(
        lemmas=tuple(dict.fromkeys(form.replace("ё", "е") for form in forms)),
        joining=parses[0].tag.POS in _JOINING or "Apro" in parses[0].tag,
        light=parses[0].tag.POS in _LIGHT,
        place=any(p.is_known and "Geox" in p.tag for p in likely),
        known=any(p.is_known for p in likely),
    )
