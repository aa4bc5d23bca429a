"""How long a mailing takes, and what it costs to be faster than is free of charge."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.broadcasts import BroadcastRules

STARS_PER_PAID_MESSAGE = 0.1  # https://core.telegram.org/bots/api#sendmessage, allow_paid_broadcast


def most_paid_messages(rules: BroadcastRules) -> int:
    """How many messages of one broadcast may go above the free rate."""
    return int(rules.most_stars / STARS_PER_PAID_MESSAGE + 1e-9) if rules.sells_speed else 0


@dataclass(frozen=True, kw_only=True)
class Price:
    stars: float
    capped: bool  # the limit is reached before the end: the rest goes at the free rate
    takes: timedelta


def price(count: int, rules: BroadcastRules) -> Price:
    """What it costs to be fast: the messages above the free rate, up to the limit.

    Only where `rules.sells_speed`.
    """
    above = count * (1 - rules.rate / rules.paid_rate)
    paid = min(above, most_paid_messages(rules))
    return Price(
        stars=paid * STARS_PER_PAID_MESSAGE,
        capped=paid < above,
        takes=timedelta(seconds=(count - paid) / rules.rate),
    )


def takes(count: int, rules: BroadcastRules) -> timedelta:
    """At the free rate."""
    return timedelta(seconds=count / rules.rate)
