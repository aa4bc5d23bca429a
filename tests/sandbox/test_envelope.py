"""Envelope, routing and tokens."""

import json
from typing import Any

import pytest

from bot.sandbox.limits import Limits
from tests.sandbox.wire import ANYA, TOKEN, Wire, button, keyboard, wired

ME = f"/bot{TOKEN}/getMe"


@pytest.mark.parametrize("path", [ME, f"/bot{TOKEN}/GETME", f"/bot{TOKEN}/test/getMe"])
@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_a_method_is_found_by_its_name_in_any_case(wire: Wire, verb: str, path: str) -> None:
    async with wire.session.request(verb, path) as response:
        assert response.status == 200
        assert (await response.json())["result"]["username"] == "traektoria_bot"


async def test_a_path_without_a_method_takes_it_from_the_parameters(wire: Wire) -> None:
    async with wire.session.get(f"/bot{TOKEN}", params={"method": "getMe"}) as response:
        assert (await response.json())["ok"] is True


async def test_the_bot_has_the_number_of_its_token(wire: Wire) -> None:
    assert (await wire.call("getMe"))["id"] == 4242


PARAMS = {"chat_id": str(ANYA), "text": "hi", "reply_markup": json.dumps(keyboard([button()]))}
WAYS: dict[str, dict[str, Any]] = {
    "query string": {"params": PARAMS},
    "urlencoded form": {"data": PARAMS},
    "JSON of strings": {"json": PARAMS},
    "JSON of values": {
        "json": {"chat_id": ANYA, "text": "hi", "reply_markup": keyboard([button()])}
    },
    "JSON with nulls": {
        "json": {
            "chat_id": ANYA,
            "text": "hi",
            "parse_mode": None,
            "reply_markup": keyboard([button()]),
        }
    },
}


@pytest.mark.parametrize("way", WAYS)
async def test_parameters_come_in_every_usual_way(wire: Wire, way: str) -> None:
    async with wire.session.post(f"/bot{TOKEN}/sendMessage", **WAYS[way]) as response:
        result = (await response.json())["result"]
    assert result["text"] == "hi"
    assert result["reply_markup"] == keyboard([button()])


async def test_parameters_come_as_multipart_too(wire: Wire) -> None:
    assert (await wire.upload("sendMessage", PARAMS, unused=b"x"))["result"]["text"] == "hi"


async def test_fields_without_a_value_are_left_out(wire: Wire) -> None:
    message = await wire.call("sendMessage", chat_id=ANYA, text="hi")
    assert set(message) == {"message_id", "from", "chat", "date", "text"}
    assert None not in message.values()


async def test_an_error_has_its_code_as_http_status(wire: Wire) -> None:
    status, body = await wire.answer("sendMessage", chat_id=ANYA)
    assert status == 400
    assert body == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: message text is empty",
    }


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/somewhere", 404, "Not Found"),
        ("/bot-without-a-number/getMe", 401, "Unauthorized: invalid token specified"),
        ("/bot12:with space/getMe", 401, "Unauthorized: invalid token specified"),
        (f"/bot{TOKEN}/getNothing", 404, "Not Found: method not found"),
        (f"/bot{TOKEN}/", 404, "Not Found: method not found"),
        (f"/file/bot{TOKEN}/photos/none.jpg", 404, "Not Found"),
        (
            f"/bot{TOKEN}/sendDice",
            400,
            "Bad Request: sandbox: method sendDice is not implemented",
        ),
        (
            f"/bot{TOKEN}/GETSTARTRANSACTIONS",
            400,
            "Bad Request: sandbox: method getStarTransactions is not implemented",
        ),
    ],
)
async def test_what_is_not_there_is_refused_as_the_server_does(
    wire: Wire, path: str, status: int, description: str
) -> None:
    async with wire.session.get(path) as response:
        assert response.status == status
        body = await response.json()
    assert body == {"ok": False, "error_code": status, "description": description}


async def test_only_the_own_token_is_let_in_where_one_is_given() -> None:
    async with wired(Limits(), token="1:other") as wire:
        assert await wire.refused("getMe") == (401, "Unauthorized")
        async with wire.session.get("/bot1:other/getMe") as response:
            assert response.status == 200


async def test_a_body_that_is_no_json_is_refused(wire: Wire) -> None:
    headers = {"Content-Type": "application/json"}
    async with wire.session.post(ME, data=b"{", headers=headers) as response:
        assert response.status == 400


@pytest.mark.parametrize("name", ["message_thread_id", "business_connection_id"])
async def test_parts_of_telegram_that_are_not_here_are_not_found(wire: Wire, name: str) -> None:
    code, said = await wire.refused("sendMessage", chat_id=ANYA, text="hi", **{name: 7})
    assert code == 400
    assert said.endswith("not found")


async def test_every_name_of_the_api_is_known_and_none_is_answered_404(wire: Wire) -> None:
    for name in ("sendMessage", "logOut", "sendInvoice", "getUserGifts", "createForumTopic"):
        status, _ = await wire.answer(name)
        assert status != 404, name
