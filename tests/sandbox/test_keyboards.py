"""reply_markup: what is echoed and what is refused."""

import json
from typing import Any

import pytest

from tests.sandbox.wire import ANYA, Wire, button, keyboard

PARSE = "can't parse inline keyboard button: "


async def test_an_inline_keyboard_comes_back_as_it_was_sent(wire: Wire) -> None:
    rows = keyboard(
        [button(), {"text": "Сайт", "url": "https://example.com/x"}],
        [{"text": "Код", "copy_text": {"text": "42"}}],
    )
    message = await wire.call("sendMessage", chat_id=ANYA, text="x", reply_markup=rows)
    assert message["reply_markup"] == rows


async def test_empty_rows_vanish_and_an_empty_keyboard_is_none(wire: Wire) -> None:
    message = await wire.call(
        "sendMessage", chat_id=ANYA, text="x", reply_markup=keyboard([], [button()], [])
    )
    assert message["reply_markup"] == keyboard([button()])
    message = await wire.call("sendMessage", chat_id=ANYA, text="x", reply_markup=keyboard([]))
    assert "reply_markup" not in message


@pytest.mark.parametrize(
    "markup",
    [
        {"keyboard": [["A", {"text": "B", "request_contact": True}]], "resize_keyboard": True},
        {"remove_keyboard": True},
        {"force_reply": True, "input_field_placeholder": "type"},
        {},
    ],
)
async def test_keyboards_of_other_kinds_are_taken_and_not_echoed(
    wire: Wire, markup: dict[str, Any]
) -> None:
    message = await wire.call("sendMessage", chat_id=ANYA, text="x", reply_markup=markup)
    assert "reply_markup" not in message


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": "bad"}, 'field "inline_keyboard" must be of type Array'),
        (
            keyboard(button()),  # type: ignore[arg-type]  # the mistake in question
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (keyboard([{"text": "x"}]), f"{PARSE}Text buttons are unallowed in the inline keyboard"),
        (keyboard([{"callback_data": "x"}]), f'{PARSE}Can\'t find field "text"'),
        (keyboard([button("")]), "inline keyboard button text must be non-empty"),
        (keyboard([button(data="")]), "BUTTON_DATA_INVALID"),
        (keyboard([button(data="x" * 65)]), "BUTTON_DATA_INVALID"),
        (keyboard([button(data="я" * 33)]), "BUTTON_DATA_INVALID"),
        (
            keyboard([{"text": "x", "url": "not-a-url"}]),
            "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
        (
            keyboard([{"text": "x", "url": "ftp://example.com"}]),
            "inline keyboard button URL 'ftp://example.com' is invalid: Unsupported URL protocol",
        ),
        (
            keyboard([{"text": "x", "web_app": {"url": "http://example.com"}}]),
            "inline keyboard button Web App URL 'http://example.com' is invalid:"
            " Only HTTPS links are allowed",
        ),
        (keyboard([{"text": "x", "pay": True}]), "BUTTON_TYPE_INVALID"),
        (keyboard([{"text": "x", "copy_text": {"text": ""}}]), "BUTTON_COPY_TEXT_INVALID"),
        (keyboard(*[[button()]] * 101), "reply markup is too long"),
        (keyboard([button()] * 9), "reply markup is too long"),
        (keyboard(*[[button("я" * 300)]] * 20), "reply markup is too long"),
        ({"keyboard": "bad"}, 'field "keyboard" must be of type Array'),
        (
            {"keyboard": ["x"]},
            'field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays',
        ),
        ({"keyboard": [["x"] * 13]}, "reply markup is too long"),
        ({"keyboard": [["x"]] * 301}, "reply markup is too long"),
        (
            {"keyboard": [["A"]], "resize_keyboard": "yes"},
            'field "resize_keyboard" must be of type Boolean',
        ),
        ({"remove_keyboard": "yes"}, 'field "remove_keyboard" must be of type Boolean'),
        ({"force_reply": "yes"}, 'field "force_reply" must be of type Boolean'),
    ],
)
async def test_a_keyboard_is_refused(wire: Wire, markup: Any, why: str) -> None:
    encoded = markup if isinstance(markup, str) else json.dumps(markup)
    refusal = await wire.refused("sendMessage", chat_id=ANYA, text="x", reply_markup=encoded)
    assert refusal == (400, f"Bad Request: {why}")


async def test_the_largest_keyboard_is_taken(wire: Wire) -> None:
    rows = keyboard(*[[button("x", "y" * 64)] * 8] * 12)
    assert await wire.sends(reply_markup=rows)


async def test_an_edit_takes_no_other_keyboard(wire: Wire) -> None:
    refusal = await wire.refused(
        "editMessageReplyMarkup",
        chat_id=ANYA,
        message_id=await wire.sends(),
        reply_markup={"remove_keyboard": True},
    )
    assert refusal == (400, "Bad Request: inline keyboard expected")
