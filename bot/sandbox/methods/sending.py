"""sendMessage, sendLocation, sendContact, sendChatAction, and what all sends have in common."""

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.formatted_text import message_text
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.messages import Chat, Message, Wire
from bot.sandbox.refusals import bad_request, too_many
from bot.sandbox.state import State

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
REPLY = "can't parse reply parameters JSON object"


def send_message(state: State, call: Call) -> object:
    formatted = message_text(call, state.limits, state.user)
    preview = call.decoded("link_preview_options", "can't parse link preview options JSON object")
    extra = {"link_preview_options": preview} if preview else {}
    return deliver(state, call, {**formatted.as_text(), **extra}).wire


def send_location(state: State, call: Call) -> object:
    for name in ("latitude", "longitude"):
        if not call.text(name).strip():
            raise bad_request(f"{name} is empty")
    location: dict[str, Any] = {
        "latitude": call.number("latitude"),
        "longitude": call.number("longitude"),
    }
    if abs(location["latitude"]) > 90 or abs(location["longitude"]) > 180:
        raise bad_request("wrong location specified")
    for name in ("live_period", "heading", "proximity_alert_radius"):
        if call.integer(name):
            location[name] = call.integer(name)
    if call.number("horizontal_accuracy"):
        location["horizontal_accuracy"] = call.number("horizontal_accuracy")
    return deliver(state, call, {"location": location}).wire


def send_contact(state: State, call: Call) -> object:
    for name in ("phone_number", "first_name"):
        if not call.text(name):
            raise bad_request(f'Parameter "{name}" is required')
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.text(name) for name in names if call.text(name)}
    return deliver(state, call, {"contact": contact}).wire


def send_chat_action(state: State, call: Call) -> object:
    if call.text("action").strip().lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    state.typing.begin(state.writable_chat(call).person)
    return True


def deliver(state: State, call: Call, content: Wire) -> Message:
    """One message with the options that every send knows. Refused where it may not be sent."""
    markup = reply_markup(call, state.limits)
    chat = state.chat(call)
    content = options(call, chat) | content
    if markup is not None:
        content["reply_markup"] = markup
    admit(state, call, messages=1)
    return state.sent(chat, content)


def admit(state: State, call: Call, messages: int) -> Chat:
    """The chat, if so many messages may go there now."""
    chat = state.writable_chat(call)
    if chat.unsent >= state.limits.unsent_in_chat:
        raise too_many(state.limits.unsent_retry_s, held_s=state.limits.unsent_hold_s)
    state.rates.take(chat.id, messages, paid=call.flag("allow_paid_broadcast"))
    return chat


def options(call: Call, chat: Chat) -> Wire:
    """What of the common parameters shows in the message."""
    if call.integer("message_thread_id"):
        raise bad_request("message thread not found")
    if call.text("business_connection_id"):
        raise bad_request("business connection not found")
    content: Wire = {}
    replied = _replied(call, chat)
    if replied is not None:
        wire = replied.wire
        content["reply_to_message"] = {k: wire[k] for k in wire if k != "reply_to_message"}
    if call.flag("protect_content"):
        content["has_protected_content"] = True
    if call.text("message_effect_id"):
        content["effect_id"] = call.text("message_effect_id")
    return content


def _replied(call: Call, chat: Chat) -> Message | None:
    value = call.decoded("reply_parameters", REPLY)
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply parameters")
    if value.get("message_id") is None:
        raise bad_request('Can\'t find field "message_id"')
    if value.get("quote") or str(value.get("chat_id", chat.id)) != str(chat.id):
        raise bad_request("sandbox: quotes and replies to other chats are not implemented")
    message = chat.find(Call(method=call.method, fields=value).integer("message_id"))
    if message is None and not value.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message
