"""A person who talks to the bot over the sandbox's control API, and sees what a person sees."""

import asyncio
import re
from dataclasses import dataclass, field
from typing import Any

import aiohttp

PATIENCE = 20.0  # seconds until silence is a failure


class Silence(AssertionError):
    """The bot did not answer."""


@dataclass
class Talk:
    session: aiohttp.ClientSession
    user: int
    seen: list[str] = field(default_factory=list)  # every text of the bot, in order

    async def says(self, text: str) -> dict[str, Any]:
        return await self._answered(self._post("message", text=text))

    async def sends(self, **file: Any) -> dict[str, Any]:
        return await self._answered(self._post("message", file=file))

    async def starts(self, payload: str = "") -> dict[str, Any]:
        return await self.says(f"/start {payload}".strip())

    async def presses(self, label: str, message: dict[str, Any] | None = None) -> dict[str, Any]:
        """`label`: what the button says, its number or the beginning of its words."""
        shown = message or await self.screen()
        return await self._answered(
            self._post("press", message_id=shown["message_id"], button=self.button(shown, label))
        )

    async def presses_in_vain(self, label: str, message: dict[str, Any]) -> None:
        """Without waiting for an answer."""
        await self._post("press", message_id=message["message_id"], button=label)

    @staticmethod
    def button(message: dict[str, Any], label: str) -> str:
        labels = [button["text"] for row in message["buttons"] for button in row]
        for said in labels:
            if label in (said, re.sub(r"^\d+\. ", "", said)):
                return str(said)
        for said in labels:
            if re.sub(r"^\d+\. ", "", said).startswith(label):
                return str(said)
        raise AssertionError(f"no button {label!r} under {message.get('text')!r}: {labels}")

    async def chat(self) -> list[dict[str, Any]]:
        async with self.session.get(f"/sandbox/users/{self.user}/chat") as response:
            return list((await response.json())["messages"])

    async def screen(self) -> dict[str, Any]:
        """What the bot said last."""
        said = [m for m in await self.chat() if m["from"] == "bot"]
        assert said, "the bot has said nothing"
        return said[-1]

    async def hears(self, words: str) -> dict[str, Any]:
        """Waits for a message of the bot with these words."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in reversed(await self.chat()):
                    if message["from"] == "bot" and words in text_of(message):
                        return message
                await asyncio.sleep(0.02)

    async def _answered(self, act: Any) -> dict[str, Any]:
        """Does it and waits until what the bot shows has changed and is still."""
        before = await self._shown()
        await act
        try:
            async with asyncio.timeout(PATIENCE):
                while (now := await self._shown()) == before:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
                while (then := await self._settled()) != now:
                    now = then
        except TimeoutError:
            last = text_of(before[-1]) if before else "nothing"
            raise Silence(f"no answer; the bot's last words: {last!r}") from None
        changed = [m for m in now if m not in before]
        self.seen += [text_of(m) for m in changed]
        return changed[-1]

    async def _settled(self) -> list[dict[str, Any]]:
        await asyncio.sleep(0.03)
        return await self._shown()

    async def _shown(self) -> list[dict[str, Any]]:
        """Without the spinner of a press that is under way."""
        said = [m for m in await self.chat() if m["from"] == "bot"]
        return [{key: value for key, value in m.items() if key != "pending"} for m in said]

    async def _post(self, act: str, **fields: Any) -> Any:
        async with self.session.post(f"/sandbox/users/{self.user}/{act}", json=fields) as response:
            body = await response.json()
            assert response.status == 200, body
            return dict(body)


def text_of(message: dict[str, Any]) -> str:
    return str(message.get("text") or message.get("caption") or "")


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]
