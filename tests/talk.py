"""A person who talks to the bot over the sandbox's control API, and sees what a person sees."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp

PATIENCE = 20.0  # seconds until silence is a failure
LOOK_AGAIN = 0.003  # seconds
NUMBER = re.compile(r"^\d+\. ")

Message = dict[str, Any]


class Silence(AssertionError):
    """The bot did not answer."""


@dataclass
class Talk:
    session: aiohttp.ClientSession
    user: int
    rests: Callable[[], Awaitable[None]]  # waits until the bot has done all that it was asked
    seen: list[str] = field(default_factory=list)  # every text of the bot, in order

    async def says(self, text: str) -> Message:
        return await self._answered(self._post("message", text=text))

    async def sends(self, **file: Any) -> Message:
        return await self._answered(self._post("message", file=file))

    async def starts(self, payload: str = "") -> Message:
        return await self.says(f"/start {payload}".strip())

    async def presses(self, label: str, message: Message | None = None) -> Message:
        """`label`: what the button says, its number or the beginning of its words."""
        return await self._answered(self.presses_in_vain(label, message or await self.screen()))

    async def presses_in_vain(self, label: str, message: Message) -> None:
        """Without waiting for an answer."""
        said = self.button(message, label)
        await self._post("press", message_id=message["message_id"], button=said)

    @staticmethod
    def button(message: Message, label: str) -> str:
        shown = labels(message)
        for fits in (
            lambda said: label in (said, NUMBER.sub("", said)),
            lambda said: said.startswith(f"{label}. "),
            lambda said: NUMBER.sub("", said).startswith(label),
        ):
            if found := next(filter(fits, shown), None):
                return found
        raise AssertionError(f"no button {label!r} under {text_of(message)!r}: {shown}")

    async def chat(self) -> list[Message]:
        async with self.session.get(f"/sandbox/users/{self.user}/chat") as response:
            messages: list[Message] = (await response.json())["messages"]
            return messages

    async def screen(self) -> Message:
        """What the bot said last."""
        said = await self._shown()
        assert said, "the bot has said nothing"
        return said[-1]

    async def hears(self, words: str) -> Message:
        """Waits for a message of the bot with these words."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(await self._shown()):
                    if words in text_of(message):
                        return message
                await asyncio.sleep(LOOK_AGAIN)

    async def lets_pass(self, seconds: float) -> None:
        """Moves everybody's clock."""
        async with self.session.post("/sandbox/clock", json={"advance_s": seconds}) as response:
            assert response.status == 200

    async def _answered(self, act: Awaitable[object]) -> Message:
        """The last of the messages that are new or have changed."""
        before = await self._shown()
        await act
        try:
            await self.rests()
        except TimeoutError:
            raise Silence("the bot is still at work") from None
        changed = [message for message in await self._shown() if message not in before]
        if not changed:
            raise Silence(f"no answer; before that: {text_of(before[-1]) if before else ''!r}")
        self.seen += [text_of(message) for message in changed]
        return changed[-1]

    async def _shown(self) -> list[Message]:
        """Without the spinner of a press that is under way."""
        said = [message for message in await self.chat() if message["from"] == "bot"]
        return [{key: value for key, value in m.items() if key != "pending"} for m in said]

    async def _post(self, act: str, **fields: Any) -> Any:
        async with self.session.post(f"/sandbox/users/{self.user}/{act}", json=fields) as response:
            body = await response.json()
            assert response.status == 200, body
            return dict(body)


def text_of(message: Message) -> str:
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Message) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]
