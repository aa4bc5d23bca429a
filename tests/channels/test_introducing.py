"""What is asked of Telegram once, at the start."""

import pytest
from telegram import BotCommand, InputFile

from bot.channels.bot_api import BotApi, JsonRequest
from bot.channels.telegram import BadToken, NoAnswer, Telegram
from bot.sandbox.limits import Limits
from tests.channels.conftest import speaking_to
from tests.sandbox.wire import ANYA, TOKEN, Wire, wired

EMILY = 1005
COMMANDS = {"ru": [("menu", "Меню")], "en": [("menu", "Menu")]}


async def test_the_bot_learns_its_name(channel: Telegram) -> None:
    assert (await channel.me()).username == "traektoria_bot"


@pytest.mark.parametrize("token", ["4243:another-token_of-tests", ""])
async def test_a_wrong_token_is_said_in_one_sentence(token: str) -> None:
    async with wired(Limits.raised(), token=TOKEN) as wire, speaking_to(wire.url, token) as channel:
        with pytest.raises(BadToken, match="copy it whole from @BotFather"):
            await channel.me()


async def test_no_network_is_said_in_one_sentence() -> None:
    async with speaking_to("http://127.0.0.1:9") as channel:
        with pytest.raises(NoAnswer, match="check the network"):
            await channel.me()


async def test_everybody_sees_the_commands_in_their_language(wire: Wire, channel: Telegram) -> None:
    await channel.introduce(COMMANDS)
    for person, description in ((ANYA, "Меню"), (EMILY, "Menu"), (0, "Меню")):
        seen = (await wire.look(f"users?user={person}"))["commands"]
        assert seen == [{"command": "menu", "description": description}]


async def test_a_menu_that_cannot_be_set_stops_nobody(
    wire: Wire, channel: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    await wire.control("faults", fault="500", method="setMyCommands")
    await channel.introduce(COMMANDS)
    assert "the command menu is not set" in caplog.text


async def test_python_telegram_bot_can_upload_over_the_same_transport(wire: Wire) -> None:
    async with JsonRequest() as request:
        bot = BotApi(request, wire.url, TOKEN).typed
        assert await bot.set_my_commands([BotCommand("menu", "Menu")])
        await bot.send_document(ANYA, InputFile(b"hello", filename="a.txt"), caption="a file")
    (shown,) = await wire.sees()
    assert (shown["caption"], shown["document"]["size"]) == ("a file", 5)
