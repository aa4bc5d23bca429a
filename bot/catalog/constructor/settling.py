"""What of the goal and of the wishes can be kept, when not all of it can.

Pins are dropped last, before them goes the goal's part that nothing gives, and before that wishes:
the fewest, and of equally many those that stand later in the list of wishes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bot.catalog.constructor.greedy import greedy
from bot.catalog.constructor.problem import Chosen, Problem, open_weight
from bot.catalog.constructor.rows import allows
from bot.catalog.constructor.search import Clock, Measure, least
from bot.catalog.constructor.stages import any_plan, costs
from bot.catalog.constructor.supply import Supply
from bot.catalog.constructor.wishes import OF_A_RUN, active
from bot.domain.trajectories import Task, Wish

ORDER = tuple(Wish)


@dataclass(frozen=True, kw_only=True)
class Settled:
    problem: Problem
    given_up: tuple[Wish, ...]
    chosen: Chosen  # any plan
    proven: bool = True  # that less cannot be given up


@dataclass(frozen=True, kw_only=True)
class Question:
    task: Task
    supply: Supply

    @property
    def wanted(self) -> tuple[Wish, ...]:
        return active(self.task.wishes)

    @cached_property
    def _against(self) -> dict[Wish, frozenset[int]]:
        """Runs that go against a wish."""
        return {
            wish: frozenset(
                number
                for number, run in enumerate(self.supply.runs)
                if OF_A_RUN[wish](run, self.task.wishes)
            )
            for wish in self.wanted
            if wish in OF_A_RUN
        }

    def problem(self, kept: Iterable[Wish], shortfall: int = 0) -> Problem:
        """With these wishes only, leaving demands of that weight open."""
        kept, wishes, supply = frozenset(kept), self.task.wishes, self.supply
        out = frozenset[int]().union(*(self._against.get(wish, ()) for wish in kept))
        limited = Problem(
            supply=supply,
            columns=(),
            hours_a_week=wishes.hours_a_week if Wish.HOURS_A_WEEK in kept else None,
            shortfall=shortfall,
        )
        if Wish.BUDGET in kept and wishes.budget is not None:
            limited = limited.capped(supply.prices, wishes.budget)
        return limited.narrowed(run for run in range(len(supply.runs)) if run not in out)


def settle(question: Question, clock: Clock) -> Settled:
    aim, wanted = question.task.wishes.least, question.wanted
    whole = question.problem(wanted)
    chosen, none = any_plan(whole, aim, clock)
    if chosen is not None:
        return Settled(problem=whole, given_up=(), chosen=chosen)
    relaxed = _relaxed(question, clock) if none else None
    return relaxed or _at_first_sight(question)


def _relaxed(question: Question, clock: Clock) -> Settled | None:
    """None if the time was too short."""
    aim, wanted = question.task.wishes.least, question.wanted
    shortfall = _least_open(question, clock)
    if shortfall is None:
        return None
    for lost in _ways_out(question, shortfall, clock):
        problem = question.problem(frozenset(wanted) - lost, shortfall)
        chosen, none = any_plan(problem, aim, clock)
        if chosen is not None:
            given_up = tuple(wish for wish in wanted if wish in lost)
            return Settled(problem=problem, given_up=given_up, chosen=chosen)
        if not none:
            break
    return None


def _least_open(question: Question, clock: Clock) -> int | None:
    """Weight of what stays open with every wish given up; None if the time was too short."""
    supply = question.supply
    hard = question.problem((), sum(supply.demands.values()))
    # Twice all hours there are: no saving of hours is worth a demand.
    open_ = 2 * sum(supply.hours[run] for run in hard.columns) + 2
    found = least(hard, Measure(of=supply.hours, step=open_ // 2, open=open_), clock)
    return open_weight(supply, found.chosen) if found.chosen is not None and found.proven else None


def _ways_out(question: Question, shortfall: int, clock: Clock) -> list[frozenset[Wish]]:
    """Sets of wishes to give up, in that order; those in each that no plan keeps even alone."""
    wanted, aim = question.wanted, question.task.wishes.least
    hopeless = frozenset(
        wish for wish in wanted if any_plan(question.problem((wish,), shortfall), aim, clock)[1]
    )
    others = [wish for wish in wanted if wish not in hopeless]
    found = [
        hopeless.union(more)
        for size in range(len(others) + 1)
        for more in combinations(others, size)
    ]
    return sorted(found, key=lambda lost: (len(lost), sum(2.0 ** -ORDER.index(w) for w in lost)))


def _at_first_sight(question: Question) -> Settled:
    """What a greedy choice can do while there is no time to prove anything."""
    supply, aim = question.supply, question.task.wishes.least
    everything = sum(supply.demands.values())
    tries = [question.problem(kept, everything) for kept in (question.wanted, ())]
    plans = [greedy(problem, costs(supply, aim)) for problem in tries]
    chosen = min(plans, key=lambda plan: open_weight(supply, plan))
    lost = tuple(
        wish
        for wish in question.wanted
        if not allows(question.problem((wish,), everything), chosen)
    )
    return Settled(problem=tries[1], given_up=lost, chosen=chosen, proven=False)
