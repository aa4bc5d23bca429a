"""Stored times are compared as text, by either database in its own way."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from bot.domain.enrolments import State
from bot.domain.times import moment, stamp
from bot.storage.transaction import Transaction
from tests.storage.rows import enrolled, guest, taught

EAST, WEST = timezone(timedelta(hours=7)), timezone(timedelta(hours=-3, minutes=-30))
IN_ORDER = [
    datetime(999, 12, 31, 23, 59, tzinfo=UTC),
    datetime(1999, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC),
    datetime(2026, 1, 1, 6, 59, tzinfo=EAST),  # still the year before in UTC
    datetime(2026, 1, 1, tzinfo=UTC),
    datetime(2026, 1, 1, 0, 0, 0, 1_000, tzinfo=UTC),
    datetime(2026, 1, 1, 0, 0, 1, tzinfo=UTC),
    datetime(2025, 12, 31, 23, 59, tzinfo=WEST),  # next year in UTC
    datetime(2026, 1, 9, 23, tzinfo=UTC),
    datetime(2026, 1, 10, tzinfo=UTC),
    datetime(2026, 10, 1, tzinfo=UTC),
    datetime(9999, 12, 31, tzinfo=UTC),
]


@pytest.fixture
def offered(tx: Transaction) -> Transaction:
    """For every time an offered place that is to be taken by then."""
    taught(tx)
    person = guest(tx)
    for limit in reversed(IN_ORDER):
        waiting = enrolled(tx, person, state=State.WAITLISTED)
        tx.enrolments.move(
            waiting, State.OFFERED, actor="x", reason="x", now=limit, decide_by=limit
        )
    return tx


def test_the_order_of_stored_times_is_that_of_time(offered: Transaction) -> None:
    assert all(earlier < later for earlier, later in pairwise(IN_ORDER))
    overdue = offered.enrolments.overdue(IN_ORDER[-1])
    assert [enrolment.decide_by for enrolment in overdue] == IN_ORDER


@pytest.mark.parametrize("now", IN_ORDER)
def test_a_limit_is_over_at_its_own_moment_and_not_before(
    offered: Transaction, now: datetime
) -> None:
    over = [enrolment.decide_by for enrolment in offered.enrolments.overdue(now)]
    assert over == [limit for limit in IN_ORDER if limit <= now]


def test_a_stored_time_is_the_same_moment_again() -> None:
    assert [moment(stamp(time)) for time in IN_ORDER] == IN_ORDER
