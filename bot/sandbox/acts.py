"""What people do: write, press, send files, edit, block."""

import re
from typing import Any

from bot.sandbox.entities import found_in
from bot.sandbox.links import deep_link
from bot.sandbox.messages import Message, Wire
from bot.sandbox.people import Person
from bot.sandbox.state import State

PAYLOAD = re.compile(r"[A-Za-z0-9_-]+")
PLACES: dict[str, Wire] = {
    "location": {"latitude": 55.355198, "longitude": 86.086847},  # Kemerovo
    "contact": {"phone_number": "+79990000000"},
}
Button = dict[str, Any]


class Impossible(Exception):
    """What a person cannot do, in one sentence."""


def write(state: State, person: Person, text: str) -> Message:
    if not text.strip():
        raise Impossible("a message needs a text")
    if len(text) > state.limits.text_characters:
        raise Impossible(f"a message holds at most {state.limits.text_characters} characters")
    return _say(state, person, _text_content(text.strip()))


def start(state: State, person: Person, payload: str) -> Message:
    """The Start button of a fresh chat or a link; it takes back a block, as in the app."""
    if payload and not PAYLOAD.fullmatch(payload):
        raise Impossible("a start payload holds only A-Z, a-z, 0-9, _ and -")
    if len(payload) > state.limits.start_payload_characters:
        most = state.limits.start_payload_characters
        raise Impossible(f"a start payload holds at most {most} characters")
    if person.blocked:
        block(state, person, on=False)
    return write(state, person, f"/start {payload}".strip())


def send_file(
    state: State, person: Person, *, kind: str, name: str, mime: str, content: bytes, caption: str
) -> Message:
    if kind in PLACES:
        part = dict(PLACES[kind])
        if kind == "contact":
            part |= {"first_name": person.first_name, "user_id": person.id}
        return _say(state, person, {kind: part})
    stored = state.files.add(kind, name, mime, content)
    said = {"caption": caption} if caption else {}
    return _say(state, person, {**stored.part(), **said})


def edit(state: State, person: Person, message_id: int, text: str) -> None:
    chat = state.chat_of(person)
    message = chat.find(message_id)
    if message is None or message.by_bot or message.kind != "text":
        raise Impossible(f"{person.first_name} has written no text message {message_id}")
    if not text.strip():
        raise Impossible("a message needs a text")
    state.edit(chat, message, {**message.wire, **_text_content(text.strip())}, visibly=True)
    state.updates.put("edited_message", message.wire, ("chat", person.id))


def press(state: State, person: Person, message_id: int, button: object) -> dict[str, Any]:
    """What the app does then: a url to open, a text to copy, or nothing but waiting."""
    message = state.chat_of(person).messages.get(message_id)
    if message is None:
        raise Impossible(f"there is no message {message_id} in the chat")
    place, pressed = _button(message, button)
    if person.blocked:
        raise _blocked(person)
    person.unread = 0
    if "callback_data" in pressed:
        _call_back(state, person, message, place, pressed["callback_data"])
        return {"ok": True}
    if "copy_text" in pressed:
        return {"ok": True, "copy_text": pressed["copy_text"]["text"]}
    if "url" not in pressed:
        raise Impossible("the sandbox cannot press buttons of this kind")
    payload = deep_link(pressed["url"], state.username)
    if payload is not None:
        start(state, person, payload)
    return {"ok": True, "url": pressed["url"]}


def block(state: State, person: Person, *, on: bool) -> None:
    if person.blocked == on:
        return
    person.blocked = on
    left: Wire = {"user": state.bot, "status": "kicked", "until_date": 0}
    member: Wire = {"user": state.bot, "status": "member"}
    change = {
        "chat": person.chat(),
        "from": person.user(),
        "date": state.date(),
        "old_chat_member": member if on else left,
        "new_chat_member": left if on else member,
    }
    state.updates.put("my_chat_member", change, ("chat", person.id))
    state.stream.publish({"type": "users"})


def ask_inline(state: State, person: Person, text: str, offset: str) -> str:
    """An inline query, written in the chat with the bot; its id."""
    if len(text) > state.limits.inline_query_characters:
        most = state.limits.inline_query_characters
        raise Impossible(f"an inline query holds at most {most} characters")
    query = state.queries.inline(person.id)
    asked = {
        "id": query.id,
        "from": person.user(),
        "query": text,
        "offset": offset,
        "chat_type": "sender",
    }
    state.updates.put("inline_query", asked, ("user", person.id))
    return query.id


def _say(state: State, person: Person, content: Wire) -> Message:
    if person.blocked:
        raise _blocked(person)
    person.has_written = True
    person.unread = 0
    chat = state.chat_of(person)
    message = chat.add(person.user(), content, state.date())
    state.updates.put("message", message.wire, ("chat", person.id))
    state.show("message", chat, message)
    return message


def _text_content(text: str) -> Wire:
    entities = found_in(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _call_back(
    state: State, person: Person, message: Message, place: tuple[int, int], data: str
) -> None:
    query = state.queries.press(person.id, message.id)
    message.waiting[query.id] = place
    shown = message.wire
    if message.deleted:
        shown = {"chat": person.chat(), "message_id": message.id, "date": 0}
    pressed = {
        "id": query.id,
        "from": person.user(),
        "message": shown,
        "chat_instance": str(person.id * 7919),
        "data": data,
    }
    state.updates.put("callback_query", pressed, ("user", person.id))


def _button(message: Message, wanted: object) -> tuple[tuple[int, int], Button]:
    """A button by its label or its [row, column]."""
    places = {(r, c): b for r, row in enumerate(message.buttons) for c, b in enumerate(row)}
    for place, button in places.items():
        if wanted in (button["text"], list(place)):
            return place, button
    labels = ", ".join(f"«{button['text']}»" for button in places.values()) or "none"
    raise Impossible(f"message {message.id} has no button {wanted!r}; its buttons: {labels}")


def _blocked(person: Person) -> Impossible:
    return Impossible(f"{person.first_name} has blocked the bot; unblock it first")
