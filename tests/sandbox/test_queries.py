"""Presses and inline queries."""

from typing import Any

import pytest

from tests.sandbox.wire import ANYA, SERGEY, Wire, button, keyboard

TOO_OLD = (
    400,
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
)


async def pressed(wire: Wire, label: object = "Да") -> dict[str, Any]:
    sent = await wire.sends(reply_markup=keyboard([button()]))
    await wire.control(f"users/{ANYA}/press", message_id=sent, button=label)
    query: dict[str, Any] = (await wire.updates())[-1]["callback_query"]
    return query


@pytest.mark.parametrize("label", ["Да", [0, 0]])
async def test_a_press_brings_the_message_and_the_data(wire: Wire, label: object) -> None:
    query = await pressed(wire, label)
    assert query["data"] == "yes"
    assert query["from"]["id"] == ANYA
    assert query["message"]["reply_markup"] == keyboard([button()])
    assert query["chat_instance"]


async def test_a_press_waits_until_it_is_answered(wire: Wire) -> None:
    query = await pressed(wire)
    assert (await wire.sees())[0]["pending"] == [[0, 0]]
    assert await wire.call("answerCallbackQuery", callback_query_id=query["id"]) is True
    assert "pending" not in (await wire.sees())[0]


async def test_an_answer_may_be_a_toast_or_an_alert(wire: Wire) -> None:
    for text, alert in (("готово", False), ("важно", True)):
        query = await pressed(wire)
        await wire.call(
            "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert
        )
    assert (await wire.look(f"users/{ANYA}/chat"))["toasts"] == [
        {"text": "готово", "alert": False},
        {"text": "важно", "alert": True},
    ]
    assert (await wire.look(f"users/{SERGEY}/chat"))["toasts"] == []


async def test_a_press_is_answered_once_and_in_time(wire: Wire) -> None:
    first, second = await pressed(wire), await pressed(wire)
    await wire.call("answerCallbackQuery", callback_query_id=first["id"])
    for query_id in (first["id"], "12345", "", None):
        refusal = await wire.refused("answerCallbackQuery", callback_query_id=query_id)
        assert refusal == TOO_OLD
    await wire.control("clock", advance_s=151)
    assert await wire.refused("answerCallbackQuery", callback_query_id=second["id"]) == TOO_OLD


async def test_the_text_of_an_answer_is_short(wire: Wire) -> None:
    query = await pressed(wire)
    answer = {"callback_query_id": query["id"]}
    assert await wire.refused("answerCallbackQuery", **answer, text="x" * 201) == (
        400,
        "Bad Request: MESSAGE_TOO_LONG",
    )
    assert await wire.refused("answerCallbackQuery", **answer, url="https://e.org") == (
        400,
        "Bad Request: URL_INVALID",
    )
    assert await wire.call("answerCallbackQuery", **answer, text="x" * 200)


async def test_a_press_on_a_message_that_is_gone_comes_without_its_content(wire: Wire) -> None:
    sent = await wire.sends(reply_markup=keyboard([button()]))
    await wire.call("deleteMessage", chat_id=ANYA, message_id=sent)
    await wire.control(f"users/{ANYA}/press", message_id=sent, button="Да")
    message = (await wire.updates())[-1]["callback_query"]["message"]
    assert (message["message_id"], message["date"]) == (sent, 0)
    assert set(message) == {"chat", "message_id", "date"}


ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "Сварщик",
    "input_message_content": {"message_text": "x"},
}


async def asked(wire: Wire, text: str = "свар") -> str:
    query_id: str = (await wire.control(f"users/{ANYA}/inline", query=text))["query_id"]
    return query_id


async def test_an_inline_query_is_answered_with_results(wire: Wire) -> None:
    query_id = await asked(wire)
    (update,) = await wire.updates()
    query = update["inline_query"]
    assert (query["id"], query["query"], query["offset"]) == (query_id, "свар", "")
    assert (await wire.look(f"inline/{query_id}"))["results"] is None
    assert await wire.call("answerInlineQuery", inline_query_id=query_id, results=[ARTICLE])
    assert (await wire.look(f"inline/{query_id}"))["results"] == [ARTICLE]
    refusal = await wire.refused("answerInlineQuery", inline_query_id=query_id, results=[])
    assert refusal == TOO_OLD


async def test_an_inline_query_lives_half_a_minute(wire: Wire) -> None:
    query_id = await asked(wire)
    await wire.control("clock", advance_s=31)
    assert await wire.updates() == []
    refusal = await wire.refused("answerInlineQuery", inline_query_id=query_id, results=[])
    assert refusal == TOO_OLD


async def test_an_inline_query_is_short(wire: Wire) -> None:
    assert "256" in await wire.impossible(f"users/{ANYA}/inline", query="x" * 257)


@pytest.mark.parametrize(
    ("results", "why"),
    [
        ({}, "expected an Array of inline query results"),
        (
            [{**ARTICLE, "id": str(n)} for n in range(51)],
            "too many inline query results specified",
        ),
        ([ARTICLE, ARTICLE], "RESULT_ID_DUPLICATE"),
        (
            [{"type": "article", "id": "1"}],
            "can't parse inline query result: Can't find field \"input_message_content\"",
        ),
        ([{**ARTICLE, "id": "x" * 65}], "RESULT_ID_INVALID"),
        (
            [{**ARTICLE, "reply_markup": keyboard([button(data="x" * 65)])}],
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_inline_results_are_checked(wire: Wire, results: object, why: str) -> None:
    query_id = await asked(wire)
    refusal = await wire.refused("answerInlineQuery", inline_query_id=query_id, results=results)
    assert refusal == (400, f"Bad Request: {why}")
