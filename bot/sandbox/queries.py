"""Presses and inline queries that wait for the bot's answer; each may be answered once, in time."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.clock import Clock
from bot.sandbox.ids import Ids
from bot.sandbox.limits import Limits
from bot.sandbox.refusals import bad_request

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(kw_only=True)
class Query:
    id: str
    user_id: int
    expires: float
    message_id: int | None = None  # of the message whose button was pressed
    results: list[dict[str, Any]] | None = None  # what an inline query was answered with


class Queries:
    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._ids = Ids()
        self._open: dict[str, Query] = {}
        self._answered: dict[str, Query] = {}

    def press(self, user_id: int, message_id: int) -> Query:
        return self._add(user_id, self._limits.callback_update_s, message_id)

    def inline(self, user_id: int) -> Query:
        return self._add(user_id, self._limits.inline_update_s, None)

    def answer(self, query_id: str, *, inline: bool) -> Query:
        """The query, which is closed by that. Refused when it is late, answered or unknown."""
        query = self._open.get(query_id)
        if query is None or (query.message_id is None) != inline:
            raise bad_request(TOO_OLD)
        del self._open[query_id]
        if query.expires <= self._clock.timestamp():
            raise bad_request(TOO_OLD)
        if inline:
            self._answered[query_id] = query
        return query

    def find(self, query_id: str) -> Query | None:
        return self._open.get(query_id) or self._answered.get(query_id)

    def clear(self) -> None:
        self._open.clear()
        self._answered.clear()

    def _add(self, user_id: int, seconds: float, message_id: int | None) -> Query:
        query = Query(
            id=str((user_id << 32) + self._ids.next()),
            user_id=user_id,
            expires=self._clock.timestamp() + seconds,
            message_id=message_id,
        )
        self._open[query.id] = query
        return query
