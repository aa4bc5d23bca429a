import pytest

from bot.delivery.pace import Pace
from bot.domain.outbox import Lane, Outcome, Report

SENT = Report(outcome=Outcome.SENT)
SLOW_DOWN = Report(outcome=Outcome.NOT_SENT_RETRY, retry_after=10)
NO_CONNECTION = Report(outcome=Outcome.NOT_SENT_RETRY)


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def goes(pace: Pace, lane: Lane, chat: str) -> bool:
    if pace.wait(lane) > 0 or pace.rest(lane, chat) > 0:
        return False
    pace.take(lane, chat)
    return True


def passed(pace: Pace, clock: Clock, lane: Lane, seconds: int) -> int:
    """How many messages to different people go out when there is always one more."""
    count = 0
    for _ in range(seconds * 100):
        clock.now += 0.01
        while goes(pace, lane, f"chat {clock.now} {count}"):
            count += 1
    return count


@pytest.mark.parametrize("lane", [Lane.REPLY, Lane.BROADCAST])
def test_a_lane_alone_may_use_the_whole_rate(clock: Clock, lane: Lane) -> None:
    assert 2970 <= passed(Pace(clock, rate=30), clock, lane, seconds=100) <= 3030


@pytest.mark.parametrize("lane", [Lane.REPLY, Lane.TRANSACTION])
def test_bulk_leaves_a_reserve_for_answers(clock: Clock, lane: Lane) -> None:
    pace = Pace(clock, rate=30, reserve=5)
    passed(pace, clock, Lane.BROADCAST, seconds=10)
    assert [goes(pace, lane, f"person {n}") for n in range(6)] == [True] * 5 + [False]


def test_it_starts_empty(clock: Clock) -> None:
    assert not goes(Pace(clock), Lane.REPLY, "10")


@pytest.mark.parametrize("lane", list(Lane))
def test_after_the_wait_that_it_names_a_message_goes(clock: Clock, lane: Lane) -> None:
    pace = Pace(clock)
    clock.now += pace.wait(lane) + 1e-9
    assert goes(pace, lane, "10")


def test_one_chat_gets_a_burst_and_then_one_a_second(clock: Clock) -> None:
    pace = Pace(clock, rate=1000)
    clock.now += 1
    assert [goes(pace, Lane.REPLY, "10") for _ in range(5)] == [True] * 4 + [False]
    assert pace.rest(Lane.REPLY, "10") == pytest.approx(1.0)
    clock.now += 1
    assert [goes(pace, Lane.REPLY, "10") for _ in range(2)] == [True, False]


def test_bulk_waits_for_a_rested_chat_and_leaves_it_the_burst(clock: Clock) -> None:
    pace = Pace(clock, rate=1000)
    clock.now += 1
    assert [goes(pace, Lane.REMINDER, "10") for _ in range(2)] == [True, False]
    assert [goes(pace, Lane.REPLY, "10") for _ in range(4)] == [True] * 3 + [False]


def test_chats_that_have_rested_are_forgotten_and_others_are_not(clock: Clock) -> None:
    pace = Pace(clock, rate=100_000)
    clock.now += 1
    assert [goes(pace, Lane.REPLY, "10") for _ in range(4)] == [True] * 4
    for n in range(2000):
        assert goes(pace, Lane.REPLY, f"chat {n}")
    assert not goes(pace, Lane.REPLY, "10")
    clock.now += 10
    for n in range(4000):
        goes(pace, Lane.REPLY, f"other chat {n}")
    assert len(vars(pace)["_chats"]) < 6000


def test_asked_to_slow_down_bulk_pauses_then_goes_at_half_speed(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    passed(pace, clock, Lane.BROADCAST, seconds=1)
    pace.heard(SLOW_DOWN)
    assert passed(pace, clock, Lane.BROADCAST, seconds=9) == 0
    clock.now += 2
    assert 140 <= passed(pace, clock, Lane.BROADCAST, seconds=10) <= 165


def test_one_storm_halves_once(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    for _ in range(5):
        pace.heard(SLOW_DOWN)
    clock.now += 11
    assert 140 <= passed(pace, clock, Lane.BROADCAST, seconds=10) <= 165


def test_asked_to_slow_down_answers_probe_once_a_second(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    clock.now += 1
    pace.heard(SLOW_DOWN)
    assert passed(pace, clock, Lane.REPLY, seconds=5) in (5, 6)


def test_a_probe_that_gets_through_shows_that_it_was_about_one_chat(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    clock.now += 1
    pace.heard(SLOW_DOWN)
    assert goes(pace, Lane.REPLY, "somebody else")
    pace.heard(SENT)
    assert passed(pace, clock, Lane.REPLY, seconds=5) > 100
    assert not goes(pace, Lane.BROADCAST, "anybody"), "bulk still waits"


def test_a_pause_of_a_former_life_is_kept(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    pace.hold(10)
    assert passed(pace, clock, Lane.BROADCAST, seconds=9) == 0
    clock.now += 2
    assert 280 <= passed(pace, clock, Lane.BROADCAST, seconds=10) <= 310


def test_bulk_rests_while_there_is_no_connection(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    clock.now += 1
    pace.heard(NO_CONNECTION)
    assert goes(pace, Lane.REPLY, "somebody waits")
    assert passed(pace, clock, Lane.BROADCAST, seconds=4) == 0
    assert passed(pace, clock, Lane.BROADCAST, seconds=10) > 200


def test_every_clean_minute_makes_it_a_little_faster(clock: Clock) -> None:
    pace = Pace(clock, rate=30)
    pace.heard(SLOW_DOWN)
    clock.now += 10
    for _ in range(20):
        clock.now += 60
        goes(pace, Lane.BROADCAST, f"chat {clock.now}")
    assert passed(pace, clock, Lane.BROADCAST, seconds=10) >= 295


def test_what_is_paid_for_goes_beside_the_free_rate(clock: Clock) -> None:
    pace = Pace(clock, rate=30, paid_rate=330)
    free = paid = 0
    for _ in range(1000):
        clock.now += 0.01
        while pace.wait_paid() == 0:
            pace.take_paid(f"paid {paid}")
            paid += 1
        while goes(pace, Lane.BROADCAST, f"free {free}"):
            free += 1
    assert 2970 <= paid <= 3030
    assert 290 <= free <= 310


@pytest.mark.parametrize("paid_rate", [0.0, 30.0])
def test_without_a_paid_rate_nothing_is_ever_paid_for(clock: Clock, paid_rate: float) -> None:
    pace = Pace(clock, rate=30, paid_rate=paid_rate)
    clock.now += 1000
    assert pace.wait_paid() == float("inf")


def test_asked_to_slow_down_what_is_paid_for_waits_too(clock: Clock) -> None:
    pace = Pace(clock, rate=30, paid_rate=330)
    clock.now += 1
    pace.heard(SLOW_DOWN)
    assert pace.wait_paid() == pytest.approx(10)
    clock.now += 10
    assert pace.wait_paid() == 0


def test_a_chat_rests_after_a_paid_message_as_after_any(clock: Clock) -> None:
    pace = Pace(clock, rate=30, paid_rate=330)
    clock.now += 1
    pace.take_paid("10")
    assert pace.rest(Lane.BROADCAST, "10") > 0
    assert pace.rest(Lane.REPLY, "10") == 0
