"""Whatever stands in place of a parameter, or of a part of it: an answer, never a breakdown."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.test_files import PNG
from tests.sandbox.test_queries import ARTICLE
from tests.sandbox.wire import ANYA, SERGEY, Wire, button, keyboard

NONSENSE: list[Any] = [
    None,
    "",
    "я" * 70,
    "{",
    -1,
    10**20,
    1.5,
    True,
    [],
    [None],
    {},
    [[{"x": {}}]],
]
BOLD = {"type": "bold", "offset": 0, "length": 1}
CALLS: dict[str, dict[str, Any]] = {
    "sendMessage": {
        "chat_id": ANYA,
        "text": "<b>x</b>",
        "parse_mode": "HTML",
        "reply_markup": keyboard([button(), {"text": "x", "url": "e.org"}]),
        "reply_parameters": {"message_id": 1, "allow_sending_without_reply": True},
        "link_preview_options": {"is_disabled": True},
    },
    "editMessageText": {
        "chat_id": ANYA,
        "message_id": "SENT",
        "text": "new",
        "entities": [BOLD, {**BOLD, "type": "text_mention", "user": {"id": ANYA}}],
    },
    "editMessageReplyMarkup": {
        "chat_id": ANYA,
        "message_id": "SENT",
        "reply_markup": {"keyboard": [["x", {"text": "x"}]]},
    },
    "sendPhoto": {"chat_id": ANYA, "photo": "FILE", "caption": "x", "caption_entities": [BOLD]},
    "sendMediaGroup": {
        "chat_id": ANYA,
        "media": [{"type": "photo", "media": "FILE", "caption": "x"}] * 2,
    },
    "sendPoll": {
        "chat_id": ANYA,
        "question": "x",
        "options": [{"text": "x"}],
        "type": "quiz",
        "correct_option_ids": [0],
        "open_period": 60,
        "close_date": 0,
    },
    "sendLocation": {"chat_id": ANYA, "latitude": 1, "longitude": 1, "live_period": 60},
    "sendContact": {"chat_id": ANYA, "phone_number": "1", "first_name": "x"},
    "copyMessage": {"chat_id": SERGEY, "from_chat_id": ANYA, "message_id": "SENT"},
    "deleteMessages": {"chat_id": ANYA, "message_ids": [1]},
    "answerCallbackQuery": {"callback_query_id": "1", "text": "x", "url": "e.org"},
    "answerInlineQuery": {
        "inline_query_id": "1",
        "results": [{**ARTICLE, "reply_markup": keyboard([button()])}],
    },
    "setMyCommands": {
        "commands": [{"command": "x", "description": "x"}],
        "scope": {"type": "chat", "chat_id": ANYA},
        "language_code": "ru",
    },
    "setChatMenuButton": {
        "chat_id": ANYA,
        "menu_button": {"type": "web_app", "text": "x", "web_app": {"url": "https://e.org"}},
    },
    "getChatMember": {"chat_id": ANYA, "user_id": ANYA},
    "getFile": {"file_id": "FILE"},
    "setWebhook": {"url": "http://127.0.0.1:9/", "allowed_updates": ["message"]},
    "getUpdates": {"offset": 0, "limit": 1, "timeout": 0, "allowed_updates": ["message"]},
}


def spoiled(whole: Any) -> Iterator[Any]:
    """The same with nonsense in every place, one place at a time."""
    places = whole.items() if isinstance(whole, dict) else enumerate(whole)
    for place, part in places:
        inner = spoiled(part) if isinstance(part, dict | list) else iter(())
        for nonsense in [*NONSENSE, *inner]:
            other = copy.deepcopy(whole)
            other[place] = nonsense
            yield other


@pytest.mark.parametrize("method", CALLS)
async def test_nonsense_is_answered(
    wire: Wire, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    photo = (await wire.upload("sendPhoto", {"chat_id": str(ANYA)}, photo=PNG))["result"]
    real = {"SENT": await wire.sends(), "FILE": photo["photo"][0]["file_id"]}
    params = {name: real.get(str(value), value) for name, value in CALLS[method].items()}
    for call in spoiled(params):
        if "timeout" in call:
            call["timeout"] = 0
        status, body = await wire.answer(method, **call)
        assert (status == 200) is body["ok"], call
        assert status in (200, 400, 403), call
    assert caplog.records == []


ACTS: dict[str, dict[str, Any]] = {
    "users": {"first_name": "x", "language_code": "ru"},
    f"users/{ANYA}/message": {"file": {"kind": "document", "base64": "eA=="}, "caption": "x"},
    f"users/{ANYA}/press": {"message_id": 1, "button": [0, 0]},
    f"users/{ANYA}/edit": {"message_id": 1, "text": "x"},
    f"users/{ANYA}/start": {"payload": "x"},
    f"users/{ANYA}/inline": {"query": "x", "offset": ""},
    "faults": {"fault": "slow", "method": "none", "times": 1, "probability": 0, "delay_s": 0},
    "clock": {"advance_s": 0},
}


@pytest.mark.parametrize("path", ACTS)
async def test_nonsense_about_people_is_answered(
    wire: Wire, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    for fields in spoiled(ACTS[path]):
        async with wire.session.post(f"/sandbox/{path}", json=fields) as response:
            assert response.status in (200, 400), fields
    assert caplog.records == []
