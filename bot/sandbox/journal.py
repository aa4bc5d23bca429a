"""What went over the wire: every call with its answer, every update posted to a webhook."""

from collections import deque
from typing import Any

import orjson

KEPT = 50_000  # records; the oldest go first


class Journal:
    """Records are JSON objects, one a line:

    {"method", "params", "response", "status", "ms"} for a call, where params are what the bot
    sent (an upload is {"__file__", "size"}) and `response` is missing if none was given;
    {"update"} for an update posted to a webhook. Where a fault was injected, "injected" is true.
    """

    def __init__(self) -> None:
        self._records: deque[dict[str, Any]] = deque(maxlen=KEPT)

    def call(
        self,
        method: str,
        params: dict[str, Any],
        body: bytes | None,
        status: int,
        seconds: float,
        injected: bool,
    ) -> None:
        record: dict[str, Any] = {"method": method, "params": params}
        if body is not None:
            record["response"] = orjson.Fragment(body)
            record["status"] = status
        record["ms"] = round(seconds * 1000, 1)
        if injected:
            record["injected"] = True
        self._records.append(record)

    def update(self, body: bytes, injected: bool) -> None:
        record: dict[str, Any] = {"update": orjson.Fragment(body)}
        if injected:
            record["injected"] = True
        self._records.append(record)

    def lines(self) -> bytes:
        return b"".join(orjson.dumps(r, option=orjson.OPT_APPEND_NEWLINE) for r in self._records)

    def clear(self) -> None:
        self._records.clear()
