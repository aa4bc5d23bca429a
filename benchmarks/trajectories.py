"""The constructor beside greedy, plain HiGHS and CP-SAT: what each finds, its CPU and memory.

    python -m benchmarks.trajectories [MODULES ...]

Made-up tasks: twenty competencies, prerequisites, 20 hours a week at most, a year of lessons that
clash; the least hours are wanted. Each method is a fresh process. Ours is the whole of `compose`,
from the task to the plan, among equals the cheapest and of those the soonest. HiGHS and CP-SAT get
the same rules as one model, without the runs that lead nowhere; only their own work counts, the
model being given and solved for the hours alone. Whoever is not done after LIMIT seconds has what
was found by then. The last line is JSON with all figures.
"""

import gc
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from math import inf
from pathlib import Path
from typing import Any

from benchmarks.peers.trajectories_model import all_rows, problem_of
from benchmarks.peers.trajectories_tasks import made_up
from bot.catalog.constructor import compose
from bot.catalog.constructor.greedy import greedy
from bot.catalog.constructor.rows import allows
from bot.domain.trajectories import Task

SIZES = (500, 5_000)
SEEDS = (1, 2, 3, 4, 5)
LIMIT = 60.0  # seconds
Found = tuple[float, bool, float]  # hours, whether proven, CPU s


def ours(task: Task) -> Found:
    compose(made_up(20, seed=0))  # imports HiGHS
    begun = time.process_time()
    plan = compose(task, LIMIT)
    taken = time.process_time() - begun
    return (inf if plan.open or plan.given_up else plan.hours), plan.proven, taken


def by_greedy(task: Task) -> Found:
    begun = time.process_time()
    problem = problem_of(task)
    chosen = greedy(problem, problem.supply.hours)
    taken = time.process_time() - begun
    return sum(problem.supply.hours[n] for n in chosen), False, taken


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
    return sum(hours[n] for n in chosen) or inf, answer.end is End.BEST, taken


def by_cpsat(task: Task) -> Found:
    from benchmarks.peers.trajectories_cpsat import solved

    problem = problem_of(task)
    rows, hours = all_rows(problem), problem.supply.hours
    begun = time.process_time()
    chosen, proven = solved({run: hours[run] for run in problem.columns}, rows, LIMIT)
    taken = time.process_time() - begun
    assert not chosen or allows(problem, chosen)
    return sum(hours[n] for n in chosen) or inf, proven, taken


METHODS: dict[str, Callable[[Task], Found]] = {
    "ours": ours,
    "greedy": by_greedy,
    "plain HiGHS": by_highs,
    "CP-SAT": by_cpsat,
}


def one(method: str, modules: int, seed: int) -> dict[str, float | bool]:
    task = made_up(modules, seed)
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
    gaps = [run["hours"] / least - 1 for run, least in zip(runs, best, strict=True)]
    cpu = [run["cpu_s"] for run in runs]
    return {
        "hours": statistics.mean(run["hours"] for run in runs),
        "gap": statistics.mean(gaps),
        "gap_max": max(gaps),
        "proven": sum(run["proven"] for run in runs) / len(runs),
        "cpu_s": statistics.median(cpu),
        "cpu_s_max": max(cpu),
        "mib": max(run["mib"] for run in runs),
    }


def show(modules: int, figures: dict[str, dict[str, float]]) -> None:
    print(f"\n{modules} modules, {len(SEEDS)} tasks\n")
    print(
        "| method | mean hours | above the best, mean (max) | proven | CPU s, median (max) | MiB |"
    )
    print("|---|---|---|---|---|---|")
    for method, f in figures.items():
        print(
            f"| {method} | {f['hours']:.1f} | {f['gap']:.1%} ({f['gap_max']:.1%}) "
            f"| {f['proven']:.0%} | {f['cpu_s']:.3f} ({f['cpu_s_max']:.3f}) | {f['mib']:.0f} |"
        )


def main(sizes: Sequence[int]) -> None:
    figures: dict[int, dict[str, dict[str, float]]] = {}
    for size in sizes:
        found = {m: [in_a_process(m, size, seed) for seed in SEEDS] for m in METHODS}
        best = [min(run["hours"] for run in runs) for runs in zip(*found.values(), strict=True)]
        figures[size] = {method: summary(runs, best) for method, runs in found.items()}
        show(size, figures[size])
        ratio = figures[size]["plain HiGHS"]["cpu_s"] / figures[size]["ours"]["cpu_s"]
        print(f"\nours takes 1/{ratio:.1f} of the CPU of plain HiGHS")
    print(json.dumps(figures))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(one(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
