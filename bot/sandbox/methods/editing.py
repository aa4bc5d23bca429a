"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages."""

from bot.sandbox.calls import Call
from bot.sandbox.formatted_text import caption, message_text
from bot.sandbox.keyboards import edited_markup
from bot.sandbox.messages import Chat, Message, Wire
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
WITH_CAPTION = ("photo", "document", "voice", "video", "audio")


def edit_message_text(state: State, call: Call) -> object:
    formatted = message_text(call, state.limits, state.user)
    chat, message = _editable(state, call)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _edited(state, call, chat, message, ("text", "entities"), formatted.as_text())


def edit_message_caption(state: State, call: Call) -> object:
    formatted = caption(call, state.limits, state.user)
    chat, message = _editable(state, call)
    if message.kind not in WITH_CAPTION:
        raise bad_request("there is no caption in the message to edit")
    names = ("caption", "caption_entities")
    return _edited(state, call, chat, message, names, formatted.as_caption())


def edit_message_reply_markup(state: State, call: Call) -> object:
    chat, message = _editable(state, call)
    return _edited(state, call, chat, message, (), {})


def delete_message(state: State, call: Call) -> object:
    chat = state.chat(call)
    message = chat.find(_message_id(call))
    if message is None:
        raise bad_request("message to delete not found")
    _delete(state, chat, message)
    return True


def delete_messages(state: State, call: Call) -> object:
    ids = call.integers("message_ids", "expected an Array of message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > state.limits.messages_deleted_at_once:
        raise bad_request("too many message identifiers specified")
    chat = state.chat(call)
    _delete(state, chat, *(m for one in ids if (m := chat.find(one)) is not None))
    return True


def _editable(state: State, call: Call) -> tuple[Chat, Message]:
    if call.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = state.chat(call)
    message = chat.find(_message_id(call))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.by_bot or "forward_origin" in message.wire:
        raise bad_request("message can't be edited")
    return chat, message


def _message_id(call: Call) -> int:
    message_id = call.integer("message_id")
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    return message_id


def _edited(
    state: State, call: Call, chat: Chat, message: Message, names: tuple[str, ...], content: Wire
) -> object:
    """The message with `names` replaced by `content`, and the keyboard by that of the call."""
    markup = edited_markup(call, state.limits)
    old = message.wire
    replaced = (*names, "reply_markup")
    wire = {name: value for name, value in old.items() if name not in replaced} | content
    if markup is not None:
        wire["reply_markup"] = markup
    if all(old.get(name) == wire.get(name) for name in replaced):
        raise bad_request(SAME)
    state.edit(chat, message, wire, visibly=bool(names))
    return message.wire


def _delete(state: State, chat: Chat, *messages: Message) -> None:
    """All of them or, where one is too old, none."""
    earliest = state.clock.timestamp() - state.limits.delete_s
    if any(message.wire["date"] < earliest for message in messages):
        raise bad_request("message can't be deleted")
    for message in messages:
        state.remove(chat, message)
