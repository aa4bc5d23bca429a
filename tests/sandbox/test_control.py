"""What people do, and what the sandbox tells about them."""

import asyncio
import base64
import contextlib
import json
from datetime import datetime
from typing import Any

import aiohttp
import pytest

from bot.sandbox.people import READY_MADE, ReadyMade
from bot.sandbox.server import PortInUse, Sandbox, serving
from tests.sandbox.test_files import PNG
from tests.sandbox.wire import ANYA, SERGEY, Wire, button, keyboard


async def test_five_people_are_there_from_the_start(wire: Wire) -> None:
    found = await wire.look("users")
    assert [user["id"] for user in found["users"]] == [1001, 1002, 1003, 1004, 1005]
    anya = found["users"][0]
    assert (anya["first_name"], anya["language_code"]) == ("Аня", "ru")
    assert anya["hint"]
    assert (anya["start"], anya["blocked"], anya["unread"]) == (None, False, 0)
    assert found["bot"] == {"username": "traektoria_bot", "first_name": "Траектория"}


async def test_people_may_be_given_with_invitations() -> None:
    people = [
        *READY_MADE[:1],
        ReadyMade(id=7, first_name="Я", language_code="ru", hint="", start="i"),
    ]
    async with (
        serving(Sandbox(people=people)) as url,
        aiohttp.ClientSession(url) as session,
        session.get("/sandbox/users") as response,
    ):
        users = (await response.json())["users"]
    assert [(user["id"], user["start"]) for user in users] == [(ANYA, None), (7, "i")]


async def test_somebody_new_joins_and_writes(wire: Wire) -> None:
    new = (await wire.control("users", first_name="Лев", language_code="en"))["id"]
    assert await wire.says(new, "hi")
    user = (await wire.updates())[0]["message"]["from"]
    assert user == {"id": new, "is_bot": False, "first_name": "Лев", "language_code": "en"}


async def test_unread_counts_the_bots_messages_until_the_chat_is_opened(wire: Wire) -> None:
    async def unread() -> int:
        return int((await wire.look("users"))["users"][0]["unread"])

    await wire.sends()
    await wire.sends()
    assert await unread() == 2
    await wire.sees()
    assert await unread() == 0


async def test_a_start_button_sends_the_payload_and_takes_back_a_block(wire: Wire) -> None:
    await wire.control(f"users/{ANYA}/block")
    await wire.control(f"users/{ANYA}/start", payload="p_welder-1")
    assert [m["text"] for m in await wire.sees()] == ["/start p_welder-1"]
    assert (await wire.look("users"))["users"][0]["blocked"] is False
    await wire.control(f"users/{ANYA}/start")
    assert (await wire.sees())[-1]["text"] == "/start"


@pytest.mark.parametrize("payload", ["with space", "x" * 65, "ключ"])
async def test_a_payload_is_short_and_plain(wire: Wire, payload: str) -> None:
    assert "payload" in await wire.impossible(f"users/{ANYA}/start", payload=payload)


async def test_a_deep_link_in_a_button_starts_and_other_links_open(wire: Wire) -> None:
    rows = keyboard(
        [
            {"text": "Карточка", "url": "https://t.me/traektoria_bot?start=p_x"},
            {"text": "Сайт", "url": "https://example.com/"},
            {"text": "Другой бот", "url": "https://t.me/other_bot?start=p_x"},
            {"text": "Код", "copy_text": {"text": "42"}},
        ]
    )
    sent = await wire.sends(reply_markup=rows)

    async def press(label: str) -> dict[str, Any]:
        return await wire.control(f"users/{ANYA}/press", message_id=sent, button=label)

    assert (await press("Карточка"))["url"] == "https://t.me/traektoria_bot?start=p_x"
    assert (await press("Сайт"))["url"] == "https://example.com/"
    assert (await press("Другой бот"))["url"].endswith("p_x")
    assert (await press("Код"))["copy_text"] == "42"
    assert [u["message"]["text"] for u in await wire.updates()] == ["/start p_x"]


async def test_what_cannot_be_done_is_explained(wire: Wire) -> None:
    sent = await wire.sends(reply_markup=keyboard([button()]))
    user = f"users/{ANYA}"
    assert "«Да»" in await wire.impossible(f"{user}/press", message_id=sent, button="Нет")
    assert "[1, 0]" in await wire.impossible(f"{user}/press", message_id=sent, button=[1, 0])
    assert "message 5" in await wire.impossible(f"{user}/press", message_id=5, button="Да")
    assert "message_id" in await wire.impossible(f"{user}/press", button="Да")
    assert "text" in await wire.impossible(f"{user}/message")
    assert "needs a text" in await wire.impossible(f"{user}/message", text="  ")
    assert "4096" in await wire.impossible(f"{user}/message", text="x" * 4097)
    assert "no text message" in await wire.impossible(f"{user}/edit", message_id=sent, text="x")
    assert "kind" in await wire.impossible(f"{user}/message", file={"kind": "gif"})
    assert "999" in await wire.impossible("users/999/message", text="x")
    assert "first_name" in await wire.impossible("users")
    assert "advance_s" in await wire.impossible("clock", advance_s=-1)
    await wire.control(f"{user}/block")
    assert "blocked" in await wire.impossible(f"{user}/message", text="x")
    assert "blocked" in await wire.impossible(f"{user}/press", message_id=sent, button="Да")


@pytest.mark.parametrize("path", ["inline/5", "files/5", "users/5/chat"])
async def test_what_is_not_there_cannot_be_looked_at(wire: Wire, path: str) -> None:
    async with wire.session.get(f"/sandbox/{path}") as response:
        assert response.status == 400
        assert "there is no" in (await response.json())["error"]


async def test_an_unknown_page_of_the_control_api_says_so(wire: Wire) -> None:
    async with wire.session.post("/sandbox/userz") as response:
        assert response.status == 404
        assert "/sandbox/userz" in (await response.json())["error"]
    async with wire.session.post("/sandbox/users", data=b"{") as response:
        assert (response.status, (await response.json())["error"]) == (400, "the body is no JSON")


@pytest.mark.parametrize("kind", ["photo", "document", "voice", "sticker", "video", "audio"])
async def test_a_person_sends_a_file(wire: Wire, kind: str) -> None:
    file = {
        "name": "имя.bin",
        "mime": "application/x-test",
        "base64": base64.b64encode(PNG).decode(),
        "kind": kind,
    }
    await wire.control(f"users/{ANYA}/message", file=file, caption="вот")
    message = (await wire.updates())[0]["message"]
    part = message[kind][-1] if kind == "photo" else message[kind]
    assert message["caption"] == "вот"
    assert "path" in json.dumps(await wire.call("getFile", file_id=part["file_id"]))
    (seen,) = await wire.sees()
    assert (seen["from"], seen["caption"], seen[kind]["size"]) == ("user", "вот", len(PNG))


@pytest.mark.parametrize("kind", ["location", "contact"])
async def test_a_person_sends_a_place_or_a_contact(wire: Wire, kind: str) -> None:
    await wire.control(f"users/{ANYA}/message", file={"kind": kind})
    assert (await wire.updates())[0]["message"][kind] == (await wire.sees())[0][kind]


async def test_a_file_that_is_no_picture_is_no_photo(wire: Wire) -> None:
    file = {"kind": "photo", "base64": base64.b64encode(b"text").decode()}
    said = await wire.impossible(f"users/{ANYA}/message", file=file)
    assert "IMAGE_PROCESS_FAILED" in said
    assert "base64" in await wire.impossible(
        f"users/{ANYA}/message", file={"kind": "document", "base64": "?"}
    )


async def test_the_clock_goes_on_and_never_back(wire: Wire) -> None:
    before = await wire.look("clock")
    after = await wire.control("clock", advance_s=3600)
    assert after["offset_s"] == before["offset_s"] + 3600
    passed = datetime.fromisoformat(after["now"]) - datetime.fromisoformat(before["now"])
    assert 3600 <= passed.total_seconds() < 3660
    message = await wire.call("sendMessage", chat_id=ANYA, text="x")
    assert message["date"] >= int(datetime.fromisoformat(after["now"]).timestamp())
    assert wire.sandbox.clock.offset == 3600


async def test_a_reset_empties_the_chats_and_keeps_what_the_bot_has_set_up(wire: Wire) -> None:
    await wire.call("setMyCommands", commands=[{"command": "start", "description": "x"}])
    new = (await wire.control("users", first_name="Лев", language_code="ru"))["id"]
    last = await wire.says(new, "hi")
    last = max(last, await wire.says(ANYA, "hi"))
    await wire.control(f"users/{SERGEY}/block")
    await wire.control("faults", fault="500")
    await wire.control("reset")
    found = await wire.look("users")
    assert [user["id"] for user in found["users"]] == [1001, 1002, 1003, 1004, 1005]
    assert not any(user["blocked"] for user in found["users"])
    assert found["commands"] == [{"command": "start", "description": "x"}]
    assert await wire.sees() == []
    assert await wire.updates() == []
    assert await wire.says(ANYA, "again") > last


async def test_the_journal_has_every_call_with_its_answer(wire: Wire) -> None:
    await wire.sends(text="hi")
    await wire.refused("sendMessage", chat_id=5, text="x")
    await wire.upload("sendPhoto", {"chat_id": str(ANYA)}, photo=PNG)
    async with wire.session.get("/sandbox/journal") as response:
        records = [json.loads(line) for line in (await response.text()).splitlines()]
    assert [r["method"] for r in records] == ["sendMessage", "sendMessage", "sendPhoto"]
    assert records[0]["params"] == {"chat_id": ANYA, "text": "hi"}
    assert records[0]["response"]["result"]["text"] == "hi"
    assert [r["status"] for r in records] == [200, 400, 200]
    assert records[2]["params"]["photo"] == {"__file__": "photo.bin", "size": len(PNG)}
    assert all(r["ms"] >= 0 for r in records)


async def test_it_is_well_and_says_so(wire: Wire) -> None:
    assert await wire.look("health") == {"ok": True}


async def test_a_port_that_is_taken_is_named(wire: Wire) -> None:
    port = int(wire.url.rpartition(":")[2])
    with pytest.raises(PortInUse, match=str(port)):
        async with serving(Sandbox(), port=port):
            pytest.fail("two on one port")


async def test_it_closes_at_once_and_quietly_whatever_is_open(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with aiohttp.ClientSession() as session:
        async with serving(Sandbox()) as url:
            order = {"fault": "slow", "delay_s": 50, "method": "getMe"}
            await (await session.post(f"{url}/sandbox/faults", json=order)).read()
            waiting = [
                asyncio.create_task(answered(session, f"{url}{path}"))
                for path in ("/bot1:x/getUpdates?timeout=50", "/bot1:x/getMe", "/sandbox/stream")
            ]
            await asyncio.sleep(0.05)
            assert not any(task.done() for task in waiting)
            closing = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - closing < 0.5
        async with asyncio.timeout(1):
            await asyncio.gather(*waiting)
    assert caplog.records == []


async def answered(session: aiohttp.ClientSession, url: str) -> None:
    """Waits for the whole answer, or for the end of the connection."""
    with contextlib.suppress(aiohttp.ClientError):
        async with session.get(url) as response:
            await response.read()
