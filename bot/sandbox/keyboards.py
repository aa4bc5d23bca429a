"""reply_markup: read, checked and cut down to what the server echoes."""

from typing import Any

import orjson

from bot.sandbox.calls import Call
from bot.sandbox.limits import Limits
from bot.sandbox.links import checked_link
from bot.sandbox.refusals import Refused, bad_request

Rows = list[list[dict[str, Any]]]
INLINE = "can't parse inline keyboard button: "
PLAIN = "can't parse keyboard button: "
SWITCHES = (
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
)
DECORATIONS = ("style", "icon_custom_emoji_id")


def reply_markup(call: Call, limits: Limits) -> dict[str, Any] | None:
    """The inline keyboard of a call as {"inline_keyboard": rows}.

    None if there is none; other keyboards are checked and not echoed, as in Telegram.
    """
    value = call.decoded("reply_markup", "can't parse reply keyboard markup JSON object")
    if value is None:
        return None
    if not isinstance(value, dict) or "inline_keyboard" in value:
        return inline_markup(value, limits)
    if "keyboard" in value:
        _reply(value, limits)
    for name in ("remove_keyboard", "force_reply", "selective"):
        _flag(value, name)
    return None


def edited_markup(call: Call, limits: Limits) -> dict[str, Any] | None:
    """As reply_markup; an edit takes no keyboard of another kind."""
    value = call.decoded("reply_markup", "can't parse reply keyboard markup JSON object")
    if isinstance(value, dict) and value and "inline_keyboard" not in value:
        raise bad_request("inline keyboard expected")
    return reply_markup(call, limits)


def inline_markup(value: object, limits: Limits) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    rows = _inline(value.get("inline_keyboard"), limits)
    return {"inline_keyboard": rows} if rows else None


def _inline(value: object, limits: Limits) -> Rows:
    if not isinstance(value, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in value):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    rows = [[_inline_button(button, limits) for button in row] for row in value if row]
    if (
        sum(map(len, rows)) > limits.inline_buttons
        or any(len(row) > limits.inline_buttons_in_row for row in rows)
        or len(orjson.dumps(rows)) > limits.inline_markup_bytes
    ):
        raise bad_request("reply markup is too long")
    return rows


def _inline_button(value: object, limits: Limits) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise bad_request(f"{INLINE}InlineKeyboardButton must be an Object")
    text = _text(value, "text", INLINE)
    if not text:
        raise bad_request("inline keyboard button text must be non-empty")
    extra = {name: value[name] for name in DECORATIONS if value.get(name)}
    return {"text": text, **extra, **_action(value, limits)}


def _action(value: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """What a button does: exactly one thing."""
    if value.get("callback_data") is not None:
        data = _text(value, "callback_data", INLINE)
        if not 1 <= len(data.encode()) <= limits.callback_data_bytes:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": data}
    if value.get("url"):
        return {"url": _url(_text(value, "url", INLINE), "inline keyboard button URL")}
    for name in SWITCHES:
        if value.get(name) is not None:
            return {name: value[name]}
    if value.get("web_app") is not None:
        return {"web_app": _web_app(value["web_app"], "inline keyboard button")}
    if value.get("copy_text") is not None:
        return {"copy_text": _copied(value["copy_text"])}
    if value.get("login_url") is not None:
        raise bad_request("BOT_DOMAIN_INVALID")
    if value.get("pay") or value.get("callback_game") is not None:
        raise bad_request("BUTTON_TYPE_INVALID")
    raise bad_request(f"{INLINE}Text buttons are unallowed in the inline keyboard")


def _url(url: str, what: str) -> str:
    try:
        return checked_link(url)
    except ValueError as error:
        raise bad_request(f"{what} '{url}' is invalid: {error}") from None


def _web_app(value: object, where: str) -> dict[str, str]:
    url = value.get("url") if isinstance(value, dict) else None
    if not isinstance(url, str) or not url.lower().startswith("https://"):
        raise bad_request(
            f"{where} Web App URL '{url or ''}' is invalid: Only HTTPS links are allowed"
        )
    return {"url": url}


def _copied(value: object) -> dict[str, str]:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _reply(value: dict[str, Any], limits: Limits) -> None:
    rows = value["keyboard"]
    if not isinstance(rows, list):
        raise bad_request('field "keyboard" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    for button in (button for row in rows for button in row):
        if not isinstance(button, str):
            _reply_button(button)
    if sum(map(len, rows)) > limits.reply_buttons or any(
        len(row) > limits.reply_buttons_in_row for row in rows
    ):
        raise bad_request("reply markup is too long")
    for name in ("resize_keyboard", "one_time_keyboard", "is_persistent"):
        _flag(value, name)


def _reply_button(button: object) -> None:
    if not isinstance(button, dict):
        raise bad_request(f"{PLAIN}KeyboardButton must be an Object")
    _text(button, "text", PLAIN)
    if button.get("web_app") is not None:
        _web_app(button["web_app"], "keyboard button")


def _text(value: dict[str, Any], name: str, where: str) -> str:
    if value.get(name) is None:
        raise bad_request(f'{where}Can\'t find field "{name}"')
    if not isinstance(value[name], str):
        raise bad_request(f'{where}Field "{name}" must be of type String')
    return str(value[name])


def _flag(value: dict[str, Any], name: str) -> None:
    if value.get(name) is not None and not isinstance(value[name], bool):
        raise _not_a_flag(name)


def _not_a_flag(name: str) -> Refused:
    return bad_request(f'field "{name}" must be of type Boolean')
