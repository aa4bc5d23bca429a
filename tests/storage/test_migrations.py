from hashlib import sha256
from pathlib import Path
from shutil import copy

import pytest

from bot.storage import migrations
from bot.storage.transaction import Transaction
from tests.storage.engines import EMPTY, Engine, Postgres, Sqlite, opened
from tests.storage.schema import Schema

NEXT = """
-- A semicolon; in a comment ends nothing.
ALTER TABLE people ADD COLUMN height REAL;
CREATE TABLE hobbies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id BIGINT NOT NULL REFERENCES people ON DELETE CASCADE
);
CREATE INDEX hobbies_of_person ON hobbies (person_id) WHERE id > 0
"""
RELEASED = Path(__file__).with_name("migrations.sha256")


@pytest.fixture
def grown(tmp_path: Path) -> Path:
    """The migrations of this program, and one more."""
    for file in migrations.known().values():
        copy(file, tmp_path)
    newest = max(migrations.known())
    (tmp_path / f"{newest + 1:04}_hobbies.sql").write_text(NEXT)
    return tmp_path


def ends_as(engine: Engine, *folders: Path) -> Schema:
    """What a database looks like that met these folders of migrations one after the other."""
    with opened(engine, EMPTY) as tx:
        for folder in folders:
            migrations.apply(tx.connection, folder)
        return engine.schema(tx.connection)


def test_the_oldest_database_and_an_empty_one_end_alike(engine: Engine, tmp_path: Path) -> None:
    first = min(migrations.known())
    copy(migrations.known()[first], tmp_path)
    assert ends_as(engine, tmp_path, migrations.FOLDER) == ends_as(engine, migrations.FOLDER)


def test_an_old_database_catches_up_with_a_grown_program(engine: Engine, grown: Path) -> None:
    assert ends_as(engine, migrations.FOLDER, grown) == ends_as(engine, grown)


def test_a_change_of_an_old_migration_would_be_noticed(engine: Engine, tmp_path: Path) -> None:
    for file in migrations.known().values():
        copy(file, tmp_path)
    changed = migrations.known(tmp_path)[1]
    changed.write_text(changed.read_text().replace("muted INTEGER NOT NULL", "muted INTEGER"))
    assert ends_as(engine, migrations.FOLDER, tmp_path) != ends_as(engine, tmp_path)


def test_what_installations_have_run_is_never_changed() -> None:
    """A new migration adds its line, the others stay as they are: in the project's folder
    `sha256sum bot/storage/migrations/*.sql > tests/storage/migrations.sha256`.
    """
    released = [line.split() for line in RELEASED.read_text().splitlines()]
    assert {Path(file).name: seal for seal, file in released} == {
        file.name: sha256(file.read_bytes()).hexdigest() for file in migrations.known().values()
    }


def test_both_databases_look_the_same(sqlite: Sqlite, postgres: Postgres) -> None:
    assert ends_as(sqlite, migrations.FOLDER) == ends_as(postgres, migrations.FOLDER)


def test_a_migration_runs_once(empty: Transaction, grown: Path) -> None:
    newest = max(migrations.known(grown))
    assert migrations.version(empty.connection) == 0
    assert migrations.apply(empty.connection)[-1] == newest - 1
    assert migrations.apply(empty.connection, grown) == [newest]
    assert migrations.apply(empty.connection, grown) == []
    assert migrations.version(empty.connection) == newest


def test_a_newer_database_is_refused(empty: Transaction, grown: Path) -> None:
    migrations.apply(empty.connection, grown)
    with pytest.raises(migrations.NewerDatabase, match="install the newer program"):
        migrations.apply(empty.connection)


def test_a_migration_that_fails_halfway_leaves_nothing(empty: Transaction, grown: Path) -> None:
    file = max(grown.glob("*.sql"))
    file.write_text(NEXT + "; CREATE TABLE hobbies (id BIGINT)")
    with pytest.raises(Exception, match="already exists"), empty.undone_on_error():
        migrations.apply(empty.connection, grown)
    assert migrations.apply(empty.connection) == list(migrations.known())
