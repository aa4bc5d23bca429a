"""copyMessage and forwardMessage."""

from bot.sandbox.calls import Call
from bot.sandbox.formatted_text import caption
from bot.sandbox.messages import MEDIA, Message, Wire
from bot.sandbox.methods.sending import deliver
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State

CONTENT = ("text", "entities", "caption", "caption_entities", *MEDIA)


def copy_message(state: State, call: Call) -> object:
    message = _source(state, call, "message to copy not found")
    content = _content(message)
    if call.has("caption") and message.kind in ("photo", "document", "voice", "video", "audio"):
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= caption(call, state.limits, state.user).as_caption()
    return {"message_id": deliver(state, call, content).id}


def forward_message(state: State, call: Call) -> object:
    message = _source(state, call, "message to forward not found")
    origin = message.wire.get("forward_origin") or {
        "type": "user",
        "sender_user": message.wire["from"],
        "date": message.wire["date"],
    }
    return deliver(state, call, {"forward_origin": origin, **_content(message)}).wire


def _source(state: State, call: Call, missing: str) -> Message:
    if not call.text("from_chat_id"):
        raise bad_request('Parameter "from_chat_id" is required')
    chat = state.chat(call, "from_chat_id")
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad_request(missing)
    if message.wire.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    return message


def _content(message: Message) -> Wire:
    return {name: message.wire[name] for name in CONTENT if name in message.wire}
