"""Named queries of one noun, bound to the connection of a transaction."""

import sqlite3
from functools import cache, partial
from pathlib import Path
from typing import Any

import aiosql

FOLDER = Path(__file__).parent


@cache
def _queries(noun: str, driver: str) -> Any:
    return aiosql.from_path(FOLDER / f"{noun}.sql", driver)


class Sql:
    """`Sql("people", connection).find(person_id=1)` runs the query `find` of people.sql."""

    def __init__(self, noun: str, connection: Any) -> None:
        self.is_sqlite = isinstance(connection, sqlite3.Connection)
        self._queries = _queries(noun, "sqlite3" if self.is_sqlite else "psycopg")
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return partial(getattr(self._queries, name), self._connection)
