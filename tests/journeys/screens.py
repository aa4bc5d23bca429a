"""What everybody sees, as it changes; and what may be wrong with a screen."""

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import aiohttp
import orjson

from tests.talk import Message, text_of

MOST_CHOICES = 6  # the grades of a school and a college
MOST_IN_LAST_ROW = 3
LONGEST_LABEL = 40  # characters
LONGEST_DATA = 64  # bytes
LONGEST_CAPTION = 1000
LONGEST_LIST = 1500
LONGEST_SCREEN = 350
# Cards, comparisons, lists of programmes and commands, notices, applications
LONG_BY_NATURE = re.compile(
    r"^(Документ:|Document:|1\. |[AА]\. |/menu|What data|Keep your|Какие данные"
    r"|Сохранить (тво|ваш)и|Заявка №|Application No|Проверка заявки|Check your"
    # paths: their conditions, modules, news and applications
    r"|Путь: |Path: |Где и когда|Where and when|Из программы|Of the programme|№ \d|No\. \d"
    r"|Изменения в пути|Changes in the path|Пути пока нет|There is no path yet"
    # events: the card and the registration
    r"|Когда: |When: )",
    re.MULTILINE,
)
UNFILLED = re.compile(r"\{|\$|\bNone\b")

Button = dict[str, str]


@dataclass
class Watch:
    """Follows the stream of the sandbox."""

    session: aiohttp.ClientSession
    chats: dict[int, dict[int, Message]] = field(default_factory=lambda: defaultdict(dict))
    seen: list[Message] = field(default_factory=list)  # every state of every message of the bot
    _marks: int = 0
    _mark: asyncio.Event = field(default_factory=asyncio.Event)

    async def catches_up(self) -> None:
        """A clock that is moved by nothing comes after everything that has happened."""
        self._mark.clear()
        async with self.session.post("/sandbox/clock", json={"advance_s": 0}):
            await self._mark.wait()

    async def follows(self, stream: aiohttp.ClientResponse) -> None:
        async for line in stream.content:
            if line.startswith(b"data: "):
                self._takes(orjson.loads(line.removeprefix(b"data: ")))

    def _takes(self, event: Message) -> None:
        match event["type"]:
            case "message" | "edited" if event["message"]["from"] == "bot":
                message = event["message"]
                self.chats[event["user"]][message["message_id"]] = message
                self.seen.append(message)
            case "deleted":
                self.chats[event["user"]].pop(event["message_id"], None)
            case "clock":
                self._mark.set()


@asynccontextmanager
async def watching(session: aiohttp.ClientSession) -> AsyncIterator[Watch]:
    watch = Watch(session)
    timeout = aiohttp.ClientTimeout(total=None)
    async with session.get("/sandbox/stream", timeout=timeout) as stream:
        await stream.content.readline()  # it listens now
        following = asyncio.create_task(watch.follows(stream))
        try:
            yield watch
        finally:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following


CHECKS: dict[str, Callable[[Message, list[Button]], bool]] = {
    "no way on": lambda m, buttons: any("callback_data" in b for b in buttons),
    "a text too long": lambda m, _: len(m["text"]) <= _longest(m["text"]),
    "a caption too long": lambda m, _: len(m.get("caption", "")) <= LONGEST_CAPTION,
    "an unfilled text": lambda m, _: not UNFILLED.search(text_of(m)),
    "a label too long": lambda m, buttons: all(len(b["text"]) <= LONGEST_LABEL for b in buttons),
    "data too long": lambda m, buttons: all(
        len(b.get("callback_data", "").encode()) <= LONGEST_DATA for b in buttons
    ),
    "two choices in a row": lambda m, _: all(len(row) == 1 for row in m["buttons"][:-1]),
    "too many choices": lambda m, _: len(m["buttons"]) <= MOST_CHOICES + 1,
    "too many ways back": lambda m, _: all(
        len(row) <= MOST_IN_LAST_ROW for row in m["buttons"][-1:]
    ),
}


def faults(message: Message) -> list[str]:
    """Which decisions about screens a message of the bot breaks."""
    buttons = [button for row in message["buttons"] for button in row]
    return [what for what, is_right in CHECKS.items() if not is_right(message, buttons)]


def _longest(text: str) -> int:
    return LONGEST_LIST if LONG_BY_NATURE.search(text) else LONGEST_SCREEN
