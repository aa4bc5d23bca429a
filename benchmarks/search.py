"""Typo-proof search beside the usual ways: what it finds, how fast, how that grows.

    python -m benchmarks.search [QUERIES]

Relevance needs the reference catalogue and its labelled queries, which are no part of the project;
without them those tables are left out. Times are taken on made-up catalogues, a third of the
queries spelt right, the others with one or two misspellings. Every measure is a fresh process. The
last line is JSON with all figures.
"""

import csv
import gc
import json
import math
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.peers.search_titles import made_up, strange, typed
from benchmarks.peers.search_ways import WAYS, Build, Find
from bot.catalog.search import Entry, SearchIndex, load_lexicon
from bot.catalog.search.cards import load_entries
from bot.catalog.weights import load_weights
from bot.domain.matching.alike import tiers

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / ".." / "shared" / "matching"
SIZES = (1_000, 3_200, 10_000, 100_000)
NETWORK = SIZES[1]  # entries of a whole region
SLOW_FROM, SLOW_QUERIES = 10_000, 12  # entries; so slow that a dozen queries are enough
STRANGE = 20_000
TOLERANCES = (0.0, 0.005, 0.01, 0.02, 0.03, 0.05)
Figures = dict[str, Any]


def index(entries: Sequence[Entry]) -> SearchIndex:
    return SearchIndex(entries, load_lexicon(ROOT / "data" / "lexicon.csv"))


def ours(entries: Sequence[Entry]) -> Find:
    built = index(entries)
    return lambda query: [hit.id for hit in built.find(query, 10).hits]


METHODS: dict[str, Build] = {"ours": ours, **WAYS}


def labelled() -> Iterator[tuple[str, str, set[str]]]:
    """Kind, query and what answers it; nothing answers the negative ones."""
    with (REFERENCE / "dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["kind"], row["query"], set(filter(None, row["relevant"].split("|")))


def relevance(method: str) -> Figures:
    find = METHODS[method](load_entries(REFERENCE / "catalogue.csv"))
    hits: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for kind, query, right in labelled():
        ids = find(query)
        first = bool(ids) if kind == "negative" else bool(right & set(ids[:1]))
        hits[kind].append((first, bool(right & set(ids[:5]))))
    strata = {
        kind: {"n": len(of), "hit1": mean(a for a, _ in of), "hit5": mean(b for _, b in of)}
        for kind, of in sorted(hits.items())
    }
    negative = strata.pop("negative")
    macro = {key: mean(s[key] for s in strata.values()) for key in ("hit1", "hit5")}
    return strata | {"macro": macro, "negative": {"false_positives": negative["hit1"]}}


def tolerance(widest: float) -> Figures:
    """What it costs at most, and by chance, that a person's order decides among near-equal hits."""
    built = index(load_entries(REFERENCE / "catalogue.csv"))
    found: defaultdict[str, list[Sequence[float]]] = defaultdict(list)
    for kind, query, right in labelled():
        if kind == "negative":
            continue
        hits = built.find(query, 10).hits
        tier_of = list(tiers((hit.score for hit in hits), widest))
        fits = [hit.id in right for hit in hits]
        worst = [fit for _, fit in sorted(zip(tier_of, fits, strict=True))]
        first = [fit for tier, fit in zip(tier_of, fits, strict=True) if tier == 0]
        found[kind].append((mean(first or [False]), any(worst[:1]), any(worst[:5])))
    columns = ("hit1_by_chance", "hit1_at_worst", "hit5_at_worst")
    return {
        name: mean(mean(one[n] for one in of) for of in found.values())
        for n, name in enumerate(columns)
    }


def resident() -> float:
    """MiB of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def timed(find: Find, queries: Sequence[str]) -> Figures:
    taken = []
    for query in queries:
        start = time.perf_counter()
        find(query)
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    last = len(taken) - 1
    return {f"p{p}_ms": taken[min(last, math.ceil(last * p / 100))] for p in (50, 95, 99)}


def speed(method: str, size: int, count: int) -> Figures:
    entries = made_up(size)
    small = METHODS[method](entries[:50])  # libraries and dictionaries are no part of the index
    gc.collect()
    before, start = resident(), time.process_time()
    find = METHODS[method](entries)
    built, taken = time.process_time() - start, resident() - before
    gc.collect()
    gc.freeze()
    slow = size >= SLOW_FROM and method != "ours"
    small("")
    figures = timed(find, typed(entries, SLOW_QUERIES if slow else count))
    return figures | {"build_cpu_s": built, "index_mib": taken}


def fuzz(size: int) -> Figures:
    find = ours(made_up(size))
    gc.freeze()
    return {"strings": STRANGE, **timed(find, strange(STRANGE))}


MEASURES: dict[str, Callable[..., Figures]] = {
    "relevance": relevance,
    "tolerance": lambda widest: tolerance(float(widest)),
    "speed": lambda method, size, count: speed(method, int(size), int(count)),
    "fuzz": lambda size: fuzz(int(size)),
}


def in_a_process(measure: str, *arguments: object) -> Any:
    command = [sys.executable, "-m", "benchmarks.search", f"--{measure}", *map(str, arguments)]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return json.loads(printed.splitlines()[-1])


def measured_relevance() -> Figures:
    if not (REFERENCE / "dev.csv").exists():
        print("Relevance is left out: the reference catalogue and its queries are not here.")
        return {}
    by_method = {method: in_a_process("relevance", method) for method in METHODS}
    show_relevance(by_method)
    by_width = {str(widest): in_a_process("tolerance", widest) for widest in TOLERANCES}
    show_tolerance(by_width)
    return {"relevance": by_method, "tolerance": by_width}


def measured_speed(count: int) -> Figures:
    found: Figures = {}
    for method in METHODS:
        sizes = {str(n): in_a_process("speed", method, n, count) for n in SIZES}
        smallest, largest = sizes[str(SIZES[0])], sizes[str(SIZES[-1])]
        times = largest["p50_ms"] / smallest["p50_ms"]
        largest["growth"] = math.log(times) / math.log(SIZES[-1] / SIZES[0])
        found[method] = sizes
    show_speed(found)
    return found


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in (heading, ["---"] * len(heading), *rows):
        print(f"| {' | '.join(row)} |")
    print()


def show_relevance(found: Figures) -> None:
    print("hit@1 / hit@5 of each kind of query; of queries about nothing, the share answered\n")
    both, alone = "{hit1:.3f} / {hit5:.3f}", "{false_positives:.3f}"
    kinds = next(iter(found.values()))
    table(
        ["queries", *found],
        [
            [
                kind,
                *((both if "hit1" in s[kind] else alone).format(**s[kind]) for s in found.values()),
            ]
            for kind in kinds
        ],
    )


def show_tolerance(found: Figures) -> None:
    used = load_weights(ROOT / "data" / "weights.toml")[1].score
    print(f"Hits no further apart than this stand in the person's order (in use: {used})\n")
    columns = list(next(iter(found.values())))
    table(
        ["tolerance", *(f"macro {name.replace('_', ' ')}" for name in columns)],
        [[width, *(f"{of[name]:.3f}" for name in columns)] for width, of in found.items()],
    )


def show_speed(found: Figures) -> None:
    columns = ("p50_ms", "p95_ms", "p99_ms", "build_cpu_s", "index_mib", "growth")
    table(
        ["method", "entries", "p50 ms", "p95 ms", "p99 ms", "build, CPU s", "index, MiB", "growth"],
        [
            [method, size, *(f"{of[key]:.2f}" if key in of else "" for key in columns)]
            for method, sizes in found.items()
            for size, of in sizes.items()
        ],
    )


def main(count: int) -> None:
    figures: Figures = {"benchmark": "search", **measured_relevance()}
    figures["speed"] = measured_speed(count)
    figures["fuzz"] = fuzzed = in_a_process("fuzz", NETWORK)
    print(
        f"{STRANGE} strange strings, {NETWORK} entries: p99 {fuzzed['p99_ms']:.1f} ms (goal 50)\n"
    )
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    first = sys.argv[1] if len(sys.argv) > 1 else "300"
    if first.startswith("--"):
        print(json.dumps(MEASURES[first.removeprefix("--")](*sys.argv[2:])))
    else:
        main(int(first))
