"""The methods of the Bot API that the sandbox has, by their names in small letters."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.sandbox.calls import Call
from bot.sandbox.methods import (
    chats,
    copying,
    editing,
    media,
    menus,
    polling,
    polls,
    queries,
    sending,
    webhooks,
)
from bot.sandbox.state import State

Method = Callable[[State, Call], object | Awaitable[object]]
NAMES_FILE = Path(__file__).parent.with_name("method_names.txt")

# Every name that the Bot API has, whether the sandbox knows the method or not
NAMES = {name.lower(): name for name in NAMES_FILE.read_text(encoding="utf-8").split()}
METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": chats.get_me,
        "getChat": chats.get_chat,
        "getChatMember": chats.get_chat_member,
        "getUpdates": polling.get_updates,
        "setWebhook": webhooks.set_webhook,
        "deleteWebhook": webhooks.delete_webhook,
        "getWebhookInfo": webhooks.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendLocation": sending.send_location,
        "sendContact": sending.send_contact,
        "sendChatAction": sending.send_chat_action,
        "sendPhoto": media.send_photo,
        "sendDocument": media.send_document,
        "sendMediaGroup": media.send_media_group,
        "getFile": media.get_file,
        "sendPoll": polls.send_poll,
        "copyMessage": copying.copy_message,
        "forwardMessage": copying.forward_message,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": queries.answer_callback_query,
        "answerInlineQuery": queries.answer_inline_query,
        "setMyCommands": menus.set_my_commands,
        "getMyCommands": menus.get_my_commands,
        "deleteMyCommands": menus.delete_my_commands,
        "setChatMenuButton": menus.set_chat_menu_button,
        "getChatMenuButton": menus.get_chat_menu_button,
    }.items()
}
