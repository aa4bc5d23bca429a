"""People who do whatever comes into their heads."""

import asyncio
import base64
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from tests.chats import Chats
from tests.journeys.screens import Watch
from tests.sandbox.test_files import png
from tests.talk import Message, labels

LANGUAGES = ("ru", "en", "ru", "kk", "pt-br")
PIXEL = base64.b64encode(png(1, 1)).decode()
SENT = ("photo", "sticker", "voice", "document", "video", "audio")
FILES = (
    *({"kind": kind, "mime": "a/b", "name": "паспорт.bin", "base64": PIXEL} for kind in SENT),
    {"kind": "location"},
    {"kind": "contact"},
)
COMMANDS = (
    *("/start", "/menu", "/me", "/settings", "/help", "/privacy", "/export", "/forget", "/stop"),
    *("/nonsense", "/START", "/help@traektoria_bot", "/start@traektoria_bot", "/", "//", "/me 7"),
)
SEARCHES = (
    *("хочу на сварщика", "svarshik", "ghjuhfvvbcn", "повар", "1С", "уход за пожилыми", "welder"),
    *("хочу работать с животными", "python", "курсы бесплатно кемерово", "а", "не знаю", "drawing"),
)
NUMBERS = (*"0123456789", "42", "-1", "1.", "99999999999999999999", "٣", "½")
NONSENSE = (
    *("ыыыы", "😀🎓👩‍🚀", "שלום עולם", "مرحبا", "\u202etxet", "<b>", "&amp;", "{ $name }", "%s%n"),
    *("'; DROP TABLE people; --", "я" * 4096, "?!" * 2000, "a\u0300" * 300, "\u200b.", "•••"),
    *("+7 913 555-01-42", "89135550142", "мой паспорт 3217 123456", "a.b@mail.ru"),
)
BAD_LINKS = ("p_nothing", "p_", "s_guess", "x", "_" * 64, "p_" + "9" * 62)


@dataclass
class Walker:
    chats: Chats
    watch: Watch
    user: int
    chance: random.Random
    links: Sequence[str]  # payloads of programmes
    keenness: int  # 0 wanders about, more goes forward
    acts: int = 0  # that the bot hears of
    blocked: bool = False

    async def acts_once(self) -> None:
        if self.blocked:
            await self._blocks(False)
            return
        acts: dict[Callable[[], Awaitable[None]], int] = {
            lambda: self._press(self._newest()): 30 * (1 + self.keenness),
            lambda: self._press(self._newest(), times=2): 4,
            lambda: self._press(self._any()): 6,
            lambda: self._post("message", text=self._words()): 14,
            lambda: self._post("message", file=self.chance.choice(FILES)): 3,
            lambda: self._blocks(True): 1,
        }
        await self.chance.choices(list(acts), list(acts.values()))[0]()

    async def _blocks(self, on: bool) -> None:
        self.blocked = on
        await self._post("block" if on else "unblock")

    async def _press(self, message: Message | None, times: int = 1) -> None:
        """Twice at once, when somebody is impatient."""
        places = self._places(message) if message else {}
        if not message or not places:
            await self._post("message", text="/start")
            return
        row, column = self.chance.choices(list(places), list(places.values()))[0]
        heard = "callback_data" in message["buttons"][row][column]
        press = {"message_id": message["message_id"], "button": [row, column]}
        await asyncio.gather(*(self._post("press", heard, **press) for _ in range(times)))

    async def _post(self, act: str, heard: bool = True, **fields: object) -> None:
        self.acts += heard
        await self.chats.control(f"users/{self.user}/{act}", **fields)

    def _newest(self) -> Message | None:
        shown = self.watch.chats[self.user]
        return shown[max(shown)] if shown else None

    def _any(self) -> Message | None:
        shown = list(self.watch.chats[self.user].values())
        return self.chance.choice(shown) if shown else None

    def _words(self) -> str:
        newest = self._newest()
        links = [f"/start {payload}" for payload in (*self.links, *BAD_LINKS)]
        said = labels(newest) if newest else COMMANDS
        kinds: list[Sequence[str]] = [COMMANDS, SEARCHES, NUMBERS, NONSENSE, links, said]
        return self.chance.choice(self.chance.choice(kinds))

    def _places(self, message: Message) -> dict[tuple[int, int], int]:
        """Row and column of every button, and its weight: what stands first leads on."""
        last = len(message["buttons"]) - 1
        return {
            (r, c): 1 + self.keenness * (last - r)
            for r, row in enumerate(message["buttons"])
            for c in range(len(row))
        }
