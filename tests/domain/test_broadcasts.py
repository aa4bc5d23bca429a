from datetime import timedelta
from typing import Any

import pytest

from bot.domain import outbox
from bot.domain.broadcasts import (
    LONGEST,
    LONGEST_BESIDE_FILE,
    MOVES,
    BadMove,
    Broadcast,
    BroadcastRules,
    Content,
    Fate,
    State,
    TooLong,
    Topic,
    fate,
    moved,
    progress,
    tallied,
)
from bot.domain.files import KeptFile
from bot.domain.outbox import Skipped
from bot.domain.rates import most_paid_messages, price, takes
from bot.domain.segments import Exclusion
from tests.builders import NOON

PAID = BroadcastRules(rate=30.0, paid_rate=300.0, most_stars=1000)


def broadcast(**changes: Any) -> Broadcast:
    usual: dict[str, Any] = {
        "id": 1,
        "topic": Topic.CONTEST,
        "state": State.DRAFT,
        "version": 1,
        "author": 7,
        "created_at": NOON,
    }
    return Broadcast(**{**usual, **changes})


def test_every_state_has_its_moves_and_the_end_has_none() -> None:
    assert set(MOVES) == set(State)
    assert {state for state in State if state.is_over} == {State.STOPPED, State.FINISHED}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (State.DRAFT, State.RUNNING),
        (State.RUNNING, State.DRAFT),
        (State.FINISHED, State.RUNNING),
        (State.STOPPED, State.RUNNING),
        (State.WAITING, State.GATHERING),
    ],
)
def test_nothing_goes_out_around_the_brakes(before: State, after: State) -> None:
    with pytest.raises(BadMove):
        moved(broadcast(state=before), after)


def test_what_runs_again_has_a_new_chance() -> None:
    broken = broadcast(state=State.PAUSED, failures=20, error="400")
    again = moved(broken, State.RUNNING)
    assert (again.failures, again.error) == (0, None)


@pytest.mark.parametrize(("reached", "approver", "must"), [(500, None, False), (501, None, True),
                                                           (501, 8, False)])  # fmt: skip
def test_a_second_person_agrees_above_the_limit(
    reached: int, approver: int | None, must: bool
) -> None:
    of = broadcast(reached=reached, approver=approver)
    assert of.must_be_approved(BroadcastRules()) is must


@pytest.mark.parametrize(("file", "limit"), [(None, LONGEST), (KeptFile(id="x", photo=True),
                                                               LONGEST_BESIDE_FILE)])  # fmt: skip
def test_a_text_is_as_long_as_fits(file: KeptFile | None, limit: int) -> None:
    Content(length=limit, length_en=limit, file=file).check()
    for too_long in (Content(length=limit + 1, file=file), Content(length_en=limit + 1, file=file)):
        with pytest.raises(TooLong):
            too_long.check()


def test_english_is_for_those_who_read_it() -> None:
    both = Content(text="да", text_en="yes")
    assert [both.in_(language) for language in ("ru", "en", "de")] == ["да", "yes", "да"]
    assert Content(text="да").in_("en") == "да"


@pytest.mark.parametrize(
    ("state", "error", "is_called"),
    [
        (outbox.State.SENT, None, Fate.SENT),
        (outbox.State.UNKNOWN, "reset", Fate.UNKNOWN),
        (outbox.State.FAILED, "400", Fate.FAILED),
        (outbox.State.QUEUED, None, Fate.WAITING),
        (outbox.State.SENDING, None, Fate.WAITING),
        (outbox.State.SKIPPED, "403 Forbidden: bot was blocked by the user", Fate.BLOCKED),
        (outbox.State.SKIPPED, Exclusion.BLOCKED, Fate.BLOCKED),
        (outbox.State.SKIPPED, Exclusion.OPTED_OUT, Fate.SKIPPED),
        (outbox.State.SKIPPED, Skipped.STOPPED, Fate.SKIPPED),
    ],
)
def test_every_row_has_one_fate(state: outbox.State, error: str | None, is_called: Fate) -> None:
    assert fate(state, error) is is_called


def test_the_sum_of_the_fates_is_that_of_the_rows() -> None:
    rows = [
        (outbox.State.SENT, None, 5),
        (outbox.State.SKIPPED, "stopped", 2),
        (outbox.State.SKIPPED, "403", 3),
    ]
    tally = tallied(rows)
    assert sum(tally.values()) == 10
    assert (tally[Fate.SKIPPED], tally[Fate.BLOCKED], tally[Fate.UNKNOWN]) == (2, 3, 0)


def test_progress_counts_what_is_settled() -> None:
    seen = progress({outbox.State.SENT: 3, outbox.State.UNKNOWN: 1, outbox.State.QUEUED: 6})
    assert (seen.sent, seen.settled, seen.total, seen.share) == (3, 4, 10, 0.4)
    assert seen.left is None
    assert progress({}).share == 1.0


def test_it_takes_as_long_as_the_rate_says() -> None:
    assert takes(900, BroadcastRules(rate=30)) == timedelta(seconds=30)


def test_speed_costs_the_messages_above_the_free_ones() -> None:
    """300 a second of which 30 are free: nine of ten are paid, 0.1 Star each."""
    cost = price(1000, PAID)
    assert cost.stars == pytest.approx(90)
    assert not cost.capped
    assert cost.takes.total_seconds() == pytest.approx(1000 / 300)


def test_above_the_limit_the_rest_goes_free_of_charge() -> None:
    cost = price(100_000, PAID)
    assert (cost.stars, cost.capped) == (1000, True)
    assert cost.takes.total_seconds() == pytest.approx(90_000 / 30)


@pytest.mark.parametrize(
    ("rules", "messages"),
    [
        (PAID, 10_000),
        (BroadcastRules(), 0),
        (BroadcastRules(paid_rate=300.0), 0),
        (BroadcastRules(paid_rate=20.0, most_stars=5), 0),
    ],
)
def test_nothing_is_paid_for_unless_it_was_set_so(rules: BroadcastRules, messages: int) -> None:
    assert most_paid_messages(rules) == messages
    assert rules.top_rate == (300.0 if messages else 30.0)
