"""Telegram: updates in, screens out. Nothing below this knows what an update looks like."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import MenuButtonCommands
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.channels.bot_api import BotApi, NotSent, TooLarge, Upload
from bot.channels.telegram_messages import caption_fields, is_gone, report_of, text_fields
from bot.channels.telegram_poller import Poller, Receive
from bot.domain.errors import NeedsMending
from bot.domain.imports import NotFetched
from bot.domain.outbox import AttachmentBody, Outcome, Queued, Report
from bot.drawings import draw

logger = logging.getLogger(__name__)


class BadToken(NeedsMending):
    """Telegram does not know this token."""


class NoAnswer(NeedsMending):
    """Telegram cannot be reached, or makes no sense."""


@dataclass(frozen=True, kw_only=True)
class Me:
    """The bot as Telegram knows it."""

    username: str


class Telegram:
    def __init__(
        self,
        api: BotApi,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._api = api
        self._now = now
        self._ticks = ticks
        self._heard_at = ticks()

    async def me(self) -> Me:
        """Raises BadToken or NoAnswer, with what to do about it."""
        try:
            user = await self._api.typed.get_me()
        except InvalidToken as error:
            raise BadToken(
                f"Telegram does not know this token ({error}); copy it whole from @BotFather "
                "into telegram.token, or leave that empty to use the sandbox"
            ) from error
        except TelegramError as error:
            raise NoAnswer(
                f"Telegram does not answer ({error}); check the network and telegram.api_url"
            ) from error
        return Me(username=user.username or "")

    async def introduce(self, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """The command menu: language -> (name, description). The first language is also for those
        who speak none of them. Cosmetic: a failure is logged and that is all."""
        bot = self._api.typed
        try:
            for n, (language, listed) in enumerate(commands.items()):
                if n == 0:
                    await bot.set_my_commands(listed)
                await bot.set_my_commands(listed, language_code=language)
            await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        except TelegramError as error:
            logger.warning("the command menu is not set: %s", error)

    async def poll(self, receive: Receive, cursor: tuple[str, datetime] | None) -> None:
        """Runs until it is cancelled. `cursor`: how far was read when the bot last stopped."""
        await Poller(self._api, self._now, receive, cursor, self._hear).run()

    def _hear(self) -> None:
        self._heard_at = self._ticks()

    def silent(self) -> timedelta:
        """How long ago, in real time, Telegram last handed out updates, or said there are none."""
        return timedelta(seconds=self._ticks() - self._heard_at)

    async def deliver(self, row: Queued) -> Report:
        body = row.body
        if "deletes" in body:
            fields = {"chat_id": int(row.chat), "message_id": int(body["deletes"])}
            return await self._send("deleteMessage", fields)
        if "attachment" in body:
            return await self._send_drawn(row, body["attachment"])
        if "file" in body:
            kind = "photo" if body["file"]["photo"] else "document"
            named = {**caption_fields(row), kind: body["file"]["id"]}
            return await self._send(f"send{kind.capitalize()}", named)
        fields = text_fields(row)
        if row.edits is not None:
            report = await self._send("editMessageText", {**fields, "message_id": int(row.edits)})
            if not is_gone(report):
                return report
        return await self._send("sendMessage", fields)

    async def download(self, file: str, limit: int) -> bytes:
        """A file that a person has sent, of at most `limit` bytes. Raises NotFetched."""
        try:
            answer = await self._api.call("getFile", {"file_id": file})
            if not answer.ok:
                raise NotFetched(answer.description, final=answer.status == 400)
            status, content = await self._api.fetch(answer.body["result"]["file_path"], limit)
        except TooLarge as error:
            raise NotFetched(f"more than {limit} bytes", final=True) from error
        except NetworkError as error:
            raise NotFetched(str(error), final=False) from error
        if status != 200:
            raise NotFetched(f"{status} for the file", final=False)
        return content

    async def _send_drawn(self, row: Queued, attachment: AttachmentBody) -> Report:
        try:
            content = await asyncio.to_thread(draw, attachment["recipe"])
        except Exception as error:  # whatever is wrong with it will be wrong again
            logger.exception("outbox row %d cannot be drawn", row.id)
            said = f"not drawn: {type(error).__name__}"
            return Report(outcome=Outcome.NOT_SENT_FINAL, error=said)
        kind = "photo" if attachment["photo"] else "document"
        upload = Upload(kind=kind, name=attachment["name"], content=content)
        return await self._send(f"send{kind.capitalize()}", caption_fields(row), upload)

    async def _send(self, method: str, fields: dict[str, Any], *uploads: Upload) -> Report:
        try:
            return report_of(await self._api.call(method, fields, *uploads))
        except NotSent as error:
            return Report(outcome=Outcome.NOT_SENT_RETRY, error=str(error))
        except NetworkError as error:
            return Report(outcome=Outcome.AMBIGUOUS, error=str(error))
