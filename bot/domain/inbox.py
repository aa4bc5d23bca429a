"""What a channel hands in: who, and what they did. No channel's own types."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MAX_FAILURES = 5
MAX_TYPED = 1000  # characters of typed text that are kept; nobody needs more to find a course
LONG_NUMBER = re.compile(r"(?<!\d)\+?\d(?:[\s()./,_\u200b-\u200f\u2010-\u2015-]*\d){8,}")
# It begins where a word does: tried at every letter, a long one would take minutes.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
# A day with the time of day is no number of a person, however many digits it has.
_DAY = r"(?:[0-3]?\d[./][01]?\d(?:[./](?:20)?\d\d)?|20\d\d-[01]\d-[0-3]\d),?\s+(?:в\s+)?"
_CLOCK = r"[0-2]?\d[:.][0-5]\d"
DATE_AND_TIME = re.compile(rf"(?<![\d+]){_DAY}{_CLOCK}(?:\s?[-–—]\s?(?:{_DAY})?{_CLOCK})?(?![\d.])")
# The address of a meeting may be full of digits. In a link to somebody's chat they are a phone.
ADDRESS = re.compile(r"https://(?P<host>[\w.-]+)(?P<path>/[^\s?#@+%]*)?(?P<rest>[?#][^\s@]*)?")
CHATS = ("wa.me", "t.me", "viber.click", "whatsapp.com", "telegram.me", "telegram.dog", "max.ru")
ZOOM = "zoom.us"  # its meetings have 9 to 11 digits, as phones do
PHONE = re.compile(r"(?<!\d)[78]?9\d{9}(?!\d)")
MASK = "•••"


class Kind(StrEnum):
    COMMAND = "command"
    PRESS = "press"
    TEXT = "text"
    FILE = "file"  # the payload is what it was: photo, voice, sticker ...
    STOPPED = "stopped"  # the person blocked the bot
    RETURNED = "returned"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    channel: str
    dedupe_key: str  # a channel that delivers something twice gives it the same key
    account: int
    chat: str
    kind: Kind
    payload: str
    received_at: datetime
    language: str | None = None
    message: str | None = None  # pressed or typed; only its channel can read this
    # The payload before it was minimised, where that differs: kept when staff were asked for it
    whole: str | None = None


def masked(typed: str) -> str:
    """A text with a phone, passport, insurance number or e-mail address never reaches the disk.

    All of it is replaced: who sends a number often sends a name beside it. NUL goes too, because
    PostgreSQL cannot store it.
    """
    kept = typed[:MAX_TYPED].replace("\0", "")
    numbers = _without_path(DATE_AND_TIME.sub("", kept))
    return MASK if LONG_NUMBER.search(numbers) or EMAIL.search(kept) else kept


def _without_path(typed: str) -> str:
    """Of a text that is one address of a meeting and nothing else, only what may hide a phone."""
    found = ADDRESS.fullmatch(typed.strip())
    if found is None or _is_of(found["host"], CHATS):
        return typed
    path = found["path"] or ""
    phone = PHONE.search(path) or PHONE.search(re.sub(r"[\W_]", "", path))
    if phone and not _is_of(found["host"], (ZOOM,)):
        return typed
    return f"{found['host']} {found['rest'] or ''}"


def _is_of(host: str, known: tuple[str, ...]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in known)


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """An update that failed MAX_FAILURES times; the person has its reference number."""

    reference: int
    kind: Kind
    failures: int
    error: str
    received_at: datetime
