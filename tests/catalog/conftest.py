import shutil
from pathlib import Path

import pytest

from tests.catalog.demo_files import DATA


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "demo", tmp_path / "demo"))
