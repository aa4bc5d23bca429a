"""The bot in a process of its own, as people start it, which can be killed and started again."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass, field
from pathlib import Path

from tests.chats import TOKEN, Chats

CONFIG = """
folder = "{folder}"
[telegram]
token = "{token}"
api_url = "{url}"
sandbox_clock = true
messages_per_second = {rate}
chat_messages_per_second = 10000.0
[people]
updates_in_10_seconds = 10000
[health]
port = 0
"""


@dataclass
class Killable:
    chats: Chats
    url: str  # of the sandbox
    deaths: int = 0
    rate: float = 10_000.0  # messages a second
    module: str = "bot"
    _process: Process | None = field(default=None, init=False)

    @property
    def folder(self) -> Path:
        return self.chats.file.parent

    async def starts(self) -> None:
        """Returns when it works."""
        config = self.folder / "config.toml"
        config.write_text(
            CONFIG.format(folder=self.folder, token=TOKEN, url=self.url, rate=self.rate)
        )
        with (self.folder / "stderr").open("a") as errors:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                self.module,
                "run",
                "--config",
                config,
                stdout=PIPE,
                stderr=errors,
            )
        assert self._process.stdout is not None
        said = await self._process.stdout.readline()
        assert b"is running" in said, self.log

    async def dies(self) -> None:
        """As when the power goes: nothing is said, nothing is put in order."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()
        self.deaths += 1

    async def stops(self) -> None:
        """When asked to."""
        assert self._process is not None
        self._process.terminate()
        assert await self._process.wait() == 0, self.log

    @property
    def log(self) -> str:
        """What all its lives have written, on standard error too."""
        files = [*(self.folder / "logs").glob("*"), self.folder / "stderr"]
        return "\n".join(file.read_text(encoding="utf-8") for file in files)
