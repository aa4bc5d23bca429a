"""«… is typing»: for a few seconds, or until the bot's next message."""

import asyncio

from bot.sandbox.clock import Clock
from bot.sandbox.limits import Limits
from bot.sandbox.people import Person
from bot.sandbox.stream import Stream


class TypingSigns:
    def __init__(self, limits: Limits, clock: Clock, stream: Stream) -> None:
        self._limits = limits
        self._clock = clock
        self._stream = stream
        self._timers: dict[int, asyncio.TimerHandle] = {}

    def begin(self, person: Person) -> None:
        self._cancel(person)
        seconds = self._limits.chat_action_s
        person.typing_until = self._clock.timestamp() + seconds
        loop = asyncio.get_running_loop()
        self._timers[person.id] = loop.call_later(seconds, self.end, person)
        self._tell(person, on=True)

    def end(self, person: Person) -> None:
        if self._cancel(person):
            person.typing_until = 0.0
            self._tell(person, on=False)

    def clear(self) -> None:
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()

    def _cancel(self, person: Person) -> bool:
        timer = self._timers.pop(person.id, None)
        if timer is not None:
            timer.cancel()
        return timer is not None

    def _tell(self, person: Person, *, on: bool) -> None:
        self._stream.publish({"type": "typing", "user": person.id, "on": on})
