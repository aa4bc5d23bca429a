"""Where a bot may write, and what comes with a message."""

import pytest

from tests.sandbox.wire import ANYA, SERGEY, Wire


async def test_a_sent_message_is_from_the_bot_and_the_person_sees_it(wire: Wire) -> None:
    message = await wire.call("sendMessage", chat_id=ANYA, text="Привет!")
    assert message["from"]["is_bot"] is True
    assert message["chat"] == {"id": ANYA, "type": "private", "first_name": "Аня"}
    seen = (await wire.sees(ANYA))[-1]
    assert (seen["from"], seen["text"]) == ("bot", "Привет!")
    assert seen["message_id"] == message["message_id"]
    assert await wire.sees(SERGEY) == []


@pytest.mark.parametrize(
    ("chat", "why"),
    [
        (None, "chat_id is empty"),
        ("", "chat_id is empty"),
        (0, "chat not found"),
        (-1, "chat not found"),
        (999, "chat not found"),
        ("@nobody", "chat not found"),
        ("somebody", "chat not found"),
    ],
)
@pytest.mark.parametrize(
    "method", ["sendMessage", "sendChatAction", "editMessageText", "deleteMessage", "getChat"]
)
async def test_a_chat_that_does_not_exist_is_not_found(
    wire: Wire, method: str, chat: str | int | None, why: str
) -> None:
    params = {"text": "x", "action": "typing", "message_id": 1, "chat_id": chat}
    assert await wire.refused(method, **params) == (400, f"Bad Request: {why}")


async def test_a_person_who_blocked_the_bot_is_out_of_reach_until_they_unblock(
    wire: Wire,
) -> None:
    await wire.control(f"users/{ANYA}/block")
    blocked = (403, "Forbidden: bot was blocked by the user")
    assert await wire.refused("sendMessage", chat_id=ANYA, text="x") == blocked
    assert await wire.refused("sendChatAction", chat_id=ANYA, action="typing") == blocked
    await wire.control(f"users/{ANYA}/unblock")
    assert await wire.sends(ANYA)


async def test_a_bot_does_not_write_first(wire: Wire) -> None:
    stranger = (await wire.control("users", first_name="Лев", language_code="ru"))["id"]
    refusal = await wire.refused("sendMessage", chat_id=stranger, text="x")
    assert refusal == (403, "Forbidden: bot can't initiate conversation with a user")
    await wire.says(stranger, "/start")
    assert await wire.sends(stranger)


async def test_a_bot_does_not_write_to_itself(wire: Wire) -> None:
    me = (await wire.call("getMe"))["id"]
    refusal = await wire.refused("sendMessage", chat_id=me, text="x")
    assert refusal == (403, "Forbidden: the bot can't send messages to the bot")


async def test_a_reply_carries_the_message_it_answers(wire: Wire) -> None:
    asked = await wire.says(ANYA, "вопрос")
    reply = await wire.call(
        "sendMessage", chat_id=ANYA, text="ответ", reply_parameters={"message_id": asked}
    )
    assert reply["reply_to_message"]["text"] == "вопрос"


async def test_a_reply_to_nothing_is_refused_unless_that_is_allowed(wire: Wire) -> None:
    refusal = await wire.refused(
        "sendMessage", chat_id=ANYA, text="x", reply_parameters={"message_id": 1}
    )
    assert refusal == (400, "Bad Request: message to be replied not found")
    loose = {"message_id": 1, "allow_sending_without_reply": True}
    message = await wire.call("sendMessage", chat_id=ANYA, text="x", reply_parameters=loose)
    assert "reply_to_message" not in message
    refusal = await wire.refused("sendMessage", chat_id=ANYA, text="x", reply_parameters={})
    assert refusal == (400, 'Bad Request: can\'t find field "message_id"')


async def test_options_of_a_send_show_in_the_message(wire: Wire) -> None:
    message = await wire.call(
        "sendMessage",
        chat_id=ANYA,
        text="https://e.org",
        protect_content=True,
        message_effect_id="5104841245755180586",
        link_preview_options={"is_disabled": True},
    )
    assert message["has_protected_content"] is True
    assert message["effect_id"] == "5104841245755180586"
    assert message["link_preview_options"] == {"is_disabled": True}


async def test_ids_grow_within_a_chat_and_dates_are_unix_seconds(wire: Wire) -> None:
    first = await wire.call("sendMessage", chat_id=ANYA, text="1")
    second = await wire.call("sendMessage", chat_id=ANYA, text="2")
    assert second["message_id"] > first["message_id"]
    assert abs(first["date"] - wire.sandbox.clock.now().timestamp()) < 60


async def test_a_location_and_a_contact_are_sent(wire: Wire) -> None:
    place = await wire.call("sendLocation", chat_id=ANYA, latitude="55.35", longitude=86.08)
    assert place["location"] == {"latitude": 55.35, "longitude": 86.08}
    card = await wire.call(
        "sendContact", chat_id=ANYA, phone_number="+73842000000", first_name="Центр"
    )
    assert card["contact"] == {"phone_number": "+73842000000", "first_name": "Центр"}
    assert [sorted(set(m) & {"location", "contact"}) for m in await wire.sees()] == [
        ["location"],
        ["contact"],
    ]


@pytest.mark.parametrize(
    ("method", "params", "why"),
    [
        ("sendLocation", {"longitude": 1}, "latitude is empty"),
        ("sendLocation", {"latitude": 1}, "longitude is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 1}, "wrong location specified"),
        ("sendContact", {"first_name": "x"}, 'parameter "phone_number" is required'),
        ("sendContact", {"phone_number": "1"}, 'parameter "first_name" is required'),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("sendChatAction", {}, "wrong parameter action in request"),
    ],
)
async def test_parts_that_a_send_needs_are_asked_for(
    wire: Wire, method: str, params: dict[str, object], why: str
) -> None:
    assert await wire.refused(method, chat_id=ANYA, **params) == (400, f"Bad Request: {why}")


async def test_typing_lasts_five_seconds_or_until_the_next_message(wire: Wire) -> None:
    async def typing() -> bool:
        return bool((await wire.look(f"users/{ANYA}/chat"))["typing"])

    await wire.call("sendChatAction", chat_id=ANYA, action="typing")
    assert await typing()
    await wire.control("clock", advance_s=5)
    assert not await typing()
    await wire.call("sendChatAction", chat_id=ANYA, action="upload_document")
    assert await typing()
    await wire.sends()
    assert not await typing()


async def test_a_chat_and_its_members_are_told(wire: Wire) -> None:
    chat = await wire.call("getChat", chat_id=ANYA)
    assert (chat["first_name"], chat["type"]) == ("Аня", "private")
    member = await wire.call("getChatMember", chat_id=ANYA, user_id=ANYA)
    assert (member["status"], member["user"]["first_name"]) == ("member", "Аня")
    me = (await wire.call("getMe"))["id"]
    assert (await wire.call("getChatMember", chat_id=ANYA, user_id=me))["user"]["id"] == me
    assert await wire.refused("getChatMember", chat_id=ANYA, user_id=SERGEY) == (
        400,
        "Bad Request: member not found",
    )
    assert await wire.refused("getChatMember", chat_id=ANYA, user_id=5) == (
        400,
        "Bad Request: user not found",
    )
    assert await wire.refused("getChatMember", chat_id=ANYA, user_id="x") == (
        400,
        "Bad Request: invalid user_id specified",
    )
