"""How fast a bot may send: token buckets for each chat and for the bot as a whole."""

import math
from dataclasses import dataclass

from bot.sandbox.clock import Clock
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import bad_request, too_many

PAID_MESSAGE_STARS = 0.1


@dataclass
class Bucket:
    rate: float  # tokens a second
    burst: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until one more may pass."""
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1 - self.level) / self.rate)


class Rates:
    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._stars = limits.stars
        self._all = self._bucket(limits.overall_rate, limits.overall_burst)
        self._paid = self._bucket(limits.paid_rate, limits.paid_rate)
        self._chats: dict[int, Bucket] = {}

    def take(self, chat_id: int, messages: int = 1, paid: bool = False) -> None:
        """Refused with 429 when this chat or this bot has had enough for now."""
        if paid and self._stars < PAID_MESSAGE_STARS * messages:
            raise bad_request("FLOODSKIP_NOT_ALLOWED")
        buckets = [self._paid] if paid else [self._all, self._chat(chat_id)]
        now = self._clock.timestamp()
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            raise too_many(math.ceil(wait))
        for bucket in buckets:
            bucket.level -= messages
        if paid:
            self._stars -= PAID_MESSAGE_STARS * messages

    def _chat(self, chat_id: int) -> Bucket:
        if chat_id not in self._chats:
            self._chats[chat_id] = self._bucket(self._limits.chat_rate, self._limits.chat_burst)
        return self._chats[chat_id]

    def _bucket(self, rate: float, burst: float) -> Bucket:
        return Bucket(rate, burst, burst, self._clock.timestamp())
