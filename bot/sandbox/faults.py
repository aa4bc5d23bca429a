"""Faults that a test injects: which calls they hit, and what the caller gets instead."""

import random
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusals import Refused

ANSWERS = {
    "429": (429, "Too Many Requests: retry after {}"),
    "429_bare": (429, "Too Many Requests"),
    "500": (500, "Internal Server Error: restart"),
    "400": (400, "Bad Request: sandbox: an injected fault"),
    "401": (401, "Unauthorized"),
    "403": (403, "Forbidden: bot was blocked by the user"),
    "404": (404, "Not Found"),
    "409": (
        409,
        "Conflict: terminated by other getUpdates request;"
        " make sure that only one bot instance is running",
    ),
}
WIRE = ("502", "reset_before", "reset_after", "slow", "truncated")
DUPLICATE = "duplicate"
KINDS = (*ANSWERS, *WIRE, DUPLICATE)


@dataclass(kw_only=True)
class Fault:
    id: int
    kind: str
    method: str | None = None  # None: every method
    chat: int | None = None
    probability: float = 1.0
    times: int | None = None  # None: until it is cleared
    retry_after: int = 1
    delay_s: float = 1.0
    description: str | None = None

    def refusal(self) -> Refused | None:
        """None for the faults of the wire."""
        if self.kind not in ANSWERS:
            return None
        code, said = ANSWERS[self.kind]
        retry_after = self.retry_after if self.kind == "429" else None
        return Refused(code, self.description or said.format(retry_after), retry_after)

    def hits(self, method: str, chat: int | None) -> bool:
        return (
            (self.method is None or self.method.lower() == method.lower())
            and self.chat in (None, chat)
            and (self.probability >= 1 or random.random() < self.probability)
        )


class Faults:
    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._last_id = 0

    def add(self, **fields: Any) -> Fault:
        self._last_id += 1
        fault = Fault(id=self._last_id, **fields)
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        self._faults.clear()

    def draw(self, method: str, chat: int | None) -> Fault | None:
        """The first fault that hits this call."""
        return self._take(method, chat, duplicates=False) if self._faults else None

    def doubles(self, chat: int | None) -> bool:
        """Whether this update is to be handed out twice."""
        return bool(self._faults) and self._take("", chat, duplicates=True) is not None

    def _take(self, method: str, chat: int | None, *, duplicates: bool) -> Fault | None:
        for fault in self._faults:
            if (fault.kind == DUPLICATE) == duplicates and fault.hits(method, chat):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._faults.remove(fault)
                return fault
        return None
