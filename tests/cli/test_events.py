"""traektoria events, as a person runs it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.catalog.importing.event_columns import EVENTS
from bot.config import PROJECT
from tests.cli.test_commands import config, refused, traektoria

__all__ = ["config"]  # the fixture
DEMO = PROJECT / "data" / "demo"


@pytest.fixture
async def network(config: Path) -> Path:
    """Settings of an installation whose network is there."""
    code, _, err = await traektoria("import", DEMO, "--config", config)
    assert code == 0, err
    return config


def stored(settings: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(settings.parent / "var" / "bot.db")) as database:
        return database.execute("SELECT slug, state FROM events ORDER BY slug").fetchall()


async def test_a_file_is_looked_at_brought_in_and_changes_nothing_twice(network: Path) -> None:
    events = DEMO / "events.csv"
    code, out, err = await traektoria("events", events, "--dry-run", "--config", network)
    assert code == 0, err
    assert "nothing is changed by a dry run" in out
    assert "new: 24, changed: 0" in out
    assert stored(network) == []
    _, out, _ = await traektoria("events", events, "--config", network)
    assert "new: 24, changed: 0" in out
    assert len(stored(network)) == 24
    _, out, _ = await traektoria("events", events, "--config", network)
    assert "new: 0, changed: 0" in out


async def test_one_wrong_row_keeps_all_of_them_out(network: Path, tmp_path: Path) -> None:
    text = (DEMO / "events.csv").read_text(encoding="utf-8").replace("DP-13", "DP-77", 1)
    file = tmp_path / "events.csv"
    file.write_text(text, encoding="utf-8")
    said = await refused("events", file, "--config", network)
    assert "nothing was brought in" in said
    assert "строка 15, organiser: «DP-77»" in said
    assert stored(network) == []


async def test_whom_a_change_concerns_is_said(network: Path, tmp_path: Path) -> None:
    await traektoria("events", DEMO / "events.csv", "--config", network)
    text = (DEMO / "events.csv").read_text(encoding="utf-8")
    file = tmp_path / "events.csv"
    file.write_text(text.replace("кабинет 12", "кабинет 14"), encoding="utf-8")
    code, out, err = await traektoria("events", file, "--config", network)
    assert code == 0, err
    assert "new: 0, changed: 1" in out
    assert "resume-consultation: place" in out


async def test_a_template_is_an_empty_table_with_the_codes_beside_it(
    network: Path, tmp_path: Path
) -> None:
    code, out, err = await traektoria(
        "events", "--template", tmp_path / "t.xlsx", "--config", network
    )
    assert code == 0, err
    assert out.strip().endswith("t.xlsx")
    book = load_workbook(tmp_path / "t.xlsx")
    header = [cell.value for cell in next(book["events"].iter_rows())]
    assert header == list(EVENTS)
    rules = book["events"].data_validations.dataValidation
    assert any("$A$2:$A$15" in rule.formula1 for rule in rules)
    assert book["Справочники"]["A2"].value == "DP-01"
    _, out, _ = await traektoria("events", tmp_path / "t.xlsx", "--config", network)
    assert "new: 0" in out


async def test_what_cannot_be_meant_is_explained(network: Path) -> None:
    for arguments in ((), ("x.csv", "--template", "t.xlsx")):
        assert "name a file of events" in await refused("events", *arguments, "--config", network)
    assert "ends with .xlsx" in await refused("events", "--template", "t.csv", "--config", network)
    assert "файл не найден" in await refused("events", "nowhere.csv", "--config", network)
