"""The two databases that the same SQL has to run on, and how a test opens one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row

from bot.storage import migrations
from bot.storage.migrate import connect
from bot.storage.transaction import Transaction
from tests.storage.schema import of_postgres, of_sqlite

MIGRATED, EMPTY = "migrated", "empty"  # databases that no test changes for good
BROKEN_RULE = (sqlite3.IntegrityError, psycopg.IntegrityError)


class Sqlite:
    begin = "BEGIN IMMEDIATE"
    schema = staticmethod(of_sqlite)

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create(self, database: str) -> None:
        """An empty one, also where there was one before."""
        for file in self._folder.glob(f"{database}.db*"):
            file.unlink()

    def connect(self, database: str) -> Any:
        return connect(self._folder / f"{database}.db")


class Postgres:
    begin = "BEGIN"
    schema = staticmethod(of_postgres)

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def create(self, database: str) -> None:
        """An empty one, also where there was one before."""
        with closing(self.connect("postgres")) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database}")
            connection.execute(f"CREATE DATABASE {database}")

    def connect(self, database: str) -> Any:
        return psycopg.connect(
            host=str(self._folder),
            port=5432,
            user="postgres",
            dbname=database,
            autocommit=True,  # what begins and ends a transaction is said in SQL, as for SQLite
            row_factory=dict_row,
        )


Engine = Sqlite | Postgres


@contextmanager
def opened(engine: Engine, database: str) -> Iterator[Transaction]:
    """Taken back at the end unless it was committed before."""
    with closing(engine.connect(database)) as connection:
        connection.execute(engine.begin)
        yield Transaction(connection)


def create_migrated(engine: Engine, database: str) -> None:
    engine.create(database)
    with opened(engine, database) as tx:
        migrations.apply(tx.connection)
        tx.connection.execute("COMMIT")
