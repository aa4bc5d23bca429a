"""Files that people have sent, fetched from the sandbox."""

from base64 import b64encode
from dataclasses import replace

import pytest

from bot.channels.telegram import Telegram
from bot.domain.imports import NotFetched
from bot.sandbox.limits import Limits
from tests.channels.conftest import speaking_to
from tests.sandbox.wire import ANYA, TOKEN, Wire, wired

CONTENT = b"PK" + bytes(range(256)) * 20
ENOUGH = len(CONTENT)


async def sent(wire: Wire) -> str:
    """The id of a file that Аня has sent."""
    encoded = b64encode(CONTENT).decode()
    file = {"name": "каталог № 1.xlsx", "mime": "", "kind": "document", "base64": encoded}
    await wire.control(f"users/{ANYA}/message", file=file)
    (message,) = await wire.sees(ANYA)
    return str(message["document"]["file_id"])


async def refused(channel: Telegram, file: str, limit: int = ENOUGH) -> NotFetched:
    with pytest.raises(NotFetched) as caught:
        await channel.download(file, limit)
    return caught.value


async def test_a_file_is_fetched_whole(wire: Wire, channel: Telegram) -> None:
    assert await channel.download(await sent(wire), ENOUGH) == CONTENT


async def test_a_file_larger_than_wanted_is_not_held(wire: Wire, channel: Telegram) -> None:
    error = await refused(channel, await sent(wire), ENOUGH - 1)
    assert (str(error), error.final) == (f"more than {ENOUGH - 1} bytes", True)


async def test_a_file_that_telegram_does_not_know_is_not_asked_for_again(
    channel: Telegram,
) -> None:
    error = await refused(channel, "nonsense")
    assert (str(error), error.final) == ("400 Bad Request: invalid file_id", True)


async def test_a_file_that_telegram_does_not_hand_out_is_final() -> None:
    small = replace(Limits.raised(), download_bytes=100)
    async with wired(small) as wire, speaking_to(wire.url) as channel:
        error = await refused(channel, await sent(wire))
    assert (str(error), error.final) == ("400 Bad Request: file is too big", True)


@pytest.mark.parametrize("fault", ["429", "500", "502", "reset_before", "reset_after", "slow"])
async def test_a_passing_fault_is_not_final(wire: Wire, channel: Telegram, fault: str) -> None:
    file = await sent(wire)
    await wire.control("faults", fault=fault, method="getFile", times=1)
    error = await refused(channel, file)
    assert not error.final
    assert TOKEN not in str(error)
    assert await channel.download(file, ENOUGH) == CONTENT


async def test_a_telegram_that_is_gone_is_not_final() -> None:
    async with wired(Limits.raised()) as wire:
        file, url = await sent(wire), wire.url
    async with speaking_to(url) as channel:
        assert not (await refused(channel, file)).final
