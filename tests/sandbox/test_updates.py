"""getUpdates: order, confirmation, waiting, and two who ask at once."""

import asyncio
import time
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.limits import Limits
from tests.sandbox.wire import ANYA, SERGEY, TOKEN, Wire, button, keyboard, wired

OTHER = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
    " running"
)
WEBHOOK = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
    " the webhook first"
)


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_in_order_and_again_until_they_are_confirmed(wire: Wire) -> None:
    await wire.says(ANYA, "1")
    await wire.says(SERGEY, "2")
    first = await wire.updates()
    assert texts(first) == ["1", "2"]
    assert await wire.updates() == first
    rest = await wire.updates(offset=first[0]["update_id"] + 1)
    assert rest == first[1:]
    assert await wire.updates(offset=first[1]["update_id"] + 1) == []
    assert await wire.updates() == []


async def test_ids_are_sequential_positive_and_have_one_kind_each(wire: Wire) -> None:
    for number in range(5):
        await wire.says(ANYA, str(number))
        await asyncio.sleep(0.05)
    updates = await wire.updates()
    ids = [update["update_id"] for update in updates]
    assert ids == list(range(ids[0], ids[0] + 5))
    assert ids[0] > 0
    assert all(len(update) == 2 for update in updates)


async def test_a_restarted_sandbox_goes_on_above_the_old_ids() -> None:
    async with wired(Limits.raised()) as wire:
        before = [await wire.says(ANYA, str(n)) for n in range(3)]
        last = (await wire.updates())[-1]["update_id"]
        added = (await wire.control("users", first_name="Лев", language_code="ru"))["id"]
    await asyncio.sleep(0.3)  # a restart takes longer than these few ids
    async with wired(Limits.raised()) as wire:
        assert await wire.says(ANYA, "x") > before[-1]
        assert (await wire.updates())[0]["update_id"] > last
        assert (await wire.control("users", first_name="Ян", language_code="ru"))["id"] > added


async def test_a_negative_offset_keeps_only_the_newest(wire: Wire) -> None:
    for number in range(4):
        await wire.says(ANYA, str(number))
    assert texts(await wire.updates(offset=-1)) == ["3"]
    assert texts(await wire.updates()) == ["3"]


@pytest.mark.parametrize(("limit", "count"), [(2, 2), (0, 1), (-5, 1), (1000, 100), (None, 100)])
async def test_the_limit_is_clamped(wire: Wire, limit: int | None, count: int) -> None:
    for number in range(101):
        await wire.says(ANYA, str(number))
    assert len(await wire.updates(limit=limit)) == count


async def test_one_answer_holds_so_many_bytes() -> None:
    async with wired(replace(Limits.raised(), updates_bytes=1500)) as wire:
        for _ in range(5):
            await wire.says(ANYA, "x" * 300)
        assert len(await wire.updates()) == 2


async def test_a_long_poll_ends_as_soon_as_something_comes(wire: Wire) -> None:
    poll = asyncio.create_task(wire.updates(timeout=30))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await wire.says(ANYA, "hi")
    async with asyncio.timeout(2):
        assert texts(await poll) == ["hi"]


async def test_a_long_poll_without_news_ends_after_its_time(wire: Wire) -> None:
    started = time.monotonic()
    assert await wire.updates(timeout=1) == []
    assert time.monotonic() - started >= 0.99


async def test_the_longest_poll_is_clamped() -> None:
    async with wired(replace(Limits.raised(), poll_timeout_s=0)) as wire, asyncio.timeout(2):
        assert await wire.updates(timeout=3600) == []


async def test_who_asks_the_same_again_at_once_waits_and_gets_one() -> None:
    hurried = replace(Limits.raised(), same_offset_wait_s=0.3, same_offset_one_s=0.2)
    async with wired(hurried) as wire:
        assert await wire.updates() == []
        started = time.monotonic()
        assert await wire.updates() == []
        assert time.monotonic() - started >= 0.29
        await wire.says(ANYA, "1")
        await wire.says(ANYA, "2")
        assert texts(await wire.updates(offset=1)) == ["1", "2"]
        assert texts(await wire.updates(offset=1)) == ["1"]
        assert texts(await wire.updates(offset=2)) == ["1", "2"]


async def test_of_two_polls_the_older_one_is_sent_away(wire: Wire) -> None:
    older = asyncio.create_task(wire.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(wire.updates(timeout=30))
    status, body = await older
    assert (status, body["description"]) == (409, OTHER)
    await wire.says(ANYA, "hi")
    assert texts(await newer) == ["hi"]


async def test_a_second_conflict_in_a_row_is_answered_late() -> None:
    async with wired(replace(Limits.raised(), conflict_pause_s=0.4)) as wire:
        first = asyncio.create_task(wire.answer("getUpdates", timeout=30))
        await asyncio.sleep(0.05)
        second = asyncio.create_task(wire.answer("getUpdates", timeout=30))
        assert (await first)[0] == 409
        third = asyncio.create_task(wire.answer("getUpdates", timeout=30))
        started = time.monotonic()
        assert (await second)[0] == 409
        assert time.monotonic() - started >= 0.35
        await wire.says(ANYA, "hi")
        assert (await third)[0] == 200


async def test_a_webhook_ends_the_poll_and_forbids_the_next(wire: Wire) -> None:
    poll = asyncio.create_task(wire.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.05)
    await wire.call("setWebhook", url="http://127.0.0.1:9/")
    status, body = await poll
    assert (status, body["description"]) == (409, "Conflict: terminated by setWebhook request")
    assert await wire.refused("getUpdates") == (409, WEBHOOK)
    await wire.call("deleteWebhook")
    assert await wire.updates() == []


async def test_only_the_kinds_that_are_allowed_are_made(wire: Wire) -> None:
    await wire.says(ANYA, "before")
    await wire.updates(allowed_updates=["callback_query"])
    await wire.says(ANYA, "not wanted")
    sent = await wire.sends(reply_markup=keyboard([button()]))
    await wire.control(f"users/{ANYA}/press", message_id=sent, button="Да")
    kinds = [sorted(update)[0] for update in await wire.updates()]
    assert kinds == ["message", "callback_query"]
    await wire.updates(allowed_updates=[])
    await wire.says(ANYA, "wanted again")
    assert texts((await wire.updates())[-1:]) == ["wanted again"]


@pytest.mark.parametrize(("kind", "seconds"), [("message", 86400), ("callback_query", 150)])
async def test_updates_grow_too_old(wire: Wire, kind: str, seconds: int) -> None:
    sent = await wire.sends(reply_markup=keyboard([button()]))
    if kind == "message":
        await wire.says(ANYA, "hi")
    else:
        await wire.control(f"users/{ANYA}/press", message_id=sent, button="Да")
    await wire.control("clock", advance_s=seconds - 5)
    assert len(await wire.updates()) == 1
    await wire.control("clock", advance_s=6)
    assert await wire.updates() == []


async def test_the_bots_own_messages_never_come_back(wire: Wire) -> None:
    await wire.sends()
    assert await wire.updates() == []


async def test_an_edit_by_a_person_is_an_update_of_its_own_kind(wire: Wire) -> None:
    said = await wire.says(ANYA, "было")
    await wire.drained()
    await wire.control(f"users/{ANYA}/edit", message_id=said, text="/стало")
    (update,) = await wire.updates()
    edited = update["edited_message"]
    assert (edited["message_id"], edited["text"]) == (said, "/стало")
    assert "edit_date" in edited
    assert (await wire.sees())[0]["edited"] is True


async def test_an_update_is_what_it_was_when_it_came(wire: Wire) -> None:
    sent = await wire.sends(text="old", reply_markup=keyboard([button()]))
    await wire.control(f"users/{ANYA}/press", message_id=sent, button="Да")
    await wire.call("editMessageText", chat_id=ANYA, message_id=sent, text="new")
    (update,) = await wire.updates()
    assert update["callback_query"]["message"]["text"] == "old"


async def test_block_and_unblock_are_told(wire: Wire) -> None:
    me = await wire.call("getMe")
    await wire.control(f"users/{ANYA}/block")
    await wire.control(f"users/{ANYA}/block")
    await wire.control(f"users/{ANYA}/unblock")
    changes = [update["my_chat_member"] for update in await wire.updates()]
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["from"]["id"] == changes[0]["chat"]["id"] == ANYA
    assert changes[0]["new_chat_member"]["user"]["id"] == me["id"]


async def test_a_poll_whose_caller_has_gone_takes_nothing_with_it(wire: Wire) -> None:
    poll = asyncio.create_task(wire.session.post(f"/bot{TOKEN}/getUpdates", json={"timeout": 30}))
    await asyncio.sleep(0.05)
    poll.cancel()
    await wire.says(ANYA, "hi")
    assert texts(await wire.updates()) == ["hi"]
