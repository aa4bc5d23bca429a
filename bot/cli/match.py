"""traektoria match: what a typed line finds in a catalogue."""

import argparse
import gc
import json
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from bot.config import PROJECT

if TYPE_CHECKING:
    from bot.catalog.search import SearchIndex

HELP = "search a catalogue: one query a line on stdin, one JSON line for each on stdout"
EXAMPLE = "echo 'сварщег' | traektoria match --catalog catalogue.csv --top 10"
LEXICON = PROJECT / "data" / "lexicon.csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--catalog",
        type=Path,
        required=True,
        metavar="FILE.csv",
        help="columns id and title; code kind field hours partner city description;"
        " alt_names competencies occupations with | between them",
    )
    parser.add_argument("--top", type=int, default=10, metavar="N", help="most answers to a query")


def run(options: argparse.Namespace) -> int:
    """Answers each line at once; an answer has ids, scores, kind and understood.

    Raises NeedsMending for a file that cannot be read.
    """
    from bot.catalog.search import SearchIndex, load_lexicon
    from bot.catalog.search.cards import load_entries

    index = SearchIndex(load_entries(options.catalog), load_lexicon(LEXICON))
    gc.freeze()  # the index lives as long as the process: collections need not walk it
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    for line in sys.stdin:
        sys.stdout.write(_answer(index, line.rstrip("\n"), options.top) + "\n")
        sys.stdout.flush()
    return 0


def _answer(index: "SearchIndex", query: str, top: int) -> str:
    found = index.find(query, top)
    answer = {
        "ids": [hit.id for hit in found.hits],
        "scores": [round(hit.score, 4) for hit in found.hits],
        "kind": found.kind,
        "understood": found.understood,
    }
    return json.dumps(answer, ensure_ascii=False)
