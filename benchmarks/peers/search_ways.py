"""The usual ways to search a catalogue. Each is built from entries and gives ids, best first.

rapidfuzz, bm25s and tf-idf compare titles, which suits them best on the labelled queries; FTS5 has
the other names and the competencies too.
"""

import importlib
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from bot.catalog.search import Entry

Find = Callable[[str], Sequence[str]]
Build = Callable[[Sequence[Entry]], Find]
TOP = 10


def by_rapidfuzz(scorer: str) -> Callable[[Sequence[Entry]], Find]:
    def build(entries: Sequence[Entry]) -> Find:
        from rapidfuzz import fuzz, process

        titles, like = [str.casefold(entry.title) for entry in entries], getattr(fuzz, scorer)

        def find(query: str) -> list[str]:
            found = process.extract(str.casefold(query), titles, scorer=like, limit=TOP)
            return [entries[n].id for _, _, n in found]

        return find

    return build


def by_fts5(entries: Sequence[Entry]) -> Find:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE cards USING fts5(text, tokenize='trigram')")
    rows = ((str.casefold(" ".join((e.title, *e.alt_names, *e.competencies))),) for e in entries)
    base.executemany("INSERT INTO cards (text) VALUES (?)", rows)

    def find(query: str) -> list[str]:
        text = str.casefold(query).replace('"', " ")
        grams = {text[n : n + 3] for n in range(len(text) - 2)}
        wanted = " OR ".join(f'"{gram}"' for gram in sorted(grams) if gram.strip())
        sql = "SELECT rowid FROM cards WHERE cards MATCH ? ORDER BY rank LIMIT ?"
        return (
            [entries[row - 1].id for (row,) in base.execute(sql, (wanted, TOP))] if wanted else []
        )

    return find


def by_bm25s(entries: Sequence[Entry]) -> Find:
    bm25s: Any = importlib.import_module("bm25s")

    def grams(text: str) -> list[str]:
        return [text[n : n + 3].casefold() for n in range(len(text) - 2)]

    index = bm25s.BM25()
    index.index([grams(entry.title) for entry in entries], show_progress=False)

    def find(query: str) -> list[str]:
        found = index.retrieve([grams(query)], k=min(TOP, len(entries)), show_progress=False)[0][0]
        return [entries[n].id for n in found.tolist()]

    return find


def by_tfidf(entries: Sequence[Entry]) -> Find:
    text: Any = importlib.import_module("sklearn.feature_extraction.text")
    weights = text.TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 3), preprocessor=str.casefold
    )
    titles = weights.fit_transform([entry.title for entry in entries]).T.tocsr()

    def find(query: str) -> list[str]:
        scores = weights.transform([query]) @ titles
        best = scores.data.argsort()[: -TOP - 1 : -1]
        return [entries[n].id for n in scores.indices[best]]

    return find


WAYS: dict[str, Build] = {
    "rapidfuzz WRatio": by_rapidfuzz("WRatio"),
    "rapidfuzz token_set_ratio": by_rapidfuzz("token_set_ratio"),
    "SQLite FTS5 trigram": by_fts5,
    "char 3-gram tf-idf": by_tfidf,
    "bm25s trigrams": by_bm25s,
}
