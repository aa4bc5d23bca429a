"""setMyCommands, getMyCommands, deleteMyCommands, setChatMenuButton, getChatMenuButton."""

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State

SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


def set_my_commands(state: State, call: Call) -> object:
    commands = call.decoded("commands", "can't parse commands JSON object") or []
    state.commands.set(_scope(state, call), call.text("language_code"), commands)
    state.stream.publish({"type": "commands"})
    return True


def get_my_commands(state: State, call: Call) -> object:
    return state.commands.get(_scope(state, call), call.text("language_code"))


def delete_my_commands(state: State, call: Call) -> object:
    state.commands.delete(_scope(state, call), call.text("language_code"))
    state.stream.publish({"type": "commands"})
    return True


def _scope(state: State, call: Call) -> str:
    """As a key: the type, and the chat where there is one."""
    value = call.decoded("scope", "can't parse BotCommandScope JSON object")
    if value is None:
        return "default"
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in SCOPES:
        return str(kind)
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat = state.chat(Call(method=call.method, fields=value))
    return f"{kind}:{chat.id}"


def set_chat_menu_button(state: State, call: Call) -> object:
    value = call.decoded("menu_button", "can't parse menu button JSON object")
    state.commands.set_button(_user(state, call), _button(value))
    return True


def get_chat_menu_button(state: State, call: Call) -> object:
    return state.commands.button(_user(state, call))


def _button(value: Any) -> dict[str, Any]:
    if value is None:
        return {"type": "default"}
    kind = value.get("type") if isinstance(value, dict) else None
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    if not isinstance(value.get("text"), str) or not isinstance(value.get("web_app"), dict):
        raise bad_request("can't parse menu button: Can't find field \"text\"")
    return {"type": kind, "text": value["text"], "web_app": value["web_app"]}


def _user(state: State, call: Call) -> int:
    """0 stands for everybody."""
    if not call.has("chat_id"):
        return 0
    person = state.people.get(call.integer("chat_id"))
    if person is None:
        raise bad_request("invalid user_id specified")
    return person.id
