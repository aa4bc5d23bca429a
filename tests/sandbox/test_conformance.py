"""A whole clean conversation against the published description of the Bot API."""

import asyncio
import base64
import sys
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest

from tests.sandbox.test_files import PNG
from tests.sandbox.test_queries import ARTICLE
from tests.sandbox.wire import ANYA, SERGEY, Wire, button, keyboard

CHECKER = Path(__file__).parents[2] / ".." / "shared" / "botapi" / "conform.py"
MISSING = not CHECKER.exists()


async def presses(wire: Wire) -> None:
    sent = await wire.sends(
        text="<b>Шаг</b> 😀 <a href='https://e.org'>x</a>",
        parse_mode="HTML",
        reply_markup=keyboard([button(), {"text": "Сайт", "url": "https://e.org/"}]),
    )
    for message_id in (sent, await wire.sends(reply_markup=keyboard([button()]))):
        await wire.call("sendChatAction", chat_id=ANYA, action="typing")
        await wire.control(f"users/{ANYA}/press", message_id=message_id, button="Да")
        update = (await wire.updates())[-1]
        await wire.call("answerCallbackQuery", callback_query_id=update["callback_query"]["id"])
        await wire.call("editMessageText", chat_id=ANYA, message_id=message_id, text="готово")
        await wire.updates(offset=update["update_id"] + 1, allowed_updates=[])
        await wire.call("deleteMessage", chat_id=ANYA, message_id=message_id)
    gone = await wire.sends(reply_markup=keyboard([button()]))
    await wire.call("deleteMessage", chat_id=ANYA, message_id=gone)
    await wire.control(f"users/{ANYA}/press", message_id=gone, button="Да")


async def files(wire: Wire) -> None:
    photo = (await wire.upload("sendPhoto", {"chat_id": str(ANYA)}, photo=PNG))["result"]
    await wire.call(
        "editMessageCaption", chat_id=ANYA, message_id=photo["message_id"], caption="вид"
    )
    await wire.upload("sendDocument", {"chat_id": str(ANYA)}, document=b"%PDF")
    media = '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://b"}]'
    await wire.upload("sendMediaGroup", {"chat_id": str(ANYA), "media": media}, a=PNG, b=PNG)
    await wire.call("getFile", file_id=photo["photo"][-1]["file_id"])
    for kind in ("photo", "document", "voice", "sticker", "video", "audio"):
        file = {
            "kind": kind,
            "name": "x.bin",
            "mime": "x/y",
            "base64": base64.b64encode(PNG).decode(),
        }
        await wire.control(f"users/{ANYA}/message", file=file, caption="вот")
    for kind in ("location", "contact"):
        await wire.control(f"users/{ANYA}/message", file={"kind": kind})


async def other_kinds(wire: Wire) -> None:
    said = await wire.says(ANYA, "привет #тег @durov https://e.org")
    await wire.control(f"users/{ANYA}/edit", message_id=said, text="/help")
    where = {"chat_id": SERGEY, "from_chat_id": ANYA, "message_id": said}
    await wire.call("copyMessage", **where)
    await wire.call("forwardMessage", **where)
    await wire.sends(reply_parameters={"message_id": said})
    await wire.call("sendLocation", chat_id=ANYA, latitude=55.3, longitude=86.1)
    await wire.call("sendContact", chat_id=ANYA, phone_number="+7", first_name="Центр")
    await wire.call("sendPoll", chat_id=ANYA, question="Идём?", options=[{"text": "да"}])


async def setting_up(wire: Wire) -> None:
    await wire.call("getMe")
    await wire.call("getChat", chat_id=ANYA)
    await wire.call("getChatMember", chat_id=ANYA, user_id=ANYA)
    await wire.call("setMyCommands", commands=[{"command": "start", "description": "x"}])
    await wire.call("getMyCommands")
    await wire.call("setChatMenuButton", menu_button={"type": "commands"})
    await wire.call("getChatMenuButton")
    query = (await wire.control(f"users/{ANYA}/inline", query="x"))["query_id"]
    await wire.call("answerInlineQuery", inline_query_id=query, results=[ARTICLE])


async def coming_and_going(wire: Wire) -> None:
    await wire.control(f"users/{ANYA}/block")
    await wire.refused("sendMessage", chat_id=ANYA, text="x")
    await wire.control(f"users/{ANYA}/unblock")
    await wire.drained()
    await wire.updates(timeout=1)
    await wire.call("setWebhook", url="http://127.0.0.1:9/", secret_token="s")
    await wire.call("getWebhookInfo")
    await wire.says(ANYA, "в пустоту")
    await wire.call("deleteWebhook")


async def judged(wire: Wire, tmp_path: Path) -> tuple[int | None, str]:
    """Exit status and words of the checker."""
    journal = tmp_path / "journal.jsonl"
    async with wire.session.get("/sandbox/journal") as response:
        journal.write_bytes(await response.read())
    checker = await asyncio.create_subprocess_exec(
        sys.executable, CHECKER, journal, "--strict", stdout=PIPE, stderr=STDOUT
    )
    said, _ = await checker.communicate()
    return checker.returncode, said.decode()


@pytest.mark.skipif(MISSING, reason="the description of the Bot API is not at hand")
async def test_nothing_in_the_journal_is_against_the_description(
    wire: Wire, tmp_path: Path
) -> None:
    await wire.says(ANYA, "/start p_1")
    await presses(wire)
    await files(wire)
    await other_kinds(wire)
    await setting_up(wire)
    await coming_and_going(wire)
    status, said = await judged(wire, tmp_path)
    assert status == 0, said
    assert " 0 errors, 0 warnings" in said


@pytest.mark.skipif(MISSING, reason="the description of the Bot API is not at hand")
async def test_the_checker_would_find_a_mistake(wire: Wire, tmp_path: Path) -> None:
    await wire.refused("sendMessage", chat_id="x", text="x", reply_marcup={})
    status, said = await judged(wire, tmp_path)
    assert status == 1
    assert "reply_marcup" in said
