"""Brings files into the catalogue: all of them, or a list of errors; shows it first; undoes it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import config_argument
from bot.domain.errors import NeedsMending, Refusal

if TYPE_CHECKING:
    from datetime import date

    from bot.catalog.changes import Changes
    from bot.catalog.consequences import Consequences
    from bot.config import Config
    from bot.domain.network import Network

HELP = "bring in partners, programmes, modules and groups: all or nothing"
EXAMPLE = "traektoria import catalogue.xlsx --dry-run"
MOST_CHANGES = 20  # fields that are listed


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", type=Path, nargs="?", help="a folder like data/demo, an .xlsx or a .zip of CSV"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument(
        "--reanchor", action="store_true", help="count relative dates (+21) from today again"
    )
    parser.add_argument("--undo", action="store_true", help="take back the last import")
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from bot.cli.settings import settings
    from bot.storage.migrate import migrate

    if options.undo == (options.path is not None):
        raise NeedsMending("укажите, что загрузить, или --undo: одно из двух")
    config = settings(options.config)
    migrate(config.database, config.backups)
    try:
        said = _undone(config.database) if options.undo else _imported(options, config)
    except NeedsMending as error:
        failed = "Ничего не отменено" if options.undo else "Ничего не загружено"
        raise NeedsMending(f"{failed}:\n{error}") from error
    print(said)  # noqa: T201
    return 0


def _imported(options: argparse.Namespace, config: "Config") -> str:
    from datetime import UTC, datetime

    from bot.services.imports import ImportService
    from bot.services.network import NetworkService
    from bot.storage.short import looking, short

    now = datetime.now(UTC)
    with looking(config.database) as tx:
        anchor = NetworkService(tx, now).anchor(again=options.reanchor)
    network = _read(options.path, config, anchor)
    if options.dry_run:
        with looking(config.database) as tx:
            imports = ImportService(tx, now)
            found, of = imports.preview(network), imports.consequences(network)
        return f"{options.path}: это проверка, ничего не изменено\n{_summary(found, of)}"
    with short(config.database) as tx:
        NetworkService(tx, now).keep_anchor(anchor)
        imports = ImportService(tx, now)
        of = imports.consequences(network)  # before they are there
        done = imports.bring_in(network)
    said = "загружено" if done.entry else "ничего не изменилось, всё это уже есть в базе"
    return f"{options.path}: {said}\n{_summary(done.changes, of)}"


def _read(path: Path, config: "Config", anchor: "date") -> "Network":
    """Raises BadData."""
    import asyncio

    from bot.catalog.dictionaries import load_dictionaries
    from bot.catalog.importing import read_network
    from bot.catalog.importing.archives import MOST_BYTES
    from bot.jobs.checking import checked

    dictionaries = load_dictionaries(config.data)
    if path.is_dir() or not path.exists():
        return read_network(path, dictionaries, anchor)
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    return asyncio.run(checked(path.name, content, dictionaries, anchor))


def _summary(changes: "Changes", of: "Consequences") -> str:
    """A line for each table, whom it concerns, the first fields that change, what is not named."""
    from bot.texts import texts
    from bot.views.imports import absent_lines, change_lines, consequence_lines, table_lines

    say = texts("ru").plain
    lines = (
        table_lines(changes, say),
        consequence_lines(of, MOST_CHANGES, say),
        change_lines(changes, MOST_CHANGES, say),
        absent_lines(changes, say),
    )
    return "\n".join(line for part in lines for line in part)


def _undone(database: Path) -> str:
    from datetime import UTC, datetime

    from bot.services.imports import ImportService
    from bot.storage.short import short
    from bot.texts import texts

    try:
        with short(database) as tx:
            entry = ImportService(tx, datetime.now(UTC)).undo()
    except Refusal as refusal:
        raise NeedsMending(texts("ru").plain(refusal.text, **refusal.params)) from refusal
    return f"последняя загрузка отменена: убрано {entry.added}, возвращено прежнего {entry.changed}"
