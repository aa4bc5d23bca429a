from typing import Any

import pytest

from bot.domain.outbox import (
    MAX_INTERRUPTIONS,
    Body,
    Lane,
    Outcome,
    Policy,
    Queued,
    Report,
    State,
    next_state,
    pause_before_retry,
)

ONCE, ALWAYS = Policy.AT_MOST_ONCE, Policy.AT_LEAST_ONCE


def row(policy: Policy = ALWAYS, **changes: Any) -> Queued:
    usual: dict[str, Any] = {
        "id": 1,
        "dedupe_key": "reply:1:0",
        "channel": "telegram",
        "chat": "10",
        "lane": Lane.TRANSACTION,
        "body": Body(text="News", rows=[]),
        "attempts": 1,
    }
    return Queued(policy=policy, **{**usual, **changes})


@pytest.mark.parametrize(
    ("outcome", "tried", "state"),
    [
        (Outcome.SENT, row(ONCE), State.SENT),
        (Outcome.NOT_SENT_RETRY, row(ONCE, attempts=99), State.QUEUED),
        (Outcome.MOVED, row(ONCE), State.QUEUED),
        (Outcome.NOT_SENT_FINAL, row(), State.FAILED),
        (Outcome.CHAT_CLOSED, row(), State.SKIPPED),
        (Outcome.AMBIGUOUS, row(ONCE), State.UNKNOWN),
        (Outcome.AMBIGUOUS, row(ambiguous=3), State.QUEUED),
        (Outcome.AMBIGUOUS, row(ambiguous=4), State.UNKNOWN),
        (Outcome.INTERRUPTED, row(ONCE), State.UNKNOWN),
        (Outcome.INTERRUPTED, row(interrupted=3), State.QUEUED),
        (Outcome.INTERRUPTED, row(interrupted=MAX_INTERRUPTIONS - 1), State.UNKNOWN),
    ],
)
def test_what_becomes_of_a_row(outcome: Outcome, tried: Queued, state: State) -> None:
    assert next_state(outcome, tried) is state


def test_an_edit_is_repeated_freely_and_an_offer_longer_than_an_answer() -> None:
    """Whoever asked can ask again; a place that is offered is lost with its message."""
    assert row(lane=Lane.TRANSACTION).doubtful_tries == 5
    assert row(lane=Lane.REPLY).doubtful_tries == 3
    assert row(lane=Lane.REPLY, edits="5").doubtful_tries == 8


def test_tries_that_certainly_failed_are_no_doubtful_ones() -> None:
    assert next_state(Outcome.AMBIGUOUS, row(attempts=50)) is State.QUEUED


def test_kills_do_not_count_as_silence_of_the_wire() -> None:
    assert next_state(Outcome.AMBIGUOUS, row(interrupted=5)) is State.QUEUED


def test_what_may_have_arrived_is_tried_again_over_minutes() -> None:
    doubt = Report(outcome=Outcome.AMBIGUOUS)
    assert [pause_before_retry(doubt, attempts=n) for n in (1, 2, 3, 4)] == [3, 9, 27, 81]
    assert pause_before_retry(doubt, attempts=10_000) == 120


def test_we_wait_as_long_as_we_were_asked_to_and_never_long_of_our_own() -> None:
    asked = Report(outcome=Outcome.NOT_SENT_RETRY, retry_after=70)
    refused = Report(outcome=Outcome.NOT_SENT_RETRY)
    assert pause_before_retry(asked, attempts=1) == 70
    assert [pause_before_retry(refused, attempts=n) for n in (1, 2, 3)] == [1, 2, 4]
    assert pause_before_retry(refused, attempts=10_000) == 30
