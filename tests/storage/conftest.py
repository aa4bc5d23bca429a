"""What runs on both databases: ask for `tx` or `engine`. The second is skipped where there is none."""

from collections.abc import Iterator

import pytest

from bot.storage.transaction import Transaction
from tests.storage import postgres as cluster
from tests.storage.engines import Engine, Postgres, Sqlite, create_migrated, opened

MIGRATED = "migrated"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    programs = cluster.programs()
    if programs is None:
        pytest.skip("no initdb and postgres, 15 or newer, in PATH or /usr/lib/postgresql/*/bin")
    with cluster.server(programs) as folder:
        yield Postgres(folder)


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Engine:
    engine: Engine = (
        Sqlite(tmp_path_factory.mktemp("sqlite"))
        if request.param == "sqlite"
        else request.getfixturevalue("postgres")
    )
    create_migrated(engine, MIGRATED)
    return engine


@pytest.fixture
def tx(engine: Engine) -> Iterator[Transaction]:
    """On a migrated database without a row; nothing is kept of what the test writes."""
    with opened(engine, MIGRATED) as tx:
        yield tx
