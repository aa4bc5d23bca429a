"""MessageEntity lists: what a text carries by itself, what a caller adds, and their order.

Offsets and lengths are UTF-16 code units; ranges inside these modules are too.
"""

import re
from typing import Any

from bot.sandbox.links import checked_link
from bot.sandbox.refusals import Refused, bad_request

Entity = dict[str, Any]

# Which of two entities with the same range is the outer one (tdlib's order).
ORDER = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
OPAQUE = {"pre", "code", "text_link", "text_mention", "custom_emoji"}
FOUND_BY_SERVER = {
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bank_card_number",
}
FOUND = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]}']"
    r"|(?<![\w@./-])(?:[\w-]+\.)+(?:com|org|net|info|me|io|ru|su|рф)(?![\w-])(?:/[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]}'])?/?)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,})"
    r"|(?P<mention>(?<!\w)@[A-Za-z0-9_]{2,32}\b)"
    r"|(?P<hashtag>(?<!\w)#(?=\w*[^\W\d])\w{1,256}(?![\w#]))"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>]))"
)


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def found_in(text: str) -> list[Entity]:
    """Commands, links, mentions, hashtags and addresses, as the server marks them itself."""
    return [
        {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for match in FOUND.finditer(text)
    ]


def given(value: object, text: str) -> list[Entity]:
    """The `entities` of a call, checked against the text. Refused as the server words it."""
    if not isinstance(value, list):
        return []
    read = [entity for one in value if (entity := _read(one)) is not None]
    size = utf16_length(text)
    for entity in read:
        _check_range(entity["offset"], entity["length"], size)
    return [entity for entity in read if entity["length"] > 0]


def _check_range(offset: int, length: int, size: int) -> None:
    if offset < 0:
        raise bad_request(f"Receive an entity with incorrect offset {offset}")
    if length < 0:
        raise bad_request(f"Receive an entity with incorrect length {length}")
    if offset > size:
        raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > size:
        raise bad_request(
            f"Entity beginning at UTF-16 offset {offset} ends after the end of the text"
            f" at UTF-16 offset {offset + length}"
        )


def _read(one: object) -> Entity | None:
    if not isinstance(one, dict):
        raise _unreadable("expected an Object")
    for name in ("offset", "length"):
        if not isinstance(one.get(name), int):
            raise _unreadable(f'Can\'t find field "{name}"')
    kind = str(one.get("type"))
    if kind in FOUND_BY_SERVER:
        return None
    if kind not in ORDER:
        raise _unreadable("Unsupported type specified")
    entity: Entity = {"type": kind, "offset": one["offset"], "length": one["length"]}
    if kind == "text_link":
        entity["url"] = _link(_required(one, "url"))
    elif kind == "text_mention":
        entity["user"] = {"id": _user_id(_required(one, "user"))}
    elif kind == "custom_emoji":
        entity["custom_emoji_id"] = _required(one, "custom_emoji_id")
    elif kind == "pre" and one.get("language"):
        entity["language"] = one["language"]
    return entity


def _required(one: dict[str, Any], name: str) -> Any:
    if one.get(name) is None:
        raise _unreadable(f'Can\'t find field "{name}"')
    return one[name]


def _user_id(user: object) -> int:
    value = user.get("id") if isinstance(user, dict) else None
    if not isinstance(value, int):
        raise _unreadable('Can\'t find field "id"')
    return value


def _link(url: str) -> str:
    try:
        return checked_link(url)
    except ValueError as error:
        raise bad_request(f"Entity URL '{url}' is invalid: {error}") from None


def _unreadable(why: str) -> Refused:
    return bad_request(f"Can't parse MessageEntity: {why}")


def settled(entities: list[Entity], found: list[Entity]) -> list[Entity]:
    """Both lists as one: neighbours of a kind joined, crossing ones split, outer ones first."""
    opaque = [entity for entity in entities if entity["type"] in OPAQUE]
    free = [one for one in found if not any(_overlap(one, other) for other in opaque)]
    whole = [entity for entity in entities if entity["type"] not in SPLITTABLE] + free
    joined = [one for kind in SPLITTABLE for one in _joined(kind, entities)]
    if len(joined) > 0 and len(whole) + len(joined) > 1:
        joined = _nested(joined, whole)
    return sorted(whole + joined, key=_rank)


def _joined(kind: str, entities: list[Entity]) -> list[Entity]:
    joined: list[Entity] = []
    of_kind = [entity for entity in entities if entity["type"] == kind]
    for entity in sorted(of_kind, key=_rank):
        last = joined[-1] if joined else None
        if last is not None and entity["offset"] <= _end(last):
            last["length"] = max(_end(last), _end(entity)) - last["offset"]
        else:
            joined.append(dict(entity))
    return joined


def _nested(splittable: list[Entity], whole: list[Entity]) -> list[Entity]:
    """Splits whatever begins inside another entity and ends outside it."""
    done: list[Entity] = []
    waiting = sorted(splittable, key=_rank, reverse=True)
    while waiting:
        entity = waiting.pop()
        cut = next((c for other in [*whole, *done] if (c := _crossing(entity, other))), None)
        if cut is None:
            done.append(entity)
            continue
        waiting.append({**entity, "offset": cut, "length": _end(entity) - cut})
        waiting.append({**entity, "length": cut - entity["offset"]})
    return done


def _crossing(entity: Entity, other: Entity) -> int | None:
    start, end = entity["offset"], _end(entity)
    if other["offset"] < start < _end(other) < end:
        return _end(other)
    if start < other["offset"] < end < _end(other):
        return int(other["offset"])
    return None


def _rank(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], ORDER.get(entity["type"], 50)


def _end(entity: Entity) -> int:
    return int(entity["offset"]) + int(entity["length"])


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < _end(other) and other["offset"] < _end(one))


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at either end, and without entities that cover nothing else."""
    bare = text.strip()
    if bare == text and not entities:
        return bare, entities
    start = utf16_length(text[: len(text) - len(text.lstrip())])
    size = utf16_length(bare)
    units = bare.encode("utf-16-le", "surrogatepass")
    kept = []
    for entity in entities:
        begin = max(entity["offset"] - start, 0)
        end = min(_end(entity) - start, size)
        if begin < end and units[2 * begin : 2 * end].decode("utf-16-le", "replace").strip():
            kept.append({**entity, "offset": begin, "length": end - begin})
    return bare, kept
