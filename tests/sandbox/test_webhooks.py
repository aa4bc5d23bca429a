"""Updates posted to the bot."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.limits import Limits
from tests.sandbox.listening_bot import Bot, fails, listening, settles, takes, text
from tests.sandbox.wire import ANYA, SERGEY, Wire, button, keyboard, wired

NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    async with listening(Bot()) as bot:
        yield bot


async def test_updates_are_posted_with_the_secret(wire: Wire, bot: Bot) -> None:
    await wire.says(ANYA, "earlier")
    assert await wire.call("setWebhook", url=bot.url, secret_token="s3cret_-")
    await wire.says(ANYA, "later")
    assert [text(update) for update in await bot.has(2)] == ["earlier", "later"]
    assert bot.secrets == ["s3cret_-"] * 2
    await settles(wire)


async def test_without_a_secret_there_is_no_header(wire: Wire, bot: Bot) -> None:
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await bot.has(1)
    assert bot.secrets == [None]


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"url": "nowhere"}, "invalid webhook URL specified"),
        ({"url": "ftp://e.org/"}, "invalid webhook URL specified"),
        ({"url": NOWHERE, "secret_token": "x" * 257}, "secret token is too long"),
        ({"url": NOWHERE, "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_a_webhook_is_checked(wire: Wire, params: dict[str, str], why: str) -> None:
    assert await wire.refused("setWebhook", **params) == (400, f"Bad Request: {why}")


async def test_setting_and_deleting_say_what_happened(wire: Wire) -> None:
    async def said(method: str, **params: Any) -> str:
        return str((await wire.answer(method, **params))[1]["description"])

    assert await said("deleteWebhook") == "Webhook is already deleted"
    assert await said("setWebhook", url=NOWHERE) == "Webhook was set"
    assert await said("setWebhook", url=NOWHERE) == "Webhook is already set"
    assert await said("setWebhook", url=NOWHERE, secret_token="x") == "Webhook was set"
    assert await said("setWebhook", url="") == "Webhook was deleted"
    assert await said("setWebhook", url="") == "Webhook is already deleted"


async def test_the_state_of_the_webhook_can_be_asked_for(wire: Wire, bot: Bot) -> None:
    assert await wire.call("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    bot.answer = fails(web.Response(status=500))
    await wire.call("setWebhook", url=bot.url, max_connections=500, allowed_updates=["message"])
    await wire.says(ANYA, "hi")
    await bot.has(2)
    info = await wire.call("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == (bot.url, 100)
    assert (info["allowed_updates"], info["pending_update_count"]) == (["message"], 1)
    assert info["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )
    assert info["last_error_date"] > 0


async def test_a_failed_update_comes_again_at_once_and_then_ever_later(
    wire: Wire, bot: Bot
) -> None:
    bot.answer = fails(*(web.Response(status=500) for _ in range(4)))
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await bot.has(2)
    await asyncio.sleep(0.05)
    assert len(bot.updates) == 2
    for tries, seconds in ((3, 2), (4, 4), (5, 8)):
        await wire.control("clock", advance_s=seconds - 1)
        await asyncio.sleep(0.05)
        assert len(bot.updates) == tries - 1
        await wire.control("clock", advance_s=1.5)
        await bot.has(tries)
    assert len({update["update_id"] for update in bot.updates}) == 1
    await settles(wire)


async def test_the_bot_may_name_the_time_of_the_next_try(wire: Wire, bot: Bot) -> None:
    later = web.Response(status=503, headers={"Retry-After": "100"})
    bot.answer = fails(later, web.Response(status=503))
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await bot.has(1)
    await asyncio.sleep(0.05)
    await wire.control("clock", advance_s=98)
    await asyncio.sleep(0.05)
    assert len(bot.updates) == 1
    await wire.control("clock", advance_s=3)
    await bot.has(2)


async def test_a_chat_waits_for_its_first_update_and_others_do_not(wire: Wire, bot: Bot) -> None:
    async def stumbles(update: dict[str, Any]) -> web.Response:
        return web.Response(status=500 if text(update) == "bad" else 200)

    bot.answer = stumbles
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "bad")
    await wire.says(ANYA, "waits")
    await wire.says(SERGEY, "passes")
    await bot.has(3)
    await asyncio.sleep(0.05)
    assert sorted(text(update) for update in bot.updates) == ["bad", "bad", "passes"]
    bot.answer = takes
    await wire.control("clock", advance_s=2)
    await bot.has(5)
    assert [text(u) for u in bot.updates if text(u) != "passes"] == ["bad"] * 3 + ["waits"]


async def test_presses_of_one_person_do_not_wait_for_their_messages(wire: Wire, bot: Bot) -> None:
    bot.answer = fails(web.Response(status=500))
    sent = await wire.sends(reply_markup=keyboard([button()]))
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "stuck")
    await wire.control(f"users/{ANYA}/press", message_id=sent, button="Да")
    await bot.has(4)
    assert {kind for update in bot.updates for kind in update} == {
        "update_id",
        "message",
        "callback_query",
    }


async def test_an_update_that_nobody_takes_is_given_up_when_it_is_too_old(
    wire: Wire, bot: Bot
) -> None:
    bot.answer = fails(web.Response(status=500))
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await bot.has(2)
    await wire.control("clock", advance_s=86401)
    await settles(wire)


async def test_silence_counts_as_a_failure() -> None:
    async def sleeps(_: dict[str, Any]) -> web.Response:
        await asyncio.sleep(0.3)
        return web.Response()

    impatient = replace(Limits.raised(), webhook_answer_s=0.1)
    async with listening(Bot(answer=sleeps)) as bot, wired(impatient) as wire:
        await wire.call("setWebhook", url=bot.url)
        await wire.says(ANYA, "hi")
        await bot.has(2)
        info = await wire.call("getWebhookInfo")
        assert info["last_error_message"] == "Read timeout expired"


async def test_a_redirect_is_not_followed(wire: Wire, bot: Bot) -> None:
    away = web.Response(status=302, headers={"Location": f"{bot.url}elsewhere"})
    bot.answer = fails(away)
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await bot.has(2)
    info = await wire.call("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


@pytest.mark.parametrize("said", ["", "OK", "[]", "{}", '{"method": 1}', '{"method": "no"}'])
async def test_whatever_the_bot_says_beside_a_2xx_counts_as_taken(
    wire: Wire, bot: Bot, caplog: pytest.LogCaptureFixture, said: str
) -> None:
    async def speaks(_: dict[str, Any]) -> web.Response:
        return web.Response(status=202, text=said)

    bot.answer = speaks
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await settles(wire)
    assert (len(bot.updates), caplog.records) == (1, [])


async def test_nobody_at_home_is_said_so(wire: Wire) -> None:
    await wire.call("setWebhook", url=NOWHERE)
    await wire.says(ANYA, "hi")
    await asyncio.sleep(0.1)
    info = await wire.call("getWebhookInfo")
    assert info["last_error_message"] == "Connection refused"


async def test_a_webhook_that_is_gone_for_a_day_is_closed(wire: Wire, bot: Bot) -> None:
    bot.answer = fails(web.Response(status=410))
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await bot.has(2)
    await asyncio.sleep(0.05)
    await wire.control("clock", advance_s=22 * 3600)
    await bot.has(3)
    await asyncio.sleep(0.05)
    assert (await wire.call("getWebhookInfo"))["url"] == bot.url
    await wire.control("clock", advance_s=3601)
    await bot.has(4)
    await asyncio.sleep(0.05)
    assert (await wire.call("getWebhookInfo"))["url"] == ""


async def test_a_method_in_the_answer_is_carried_out(wire: Wire, bot: Bot) -> None:
    async def replies(update: dict[str, Any]) -> web.Response:
        said = {"method": "sendMessage", "chat_id": ANYA, "text": f"re: {text(update)}"}
        return web.json_response(said)

    bot.answer = replies
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await settles(wire)
    assert [message["text"] for message in await wire.sees()] == ["hi", "re: hi"]


async def test_the_webhook_itself_cannot_be_changed_by_an_answer(wire: Wire, bot: Bot) -> None:
    async def deletes(_: dict[str, Any]) -> web.Response:
        return web.Response(text=json.dumps({"method": "deleteWebhook"}))

    bot.answer = deletes
    await wire.call("setWebhook", url=bot.url)
    await wire.says(ANYA, "hi")
    await settles(wire)
    assert (await wire.call("getWebhookInfo"))["url"] == bot.url


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
async def test_pending_updates_can_be_dropped(wire: Wire, bot: Bot, method: str) -> None:
    await wire.says(ANYA, "old")
    await wire.call(method, url=bot.url, drop_pending_updates=True)
    assert (await wire.call("getWebhookInfo"))["pending_update_count"] == 0
    await wire.call("deleteWebhook")
    assert await wire.updates() == []


async def test_updates_wait_for_polling_again_after_the_webhook(wire: Wire) -> None:
    await wire.call("setWebhook", url=NOWHERE)
    await wire.says(ANYA, "hi")
    await wire.call("deleteWebhook")
    assert [text(update) for update in await wire.updates()] == ["hi"]
