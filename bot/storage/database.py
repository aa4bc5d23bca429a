"""One writer whose turns share commits, a reader beside it, and a lock against a second bot."""

import asyncio
import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.domain.errors import NeedsMending
from bot.storage.committer import CommitFailed, Committer, Reader, Work
from bot.storage.migrate import connect, connect_for_reading, migrate
from bot.storage.transaction import Transaction

__all__ = ["AlreadyRunning", "CommitFailed", "Database", "Transaction", "Work", "open_database"]
T = TypeVar("T")


class AlreadyRunning(NeedsMending):
    """Another bot holds this database."""


class Database:
    def __init__(self, writer: Committer, reader: Reader) -> None:
        self._waiting: asyncio.Queue[tuple[Work[Any], asyncio.Future[Any]]] = asyncio.Queue()
        self._serving = asyncio.create_task(writer.serve(self._waiting))
        self._reader = reader

    async def turn(self, work: Work[T]) -> T:
        """Runs `work` in a transaction; returns once it is on disk.

        A caller that is cancelled before its group began leaves nothing behind; later, the turn is
        committed with its group, because nobody can take back half a commit.
        """
        if self._serving.done():
            raise CommitFailed("the database is closed")
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.put_nowait((work, answer))
        return await answer

    async def read(self, work: Work[T]) -> T:
        """Sees what is committed, and holds up nobody."""
        return await self._reader.read(work)

    async def changes(self) -> int:
        """A number that moves when another process, such as an import, has committed."""
        return await self._reader.changes()

    async def close(self) -> None:
        try:
            await self.turn(lambda _: None)  # turns are served in order, so this one is the last
        finally:
            self._serving.cancel()


@asynccontextmanager
async def open_database(path: Path, backups: Path) -> AsyncIterator[Database]:
    """Migrated, and held by this process alone.

    Raises AlreadyRunning, or migrations.NewerDatabase.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(path):
        await asyncio.to_thread(migrate, path, backups)
        writer = Committer(partial(connect, path), 64)
        reader = Reader(partial(connect_for_reading, path), 64)
        async with writer, reader:
            database = Database(writer, reader)
            try:
                yield database
            finally:
                await database.close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """The kernel drops this lock even when the bot is killed."""
    with path.with_name(path.name + ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(f"another bot is running on {path}") from None
        yield
