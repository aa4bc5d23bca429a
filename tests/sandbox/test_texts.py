"""Texts and captions: what is too long, too little or pointed at wrongly."""

from typing import Any

import pytest

from tests.sandbox.test_html_text import entity
from tests.sandbox.wire import ANYA, Wire


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({}, "message text is empty"),
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t "}, "text must be non-empty"),
        ({"text": "я" * 4097}, "message is too long"),
        ({"text": "x" * 32769}, "text is too long"),
        ({"text": "<b>" + "x" * 4097 + "</b>", "parse_mode": "HTML"}, "message is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"text": "x", "parse_mode": "Markdown"},
            "sandbox: parse_mode Markdown is not implemented",
        ),
    ],
)
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_a_text_is_refused(wire: Wire, method: str, params: dict[str, str], why: str) -> None:
    sent = await wire.sends()
    refusal = await wire.refused(method, chat_id=ANYA, message_id=sent, **params)
    assert refusal == (400, f"Bad Request: {why}")


async def test_the_longest_text_counts_characters_after_parsing(wire: Wire) -> None:
    html = "<b>" + "🏟" * 4096 + "</b>"
    message = await wire.call("sendMessage", chat_id=ANYA, text=html, parse_mode="HTML")
    assert message["entities"] == [entity("bold", 0, 8192)]


async def test_white_space_at_the_ends_is_trimmed_and_entities_move_along(wire: Wire) -> None:
    message = await wire.call(
        "sendMessage", chat_id=ANYA, text="\n  ab  \n", entities=[entity("bold", 0, 6)]
    )
    assert message["text"] == "ab"
    assert message["entities"] == [entity("bold", 0, 2)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start p_x", [entity("bot_command", 0, 6)]),
        ("see /help@some_bot now", [entity("bot_command", 4, 14)]),
        ("and/or 1/2", []),
        ("мы: https://цопп.рф/курсы?x=1.", [entity("url", 4, 25)]),
        ("example.com, пиши", [entity("url", 0, 11)]),
        ("ask ivan@mail.ru!", [entity("email", 4, 12)]),
        ("🏟 @durov and #тег", [entity("mention", 3, 6), entity("hashtag", 14, 4)]),
        ("№ 12 - 3.5 hours; it's ok.ok", []),
    ],
)
async def test_the_server_finds_links_commands_and_mentions_itself(
    wire: Wire, text: str, entities: list[dict[str, Any]]
) -> None:
    message = await wire.call("sendMessage", chat_id=ANYA, text=text)
    assert message.get("entities", []) == entities


async def test_nothing_is_found_inside_code_and_links(wire: Wire) -> None:
    html = '<code>/start</code> <a href="e.org">/help</a>'
    message = await wire.call("sendMessage", chat_id=ANYA, text=html, parse_mode="HTML")
    assert [e["type"] for e in message["entities"]] == ["code", "text_link"]


async def test_only_a_hundred_entities_are_kept(wire: Wire) -> None:
    html = "<b>a</b> " * 120
    message = await wire.call("sendMessage", chat_id=ANYA, text=html, parse_mode="HTML")
    assert len(message["entities"]) == 100


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (
            entity("bold", 100, 1),
            "entity begins after the end of the text at UTF-16 offset 100",
        ),
        (
            entity("bold", 0, 100),
            "entity beginning at UTF-16 offset 0 ends after the end of the text"
            " at UTF-16 offset 100",
        ),
        (entity("bold", -1, 1), "receive an entity with incorrect offset -1"),
        (entity("bold", 0, -1), "receive an entity with incorrect length -1"),
        (entity("fat", 0, 1), "can't parse MessageEntity: Unsupported type specified"),
        (entity("text_link", 0, 1), "can't parse MessageEntity: Can't find field \"url\""),
        (entity("text_mention", 0, 1), "can't parse MessageEntity: Can't find field \"user\""),
        (
            entity("custom_emoji", 0, 1),
            "can't parse MessageEntity: Can't find field \"custom_emoji_id\"",
        ),
        (
            entity("text_link", 0, 1, url="not-a-url"),
            "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
        (entity("text_link", 0, 1, url=""), "entity URL '' is invalid: URL host is empty"),
    ],
)
async def test_entities_of_the_caller_are_checked(
    wire: Wire, wrong: dict[str, Any], why: str
) -> None:
    refusal = await wire.refused("sendMessage", chat_id=ANYA, text="hello", entities=[wrong])
    assert refusal == (400, f"Bad Request: {why}")


async def test_crossing_entities_of_the_caller_are_split(wire: Wire) -> None:
    message = await wire.call(
        "sendMessage",
        chat_id=ANYA,
        text="abcdef",
        entities=[entity("bold", 0, 4), entity("italic", 2, 4)],
    )
    assert message["entities"] == [
        entity("bold", 0, 4),
        entity("italic", 2, 2),
        entity("italic", 4, 2),
    ]
