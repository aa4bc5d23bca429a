"""The constructor beside greedy, plain HiGHS and CP-SAT: what each finds, its CPU and memory.

    python -m benchmarks.trajectories [MODULES ...]

Made-up tasks: twenty competencies, prerequisites, a year of lessons that clash, and so many hours a
week at most; the least hours are wanted. Each method is a fresh process. Ours is counted from the
task on, for the hours alone and as a whole `compose`, where price and last day decide among equals.
HiGHS and CP-SAT get the same rules as one model without the runs that lead nowhere, for the hours
alone; only their own work counts. Whoever is not done after LIMIT seconds has what was found by
then. The last line is JSON with all figures.
"""

import gc
import itertools
import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers.trajectories_model import all_rows, problem_of
from benchmarks.peers.trajectories_tasks import made_up
from bot.catalog.constructor import compose
from bot.catalog.constructor.greedy import greedy
from bot.catalog.constructor.rows import allows
from bot.domain.trajectories import Task

SIZES = (500, 5_000)
WEEKS = (20, 8)  # hours
SEEDS = (1, 2, 3)
LIMIT = 60.0  # seconds
Found = tuple[float | None, bool, float]  # hours of a whole plan, whether proven, CPU s


def ours(task: Task) -> Found:
    from bot.catalog.constructor.search import Clock, Measure, least

    begun = time.process_time()
    problem = problem_of(task)
    hours = problem.supply.hours
    found = least(problem, Measure(of=hours, step=math.gcd(*hours)), Clock(LIMIT))
    return (found.cost if found.chosen else None), found.proven, time.process_time() - begun


def ours_whole(task: Task) -> Found:
    compose(made_up(20, seed=0))  # imports HiGHS
    begun = time.process_time()
    plan = compose(task, LIMIT)
    taken = time.process_time() - begun
    return (None if plan.open or plan.given_up else plan.hours), plan.proven, taken


def by_greedy(task: Task) -> Found:
    begun = time.process_time()
    problem = problem_of(task)
    chosen = greedy(problem, problem.supply.hours)
    taken = time.process_time() - begun
    hours = sum(problem.supply.hours[n] for n in chosen)
    return (hours if problem.complete(chosen) else None), False, taken


def by_highs(task: Task) -> Found:
    from bot.catalog.constructor.model import End, Model

    problem = problem_of(task)
    rows, hours = all_rows(problem), problem.supply.hours
    begun = time.process_time()
    model = Model({run: hours[run] for run in problem.columns}, apart=1e-6)
    model.add(rows)
    answer = model.solve(LIMIT)
    taken = time.process_time() - begun
    chosen = [run for run, part in answer.values.items() if part > 0.5]
    assert not chosen or allows(problem, chosen)
    return sum(hours[n] for n in chosen) or None, answer.end is End.BEST, taken


def by_cpsat(task: Task) -> Found:
    from benchmarks.peers.trajectories_cpsat import solved

    problem = problem_of(task)
    rows, hours = all_rows(problem), problem.supply.hours
    begun = time.process_time()
    chosen, proven = solved({run: hours[run] for run in problem.columns}, rows, LIMIT)
    taken = time.process_time() - begun
    assert not chosen or allows(problem, chosen)
    return sum(hours[n] for n in chosen) or None, proven, taken


METHODS: dict[str, Callable[[Task], Found]] = {
    "ours, hours alone": ours,
    "ours, whole plan": ours_whole,
    "greedy": by_greedy,
    "plain HiGHS": by_highs,
    "CP-SAT": by_cpsat,
}


def one(method: str, modules: int, week: int, seed: int) -> dict[str, float | None]:
    task = made_up(modules, seed, hours_a_week=week)
    gc.collect()
    before = _resident()
    hours, proven, taken = METHODS[method](task)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"hours": hours, "proven": proven, "cpu_s": taken, "mib": peak - before}


def _resident() -> float:
    """MiB of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def in_a_process(*arguments: object) -> Any:
    command = [sys.executable, "-m", "benchmarks.trajectories", "--one", *map(str, arguments)]
    printed = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    return json.loads(printed.splitlines()[-1])


def summary(runs: Sequence[dict[str, Any]], best: Sequence[float]) -> dict[str, float]:
    """`best`: the least hours of each task."""
    found = [(run["hours"], least) for run, least in zip(runs, best, strict=True) if run["hours"]]
    gaps, cpu = [hours / least - 1 for hours, least in found], [run["cpu_s"] for run in runs]
    return {
        "found": len(found) / len(runs),
        "proven": statistics.mean(run["proven"] for run in runs),
        "gap": statistics.mean(gaps or [math.nan]),
        "gap_max": max(gaps, default=math.nan),
        "cpu_s": statistics.median(cpu),
        "cpu_s_max": max(cpu),
        "mib": max(run["mib"] for run in runs),
    }


def show(kind: str, figures: dict[str, dict[str, float]]) -> None:
    print(f"\n{kind}, {len(SEEDS)} tasks\n")
    print("| method | a plan | proven | above the best, mean (max) | CPU s, median (max) | MiB |")
    print("|---|---|---|---|---|---|")
    for method, f in figures.items():
        print(
            f"| {method} | {f['found']:.0%} | {f['proven']:.0%} "
            f"| {f['gap']:.1%} ({f['gap_max']:.1%}) "
            f"| {f['cpu_s']:.3f} ({f['cpu_s_max']:.3f}) | {f['mib']:.0f} |"
        )


def main(sizes: Sequence[int]) -> None:
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for size, week in itertools.product(sizes, WEEKS):
        found = {m: [in_a_process(m, size, week, seed) for seed in SEEDS] for m in METHODS}
        tasks = zip(*found.values(), strict=True)
        best = [min(run["hours"] for run in runs if run["hours"]) for runs in tasks]
        kind = f"{size} modules, {week} hours a week"
        figures[kind] = {method: summary(runs, best) for method, runs in found.items()}
        show(kind, figures[kind])
    print(json.dumps(figures))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], *map(int, sys.argv[3:]))))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
