"""Brings events in from a file: all of them, or a list of errors; shows it first."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import config_argument
from bot.domain.errors import NeedsMending

if TYPE_CHECKING:
    from bot.config import Config
    from bot.services.event_files import Row
    from bot.storage.transaction import Transaction

HELP = "bring in events from a CSV file or a workbook: all or nothing"
EXAMPLE = "traektoria events events.xlsx --dry-run"
MOST_LISTED = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", type=Path, nargs="?", help="a .csv like data/demo/events.csv, or .xlsx"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--template", type=Path, help="write an empty .xlsx to fill in")
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from bot.cli.settings import settings
    from bot.storage.migrate import migrate
    from bot.storage.short import looking, short

    if (options.path is None) == (options.template is None):
        raise NeedsMending("name a file of events, or --template and where to write one")
    config = settings(options.config)
    migrate(config.database, config.backups)
    if options.template is not None:
        print(_written(options.template, config))  # noqa: T201
        return 0
    opened = looking if options.dry_run else short
    try:
        with opened(config.database) as tx:
            said = _brought_in(options.path, options.dry_run, config, tx)
    except NeedsMending as error:
        raise NeedsMending(f"nothing was brought in.\n{error}") from error
    print(said)  # noqa: T201
    return 0


def _brought_in(path: Path, dry_run: bool, config: "Config", tx: "Transaction") -> str:
    """Raises BadData."""
    from datetime import UTC, datetime

    from bot.catalog.dictionaries import load_dictionaries
    from bot.catalog.importing.events import read_events
    from bot.services.event_files import EventFileService

    service = EventFileService(tx, datetime.now(UTC))
    around = service.around(load_dictionaries(config.data), config.rules.zone)
    wanted = read_events(path, around)
    rows = service.rows(wanted) if dry_run else service.bring_in(wanted)
    done = "nothing is changed by a dry run" if dry_run else "brought in"
    return "\n".join([f"{path}: {done}", *_summary(rows)])


def _summary(rows: Sequence["Row"]) -> list[str]:
    new = [row for row in rows if row.before is None]
    changed = [row for row in rows if row.before is not None and not row.changes_nothing]
    told = [f"{row.after.slug}: {', '.join(row.found)}" for row in changed if row.is_news]
    lines = [f"new: {len(new)}, changed: {len(changed)}, events in the file: {len(rows)}"]
    if told:
        lines.append("whoever comes is told by the running bot:")
    return lines + told[:MOST_LISTED]


def _written(path: Path, config: "Config") -> Path:
    from bot.catalog.dictionaries import load_dictionaries
    from bot.drawings.workbook import xlsx
    from bot.storage.short import looking
    from bot.views.event_files import template

    if path.suffix.lower() != ".xlsx":
        raise NeedsMending("a template is a workbook: name a file that ends with .xlsx")
    with looking(config.database) as tx:
        network = tx.network.read()
    content = xlsx(template(network, load_dictionaries(config.data)))
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
    return path
