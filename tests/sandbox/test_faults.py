"""Faults on order."""

import asyncio
import errno
import json
import time
from typing import Any

import aiohttp
import pytest

from tests.sandbox.wire import ANYA, SERGEY, TOKEN, Wire

SEND = {"chat_id": ANYA, "text": "x"}


@pytest.mark.parametrize(
    ("order", "status", "body"),
    [
        (
            {"fault": "429", "retry_after": 7},
            429,
            {"description": "Too Many Requests: retry after 7", "parameters": {"retry_after": 7}},
        ),
        ({"fault": "429_bare"}, 429, {"description": "Too Many Requests"}),
        ({"fault": "500"}, 500, {"description": "Internal Server Error: restart"}),
        ({"fault": "403"}, 403, {"description": "Forbidden: bot was blocked by the user"}),
        (
            {"fault": "400", "description": "Bad Request: chat not found"},
            400,
            {"description": "Bad Request: chat not found"},
        ),
        ({"fault": "401"}, 401, {"description": "Unauthorized"}),
        ({"fault": "404"}, 404, {"description": "Not Found"}),
        (
            {"fault": "409"},
            409,
            {
                "description": "Conflict: terminated by other getUpdates request;"
                " make sure that only one bot instance is running"
            },
        ),
    ],
)
async def test_an_error_is_answered_and_nothing_is_done(
    wire: Wire, order: dict[str, Any], status: int, body: dict[str, Any]
) -> None:
    await wire.control("faults", **order, times=1)
    assert await wire.answer("sendMessage", **SEND) == (
        status,
        {"ok": False, "error_code": status, **body},
    )
    assert await wire.sees() == []
    assert await wire.sends()


async def test_a_bad_gateway_speaks_html(wire: Wire) -> None:
    await wire.control("faults", fault="502", times=1)
    async with wire.session.post(f"/bot{TOKEN}/sendMessage", json=SEND) as response:
        assert (response.status, response.content_type) == (502, "text/html")
    assert await wire.sees() == []


@pytest.mark.parametrize(
    ("fault", "done"), [("reset_before", 0), ("reset_after", 1), ("truncated", 1)]
)
async def test_a_connection_breaks_before_or_after_the_work(
    wire: Wire, fault: str, done: int
) -> None:
    await wire.control("faults", fault=fault, times=1)
    broken = (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError, aiohttp.ClientPayloadError)
    with pytest.raises(broken):
        await wire.answer("sendMessage", **SEND)
    assert len(await wire.sees()) == done
    assert await wire.sends()


async def test_a_reset_is_a_reset(wire: Wire) -> None:
    await wire.control("faults", fault="reset_before", times=1)
    with pytest.raises(aiohttp.ClientOSError) as caught:
        await wire.answer("sendMessage", **SEND)
    assert caught.value.errno == errno.ECONNRESET


async def test_a_slow_call_is_done_at_once_and_answered_late(wire: Wire) -> None:
    await wire.control("faults", fault="slow", delay_s=0.2, times=1)
    started = time.monotonic()
    call = asyncio.create_task(wire.sends())
    await asyncio.sleep(0.1)
    assert len(await wire.sees()) == 1
    await call
    assert time.monotonic() - started >= 0.2


async def test_a_fault_hits_only_its_method_and_chat(wire: Wire) -> None:
    await wire.control("faults", fault="403", method="sendmessage", chat=ANYA)
    assert await wire.sends(SERGEY)
    assert await wire.call("sendChatAction", chat_id=ANYA, action="typing")
    assert (await wire.refused("sendMessage", **SEND))[0] == 403
    assert (await wire.refused("sendMessage", chat_id=str(ANYA), text="x"))[0] == 403


async def test_a_fault_lasts_its_times_or_until_it_is_cleared(wire: Wire) -> None:
    await wire.control("faults", fault="500", times=2)
    codes = [(await wire.answer("sendMessage", **SEND))[0] for _ in range(3)]
    assert codes == [500, 500, 200]
    await wire.control("faults", fault="500")
    assert (await wire.answer("getMe"))[0] == 500
    async with wire.session.delete("/sandbox/faults") as response:
        assert response.status == 200
    assert (await wire.answer("getMe"))[0] == 200


async def test_a_fault_may_be_a_matter_of_chance(wire: Wire) -> None:
    await wire.control("faults", fault="500", probability=0.5)
    codes = {(await wire.answer("getMe"))[0] for _ in range(60)}
    assert codes == {200, 500}


async def test_a_poll_that_is_cut_off_loses_no_update(wire: Wire) -> None:
    await wire.control("faults", fault="reset_after", method="getUpdates", times=1)
    await wire.says(ANYA, "hi")
    with pytest.raises(aiohttp.ClientError):
        await wire.updates()
    assert len(await wire.updates()) == 1


async def test_every_update_is_handed_out_twice(wire: Wire) -> None:
    await wire.control("faults", fault="duplicate")
    await wire.says(ANYA, "1")
    first = await wire.updates()
    await wire.says(ANYA, "2")
    offset = first[0]["update_id"] + 1
    again = await wire.updates(offset=offset)
    assert [u["message"]["text"] for u in again] == ["1", "2"]
    assert again[0] == first[0]
    last = await wire.updates(offset=again[1]["update_id"] + 1)
    assert [u["message"]["text"] for u in last] == ["2"]
    assert await wire.updates(offset=again[1]["update_id"] + 1) == []


async def test_the_journal_marks_what_was_injected(wire: Wire) -> None:
    await wire.sends()
    await wire.control("faults", fault="429", times=1)
    await wire.answer("sendMessage", **SEND)
    await wire.control("faults", fault="reset_before", times=1)
    with pytest.raises(aiohttp.ClientError):
        await wire.answer("sendMessage", **SEND)
    await wire.control("faults", fault="duplicate", times=1)
    await wire.says(ANYA, "1")
    offset = (await wire.updates())[0]["update_id"] + 1
    await wire.updates(offset=offset)
    async with wire.session.get("/sandbox/journal") as response:
        records = [json.loads(line) for line in (await response.text()).splitlines()]
    assert [("injected" in record) for record in records] == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ({}, "fault is one of"),
        ({"fault": "flood"}, "fault is one of"),
        ({"fault": "500", "tims": 1}, "a fault has no tims"),
        ({"fault": "500", "times": "many"}, "times"),
        ({"fault": "500", "probability": -1}, "probability"),
    ],
)
async def test_a_wrong_order_is_explained(wire: Wire, order: dict[str, Any], why: str) -> None:
    assert why in await wire.impossible("faults", **order)
