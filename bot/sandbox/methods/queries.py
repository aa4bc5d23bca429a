"""answerCallbackQuery and answerInlineQuery."""

from typing import Any

from bot.sandbox import acts
from bot.sandbox.calls import Call
from bot.sandbox.keyboards import inline_markup
from bot.sandbox.links import deep_link
from bot.sandbox.refusals import bad_request
from bot.sandbox.state import State


def answer_callback_query(state: State, call: Call) -> object:
    text = call.text("text")
    if len(text) > state.limits.callback_text_characters:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.text("url")
    payload = deep_link(url, state.username)
    if url and payload is None:
        raise bad_request("URL_INVALID")
    query = state.queries.answer(call.text("callback_query_id"), inline=False)
    person = state.people.get(query.user_id)
    assert person is not None, "only people press"
    message = state.chat_of(person).messages.get(query.message_id or 0)
    if message is not None:
        message.waiting.pop(query.id, None)
    state.stream.publish({"type": "answered", "user": person.id, "message_id": query.message_id})
    if text:
        state.toast(person, text, alert=call.flag("show_alert"))
    if payload:
        acts.start(state, person, payload)
    return True


def answer_inline_query(state: State, call: Call) -> object:
    results = call.decoded("results", "can't parse JSON encoded inline query results")
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > state.limits.inline_results:
        raise bad_request("too many inline query results specified")
    for result in results:
        _check_result(state, result)
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    query = state.queries.answer(call.text("inline_query_id"), inline=True)
    query.results = results
    return True


def _check_result(state: State, result: Any) -> None:
    if not isinstance(result, dict):
        raise bad_request("can't parse inline query result: Inline query result must be an object")
    required = ["type", "id"]
    if result.get("type") == "article":
        required += ["input_message_content", "title"]
    for name in required:
        if not result.get(name):
            raise bad_request(f"can't parse inline query result: Can't find field \"{name}\"")
    if not isinstance(result["id"], str) or not 1 <= len(result["id"].encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if result.get("reply_markup") is not None:
        inline_markup(result["reply_markup"], state.limits)
