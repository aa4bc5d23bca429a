"""What a person sees on their screen."""

from typing import Any

from bot.sandbox.files import Files
from bot.sandbox.messages import Chat, Message

PARTS = ("location", "contact", "poll")


def chat_view(chat: Chat, files: Files, now: float) -> dict[str, Any]:
    shown = [message_view(m, files) for m in chat.messages.values() if not m.deleted]
    return {
        "messages": shown,
        "toasts": chat.person.toasts,
        "typing": chat.person.typing_until > now,
    }


def message_view(message: Message, files: Files) -> dict[str, Any]:
    wire, kind = message.wire, message.kind
    view: dict[str, Any] = {
        "message_id": message.id,
        "from": "bot" if message.by_bot else "user",
        "date": wire["date"],
        "text": wire.get("text", ""),
        "entities": wire.get("entities") or wire.get("caption_entities") or [],
        "buttons": message.buttons,
        "edited": message.edited,
    }
    if "caption" in wire:
        view["caption"] = wire["caption"]
    if kind in PARTS:
        view[kind] = wire[kind]
    elif kind != "text":
        view[kind] = _file_view(wire[kind], files)
    if message.waiting:
        view["pending"] = [list(place) for place in message.waiting.values()]
    return view


def _file_view(part: Any, files: Files) -> dict[str, Any]:
    largest = part[-1] if isinstance(part, list) else part
    stored = files.get(largest["file_id"])
    assert stored is not None, "files are never removed"
    view = {
        "file_id": stored.file_id,
        "name": stored.name,
        "size": len(stored.content),
        "mime": stored.mime,
        "url": f"/sandbox/files/{stored.file_id}",
    }
    if stored.width:
        view |= {"width": stored.width, "height": stored.height}
    return view
