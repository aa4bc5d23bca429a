"""A test that asks for `tx` or `engine` runs on both databases."""

from collections.abc import Iterator
from typing import TypeVar

import pytest

from bot.storage.transaction import Transaction
from tests.storage import postgres as cluster
from tests.storage.engines import EMPTY, MIGRATED, Engine, Postgres, Sqlite, create_migrated, opened

EngineType = TypeVar("EngineType", Sqlite, Postgres)


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Sqlite:
    return with_databases(Sqlite(tmp_path_factory.mktemp("sqlite")))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    programs = cluster.programs()
    if programs is None:
        pytest.skip("no initdb and postgres, 15 or newer, in PATH or /usr/lib/postgresql/*/bin")
    with cluster.server(programs) as folder:
        yield with_databases(Postgres(folder))


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Engine:
    engine: Engine = request.getfixturevalue(request.param)
    return engine


@pytest.fixture
def tx(engine: Engine) -> Iterator[Transaction]:
    """On a migrated database without a row; nothing is kept of what the test writes."""
    with opened(engine, MIGRATED) as tx:
        yield tx


@pytest.fixture
def empty(engine: Engine) -> Iterator[Transaction]:
    """On a database that was never migrated, and will not be for the next test."""
    with opened(engine, EMPTY) as tx:
        yield tx


def with_databases(engine: EngineType) -> EngineType:
    engine.create(EMPTY)
    create_migrated(engine, MIGRATED)
    return engine
