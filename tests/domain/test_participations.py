"""How long somebody may think about a place that was offered, and the links of parties."""

from datetime import datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.participations import decide_by, is_offered_now, token_of
from bot.domain.quiet import is_quiet
from tests.builders import NOON, RULES

ZONE = RULES.zone
moments = st.integers(0, 14 * 24 * 60).map(lambda minutes: NOON + timedelta(minutes=minutes))
MINUTE = timedelta(minutes=1)


def is_near(now: datetime, starts_at: datetime) -> bool:
    """Starts at night, or in the first hour of the morning after it."""
    local = starts_at.astimezone(ZONE)
    early = local.time() < time(10) or is_quiet(starts_at, ZONE)
    return early and starts_at - now < timedelta(hours=14)


@given(now=moments, starts_at=moments)
def test_nobody_has_to_decide_at_night_unless_the_start_is_near(
    now: datetime, starts_at: datetime
) -> None:
    if not is_offered_now(now, starts_at, ZONE):
        return
    until = decide_by(now, starts_at, ZONE)
    assert now < until < starts_at
    assert not is_quiet(until - MINUTE / 60, ZONE) or is_near(now, starts_at)


@given(now=moments, starts_at=moments)
def test_nothing_is_offered_after_the_start_and_at_night_only_what_is_near(
    now: datetime, starts_at: datetime
) -> None:
    offered = is_offered_now(now, starts_at, ZONE)
    assert not (offered and starts_at <= now)
    assert not (offered and is_quiet(now, ZONE) and starts_at - now > timedelta(hours=12))
    if starts_at <= now:
        assert decide_by(now, starts_at, ZONE) <= now


def test_a_day_to_decide_ends_at_the_same_hour() -> None:
    until = decide_by(NOON, NOON + timedelta(days=30), ZONE)
    assert until == NOON + timedelta(days=1)


def test_a_link_tells_the_parties_and_the_events_apart() -> None:
    assert token_of("secret", 1) == token_of("secret", 1)
    assert len({token_of("secret", 1), token_of("secret", 2), token_of("other", 1)}) == 3
