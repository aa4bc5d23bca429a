"""What only mailings ask of Telegram: files by their id, and speed for a fee."""

from base64 import b64encode
from typing import Any

import orjson
import pytest

from bot.channels.telegram import Telegram
from bot.domain.outbox import Outcome
from bot.drawings import draw
from bot.sandbox.limits import Limits
from tests.channels.conftest import row, speaking_to
from tests.channels.test_delivering import BARS
from tests.sandbox.wire import ANYA, Wire, wired

PICTURE = {"kind": "photo", "name": "a.png", "base64": b64encode(draw(BARS)).decode()}
SHEET = {"kind": "document", "name": "план.pdf", "base64": "aGk="}


async def kept(wire: Wire, file: dict[str, str]) -> dict[str, Any]:
    """What the sandbox says of a file that a person has sent."""
    await wire.control(f"users/{ANYA}/message", file=file)
    async with wire.session.get(f"/sandbox/users/{ANYA}/chat") as response:
        message = (await response.json())["messages"][-1]
    return dict(message[file["kind"]])


@pytest.mark.parametrize("file", [PICTURE, SHEET])
async def test_a_file_that_telegram_keeps_goes_by_its_id(
    wire: Wire, channel: Telegram, file: dict[str, str]
) -> None:
    known = await kept(wire, file)
    photo = file["kind"] == "photo"
    body = {"file": {"photo": photo, "id": known["file_id"]}}
    report = await channel.deliver(row("<b>План</b>", body=body))
    assert report.outcome is Outcome.SENT
    (shown,) = [one for one in await wire.sees() if one["from"] == "bot"]
    assert shown["caption"] == "План"
    assert shown[file["kind"]]["file_id"] == known["file_id"]


async def test_an_id_that_telegram_does_not_know_is_refused_for_good(channel: Telegram) -> None:
    body = {"file": {"photo": True, "id": "nothing"}}
    assert (await channel.deliver(row(body=body))).outcome is Outcome.NOT_SENT_FINAL


async def test_only_what_is_paid_for_says_so(wire: Wire) -> None:
    async with wired(Limits(stars=1.0)) as rich, speaking_to(rich.url) as channel:
        for paid in (True, False):
            assert (await channel.deliver(row(paid=paid))).outcome is Outcome.SENT
        async with rich.session.get("/sandbox/journal") as response:
            journal = [orjson.loads(line) for line in (await response.read()).splitlines()]
    calls = [call for call in journal if call["method"] == "sendMessage"]
    asked = [call["params"].get("allow_paid_broadcast") for call in calls]
    assert asked == [True, None]


async def test_without_stars_nothing_is_sent_and_nothing_is_lost(wire: Wire) -> None:
    async with wired(Limits(stars=0.0)) as poor, speaking_to(poor.url) as channel:
        report = await channel.deliver(row(paid=True))
    assert (report.outcome, report.unpaid) == (Outcome.NOT_SENT_RETRY, True)
