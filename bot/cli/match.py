"""traektoria match: what a typed line finds in a catalogue, and why somebody was shown what."""

import argparse
import gc
import json
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import config_argument
from bot.config import PROJECT
from bot.domain.errors import NeedsMending

if TYPE_CHECKING:
    from bot.catalog.search import SearchIndex
    from bot.catalog.snapshot import Catalogue
    from bot.config import Config
    from bot.domain.matching import Kept

HELP = "search a catalogue: one query a line on stdin, one JSON line for each on stdout"
EXAMPLE = """echo 'сварщег' | traektoria match --catalog catalogue.csv --top 10
         traektoria match explain 26-00012"""
LEXICON = PROJECT / "data" / "lexicon.csv"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--catalog",
        type=Path,
        metavar="FILE.csv",
        help="columns id and title; code kind field hours partner city description;"
        " alt_names competencies occupations with | between them",
    )
    parser.add_argument("--top", type=int, default=10, metavar="N", help="most answers to a query")
    parser.set_defaults(answer=_search)
    explain = parser.add_subparsers(metavar="explain").add_parser(
        "explain",
        help="how a person's matches came about, and whether they come out the same now",
        epilog="example: traektoria match explain 26-00012",
    )
    explain.add_argument("receipt", metavar="RECEIPT", help="the number below the matches")
    config_argument(explain)
    explain.set_defaults(answer=_explain)


def run(options: argparse.Namespace) -> int:
    """Raises NeedsMending for a file or a database that cannot be read."""
    return int(options.answer(options))


def _search(options: argparse.Namespace) -> int:
    """Answers each line at once; an answer has ids, scores, kind and understood."""
    from bot.catalog.search import SearchIndex, load_lexicon
    from bot.catalog.search.cards import load_entries

    if options.catalog is None:
        raise NeedsMending("match needs --catalog FILE.csv, or: traektoria match explain RECEIPT")
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


def _explain(options: argparse.Namespace) -> int:
    """Prints inputs, versions, the arithmetic of every programme, and what a replay gives."""
    from bot.catalog.weights import load_weights
    from bot.cli.settings import settings
    from bot.domain.matching import explain, replayed
    from bot.texts import texts
    from bot.views.arithmetic import told

    config = settings(options.config)
    kept, catalogue = _read(config, options.receipt)
    if kept is None:
        said = f"Подбора № {options.receipt} нет: проверьте номер, он стоит под подбором."
        print(said, file=sys.stderr)  # noqa: T201
        return 1
    known, names = replayed(kept.audit), catalogue.dictionaries
    offers = catalogue.offers(known.taken, known.profile.today)
    found = explain(kept.audit, offers, names.cities, catalogue.network.modules)
    now, zone = load_weights(config.data / "weights.toml")[0], config.rules.zone
    lines = told(kept, found, str(catalogue.version), now.version, zone, names, texts("ru"))
    print("\n".join(lines))  # noqa: T201
    return 0


def _read(config: "Config", receipt: str) -> "tuple[Kept | None, Catalogue]":
    from datetime import UTC, datetime

    from bot.catalog.dictionaries import load_dictionaries
    from bot.catalog.search import Lexicon
    from bot.catalog.snapshot import Catalogue
    from bot.domain.matching import match_id
    from bot.services.network import NetworkService
    from bot.storage.migrate import migrate
    from bot.storage.short import looking

    if not config.database.exists():
        raise NeedsMending(f"there is no database at {config.database}: start the bot once")
    migrate(config.database, config.backups)
    number = match_id(receipt)
    with looking(config.database) as tx:
        kept = None if number is None else tx.matches.find(number)
        network = NetworkService(tx, datetime.now(UTC))
        version, known = network.version(), network.read()
    if kept is not None and not receipt.strip().endswith(kept.number):
        kept = None
    return kept, Catalogue(version, known, load_dictionaries(config.data), Lexicon())
