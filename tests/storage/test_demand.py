from datetime import timedelta

from bot.domain.demand import Reason, Unmet
from bot.storage.transaction import Transaction
from tests.builders import TODAY

WEEK = timedelta(weeks=1)


def test_searches_add_up_in_their_cell(tx: Transaction) -> None:
    for week, reason in (
        (TODAY, Reason.FULL),
        (TODAY, Reason.FULL),
        (TODAY, Reason.FAR),
        (TODAY - WEEK, Reason.FULL),
    ):
        tx.demand.count(week, "mach.weld", "yurga", reason)
    cell = Unmet(week=TODAY, competency="mach.weld", city="yurga", reason=Reason.FAR, searches=1)
    later = tx.demand.since(TODAY)
    assert later == [cell, Unmet(**{**vars(cell), "reason": Reason.FULL, "searches": 2})]
    assert len(tx.demand.since(TODAY - WEEK)) == 3


def test_a_mark_is_there_once_and_lives_for_a_day(tx: Transaction) -> None:
    assert tx.demand.mark(TODAY, "abc") is True
    assert tx.demand.mark(TODAY, "abc") is False
    tx.demand.forget_marks(TODAY)
    assert tx.demand.mark(TODAY, "abc") is False
    tx.demand.forget_marks(TODAY + timedelta(days=1))
    assert tx.demand.mark(TODAY, "abc") is True
