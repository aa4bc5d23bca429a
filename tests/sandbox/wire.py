"""A bot and its people, as far as they can be told apart from real ones: by HTTP alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.sandbox.limits import Limits
from bot.sandbox.server import Sandbox, serving

TOKEN = "4242:a-token_of-tests"
ANYA, SERGEY = 1001, 1002


class Wire:
    def __init__(self, sandbox: Sandbox, url: str, session: aiohttp.ClientSession) -> None:
        self.sandbox = sandbox
        self.url = url
        self.session = session

    async def call(self, method: str, **params: Any) -> Any:
        """The result of a call that has to succeed."""
        status, body = await self.answer(method, **params)
        assert status == 200, body
        assert body["ok"] is True, body
        return body["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        """Code and description of a call that has to fail."""
        status, body = await self.answer(method, **params)
        assert body["ok"] is False, body
        assert body["error_code"] == status
        return status, body["description"]

    async def answer(self, method: str, **params: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"/bot{TOKEN}/{method}", json=params) as response:
            return response.status, await response.json()

    async def upload(self, method: str, params: dict[str, str], **files: bytes) -> dict[str, Any]:
        """The whole answer to a multipart call; file names are those of the parts."""
        form = aiohttp.FormData(params)
        for name, content in files.items():
            form.add_field(name, content, filename=f"{name}.bin")
        async with self.session.post(f"/bot{TOKEN}/{method}", data=form) as response:
            body: dict[str, Any] = await response.json()
            return body

    async def control(self, path: str, **fields: Any) -> dict[str, Any]:
        async with self.session.post(f"/sandbox/{path}", json=fields) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == 200, body
            return body

    async def impossible(self, path: str, **fields: Any) -> str:
        async with self.session.post(f"/sandbox/{path}", json=fields) as response:
            assert response.status == 400
            error: str = (await response.json())["error"]
            return error

    async def look(self, path: str) -> dict[str, Any]:
        async with self.session.get(f"/sandbox/{path}") as response:
            assert response.status == 200
            body: dict[str, Any] = await response.json()
            return body

    async def says(self, person: int, text: str) -> int:
        said: int = (await self.control(f"users/{person}/message", text=text))["message_id"]
        return said

    async def sends(self, person: int = ANYA, text: str = "hello", **params: Any) -> int:
        """The bot does; gives the id of its message."""
        sent: int = (await self.call("sendMessage", chat_id=person, text=text, **params))[
            "message_id"
        ]
        return sent

    async def sees(self, person: int = ANYA) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = (await self.look(f"users/{person}/chat"))["messages"]
        return messages

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        got: list[dict[str, Any]] = await self.call("getUpdates", **params)
        return got

    async def drained(self) -> None:
        """Confirms all there is."""
        waiting = await self.updates()
        if waiting:
            await self.updates(offset=waiting[-1]["update_id"] + 1)


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(text: str = "Да", data: str = "yes") -> dict[str, str]:
    return {"text": text, "callback_data": data}


@asynccontextmanager
async def wired(limits: Limits, token: str | None = None) -> AsyncIterator[Wire]:
    sandbox = Sandbox(token=token, limits=limits)
    async with serving(sandbox) as url, aiohttp.ClientSession(url) as session:
        yield Wire(sandbox, url, session)
