"""Reads updates from Telegram. What is not stored is not confirmed, and comes again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from telegram.error import NetworkError

from bot.channels.bot_api import Answer, BotApi
from bot.channels.telegram_updates import CHANNEL, UPDATES, incoming_from
from bot.domain.inbox import Incoming

logger = logging.getLogger(__name__)
POLL_SECONDS = 25
READ_SECONDS = POLL_SECONDS + 10.0
SHORT_PAUSE = 0.5  # seconds after something failed; doubled every time until it works
LONG_PAUSE = 15.0
# After a week without updates their numbers start anew at random, so an old offset may hide them.
OFFSET_LASTS = timedelta(days=6)


class Receive(Protocol):
    def __call__(
        self, channel: str, came: Sequence[Incoming], cursor: str, now: datetime
    ) -> Awaitable[None]: ...


class NoUpdates(Exception):
    """Telegram refused to hand them out."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.description)
        self.retry_after = answer.retry_after or 0.0


class Poller:
    def __init__(
        self,
        api: BotApi,
        now: Callable[[], datetime],
        receive: Receive,
        cursor: tuple[str, datetime] | None,
        heard: Callable[[], None],
    ) -> None:
        self._api = api
        self._now = now
        self._receive = receive
        self._heard = heard
        self._cursor = None if cursor is None else (int(cursor[0]), cursor[1])
        self._pause = SHORT_PAUSE
        self._cosmetics: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Asking with a higher offset confirms everything below it, so storing comes first."""
        try:
            while True:
                pause = await self._poll_safely()
                await asyncio.sleep(pause)
        finally:
            for task in self._cosmetics:
                task.cancel()

    async def _poll_safely(self) -> float:
        """Seconds to wait before the next call. Nothing ends the polling, not even a 401."""
        try:
            await self._poll_once()
        except NoUpdates as error:
            logger.warning("getUpdates: %s", error)
            return max(self._next_pause(), error.retry_after)
        except NetworkError as error:
            logger.warning("getUpdates: %s", error)
            return self._next_pause()
        except Exception:
            logger.exception("polling goes on")
            return self._next_pause()
        self._pause = SHORT_PAUSE
        return 0.0

    def _next_pause(self) -> float:
        pause, self._pause = self._pause, min(2 * self._pause, LONG_PAUSE)
        return pause

    async def _poll_once(self) -> None:
        fields: dict[str, Any] = {"timeout": POLL_SECONDS, "allowed_updates": UPDATES, "limit": 100}
        if (offset := self._offset()) is not None:
            fields["offset"] = offset
        answer = await self._api.call("getUpdates", fields, read_timeout=READ_SECONDS)
        if answer.status == 409 and "webhook" in answer.description:
            await self._api.call("deleteWebhook", {})
        if not answer.ok:
            raise NoUpdates(answer)
        self._heard()
        if updates := answer.body["result"]:
            await self._store(updates)

    def _offset(self) -> int | None:
        if self._cursor is None or self._now() - self._cursor[1] > OFFSET_LASTS:
            return None
        return self._cursor[0]

    async def _store(self, updates: Sequence[dict[str, Any]]) -> None:
        now = self._now()
        offset = max(update["update_id"] for update in updates) + 1
        came = [incoming for u in updates if (incoming := incoming_from(u, now)) is not None]
        await self._receive(CHANNEL, came, str(offset), now)
        self._cursor = (offset, now)
        for update in updates:
            self._stop_spinner(update)

    def _stop_spinner(self, update: dict[str, Any]) -> None:
        """Cosmetic, so it is neither stored nor repeated."""
        if "callback_query" in update:
            task = asyncio.create_task(self._answer(update["callback_query"]["id"]))
            self._cosmetics.add(task)
            task.add_done_callback(self._cosmetics.discard)

    async def _answer(self, query_id: str) -> None:
        try:
            await self._api.call("answerCallbackQuery", {"callback_query_id": query_id})
        except NetworkError as error:
            logger.info("answerCallbackQuery: %s", error)
