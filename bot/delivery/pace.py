"""How fast we may send: one bucket for the bot, a slower one for bulk, a small one per chat, and
one for what is paid for."""

from collections.abc import Callable
from math import inf

from bot.domain.outbox import Lane, Outcome, Report

CLEAN_SECONDS = 60.0
OUTAGE_SECONDS = 5.0  # for which bulk rests when there is no connection
MANY_CHATS = 250


class Bucket:
    def __init__(self, rate: float, size: float, now: float, tokens: float = 0.0) -> None:
        self.rate = rate
        self.size = size
        self._tokens = tokens
        self._at = now

    def wait(self, tokens: float, now: float) -> float:
        """Seconds until it holds so many; 0 when it does."""
        self._tokens = min(self.size, self._tokens + (now - self._at) * self.rate)
        self._at = now
        return max(0.0, tokens - self._tokens) / self.rate

    def take(self) -> None:
        self._tokens -= 1


class Pace:
    """Starts empty, so a bot that restarts often is no faster than one that does not."""

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        rate: float = 30.0,
        paid_rate: float = 0.0,
        reserve: int = 5,
        chat_rate: float = 1.0,
        chat_burst: int = 4,
    ) -> None:
        self._clock = clock
        self._rate = rate
        self._reserve = reserve
        self._chat_rate = chat_rate
        self._chat_burst = chat_burst
        now = clock()
        # Room above the reserve for what piles up between two looks at the queue.
        self._all = Bucket(rate, 2 * reserve + rate / 20, now)
        self._bulk = Bucket(rate, reserve + rate / 20, now)
        above = paid_rate - rate
        self._paid = Bucket(above, 1 + above / 20, now) if above > 0 else None
        self._probes = Bucket(1.0, 1.0, now, tokens=1.0)
        self._chats: dict[str, Bucket] = {}
        self._many = MANY_CHATS
        self._flooded_until = now
        self._bulk_from = now
        self._faster_at = now + CLEAN_SECONDS

    def wait(self, lane: Lane) -> float:
        """Seconds until a message of this lane may go to anybody; 0: now."""
        now = self._clock()
        if not lane.bulk:
            probe = self._probes.wait(1, now) if now < self._flooded_until else 0.0
            return max(self._all.wait(1, now), probe)
        self._speed_up(now)
        return max(
            self._all.wait(1 + self._reserve, now), self._bulk.wait(1, now), self._bulk_from - now
        )

    def wait_paid(self) -> float:
        """Seconds until a message may go above the free rate, for a fee."""
        now = self._clock()
        return inf if self._paid is None else max(self._paid.wait(1, now), self._bulk_from - now)

    def rest(self, lane: Lane, chat: str) -> float:
        """Seconds for which this chat is to be left alone; 0: it is ready.

        Bulk waits for a chat that has rested, so it never uses up the burst of that person's
        own answers.
        """
        now = self._clock()
        return self._chat(chat, now).wait(self._chat_burst if lane.bulk else 1, now)

    def take(self, lane: Lane, chat: str) -> None:
        now = self._clock()
        self._all.take()
        self._chat(chat, now).take()
        if lane.bulk:
            self._bulk.take()
        elif now < self._flooded_until:
            self._probes.take()

    def take_paid(self, chat: str) -> None:
        assert self._paid is not None, "wait_paid() comes first"
        self._paid.take()
        self._chat(chat, self._clock()).take()

    def heard(self, report: Report) -> None:
        """Asked to slow down: bulk waits, then goes on at half its speed; answers only probe, one
        a second, until one of them gets through and shows that it was about a single chat."""
        now = self._clock()
        if report.outcome is Outcome.SENT:
            self._flooded_until = now
        elif report.retry_after is not None:
            if now >= self._bulk_from:  # one storm halves once
                self._bulk.rate = max(1.0, self._bulk.rate / 2)
            self.hold(report.retry_after)
        elif report.outcome is Outcome.NOT_SENT_RETRY:
            self._bulk_from = max(self._bulk_from, now + OUTAGE_SECONDS)

    def hold(self, seconds: float) -> None:
        """As after a request to slow down; also for one that a former life of the bot was given."""
        until = self._clock() + seconds
        self._flooded_until = max(self._flooded_until, until)
        self._bulk_from = max(self._bulk_from, until)
        self._faster_at = self._bulk_from + CLEAN_SECONDS

    def _speed_up(self, now: float) -> None:
        if now >= self._faster_at and self._bulk.rate < self._rate:
            self._bulk.rate = min(self._rate, self._bulk.rate + 1)
            self._faster_at = now + CLEAN_SECONDS

    def _chat(self, chat: str, now: float) -> Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            if len(self._chats) >= self._many:
                self._forget_the_rested(now)
            full = self._chat_burst
            bucket = self._chats[chat] = Bucket(self._chat_rate, full, now, tokens=full)
        return bucket

    def _forget_the_rested(self, now: float) -> None:
        self._chats = {c: b for c, b in self._chats.items() if b.wait(b.size, now) > 0}
        self._many = max(MANY_CHATS, 2 * len(self._chats))
