"""The promises of the committer, on a real file."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import (
    AlreadyRunning,
    CommitFailed,
    Database,
    Transaction,
    Work,
    open_database,
)
from bot.storage.short import short

# Only a deferred constraint lets a test make a COMMIT fail; the bot itself has none.
NOTES = "CREATE TABLE notes (text TEXT, friend INT REFERENCES people DEFERRABLE INITIALLY DEFERRED)"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "bot.db", tmp_path / "backups") as database:
        yield database


def note(text: str, friend: int | None = None) -> Work[str]:
    def write(tx: Transaction) -> str:
        tx.connection.execute("INSERT INTO notes VALUES (?, ?)", (text, friend))
        return text

    return write


def sql(statement: str) -> Work[None]:
    def execute(tx: Transaction) -> None:
        tx.connection.execute(statement)

    return execute


class Gate:
    """A turn that holds its group on the database's thread, so that others have to wait."""

    def __init__(self) -> None:
        self.entered, self.open = threading.Event(), threading.Event()

    def __call__(self, tx: Transaction) -> None:
        self.entered.set()
        assert self.open.wait(5)


async def held(database: Database) -> tuple[Gate, asyncio.Task[None]]:
    gate = Gate()
    turn = asyncio.create_task(database.turn(gate))
    await asyncio.to_thread(gate.entered.wait)
    return gate, turn


@pytest.fixture
async def notes(database: Database) -> Database:
    await database.turn(sql(NOTES))
    return database


async def together(database: Database, *turns: Work[str]) -> list[str | BaseException]:
    """All in one group, because they wait behind the same gate."""
    gate, first = await held(database)
    tasks = [asyncio.create_task(database.turn(turn)) for turn in turns]
    await asyncio.sleep(0)
    gate.open.set()
    await first
    return await asyncio.gather(*tasks, return_exceptions=True)


async def saved(database: Database) -> list[object]:
    sql = "SELECT text FROM notes ORDER BY rowid"
    return await database.read(lambda tx: [text for (text,) in tx.connection.execute(sql)])


async def test_a_turn_is_on_disk_when_it_returns(notes: Database, tmp_path: Path) -> None:
    assert await notes.turn(note("kept")) == "kept"
    with sqlite3.connect(tmp_path / "bot.db") as other:
        assert other.execute("SELECT text FROM notes").fetchall() == [("kept",)]
    other.close()


async def test_those_who_wait_share_one_commit(notes: Database) -> None:
    commits: list[str] = []
    await notes.turn(
        lambda tx: tx.connection.set_trace_callback(
            lambda sql: commits.append(sql) if sql == "COMMIT" else None
        )
    )
    commits.clear()
    await together(notes, *(note(str(n)) for n in range(50)))
    assert len(await saved(notes)) == 50
    assert len(commits) == 2  # the gate's and theirs


async def test_a_turn_that_raises_undoes_only_itself(notes: Database) -> None:
    def breaks(tx: Transaction) -> str:
        note("never")(tx)
        raise RuntimeError("a bug")

    answers = await together(notes, note("one"), breaks, note("two"))
    assert isinstance(answers[1], RuntimeError)
    assert await saved(notes) == ["one", "two"]


async def test_a_failed_commit_fails_its_whole_group_and_nothing_else(notes: Database) -> None:
    nobody = 404
    answers = await together(notes, note("one"), note("two", friend=nobody), note("three"))
    assert [type(answer) for answer in answers] == [CommitFailed] * 3
    assert await saved(notes) == []

    await notes.turn(note("after"))
    assert await saved(notes) == ["after"]


async def test_a_full_disk_fails_the_group_and_heals(notes: Database) -> None:
    await notes.turn(sql("PRAGMA max_page_count = 1"))
    answers = await together(notes, note("small"), note("x" * 1_000_000))
    assert [type(answer) for answer in answers] == [CommitFailed] * 2
    assert await saved(notes) == []

    await notes.turn(sql("PRAGMA max_page_count = 100000"))
    await notes.turn(note("x" * 1_000_000))
    assert len(await saved(notes)) == 1


async def test_cancelled_while_waiting_leaves_nothing_behind(notes: Database) -> None:
    gate, first = await held(notes)
    waiting = asyncio.create_task(notes.turn(note("never")))
    neighbour = asyncio.create_task(notes.turn(note("neighbour")))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    gate.open.set()
    await asyncio.gather(first, neighbour)
    assert waiting.cancelled()
    assert await saved(notes) == ["neighbour"]


async def test_cancelled_on_the_way_to_the_disk_hurts_nobody(notes: Database) -> None:
    gate, first = await held(notes)
    first.cancel()
    await asyncio.sleep(0)
    gate.open.set()
    await notes.turn(note("after"))
    assert first.cancelled()
    assert await saved(notes) == ["after"]


async def test_readers_see_only_what_is_committed(notes: Database) -> None:
    gate, first = await held(notes)
    inside = asyncio.create_task(notes.turn(note("later")))
    assert await saved(notes) == []
    gate.open.set()
    await asyncio.gather(first, inside)
    assert await saved(notes) == ["later"]


async def test_readers_cannot_write(notes: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await notes.read(note("never"))


async def test_what_another_process_commits_is_noticed(database: Database, tmp_path: Path) -> None:
    before = await database.changes()
    assert await database.changes() == before
    with short(tmp_path / "bot.db") as tx:
        tx.facts.put("catalogue version", "2")
    assert await database.changes() != before
    assert await database.read(lambda tx: tx.facts.find("catalogue version")) == "2"


async def test_a_second_bot_refuses_to_start(database: Database, tmp_path: Path) -> None:
    with pytest.raises(AlreadyRunning):
        async with open_database(tmp_path / "bot.db", tmp_path / "backups"):
            pass


async def test_a_closed_database_takes_nothing(tmp_path: Path) -> None:
    async with open_database(tmp_path / "bot.db", tmp_path / "backups") as database:
        pass
    with pytest.raises(CommitFailed):
        await database.turn(lambda _: None)
