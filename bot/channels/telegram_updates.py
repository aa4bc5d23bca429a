"""What we keep of an update: no names, no text but what was typed to us, no long numbers."""

import logging
import re
from dataclasses import replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from bot.channels.telegram_entities import with_tags
from bot.domain.files import pack_kept
from bot.domain.imports import SUFFIXES, SentFile
from bot.domain.inbox import MASK, Incoming, Kind, masked

logger = logging.getLogger(__name__)
CHANNEL = "telegram"
UPDATES = ("message", "callback_query", "my_chat_member")
# An animation comes with a document beside it, a venue with a location: the first one names it.
CONTENTS = (
    "animation", "audio", "contact", "dice", "document", "game", "paid_media", "photo", "poll",
    "sticker", "story", "venue", "location", "video", "video_note", "voice",
)  # fmt: skip
COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
# Of a link t.me/<bot>?start=<payload>: ours begin with what they lead to. Others may be anything
# that somebody typed.
START_PAYLOAD = re.compile(r"[a-z]{1,2}_[\w-]{1,62}", re.ASCII)


def incoming_from(update: dict[str, Any], received_at: datetime) -> Incoming | None:
    """None for what we do not handle: it is confirmed and forgotten."""
    try:
        if "message" in update:
            return _message(update, received_at)
        if "callback_query" in update:
            return _press(update, received_at)
        return _membership(update, received_at)
    except (KeyError, TypeError, AttributeError):
        logger.info("update %s is of no kind that we handle", update.get("update_id"))
        return None


def _message(update: dict[str, Any], received_at: datetime) -> Incoming | None:
    message = update["message"]
    kind, payload = _content(message)
    if not payload:
        return None
    incoming = _incoming(
        update, message, kind, payload, received_at, message=str(message["message_id"])
    )
    return None if incoming is None else replace(incoming, whole=_whole(message, kind, payload))


def _whole(message: dict[str, Any], kind: Kind, payload: str) -> str | None:
    """What was sent before it was minimised; None where that is all of it."""
    if kind is Kind.TEXT:
        whole = with_tags(message["text"], message.get("entities", ()))
        return whole if whole != payload else None
    if payload not in ("photo", "document"):
        return None
    sent = message[payload]
    file = sent[-1] if isinstance(sent, list) else sent  # of a picture the largest comes last
    return pack_kept(payload, file.get("file_id", ""), file.get("file_name", ""))


def _content(message: dict[str, Any]) -> tuple[Kind, str]:
    """The payload is empty for what nobody typed or sent, such as a notice of a pinned message."""
    if "text" in message:
        typed: str = message["text"]
        command = COMMAND.fullmatch(typed)
        if command is None or masked(command[1]) == MASK:
            return Kind.TEXT, masked(typed)
        return Kind.COMMAND, _words(command)
    kind = next((content for content in CONTENTS if content in message), "")
    table = _table(message["document"]) if kind == "document" else None
    return Kind.FILE, f"{kind} {table.pack()}" if table else kind


def _table(document: dict[str, Any]) -> SentFile | None:
    """Only of what might hold a catalogue is more kept than that it was a document."""
    name = " ".join(document.get("file_name", "").split())
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return None
    shown = suffix if masked(name) == MASK else name
    return SentFile(id=document["file_id"], size=document.get("file_size", 0), name=shown)


def _words(command: re.Match[str]) -> str:
    """`name argument`. A link's payload is kept as it is: it may be a token full of digits."""
    name, argument = command[1].lower(), (command[2] or "").strip()
    is_payload = name == "start" and START_PAYLOAD.fullmatch(argument)
    return f"{name} {argument if is_payload else masked(argument)}".strip()


def _press(update: dict[str, Any], received_at: datetime) -> Incoming | None:
    query = update["callback_query"]
    shown = query["message"]
    # A date of 0 marks a message that is too old for the bot to see, so it cannot be edited.
    message = str(shown["message_id"]) if shown.get("date", 1) else None
    about = {"from": query["from"], "chat": shown["chat"]}
    return _incoming(update, about, Kind.PRESS, query["data"], received_at, message=message)


def _membership(update: dict[str, Any], received_at: datetime) -> Incoming | None:
    change = update["my_chat_member"]
    stopped = change["new_chat_member"]["status"] == "kicked"
    kind = Kind.STOPPED if stopped else Kind.RETURNED
    return _incoming(update, change, kind, "", received_at)


def _incoming(
    update: dict[str, Any],
    about: dict[str, Any],
    kind: Kind,
    payload: str,
    received_at: datetime,
    message: str | None = None,
) -> Incoming | None:
    """None outside private chats: the bot speaks with people, not with groups."""
    if about["chat"]["type"] != "private":
        return None
    sender = about["from"]
    return Incoming(
        channel=CHANNEL,
        dedupe_key=str(update["update_id"]),
        account=sender["id"],
        chat=str(about["chat"]["id"]),
        kind=kind,
        payload=payload,
        received_at=received_at,
        language=sender.get("language_code"),
        message=message,
    )
