"""Chats that a person closed to us: by blocking the bot, or by deleting the account."""

from datetime import datetime
from typing import Any

from bot.domain.times import stamp
from bot.storage.sql import Sql


class ChatStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("chats", connection)

    def close(self, channel: str, chat: str, reason: str, now: datetime) -> None:
        self._sql.close(channel=channel, chat=chat, reason=reason, now=stamp(now))

    def reopen(self, channel: str, chat: str) -> None:
        self._sql.reopen(channel=channel, chat=chat)

    def is_closed(self, channel: str, chat: str) -> bool:
        return self._sql.closed(channel=channel, chat=chat) is not None
