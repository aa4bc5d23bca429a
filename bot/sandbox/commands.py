"""The command menu, by scope and language, and the menu button."""

import re
from typing import Any

from bot.sandbox.limits import Limits
from bot.sandbox.refusals import bad_request

NAME = re.compile(r"[a-z0-9_]+")
Command = dict[str, str]


class Commands:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lists: dict[tuple[str, str], list[Command]] = {}
        self._buttons: dict[int, dict[str, Any]] = {}

    def set(self, scope: str, language: str, commands: object) -> None:
        """Refused when a command breaks a limit."""
        if not isinstance(commands, list):
            raise bad_request("expected an Array of BotCommand")
        if len(commands) > self._limits.commands:
            raise bad_request(f"can't set more than {self._limits.commands} commands")
        self._lists[scope, language] = [self._checked(command) for command in commands]

    def get(self, scope: str, language: str) -> list[Command]:
        return self._lists.get((scope, language), [])

    def delete(self, scope: str, language: str) -> None:
        self._lists.pop((scope, language), None)

    def seen_by(self, user_id: int, language: str) -> list[Command]:
        """The first list that is set, from the narrowest scope and the person's language on."""
        for scope in (f"chat:{user_id}", "all_private_chats", "default"):
            for spoken in (language, ""):
                if commands := self._lists.get((scope, spoken)):
                    return commands
        return []

    def set_button(self, user_id: int, button: dict[str, Any]) -> None:
        self._buttons[user_id] = button

    def button(self, user_id: int) -> dict[str, Any]:
        """That of this person, else that of everybody (user 0)."""
        return self._buttons.get(user_id) or self._buttons.get(0) or {"type": "commands"}

    def _checked(self, command: object) -> Command:
        if not isinstance(command, dict):
            raise bad_request("can't parse BotCommand: expected an Object")
        for field in ("command", "description"):
            if not isinstance(command.get(field), str):
                raise bad_request(f"can't parse BotCommand: Can't find field \"{field}\"")
        name = command["command"].removeprefix("/")
        description = command["description"].strip()
        if not NAME.fullmatch(name) or len(name) > self._limits.command_characters:
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= self._limits.command_description_characters:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        return {"command": name, "description": description}
