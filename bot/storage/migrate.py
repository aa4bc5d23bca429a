"""Brings a database file to this program's version, with a backup of the old one first."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.storage import migrations


def migrate(path: Path, backups: Path) -> list[int]:
    """Returns the versions that were applied; [] when there was nothing to do.

    Raises NewerDatabase when the file belongs to a newer program, UnusableDatabase when it is none.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _understood(path), closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            at, todo = migrations.version(connection), migrations.pending(connection)
            if at and todo:
                _copied(path, backups, f"before-{max(todo):04}")
            done = migrations.apply(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return done


def checked(path: Path) -> None:
    """Raises NewerDatabase or UnusableDatabase for a file that the bot would not start with."""
    with _understood(path), closing(connect_for_reading(path)) as connection:
        migrations.pending(connection)
        damage = connection.execute("PRAGMA quick_check").fetchone()[0]
    if damage != "ok":
        raise migrations.UnusableDatabase(f"{path} is damaged ({damage}): restore a backup")


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise migrations.UnusableDatabase(
            f"{path} cannot be used as a database ({error}): free it, or restore a backup"
        ) from error


def backup(path: Path, backups: Path) -> Path:
    """A consistent copy of a database, also of one that is in use."""
    return _copied(path, backups, "backup")


def _copied(path: Path, backups: Path, name: str) -> Path:
    backups.mkdir(parents=True, exist_ok=True)
    copy = backups / f"{path.stem}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{name}.db"
    unfinished = copy.with_suffix(".part")
    try:
        with _understood(path), closing(sqlite3.connect(path)) as source:
            with closing(sqlite3.connect(unfinished)) as target:
                source.backup(target)
                damage = target.execute("PRAGMA quick_check").fetchone()[0]
            if damage != "ok":
                raise migrations.UnusableDatabase(f"{path} is damaged ({damage}): no backup")
        return unfinished.rename(copy)
    finally:
        unfinished.unlink(missing_ok=True)


def connect(path: Path) -> sqlite3.Connection:
    """The bot's own way to open its file: durable over a power cut, references checked."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # KiB. With SQLite's own 2 MB a mailing to a million holds up others three times as long.
    connection.execute("PRAGMA cache_size = -8000")
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Read-only, so it never checkpoints: before SQLite 3.51.3 two that do can lose data."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=10)
    connection.row_factory = sqlite3.Row
    return connection
