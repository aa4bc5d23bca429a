"""Updates that wait for the bot, in order, until they are confirmed or too old."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from bot.sandbox.clock import Clock
from bot.sandbox.faults import Faults
from bot.sandbox.ids import Ids
from bot.sandbox.limits import Limits

# Left out unless asked for by name
UNUSUAL = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True)
class Update:
    id: int
    kind: str
    lane: tuple[str, int]  # within it a webhook gets one update after the other
    expires: float
    body: bytes
    copies: int = 1  # how often it is still to be handed out
    repeated: bool = False


class Updates:
    def __init__(self, limits: Limits, clock: Clock, faults: Faults) -> None:
        self._limits = limits
        self._clock = clock
        self._faults = faults
        self._ids = Ids()
        self._pending: dict[int, Update] = {}
        self._allowed: list[str] = []  # empty: all but the unusual
        self._told: list[Callable[[], None]] = []

    def tell(self, arrived: Callable[[], None]) -> None:
        """To be called whenever there is a new update."""
        self._told.append(arrived)

    @property
    def allowed(self) -> list[str]:
        return self._allowed

    def allow(self, kinds: object) -> bool:
        """From now on only these; None leaves it as it is. True if that changed anything."""
        if not isinstance(kinds, list):
            return False
        changed = kinds != self._allowed
        self._allowed = kinds
        return changed

    def put(self, kind: str, what: dict[str, Any], lane: tuple[str, int]) -> None:
        if kind not in self._allowed if self._allowed else kind in UNUSUAL:
            return
        update_id = self._ids.next()
        self._pending[update_id] = Update(
            id=update_id,
            kind=kind,
            lane=lane,
            expires=self._clock.timestamp() + self._lifetime(kind),
            body=orjson.dumps({"update_id": update_id, kind: what}),
            copies=2 if self._faults.doubles(lane[1]) else 1,
        )
        for arrived in self._told:
            arrived()

    def _lifetime(self, kind: str) -> float:
        if kind == "callback_query":
            return self._limits.callback_update_s
        if kind == "inline_query":
            return self._limits.inline_update_s
        return self._limits.message_update_s

    def confirm(self, offset: int) -> None:
        """Forgets what came before the offset; a negative one keeps only the newest."""
        if offset < 0:
            for update in self.pending()[:offset]:
                del self._pending[update.id]
        for update in [u for u in self._pending.values() if u.id < offset]:
            self.done(update)

    def done(self, update: Update) -> None:
        update.copies -= 1
        update.repeated = True
        if update.copies <= 0:
            self._pending.pop(update.id, None)

    def pending(self) -> list[Update]:
        """In order, without those that came too long ago."""
        now = self._clock.timestamp()
        for update in [u for u in self._pending.values() if u.expires <= now]:
            del self._pending[update.id]
        return list(self._pending.values())

    def ready(self, limit: int) -> list[Update]:
        """As many of the pending ones as one answer may hold."""
        ready: list[Update] = []
        size = 0
        for update in self.pending()[:limit]:
            size += len(update.body)
            if ready and size > self._limits.updates_bytes:
                break
            ready.append(update)
        return ready

    def drop(self) -> None:
        self._pending.clear()
