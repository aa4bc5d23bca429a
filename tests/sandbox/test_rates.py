"""429: how much is too much, and when there may be more."""

import asyncio
from dataclasses import replace

import pytest

from bot.sandbox.limits import Limits
from tests.sandbox.test_files import CHAT, PNG
from tests.sandbox.wire import ANYA, SERGEY, TOKEN, Wire, wired

PEOPLE = (1001, 1002, 1003, 1004, 1005)


async def flood(wire: Wire, person: int = ANYA) -> tuple[int, int]:
    """Sends until it is refused: how many went, and the seconds to wait."""
    for sent in range(1000):
        status, body = await wire.answer("sendMessage", chat_id=person, text=str(sent))
        if status == 429:
            retry_after = body["parameters"]["retry_after"]
            assert body["description"] == f"Too Many Requests: retry after {retry_after}"
            return sent, retry_after
    raise AssertionError("no limit in sight")


async def test_one_chat_takes_a_short_burst_and_then_one_a_second(real: Wire) -> None:
    sent, retry_after = await flood(real)
    assert (sent, retry_after) == (5, 1)
    assert await real.sends(SERGEY)
    await real.control("clock", advance_s=retry_after)
    assert await flood(real) == (1, 1)
    await real.control("clock", advance_s=3)
    assert await flood(real) == (3, 1)


async def test_the_wait_is_also_in_a_header(real: Wire) -> None:
    await flood(real)
    params = {"chat_id": str(ANYA), "text": "x"}
    async with real.session.post(f"/bot{TOKEN}/sendMessage", data=params) as response:
        assert response.headers["Retry-After"] == "1"


async def test_all_chats_together_take_thirty_a_second() -> None:
    crowd = replace(Limits(), chat_rate=100.0, chat_burst=100.0)
    async with wired(crowd) as wire:
        sent = 0
        while (await wire.answer("sendMessage", chat_id=PEOPLE[sent % 5], text="x"))[0] == 200:
            sent += 1
        assert 30 <= sent <= 35  # some time passes while they are sent


async def test_edits_and_answers_are_not_counted(real: Wire) -> None:
    sent = await real.sends()
    await flood(real)
    for number in range(10):
        await real.call("editMessageText", chat_id=ANYA, message_id=sent, text=str(number))
    await real.call("sendChatAction", chat_id=ANYA, action="typing")


async def test_an_album_counts_as_its_pictures(real: Wire) -> None:
    items = '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://a"}]'
    for _ in range(3):
        answer = await real.upload("sendMediaGroup", {**CHAT, "media": items}, a=PNG)
        assert answer["ok"] is True, answer
    answer = await real.upload("sendMediaGroup", {**CHAT, "media": items}, a=PNG)
    assert answer["parameters"]["retry_after"] == 2


async def test_paid_messages_pass_the_limits_while_the_stars_last() -> None:
    async with wired(Limits()) as wire:
        refusal = await wire.refused(
            "sendMessage", chat_id=ANYA, text="x", allow_paid_broadcast=True
        )
        assert refusal == (400, "Bad Request: FLOODSKIP_NOT_ALLOWED")
    async with wired(replace(Limits(), stars=0.95)) as wire:
        for _ in range(9):
            await wire.sends(allow_paid_broadcast=True)
        assert (await flood(wire))[0] == 5
        refusal = await wire.refused(
            "sendMessage", chat_id=ANYA, text="x", allow_paid_broadcast=True
        )
        assert refusal == (400, "Bad Request: FLOODSKIP_NOT_ALLOWED")


async def test_too_many_unsent_in_one_chat_are_held_and_sent_away_for_a_minute() -> None:
    tight = replace(Limits.raised(), unsent_in_chat=3, unsent_hold_s=0.1)
    async with wired(tight) as wire:
        await wire.control("faults", fault="slow", times=3, delay_s=0.5)
        on_their_way = [asyncio.create_task(wire.sends()) for _ in range(3)]
        while len(await wire.sees()) < 3:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        refusal = await wire.refused("sendMessage", chat_id=ANYA, text="x")
        assert refusal == (429, "Too Many Requests: retry after 60")
        assert await wire.sends(SERGEY)
        await asyncio.gather(*on_their_way)
        assert await wire.sends()


@pytest.mark.parametrize(("size", "refused"), [(100_000, False), (100_001, True)])
async def test_large_uploads_of_one_size_queue_up(size: int, refused: bool) -> None:
    short = replace(Limits(), same_upload_backlog_s=-0.9, unsent_hold_s=0.0)
    async with wired(short) as wire:
        for content in (b"x", b"y"):
            assert (await wire.upload("sendDocument", CHAT, document=content * size))["ok"]
        answer = await wire.upload("sendDocument", CHAT, document=b"z" * size)
        assert (answer.get("error_code") == 429) is refused


async def test_a_second_webhook_within_a_second_has_to_wait(real: Wire) -> None:
    await real.call("setWebhook", url="http://127.0.0.1:9/")
    refusal = await real.refused("setWebhook", url="http://127.0.0.1:9/")
    assert refusal == (429, "Too Many Requests: retry after 1")
    await real.control("clock", advance_s=1)
    assert await real.call("setWebhook", url="http://127.0.0.1:9/")
