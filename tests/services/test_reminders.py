"""The ledger of reminders on a real database; the time is moved."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import NotFound
from bot.domain.events import State as EventState
from bot.domain.participations import Participation
from bot.domain.people import Person
from bot.domain.reminders import Reason, State, Wishes
from bot.services.reminders import Due
from bot.storage.transaction import Transaction
from tests.domain.event_builders import event
from tests.services.test_participations import Hall

KUZBASS = ZoneInfo("Asia/Novokuznetsk")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=KUZBASS)


class Clock:
    """A hall whose reminders go out as the time is moved."""

    def __init__(self, tx: Transaction, **about: Any) -> None:
        self.hall = Hall(tx, **{"starts_at": at("2026-03-12T15:00"), **about})
        self.tx = tx

    def comes(self, account: int = 1) -> tuple[Person, Participation]:
        person = self.hall.pupil(account)
        return person, self.hall.comes(person)

    def at(self, text: str) -> list[Due]:
        self.hall.now = at(text)
        reminders = self.hall.desk.reminders
        reminders.plan_new()
        return reminders.due()

    def ledger(self) -> set[tuple[str, State, Reason | None]]:
        counts = self.hall.desk.reminders.ledger(self.hall.event.id)
        return {(c.rule, c.state, c.reason) for c in counts}


@pytest.fixture
def clock(tx: Transaction) -> Clock:
    return Clock(tx)


def rules(due: list[Due]) -> list[list[str]]:
    return [[item.reminder.rule for item in each.items] for each in due]


def test_each_reminder_goes_once_at_its_time(clock: Clock) -> None:
    clock.comes()
    assert rules(clock.at("2026-03-11T17:59")) == []
    assert rules(clock.at("2026-03-11T18:00")) == [["eve"]]
    assert rules(clock.at("2026-03-11T18:01")) == []
    assert rules(clock.at("2026-03-12T13:00")) == [["hours"]]
    assert rules(clock.at("2026-03-12T13:00")) == []


def test_a_bot_that_slept_over_the_evening_does_not_write_at_night(clock: Clock) -> None:
    clock.comes()
    assert rules(clock.at("2026-03-11T23:00")) == []
    assert rules(clock.at("2026-03-12T09:00")) == [["eve"]]


def test_what_nobody_could_send_in_time_is_listed_as_past(clock: Clock) -> None:
    clock.comes()
    clock.at("2026-03-10T12:00")
    assert rules(clock.at("2026-03-12T15:30")) == []
    assert ("hours", State.SKIPPED, Reason.PAST) in clock.ledger()


def test_who_does_not_come_is_not_reminded(clock: Clock) -> None:
    anna, mine = clock.comes()
    clock.at("2026-03-10T12:00")
    clock.hall.desk.participations.cancel(anna, mine.id)
    assert rules(clock.at("2026-03-11T18:00")) == []
    assert ("eve", State.SKIPPED, Reason.NOT_COMING) in clock.ledger()


def test_a_moved_event_is_planned_anew_and_the_old_times_are_dropped(clock: Clock) -> None:
    clock.comes()
    clock.at("2026-03-10T12:00")
    moved = replace(
        clock.hall.event,
        version=2,
        starts_at=at("2026-03-14T15:00"),
        ends_at=at("2026-03-14T17:00"),
    )
    clock.tx.events.save(moved, clock.hall.now)
    assert rules(clock.at("2026-03-11T18:00")) == []
    assert ("eve", State.SKIPPED, Reason.MOVED) in clock.ledger()
    assert rules(clock.at("2026-03-13T18:00")) == [["eve"]]


def test_a_cancelled_event_reminds_nobody(clock: Clock) -> None:
    clock.comes()
    clock.at("2026-03-10T12:00")
    cancelled = replace(clock.hall.event, state=EventState.CANCELLED)
    clock.tx.events.save(cancelled, clock.hall.now)
    assert rules(clock.at("2026-03-11T18:00")) == []
    assert ("eve", State.SKIPPED, Reason.CANCELLED) in clock.ledger()


def test_two_events_of_one_day_are_one_message_in_the_evening(clock: Clock) -> None:
    anna, _ = clock.comes()
    other = event(slug="other", starts_at=at("2026-03-12T10:00"))
    second = clock.tx.events.add(other, None, "secret", clock.hall.now)
    clock.hall.desk.participations.register(anna, second.id)
    [due] = clock.at("2026-03-11T18:00")
    assert [item.event.id for item in due.items] == [clock.hall.event.id, second.id]
    assert rules(clock.at("2026-03-11T20:00")) == []  # two hours before ten, moved to the evening


def test_who_has_said_stop_is_left_alone_and_the_ledger_says_so(clock: Clock) -> None:
    anna, _ = clock.comes()
    clock.hall.desk.people.mute(anna, True)
    assert rules(clock.at("2026-03-11T18:00")) == []
    assert ("eve", State.SKIPPED, Reason.MUTED) in clock.ledger()


def test_a_closed_chat_is_listed_as_blocked(clock: Clock) -> None:
    anna, _ = clock.comes()
    clock.tx.chats.close(anna.channel, anna.chat, "blocked", clock.hall.now)
    assert rules(clock.at("2026-03-11T18:00")) == []
    assert ("eve", State.BLOCKED, None) in clock.ledger()


def test_own_wishes_hold_for_what_is_still_to_be_sent(clock: Clock) -> None:
    anna, _ = clock.comes()
    clock.at("2026-03-10T12:00")
    clock.hall.desk.reminders.wish(anna, Wishes(lead_times=(60,)))
    assert rules(clock.at("2026-03-11T18:00")) == []
    assert rules(clock.at("2026-03-12T14:00")) == [["lead-60"]]
    clock.hall.desk.reminders.wish(anna, Wishes())
    assert clock.hall.desk.reminders.wishes(anna) == Wishes()


def test_what_the_outbox_does_not_know_any_more_is_listed_as_unknown(clock: Clock) -> None:
    clock.comes()
    clock.at("2026-03-11T18:00")
    clock.hall.desk.reminders.settle()
    assert ("eve", State.UNKNOWN, None) in clock.ledger()


def test_how_it_was_is_asked_after_the_end_of_those_who_were_there(clock: Clock) -> None:
    anna, mine = clock.comes()
    clock.at("2026-03-12T13:00")
    assert rules(clock.at("2026-03-12T18:00")) == [["feedback"]]
    reminders = clock.hall.desk.reminders
    reminders.rate(anna, mine.id, 4, None)
    reminders.rate(anna, mine.id, 5, "useful")
    [rating] = clock.tx.reminders.ratings(clock.hall.event.id)
    assert (rating.stars, rating.remark, rating.count) == (5, "useful", 1)


def test_nobody_rates_for_somebody_else(clock: Clock) -> None:
    _, mine = clock.comes()
    with pytest.raises(NotFound):
        clock.hall.desk.reminders.rate(clock.hall.pupil(2), mine.id, 1, None)


def test_an_outage_of_days_ends_with_one_message_not_with_three(clock: Clock) -> None:
    clock.comes()
    clock.at("2026-03-10T12:00")
    assert rules(clock.at("2026-03-12T14:30")) == [["eve"]]
    assert clock.hall.now - at("2026-03-12T13:00") < timedelta(hours=2)
    assert ("hours", State.SKIPPED, Reason.MERGED) in clock.ledger()


def test_two_events_of_one_day_are_two_questions_how_it_was(clock: Clock) -> None:
    anna, _ = clock.comes()
    other = event(slug="other", starts_at=at("2026-03-12T12:00"))
    second = clock.tx.events.add(other, None, "secret", clock.hall.now)
    third = event(slug="third", starts_at=at("2026-03-13T15:00"))
    clock.hall.desk.participations.register(anna, second.id)
    tomorrow = clock.tx.events.add(third, None, "secret", clock.hall.now)
    clock.hall.desk.participations.register(anna, tomorrow.id)
    clock.at("2026-03-12T13:00")
    said = clock.at("2026-03-12T18:00")
    assert sorted(rules(said)) == [["eve"], ["feedback"], ["feedback"]]
    assert len({due.key for due in said}) == 3


def test_what_is_promised_is_what_comes(clock: Clock) -> None:
    _, mine = clock.comes()
    promised = [at("2026-03-11T18:00"), at("2026-03-12T13:00")]
    reminders = clock.hall.desk.reminders
    assert reminders.ahead(mine) == promised
    reminders.plan_new()
    assert reminders.ahead(mine) == promised
    clock.at("2026-03-11T18:00")
    assert clock.hall.desk.reminders.ahead(mine) == promised[1:]


def test_nothing_is_promised_to_who_wants_nothing_or_comes_too_late(clock: Clock) -> None:
    anna, mine = clock.comes()
    clock.hall.now = at("2026-03-12T14:00")
    assert clock.hall.desk.reminders.ahead(mine) == []
    clock.hall.now = at("2026-03-10T12:00")
    clock.hall.desk.reminders.wish(anna, Wishes(lead_times=()))
    assert clock.hall.desk.reminders.ahead(mine) == []
    clock.hall.desk.reminders.wish(anna, Wishes())
    clock.hall.desk.people.mute(anna, True)
    assert clock.hall.desk.reminders.ahead(mine) == []


def test_what_is_said_on_one_evening_is_promised_once(tx: Transaction) -> None:
    clock = Clock(tx, starts_at=at("2026-03-12T10:00"))
    _, mine = clock.comes()
    assert clock.hall.desk.reminders.ahead(mine) == [at("2026-03-11T18:00")]
