"""Typo-proof search over the catalogue: found, perhaps meant, or not understood."""

from bot.catalog.search.entries import Entry, Found, Hit, Understanding
from bot.catalog.search.index import SearchIndex
from bot.catalog.search.lexicon import Lexicon, LexiconError, load_lexicon

__all__ = [
    "Entry",
    "Found",
    "Hit",
    "Lexicon",
    "LexiconError",
    "SearchIndex",
    "Understanding",
    "load_lexicon",
]
