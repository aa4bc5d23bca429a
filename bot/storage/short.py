"""A short transaction for a command, beside a bot that is running on the same file."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.storage.migrate import connect, connect_for_reading
from bot.storage.transaction import Transaction


@contextmanager
def short(path: Path) -> Iterator[Transaction]:
    """Committed at the end of the block, taken back on any error."""
    with closing(connect(path)) as connection:
        # Only the bot checkpoints: before SQLite 3.51.3 two that do can lose data.
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield Transaction(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def looking(path: Path) -> Iterator[Transaction]:
    """Reads what is committed and changes nothing."""
    with closing(connect_for_reading(path)) as connection:
        connection.execute("BEGIN")
        yield Transaction(connection)
