"""Updates posted to the bot: in order within a lane, again and again until the bot takes them."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

from bot.sandbox.calls import Call
from bot.sandbox.clock import Clock
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
GONE = 410
NOT_IN_ANSWER = ("setwebhook", "deletewebhook", "close", "logout")
Lane = tuple[str, int]
Execute = Callable[[Call], Awaitable[object]]


@dataclass(frozen=True, kw_only=True)
class Hook:
    url: str
    secret: str = ""
    connections: int = 40
    certificate: bool = False
    ip_address: str = ""


@dataclass(frozen=True, kw_only=True)
class Failure:
    """An attempt that the bot did not answer with 2xx."""

    message: str
    status: int = 0
    retry_after: float = 0.0


class Webhook:
    def __init__(self, updates: Updates, limits: Limits, clock: Clock, journal: Journal) -> None:
        self.hook: Hook | None = None
        self._updates = updates
        self._limits = limits
        self._clock = clock
        self._journal = journal
        self._execute: Execute | None = None
        self._session: aiohttp.ClientSession | None = None
        self._workers: dict[Lane, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(1)
        self._failure: dict[str, Any] = {}
        self._gone_since: float | None = None
        self._next_set = 0.0
        updates.tell(self._pump)

    @property
    def url(self) -> str:
        return self.hook.url if self.hook else ""

    def carries_out(self, execute: Execute) -> None:
        """Who performs a method that the bot puts into its answer."""
        self._execute = execute

    def may_be_set(self) -> bool:
        """At most once a second."""
        now = self._clock.timestamp()
        if now < self._next_set:
            return False
        self._next_set = now + self._limits.set_webhook_s
        return True

    def set(self, hook: Hook | None) -> None:
        self._stop()
        self.hook = hook
        self._failure, self._gone_since = {}, None
        if hook is not None:
            self._slots = asyncio.Semaphore(hook.connections)
            self._pump()

    def info(self) -> dict[str, Any]:
        hook = self.hook or Hook(url="")
        info: dict[str, Any] = {"url": hook.url, "has_custom_certificate": hook.certificate}
        if hook.url:
            info |= {"max_connections": hook.connections, **self._failure}
        if hook.ip_address:
            info["ip_address"] = hook.ip_address
        return info

    async def close(self) -> None:
        self._stop()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _stop(self) -> None:
        for worker in self._workers.values():
            worker.cancel()
        self._workers = {}

    def _pump(self) -> None:
        if self.hook is None:
            return
        for lane in {update.lane for update in self._updates.pending()} - self._workers.keys():
            self._workers[lane] = asyncio.create_task(self._work(self.hook, lane))

    async def _work(self, hook: Hook, lane: Lane) -> None:
        while (update := self._next(lane)) is not None:
            await self._deliver(hook, update)
        self._workers.pop(lane, None)

    def _next(self, lane: Lane) -> Update | None:
        return next((u for u in self._updates.pending() if u.lane == lane), None)

    async def _deliver(self, hook: Hook, update: Update) -> None:
        """Until the bot has taken it or it is too old."""
        delay = 0.0
        while update.expires > self._clock.timestamp():
            async with self._slots:
                failure = await self._post(hook, update)
            if failure is None:
                self._failure, self._gone_since = {}, None
                self._updates.done(update)
                return
            self._note(failure)
            if self._is_gone(failure):
                self.set(None)
                return
            await self._clock.sleep(failure.retry_after or delay)
            delay = self._doubled(delay)

    def _doubled(self, delay: float) -> float:
        most = self._limits.webhook_retry_max_s
        longer = 2 * delay or self._limits.webhook_retry_s
        return longer if longer < most else random.uniform(most, 2 * most)

    def _note(self, failure: Failure) -> None:
        self._failure = {
            "last_error_date": int(self._clock.timestamp()),
            "last_error_message": failure.message,
        }

    def _is_gone(self, failure: Failure) -> bool:
        """Whether the bot has said 410 for most of a day."""
        if failure.status != GONE:
            self._gone_since = None
            return False
        now = self._clock.timestamp()
        self._gone_since = now if self._gone_since is None else self._gone_since
        return now - self._gone_since >= self._limits.webhook_gone_s

    async def _post(self, hook: Hook, update: Update) -> Failure | None:
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers[SECRET_HEADER] = hook.secret
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=self._limits.webhook_answer_s)
            self._session = aiohttp.ClientSession(timeout=timeout)
        self._journal.update(update.body, injected=update.repeated)
        try:
            async with self._session.post(
                hook.url, data=update.body, headers=headers, allow_redirects=False
            ) as response:
                body = await response.read()
        except TimeoutError:
            return Failure(message="Read timeout expired")
        except (aiohttp.ClientError, OSError):
            return Failure(message="Connection refused")
        if not 200 <= response.status < 300:
            return self._failed(response)
        await self._answered(body)
        return None

    def _failed(self, response: aiohttp.ClientResponse) -> Failure:
        said = response.headers.get("Retry-After", "")
        most = self._limits.webhook_retry_after_max_s
        return Failure(
            message=f"Wrong response from the webhook: {response.status} {response.reason}",
            status=response.status,
            retry_after=min(float(said), most) if said.isdecimal() else 0.0,
        )

    async def _answered(self, body: bytes) -> None:
        """Carries out the method that the answer names; its result is seen by nobody."""
        try:
            fields = orjson.loads(body)
        except orjson.JSONDecodeError:
            return
        method = fields.pop("method", None) if isinstance(fields, dict) else None
        if not isinstance(method, str) or self._execute is None:
            return
        if not method.lower().startswith("get") and method.lower() not in NOT_IN_ANSWER:
            await self._execute(Call(method=method, fields=fields))
