from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.migrate import migrate
from bot.storage.short import short
from bot.storage.transaction import Transaction


@pytest.fixture
def tx(tmp_path: Path) -> Iterator[Transaction]:
    migrate(tmp_path / "bot.db", tmp_path)
    with short(tmp_path / "bot.db") as transaction:
        yield transaction
