"""Text that staff type for many, with a little formatting: checked, and written anew.

Only what every channel can show goes through: <b> <i> <u> <s> <code> and <a href="https://…">.
Everything else that looks like a tag is a mistake worth naming; any other < is just a sign.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, field

from bot.domain.errors import Refusal

# What people write -> what goes out. Also the names that Telegram's own manual gives.
TAGS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "strike": "s",
    "del": "s", "code": "code", "a": "a",
}  # fmt: skip
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^<>]*)>")
HREF = re.compile(r"""\s+href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))\s*""")
ADDRESS = re.compile(r"https?://[^\s<>\"']+\.[^\s<>\"']+")
REFERENCE = re.compile(r"&(lt|gt|amp|quot);")
KEPT_INVISIBLE = "\n\u200d\ufe0f"  # a new line, and what holds an emoji together


class NothingWritten(Refusal):
    text = "markup-error-nothing"


class UnknownTag(Refusal):
    text = "markup-error-unknown"


class NotClosed(Refusal):
    text = "markup-error-not-closed"


class NotOpened(Refusal):
    """Closed where it is not the tag that was opened last."""

    text = "markup-error-not-opened"


class BadAddress(Refusal):
    text = "markup-error-address"


@dataclass(frozen=True, kw_only=True)
class Markup:
    html: str
    length: int  # UTF-16 units of what is seen: channels count in them


@dataclass
class _Reader:
    typed: str
    written: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)  # tag, and where it stands

    def words(self, text: str) -> None:
        plain = REFERENCE.sub(lambda found: html.unescape(found[0]), text)
        self.seen.append(plain)
        self.written.append(html.escape(plain, quote=False))

    def tag(self, found: re.Match[str]) -> None:
        name = TAGS.get(found["name"].lower())
        if name is None:
            raise UnknownTag(tag=found[0], line=self.line(found.start()))
        if found["end"]:
            self.close(name, found)
        else:
            self.open(name, found)

    def open(self, name: str, found: re.Match[str]) -> None:
        attribute = f' href="{self.address(found)}"' if name == "a" else ""
        if name != "a" and found["rest"].strip():
            raise UnknownTag(tag=found[0], line=self.line(found.start()))
        self.opened.append((name, found.start()))
        self.written.append(f"<{name}{attribute}>")

    def close(self, name: str, found: re.Match[str]) -> None:
        if not self.opened or self.opened[-1][0] != name or found["rest"].strip():
            raise NotOpened(tag=found[0], line=self.line(found.start()))
        self.opened.pop()
        self.written.append(f"</{name}>")

    def address(self, found: re.Match[str]) -> str:
        href = HREF.fullmatch(found["rest"])
        given = html.unescape(next(filter(None, href.groups()), "")) if href else ""
        inside = any(name == "a" for name, _ in self.opened)
        if inside or not ADDRESS.fullmatch(given):
            raise BadAddress(tag=found[0], line=self.line(found.start()))
        return html.escape(given)

    def line(self, position: int) -> str:
        """Its number, as people count."""
        return str(self.typed.count("\n", 0, position) + 1)


def parsed(typed: str) -> Markup:
    """Raises NothingWritten, UnknownTag, NotClosed, NotOpened or BadAddress; all but the first name
    the tag and the line."""
    reader = _Reader(cleaned(typed))
    position = 0
    for found in TAG.finditer(reader.typed):
        reader.words(reader.typed[position : found.start()])
        reader.tag(found)
        position = found.end()
    reader.words(reader.typed[position:])
    if reader.opened:
        name, start = reader.opened[-1]
        raise NotClosed(tag=f"<{name}>", line=reader.line(start))
    seen = "".join(reader.seen)
    if not seen.strip():
        raise NothingWritten
    return Markup(html="".join(reader.written), length=utf16_length(seen))


def cleaned(typed: str) -> str:
    """Without signs that control the terminal or turn the direction of reading."""
    return "".join(
        sign for sign in typed if sign in KEPT_INVISIBLE or unicodedata.category(sign)[0] != "C"
    ).strip()


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
