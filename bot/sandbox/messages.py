"""Chats and what is in them. A message's wire form is replaced, never changed in place."""

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.ids import Ids
from bot.sandbox.people import Person

Wire = dict[str, Any]
MEDIA = ("photo", "document", "voice", "sticker", "video", "audio", "location", "contact", "poll")


@dataclass(slots=True)
class Message:
    wire: Wire
    by_bot: bool
    deleted: bool = False
    edited: bool = False
    # Presses that wait for answerCallbackQuery: (row, column) of each query
    waiting: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.wire["message_id"])

    @property
    def kind(self) -> str:
        return next((kind for kind in MEDIA if kind in self.wire), "text")

    @property
    def buttons(self) -> list[list[dict[str, Any]]]:
        rows: list[list[dict[str, Any]]] = self.wire.get("reply_markup", {}).get(
            "inline_keyboard", []
        )
        return rows


@dataclass(slots=True)
class Chat:
    person: Person
    messages: dict[int, Message] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)
    unsent: int = 0  # sends that are on their way

    @property
    def id(self) -> int:
        return self.person.id

    def add(self, sender: dict[str, Any], content: Wire, date: int) -> Message:
        wire = {
            "message_id": self.ids.next(),
            "from": sender,
            "chat": self.person.chat(),
            "date": date,
            **content,
        }
        message = Message(wire, by_bot=bool(sender["is_bot"]))
        self.messages[message.id] = message
        return message

    def find(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message
