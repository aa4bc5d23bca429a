"""Events for whoever watches the chats: each listener has its own queue."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson


class Stream:
    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[bytes | None]] = set()

    @property
    def watched(self) -> bool:
        return bool(self._listeners)

    def publish(self, event: dict[str, Any]) -> None:
        if self._listeners:
            line = b"data: " + orjson.dumps(event) + b"\n\n"
            for queue in self._listeners:
                queue.put_nowait(line)

    def close(self) -> None:
        for queue in self._listeners:
            queue.put_nowait(None)

    async def listen(self) -> AsyncIterator[bytes]:
        """Server-sent events, until the stream closes."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            yield b": hello\n\n"
            while (line := await queue.get()) is not None:
                yield line
        finally:
            self._listeners.discard(queue)
