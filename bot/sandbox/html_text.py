"""parse_mode HTML, read by the rules of tdlib's parser and refused in its words.

Byte offsets in refusals count UTF-8 from the start of the raw text.
"""

import re
from dataclasses import dataclass

from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.links import checked_link, mentioned_user
from bot.sandbox.markup import Unparsable

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]*)|#(?P<dec>[0-9]*)|(?P<name>[A-Za-z]*));?")
SPECIAL = re.compile(r"[<&]")
START = re.compile(r"<([^\s>]*)")
END = re.compile(r"</([^\s>]*)\s*")
NAME = re.compile(r"[^\s=>/\"']*")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
SPACE = re.compile(r"\s*")
LARGEST = 2**63


@dataclass(frozen=True, kw_only=True)
class Open:
    tag: str
    argument: str
    offset: int  # UTF-16 units
    start: int  # characters


class HtmlText:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._at = 0
        self._parts: list[str] = []
        self._length = 0  # characters
        self._units = 0  # UTF-16 units
        self._open: list[Open] = []
        self._entities: list[Entity] = []

    def parsed(self) -> tuple[str, list[Entity]]:
        """The text and its entities. Raises Unparsable."""
        while (special := SPECIAL.search(self._raw, self._at)) is not None:
            self._add(self._raw[self._at : special.start()])
            self._at = special.start()
            if special[0] == "&":
                self._character()
            elif self._raw.startswith("</", self._at):
                self._end_tag()
            else:
                self._start_tag()
        self._add(self._raw[self._at :])
        if self._open:
            tag = self._open[-1].tag
            raise Unparsable(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return "".join(self._parts), [_without_hint(entity) for entity in self._entities]

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self._units += utf16_length(text)

    def _character(self) -> None:
        character, end = decoded(self._raw, self._at)
        if character is None:
            character, end = "&", self._at + 1
        self._add(character)
        self._at = end

    def _start_tag(self) -> None:
        begin = self._at
        match = START.match(self._raw, begin)
        assert match is not None, "the caller saw a <"
        if match.end() == len(self._raw):
            raise Unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = match[1].lower()
        if tag not in TAGS:
            raise Unparsable(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        self._at = match.end()
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        if tag == "span" and argument != "spoiler":
            raise Unparsable(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}'
            )
        self._open.append(Open(tag=tag, argument=argument, offset=self._units, start=self._length))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str] | None:
        """The next one as (name, value); None where the tag ends."""
        self._skip_space()
        if self._here() == ">":
            self._at += 1
            return None
        name = self._name(tag, begin)
        if self._here() == "":
            raise self._unclosed(tag, begin)
        if self._here() != "=":
            return name, ""
        self._at += 1
        self._skip_space()
        if self._here() == "":
            raise self._unclosed(tag, begin)
        value = self._quoted() if self._here() in "'\"" else self._token()
        if self._here() == "":
            raise Unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return name, value

    def _name(self, tag: str, begin: int) -> str:
        if self._here() == "":
            raise Unparsable(f"Unclosed start tag at byte offset {self._byte(begin)}")
        match = NAME.match(self._raw, self._at)
        name = match[0] if match else ""
        if not name:
            raise Unparsable(
                f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}'
            )
        self._at += len(name)
        self._skip_space()
        return name

    def _token(self) -> str:
        begin = self._at
        match = TOKEN.match(self._raw, begin)
        assert match is not None, "the pattern matches nothing too"
        self._at = match.end()
        if self._here() != ">" and not self._here().isspace():
            raise Unparsable(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return match[0].lower()

    def _quoted(self) -> str:
        quote = self._here()
        self._at += 1
        value = []
        while self._here() not in (quote, ""):
            character, end = None, self._at
            if self._here() == "&":
                character, end = decoded(self._raw, self._at)
            if character is None:
                character, end = self._here(), self._at + 1
            value.append(character)
            self._at = end
        self._at += 1
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise Unparsable(f"Unexpected end tag at byte offset {self._byte(begin)}")
        match = END.match(self._raw, begin)
        assert match is not None, "the caller saw a </"
        self._at = match.end()
        if self._here() != ">":
            raise Unparsable(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self._at += 1
        opened, tag = self._open[-1], match[1].lower()
        if tag and tag != opened.tag:
            raise Unparsable(
                f"Unmatched end tag at byte offset {self._byte(begin)},"
                f' expected "</{opened.tag}>", found "</{tag}>"'
            )
        self._open.pop()
        if self._units > opened.offset:
            self._close(opened)

    def _close(self, opened: Open) -> None:
        entity: Entity = {
            "type": TAGS[opened.tag],
            "offset": opened.offset,
            "length": self._units - opened.offset,
        }
        if opened.tag == "a":
            self._close_link(entity, opened)
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdecimal() or not 0 < int(opened.argument) < LARGEST:
                raise Unparsable("Invalid custom emoji identifier specified")
            self._entities.append({**entity, "custom_emoji_id": opened.argument})
        elif opened.tag in ("pre", "code"):
            self._close_code(entity, opened)
        elif opened.tag == "blockquote" and opened.argument:
            self._entities.append({**entity, "type": "expandable_blockquote"})
        else:
            self._entities.append(entity)

    def _close_link(self, entity: Entity, opened: Open) -> None:
        url = opened.argument or "".join(self._parts)[opened.start :]
        user = mentioned_user(url)
        if user is not None:
            self._entities.append({**entity, "type": "text_mention", "user": {"id": user}})
            return
        try:
            self._entities.append({**entity, "url": checked_link(url)})
        except ValueError:
            return  # a link that leads nowhere is shown as plain text

    def _close_code(self, entity: Entity, opened: Open) -> None:
        """<pre> and <code class="language-x"> over the same text are one block with a language."""
        last = self._entities[-1] if self._entities else None
        same = last is not None and all(last[k] == entity[k] for k in ("offset", "length"))
        if last is not None and same and opened.tag == "pre" and last.get("hint"):
            last["type"], last["language"] = "pre", last.pop("hint")
        elif last is not None and same and last["type"] == "pre" and opened.argument:
            last["language"] = opened.argument
        else:
            hint = {"hint": opened.argument} if opened.argument else {}
            self._entities.append({**entity, **hint})

    def _unclosed(self, tag: str, begin: int) -> Unparsable:
        return Unparsable(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')

    def _skip_space(self) -> None:
        match = SPACE.match(self._raw, self._at)
        self._at = match.end() if match else self._at

    def _here(self) -> str:
        return self._raw[self._at : self._at + 1]

    def _byte(self, position: int) -> int:
        return len(self._raw[:position].encode())


def decoded(raw: str, at: int) -> tuple[str | None, int]:
    """The character that a reference such as `&lt;` or `&#33` means, and where it ends."""
    match = CHARACTER.match(raw, at)
    assert match is not None, "the caller saw an &"
    if match["name"] is not None:
        return NAMED.get(match["name"]), match.end()
    digits, base = (match["hex"], 16) if match["hex"] is not None else (match["dec"], 10)
    code = int(digits, base) if digits else 0
    if code == 0 or code >= 0x10FFFF or match.end() - at > 10:
        return None, at
    if 0xD800 <= code <= 0xDFFF:
        raise Unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities,"
            " check for unmatched surrogate code units"
        )
    return chr(code), match.end()


def _argument(tag: str, name: str, value: str) -> str:
    """What of an attribute matters."""
    if (tag, name) in (("a", "href"), ("tg-emoji", "emoji-id")):
        return value
    if (tag, name) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, name) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "expandable" if (tag, name) == ("blockquote", "expandable") else ""


def _without_hint(entity: Entity) -> Entity:
    return {key: value for key, value in entity.items() if key != "hint"}
