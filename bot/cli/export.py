"""Writes the catalogue to files that can be edited and imported again."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import config_argument
from bot.domain.errors import NeedsMending

if TYPE_CHECKING:
    from bot.config import Config
    from bot.domain.network import Network

HELP = "write the catalogue as a workbook or as CSV files, or an empty template to fill in"
EXAMPLE = "traektoria export catalogue.xlsx"
WORKBOOK = ".xlsx"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, help=f"a file that ends with {WORKBOOK}, or a folder")
    parser.add_argument("--template", action="store_true", help="a workbook without rows")
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from bot.catalog.dictionaries import load_dictionaries
    from bot.catalog.exporting import write_folder
    from bot.cli.settings import settings
    from bot.domain.imports import EMPTY
    from bot.drawings.workbook import xlsx
    from bot.views.workbooks import workbook

    config, path = settings(options.config), options.path
    is_workbook = path.suffix.lower() == WORKBOOK
    if options.template and not is_workbook:
        raise NeedsMending(f"a template is a workbook: name a file that ends with {WORKBOOK}")
    network = EMPTY if options.template else _stored(config)
    if is_workbook:
        content = xlsx(workbook(network, load_dictionaries(config.data)))
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(content)
        unfinished.replace(path)
    else:
        write_folder(network, path)
    print(path)  # noqa: T201
    return 0


def _stored(config: "Config") -> "Network":
    from bot.storage.migrate import migrate
    from bot.storage.short import looking

    if not config.database.exists():
        raise NeedsMending(f"there is no database at {config.database}: start the bot once")
    migrate(config.database, config.backups)
    with looking(config.database) as tx:
        return tx.network.read()
