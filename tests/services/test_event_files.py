"""Events from a file, on a real database."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.events import Change, Event, State
from bot.services.event_files import EventFileService
from bot.storage.transaction import Transaction
from tests.builders import DICTIONARIES, NOON, RULES, TODAY, network
from tests.domain.event_builders import STARTS, event


class Shelf:
    """A database with a network, and events brought in at noon."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        tx.network.put(network())
        self.files = EventFileService(tx, NOON)

    def brings(self, **changes: Any) -> Event:
        """The event of the file, as the database has it afterwards."""
        known = self.tx.events.of_slug("weld-tryout")
        usual = event(id=0, version=1) if known is None else known
        (row,) = self.files.bring_in([replace(usual, **changes)])
        found = self.tx.events.of_slug("weld-tryout")
        assert found is not None
        assert (found.version, found.state) == (row.after.version, row.after.state)
        return found


@pytest.fixture
def shelf(tx: Transaction) -> Shelf:
    return Shelf(tx)


def test_a_new_event_is_there_and_has_a_secret_for_its_door(shelf: Shelf) -> None:
    added = shelf.brings()
    assert added.state is State.PUBLISHED
    assert len(shelf.tx.events.secret(added.id)) >= 32
    assert [entry.action for entry in shelf.tx.audit.every()] == ["event.created"]


def test_twice_changes_nothing(shelf: Shelf) -> None:
    first = shelf.brings()
    assert shelf.brings() == first
    assert len(list(shelf.tx.audit.every())) == 1
    assert shelf.files.untold() == []


def test_looking_first_changes_nothing_at_all(shelf: Shelf) -> None:
    (row,) = shelf.files.rows([event(id=0)])
    assert row.before is None
    assert shelf.tx.events.of_slug("weld-tryout") is None


def test_a_new_time_waits_to_be_told_and_raises_the_version(shelf: Shelf) -> None:
    before = shelf.brings()
    later = shelf.brings(starts_at=STARTS + timedelta(hours=1))
    assert later.version == before.version + 1
    assert shelf.files.untold() == [(before, later)]
    shelf.files.told(later)
    assert shelf.files.untold() == []


def test_what_matters_to_nobody_who_comes_is_not_told(shelf: Shelf) -> None:
    shelf.brings()
    changed = shelf.brings(about_ru="Новое", capacity=30)
    assert (changed.capacity, changed.version) == (30, 1)
    assert shelf.files.untold() == []


def test_nobody_is_told_of_a_draft(shelf: Shelf) -> None:
    shelf.brings(state=State.DRAFT)
    shelf.brings(place="ауд. 7")
    assert shelf.files.untold() == []


def test_of_two_changes_that_nobody_heard_of_one_is_told(shelf: Shelf) -> None:
    first = shelf.brings()
    shelf.brings(place="ауд. 7")
    last = shelf.brings(place="ауд. 8")
    assert shelf.files.untold() == [(first, last)]


def test_a_draft_is_announced(shelf: Shelf) -> None:
    shelf.brings(state=State.DRAFT)
    assert shelf.brings(state=State.PUBLISHED).state is State.PUBLISHED


def test_a_row_says_what_it_is_about(shelf: Shelf) -> None:
    known = shelf.brings()
    moved = replace(known, starts_at=STARTS + timedelta(hours=1), place="ауд. 7")
    (row,) = shelf.files.rows([moved])
    assert row.found == (Change.TIME, Change.PLACE)
    assert row.is_news
    (same,) = shelf.files.rows([known])
    assert same.changes_nothing


def test_relative_days_count_from_the_day_of_the_network(shelf: Shelf) -> None:
    shelf.tx.facts.put("anchor of relative dates", "2026-02-01")
    around = shelf.files.around(DICTIONARIES, RULES.zone)
    assert around.anchor.isoformat() == "2026-02-01"
    assert set(around.partners) == {"DP-02"}
    assert around.now.date() == TODAY
