"""Commands by scope and language, and the menu button."""

from typing import Any

import pytest

from tests.sandbox.wire import ANYA, SERGEY, Wire

EMILY = 1005


def command(name: str, description: str = "описание") -> dict[str, str]:
    return {"command": name, "description": description}


async def menu(wire: Wire, person: int) -> list[str]:
    return [c["command"] for c in (await wire.look(f"users?user={person}"))["commands"]]


async def test_commands_come_back_for_the_scope_and_language_they_were_set_for(
    wire: Wire,
) -> None:
    await wire.call("setMyCommands", commands=[command("start")])
    await wire.call("setMyCommands", commands=[command("english")], language_code="en")
    chat = {"type": "chat", "chat_id": ANYA}
    await wire.call("setMyCommands", commands=[command("anya")], scope=chat)
    assert await wire.call("getMyCommands") == [command("start")]
    assert await wire.call("getMyCommands", language_code="en") == [command("english")]
    assert await wire.call("getMyCommands", scope=chat) == [command("anya")]
    assert await wire.call("getMyCommands", scope={"type": "all_private_chats"}) == []


async def test_a_person_sees_the_narrowest_list(wire: Wire) -> None:
    private = {"type": "all_private_chats"}
    await wire.call("setMyCommands", commands=[command("start")])
    await wire.call("setMyCommands", commands=[command("english")], language_code="en")
    await wire.call(
        "setMyCommands", commands=[command("anya")], scope={"type": "chat", "chat_id": ANYA}
    )
    assert await menu(wire, ANYA) == ["anya"]
    assert await menu(wire, SERGEY) == ["start"]
    assert await menu(wire, EMILY) == ["english"]
    await wire.call("setMyCommands", commands=[command("private")], scope=private)
    assert await menu(wire, EMILY) == ["private"]
    await wire.call("deleteMyCommands", scope=private)
    assert await menu(wire, EMILY) == ["english"]


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"commands": [command("Start")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("a" * 33)]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("a", "")]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [command("a", "x" * 257)]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [command(f"a{n}") for n in range(101)]}, "can't set more than 100 commands"),
        ({"commands": {}, "scope": {"type": "default"}}, None),
        ({"commands": "x"}, "can't parse commands JSON object"),
        (
            {"commands": [{"command": "a"}]},
            "can't parse BotCommand: Can't find field \"description\"",
        ),
        (
            {"commands": [], "scope": {"type": "moon"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
    ],
)
async def test_commands_are_checked(wire: Wire, params: dict[str, Any], why: str | None) -> None:
    if why is None:
        assert await wire.call("setMyCommands", **params) is True
    else:
        assert await wire.refused("setMyCommands", **params) == (400, f"Bad Request: {why}")


async def test_the_largest_menu_is_taken(wire: Wire) -> None:
    largest = [command(f"{number:_>32}", "я" * 256) for number in range(100)]
    assert await wire.call("setMyCommands", commands=largest) is True
    assert await wire.call("getMyCommands") == largest


async def test_the_menu_button_is_set_for_one_or_for_all(wire: Wire) -> None:
    assert await wire.call("getChatMenuButton") == {"type": "commands"}
    await wire.call("setChatMenuButton", menu_button={"type": "default"})
    await wire.call("setChatMenuButton", chat_id=ANYA, menu_button={"type": "commands"})
    assert await wire.call("getChatMenuButton", chat_id=ANYA) == {"type": "commands"}
    assert await wire.call("getChatMenuButton", chat_id=SERGEY) == {"type": "default"}
    app = {"type": "web_app", "text": "x", "web_app": {"url": "https://e.org/"}}
    await wire.call("setChatMenuButton", chat_id=SERGEY, menu_button=app)
    assert await wire.call("getChatMenuButton", chat_id=SERGEY) == app
    for missing in ("text", "web_app"):
        refusal = await wire.refused("setChatMenuButton", menu_button={**app, missing: None})
        assert refusal[0] == 400
    refusal = await wire.refused("setChatMenuButton", menu_button={"type": "moon"})
    assert refusal == (
        400,
        "Bad Request: can't parse menu button: MenuButton has unsupported type",
    )
