"""Keeping the catalogue from the command line: files in, files out, taken back."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.config import PROJECT
from bot.storage.short import looking
from tests.cli.test_commands import config, refused, traektoria

__all__ = ["config"]
DEMO = PROJECT / "data" / "demo"
TABLES = ("partners", "resources", "agreements", "programmes", "modules", "study_groups")


async def done(*arguments: str | Path) -> str:
    code, out, err = await traektoria(*arguments)
    assert code == 0, err
    return out


def rows(config: Path, table: str) -> int:
    with closing(sqlite3.connect(config.parent / "var" / "bot.db")) as database:
        (count,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)


@pytest.fixture
async def book(config: Path, tmp_path: Path) -> Path:
    """The demo network is imported, and this is the workbook of it."""
    await done("import", DEMO, "--config", config)
    file = tmp_path / "catalogue.xlsx"
    assert await done("export", file, "--config", config) == f"{file}\n"
    return file


def edit(book: Path, cells: dict[tuple[str, int], str | int]) -> None:
    """Of the groups; a cell is named by its column and row."""
    opened = load_workbook(book)
    sheet = opened["groups"]
    columns = {cell.value: number for number, cell in enumerate(sheet[1], start=1)}
    for (name, row), value in cells.items():
        sheet.cell(row, columns[name]).value = value
    opened.save(book)


async def test_what_is_exported_is_what_was_imported(book: Path, config: Path) -> None:
    assert "ничего не изменилось" in await done("import", book, "--config", config)
    folder = book.parent / "csv"
    await done("export", folder, "--config", config)
    assert "ничего не изменилось" in await done("import", folder, "--config", config)
    with looking(config.parent / "var" / "bot.db") as tx:
        stored = tx.network.read()
    names = load_dictionaries(PROJECT / "data")
    assert read_network(folder, names, date(2030, 1, 1)) == stored


async def test_a_dry_run_says_what_would_change_and_changes_nothing(
    book: Path, config: Path
) -> None:
    edit(book, {("code", 2): "DEMO-NEW-G1", ("seats", 3): 29})
    said = await done("import", book, "--dry-run", "--config", config)
    assert "это проверка, ничего не изменено" in said
    assert "Группы: новых 1, изменится 1, без изменений 365" in said
    assert "seats: " in said
    assert " → 29" in said
    assert rows(config, "study_groups") == 367
    assert rows(config, "imports") == 1, "that of the demo"
    assert await done("import", book, "--dry-run", "--config", config) == said


async def test_an_import_says_what_it_has_changed_and_is_taken_back_once(
    book: Path, config: Path
) -> None:
    edit(book, {("code", 2): "DEMO-NEW-G1", ("seats", 3): 29})
    assert "Группы: новых 1, изменится 1, без изменений 365" in await done(
        "import", book, "--config", config
    )
    assert rows(config, "study_groups") == 368
    assert "убрано 1, возвращено прежнего 1" in await done("import", "--undo", "--config", config)
    assert rows(config, "study_groups") == 367
    said = await refused("import", "--undo", "--config", config)
    assert "Ничего не отменено" in said
    assert rows(config, "partners") == 14, "the import before it stays"


async def test_every_mistake_of_a_workbook_is_named_and_nothing_is_imported(
    book: Path, config: Path
) -> None:
    edit(book, {("seats", 3): "=20+9", ("seats", 4): "много"})
    said = await refused("import", book, "--config", config)
    assert "groups, строка 3, seats: в ячейке H3 формула: вставьте значение" in said
    assert "groups, строка 4, seats: «много» — нужно целое число от 1 до 1000" in said
    assert rows(config, "study_groups") == 367


async def test_a_template_is_written_without_a_database(config: Path, tmp_path: Path) -> None:
    await done("export", tmp_path / "new.xlsx", "--template", "--config", config)
    assert load_workbook(tmp_path / "new.xlsx").sheetnames[0] == "Как заполнить"
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("import",), "укажите, что загрузить, или --undo"),
        (("import", "nowhere"), "nowhere: нет такой папки"),
        (("import", "README.md"), "README.md: это не книга Excel (.xlsx)"),
        (("export", "folder", "--template"), "a template is a workbook"),
        (("export", "catalogue.xlsx"), "there is no database"),
    ],
)
async def test_what_cannot_be_done_is_said_in_a_sentence(
    config: Path, arguments: tuple[str, ...], why: str
) -> None:
    assert why in await refused(*arguments, "--config", config)


async def test_an_empty_database_is_undone_to_nothing(config: Path) -> None:
    await done("import", DEMO, "--config", config)
    await done("import", "--undo", "--config", config)
    assert [rows(config, table) for table in TABLES] == [0] * 6
