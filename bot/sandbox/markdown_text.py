"""parse_mode MarkdownV2, read by the rules of tdlib's parser and refused in its words.

Byte offsets in refusals count UTF-8 from the start of the raw text.
"""

import re
from dataclasses import dataclass

from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.links import checked_link, mentioned_user
from bot.sandbox.markup import Unparsable

RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
# Mark, entity and its name in refusals; the longer marks are tried first
MARKS = (
    ("__", "underline", "Underline"),
    ("||", "spoiler", "Spoiler"),
    ("_", "italic", "Italic"),
    ("*", "bold", "Bold"),
    ("~", "strikethrough", "Strikethrough"),
)
FENCE = "```"
LANGUAGE = re.compile(r"[^\s`]*")
NEW_LINE = re.compile(r"\r\n|\n\r|\r|\n")
ESCAPED = re.compile(r"\\([\x01-\x7e])")
EMOJI = re.compile(r"(?i)tg:(?://)?emoji/?\?(?:.*&)?id=(\d+)")


@dataclass(frozen=True, kw_only=True)
class Open:
    kind: str
    name: str
    mark: str  # what closes it
    offset: int  # UTF-16 units
    start: int  # in the parts of the text
    at: int  # in the raw text
    language: str = ""


class MarkdownText:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._at = 0
        self._parts: list[str] = []
        self._units = 0  # UTF-16 units
        self._line_starts = True
        self._expandable = False
        self._open: list[Open] = []
        self._entities: list[Entity] = []

    def parsed(self) -> tuple[str, list[Entity]]:
        """The text and its entities. Raises Unparsable."""
        while self._at < len(self._raw):
            self._step()
        self._leave_quote()
        if self._open:
            raise self._endless(self._open[-1])
        return "".join(self._parts), self._entities

    def _step(self) -> None:
        escaped = ESCAPED.match(self._raw, self._at)
        if escaped is not None:
            self._add(escaped[1], 2)
        elif self._top("code", "pre"):
            self._step_in_code()
        elif self._raw[self._at] not in RESERVED:
            self._add(self._raw[self._at], 1)
        elif self._closes():
            self._close()
        else:
            self._reserved(self._raw[self._at])

    def _step_in_code(self) -> None:
        if self._closes():
            self._close()
        else:
            self._add(self._raw[self._at], 1)

    def _reserved(self, character: str) -> None:
        """A character with a meaning: it begins something or has to be escaped."""
        mark = next((one for one in MARKS if self._raw.startswith(one[0], self._at)), None)
        if character == "\n":
            self._line_ends()
        elif character == ">" and self._line_starts:
            self._quote()
        elif character == "`":
            self._code()
        elif self._ends_quote_expanded():
            self._at += 2
            self._expandable = True
        elif mark is not None:
            self._begin(mark[1], mark[2], mark[0], len(mark[0]))
        elif character == "[":
            self._begin("text_link", "TextUrl", "]", 1)
        elif self._raw.startswith("![", self._at):
            self._begin("custom_emoji", "CustomEmoji", "]", 2)
        else:
            raise Unparsable(
                f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            )

    def _closes(self) -> bool:
        if not self._open or not self._raw.startswith(self._open[-1].mark, self._at):
            return False
        if self._open[-1].kind == "blockquote":
            return False
        # In italics two underscores belong together
        return not (self._top("italic") and self._raw.startswith("__", self._at))

    def _begin(self, kind: str, name: str, mark: str, size: int, language: str = "") -> None:
        self._open.append(
            Open(
                kind=kind,
                name=name,
                mark=mark,
                offset=self._units,
                start=len(self._parts),
                at=self._at,
                language=language,
            )
        )
        self._at += size

    def _close(self) -> None:
        opened = self._open.pop()
        self._at += len(opened.mark)
        url = self._address() if opened.kind in ("text_link", "custom_emoji") else ""
        if opened.kind == "custom_emoji" and EMOJI.fullmatch(url.partition("#")[0]) is None:
            raise Unparsable("Custom emoji entity must contain a tg://emoji URL")
        if self._units == opened.offset:
            return
        entity: Entity = {
            "type": opened.kind,
            "offset": opened.offset,
            "length": self._units - opened.offset,
        }
        if opened.kind == "custom_emoji":
            emoji = EMOJI.fullmatch(url.partition("#")[0])
            entity["custom_emoji_id"] = emoji[1] if emoji else ""
        if opened.language:
            entity["language"] = opened.language
        if opened.kind == "text_link":
            self._link(entity, url or "".join(self._parts[opened.start :]))
        else:
            self._entities.append(entity)

    def _link(self, entity: Entity, url: str) -> None:
        user = mentioned_user(url)
        if user is not None:
            self._entities.append({**entity, "type": "text_mention", "user": {"id": user}})
            return
        try:
            self._entities.append({**entity, "url": checked_link(url)})
        except ValueError:
            return  # a link that leads nowhere is shown as plain text

    def _address(self) -> str:
        """What stands in the round brackets after a link's text; empty without them."""
        if not self._raw.startswith("(", self._at):
            return ""
        begin = self._at = self._at + 1
        url = []
        while self._at < len(self._raw) and self._raw[self._at] != ")":
            escaped = ESCAPED.match(self._raw, self._at)
            url.append(escaped[1] if escaped else self._raw[self._at])
            self._at += 2 if escaped else 1
        if self._at >= len(self._raw):
            raise Unparsable(f"Can't find end of a URL at byte offset {self._byte(begin)}")
        self._at += 1
        return "".join(url)

    def _code(self) -> None:
        if not self._raw.startswith(FENCE, self._at):
            self._begin("code", "Code", "`", 1)
            return
        match = LANGUAGE.match(self._raw, self._at + len(FENCE))
        language = match[0] if match else ""
        end = self._at + len(FENCE) + len(language)
        if not language or end >= len(self._raw) or self._raw[end] == "`":
            language, end = "", self._at + len(FENCE)
        line = NEW_LINE.match(self._raw, end)
        size = (line.end() if line else end) - self._at
        self._begin("pre", "PreCode" if language else "Pre", FENCE, size, language)

    def _quote(self) -> None:
        """A quoted line; it goes on with the quote of the line before."""
        self._line_starts = False
        if any(opened.kind == "blockquote" for opened in self._open):
            self._at += 1
        else:
            self._expandable = False
            self._begin("blockquote", "BlockQuote", "\n", 1)

    def _line_ends(self) -> None:
        quoting = any(opened.kind == "blockquote" for opened in self._open)
        self._add("\n", 1)
        if quoting and not self._raw.startswith(">", self._at):
            self._leave_quote()

    def _ends_quote_expanded(self) -> bool:
        after = self._raw[self._at + 2 : self._at + 3]
        marked = self._raw.startswith("||", self._at) and after in ("", "\n")
        return marked and self._top("blockquote")

    def _leave_quote(self) -> None:
        if not any(opened.kind == "blockquote" for opened in self._open):
            return
        if not self._top("blockquote"):
            raise self._endless(self._open[-1])
        opened = self._open.pop()
        if self._units > opened.offset:
            kind = "expandable_blockquote" if self._expandable else "blockquote"
            length = self._units - opened.offset
            self._entities.append({"type": kind, "offset": opened.offset, "length": length})

    def _top(self, *kinds: str) -> bool:
        return bool(self._open) and self._open[-1].kind in kinds

    def _add(self, text: str, size: int) -> None:
        self._parts.append(text)
        self._units += utf16_length(text)
        self._line_starts = text == "\n"
        self._at += size

    def _endless(self, opened: Open) -> Unparsable:
        return Unparsable(
            f"Can't find end of {opened.name} entity at byte offset {self._byte(opened.at)}"
        )

    def _byte(self, position: int) -> int:
        return len(self._raw[:position].encode())
