"""Texts and captions as a call brings them: parsed, trimmed, measured, with their entities."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.entities import Entity, found_in, given, settled, trimmed
from bot.sandbox.html_text import HtmlText
from bot.sandbox.limits import Limits
from bot.sandbox.markdown_text import MarkdownText
from bot.sandbox.markup import Unparsable
from bot.sandbox.refusals import bad_request

CONTROL = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f]")
Users = Callable[[int], dict[str, Any] | None]


@dataclass(frozen=True, kw_only=True)
class FormattedText:
    text: str = ""
    entities: list[Entity] = field(default_factory=list)

    def as_text(self) -> dict[str, Any]:
        return _fields("text", "entities", self)

    def as_caption(self) -> dict[str, Any]:
        return _fields("caption", "caption_entities", self)


def message_text(call: Call, limits: Limits, users: Users) -> FormattedText:
    """The `text` of a call. Refused when it is empty, too long or wrongly marked up."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(call, "text", "entities", limits, users)
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if len(formatted.text) > limits.text_characters:
        raise bad_request("message is too long")
    return formatted


def caption(call: Call, limits: Limits, users: Users) -> FormattedText:
    """The `caption` of a call, empty if there is none."""
    formatted = _formatted(call, "caption", "caption_entities", limits, users)
    if len(formatted.text) > limits.caption_characters:
        raise bad_request("message caption is too long")
    return formatted


def _formatted(
    call: Call, name: str, entities_name: str, limits: Limits, users: Users
) -> FormattedText:
    raw = call.text(name)
    if len(raw.encode(errors="surrogatepass")) > limits.text_bytes:
        raise bad_request("text is too long")
    mode = call.text("parse_mode").lower()
    if raw and mode not in ("", "none"):
        text, entities = _parsed(raw, mode)
    else:
        text = raw
        entities = given(call.decoded(entities_name, "can't parse entities JSON object"), raw)
    text, entities = trimmed(CONTROL.sub(" ", text), _with_users(entities, users))
    entities = settled(entities, found_in(text))[: limits.entities]
    return FormattedText(text=text, entities=entities)


def _parsed(raw: str, mode: str) -> tuple[str, list[Entity]]:
    try:
        if mode == "html":
            return HtmlText(raw).parsed()
        if mode == "markdownv2":
            return MarkdownText(raw).parsed()
    except Unparsable as error:
        raise bad_request(f"can't parse entities: {error}") from None
    if mode == "markdown":
        raise bad_request("sandbox: parse_mode Markdown is not implemented")
    raise bad_request("unsupported parse_mode")


def _with_users(entities: list[Entity], users: Users) -> list[Entity]:
    """Mentions by id carry the whole person; those of strangers are plain text."""
    known = []
    for entity in entities:
        if entity["type"] == "text_mention":
            user = users(entity["user"]["id"])
            if user is None:
                continue
            entity = {**entity, "user": user}
        known.append(entity)
    return known


def _fields(text: str, entities: str, formatted: FormattedText) -> dict[str, Any]:
    if not formatted.text:
        return {}
    found = {entities: formatted.entities} if formatted.entities else {}
    return {text: formatted.text, **found}
