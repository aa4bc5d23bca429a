"""The connection that writes, the one that reads, and the transaction that both hand out."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import aiosqlite

from bot.storage.transaction import Transaction

T = TypeVar("T")
GROUP = 64
DISK_TROUBLE = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CORRUPT,
}


class CommitFailed(Exception):
    """Nothing of this turn happened, and not through its fault: try it again later."""


Work = Callable[[Transaction], T]


@dataclass(frozen=True)
class Failure:
    error: Exception


class Committer(aiosqlite.Connection):
    """The only connection that writes. Turns that wait at the same time share one commit.

    A group runs in one hop on the connection's thread, so nothing gets between BEGIN and COMMIT:
    no other task and no cancellation.
    """

    async def serve(self, waiting: asyncio.Queue[tuple[Work[Any], asyncio.Future[Any]]]) -> None:
        while True:
            group = [await waiting.get()]
            while len(group) < GROUP and not waiting.empty():
                group.append(waiting.get_nowait())
            wanted = [(work, answer) for work, answer in group if not answer.done()]
            for (_, answer), outcome in zip(wanted, await self._committed(wanted), strict=True):
                if answer.done():  # cancelled while its group was on the way to the disk
                    continue
                if isinstance(outcome, Failure):
                    answer.set_exception(outcome.error)
                else:
                    answer.set_result(outcome)

    async def _committed(self, group: Sequence[tuple[Work[Any], object]]) -> Sequence[Any]:
        works = [work for work, _ in group]
        try:
            outcomes = await self._execute(self._commit, works)  # type: ignore[no-untyped-call]
        except Exception as error:
            return [Failure(_commit_failed(error)) for _ in works]
        return cast(Sequence[Any], outcomes)

    def _commit(self, works: Sequence[Work[Any]]) -> list[Any]:
        connection = self._conn
        connection.execute("BEGIN IMMEDIATE")
        try:
            transaction = Transaction(connection)
            outcomes = [self._outcome(work, transaction) for work in works]
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return outcomes

    def _outcome(self, work: Work[T], transaction: Transaction) -> T | Failure:
        try:
            with transaction.undone_on_error():
                return work(transaction)
        except Exception as error:
            if not self._conn.in_transaction or _is_disk_trouble(error):
                raise
            return Failure(error)


class Reader(aiosqlite.Connection):
    async def read(self, work: Work[T]) -> T:
        return cast(T, await self._execute(self._look, work))  # type: ignore[no-untyped-call]

    async def changes(self) -> int:
        row = await self._execute(self._data_version)  # type: ignore[no-untyped-call]
        return cast(int, row)

    def _data_version(self) -> int:
        return int(self._conn.execute("PRAGMA data_version").fetchone()[0])

    def _look(self, work: Work[T]) -> T:
        self._conn.execute("BEGIN")
        try:
            return work(Transaction(self._conn))
        finally:
            self._conn.execute("ROLLBACK")


def _is_disk_trouble(error: Exception) -> bool:
    return isinstance(error, sqlite3.Error) and (error.sqlite_errorcode & 0xFF) in DISK_TROUBLE


def _commit_failed(error: Exception) -> CommitFailed:
    failed = CommitFailed(str(error))
    failed.__cause__ = error
    return failed
