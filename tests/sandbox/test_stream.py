"""Server-sent events."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.sandbox.wire import ANYA, Wire, button, keyboard


class Events:
    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self._response = response

    async def next(self) -> dict[str, Any]:
        while True:
            line = await self._response.content.readline()
            if line.startswith(b"data: "):
                event: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
                return event


@asynccontextmanager
async def watching(wire: Wire) -> AsyncIterator[Events]:
    async with wire.session.get("/sandbox/stream") as response:
        assert response.content_type == "text/event-stream"
        await response.content.readline()  # the greeting: from here on nothing is missed
        yield Events(response)


async def test_messages_of_both_sides_are_told_as_they_look_in_the_chat(wire: Wire) -> None:
    async with watching(wire) as events:
        await wire.says(ANYA, "привет")
        said = await events.next()
        sent = await wire.sends(reply_markup=keyboard([button()]))
        answered = await events.next()
    assert (said["type"], said["user"], said["message"]["from"]) == ("message", ANYA, "user")
    assert answered["message"]["message_id"] == sent
    assert [said["message"], answered["message"]] == await wire.sees()


async def test_edits_deletions_and_answers_are_told(wire: Wire) -> None:
    sent = await wire.sends(reply_markup=keyboard([button()]))
    async with watching(wire) as events:
        await wire.control(f"users/{ANYA}/press", message_id=sent, button="Да")
        query = (await wire.updates())[0]["callback_query"]["id"]
        await wire.call("answerCallbackQuery", callback_query_id=query, text="ок")
        assert await events.next() == {"type": "answered", "user": ANYA, "message_id": sent}
        assert await events.next() == {
            "type": "toast",
            "user": ANYA,
            "text": "ок",
            "alert": False,
        }
        await wire.call("editMessageText", chat_id=ANYA, message_id=sent, text="new")
        edited = await events.next()
        assert (edited["type"], edited["message"]["text"]) == ("edited", "new")
        await wire.call("deleteMessage", chat_id=ANYA, message_id=sent)
        assert await events.next() == {"type": "deleted", "user": ANYA, "message_id": sent}


async def test_typing_begins_and_ends_with_the_message(wire: Wire) -> None:
    async with watching(wire) as events:
        await wire.call("sendChatAction", chat_id=ANYA, action="typing")
        assert await events.next() == {"type": "typing", "user": ANYA, "on": True}
        await wire.sends()
        assert await events.next() == {"type": "typing", "user": ANYA, "on": False}
        assert (await events.next())["type"] == "message"


async def test_what_concerns_everybody_is_told(wire: Wire) -> None:
    async with watching(wire) as events:
        await wire.control("users", first_name="Лев", language_code="ru")
        assert await events.next() == {"type": "users"}
        await wire.call("setMyCommands", commands=[])
        assert await events.next() == {"type": "commands"}
        await wire.control("clock", advance_s=60)
        moved = await events.next()
        assert (moved["type"], moved["offset_s"]) == ("clock", 60)
        await wire.control(f"users/{ANYA}/block")
        assert await events.next() == {"type": "users"}
        await wire.control("reset")
        assert await events.next() == {"type": "reset"}


async def test_several_watch_the_same(wire: Wire) -> None:
    async with watching(wire) as one, watching(wire) as other:
        await wire.says(ANYA, "hi")
        assert await one.next() == await other.next()
