"""Brings a folder of network files into the database: all of it, or a list of errors."""

import argparse
from pathlib import Path

from bot.cli import config_argument
from bot.domain.errors import NeedsMending

HELP = "bring in partners, programmes, modules and groups: all or nothing"
EXAMPLE = "traektoria import data/demo"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="a folder like data/demo")
    parser.add_argument(
        "--reanchor", action="store_true", help="count relative dates (+21) from today again"
    )
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from bot.catalog.dictionaries import load_dictionaries
    from bot.catalog.importing import read_network
    from bot.cli.settings import settings
    from bot.services.network import NetworkService
    from bot.storage.migrate import migrate
    from bot.storage.short import short

    config = settings(options.config)
    migrate(config.database, config.backups)
    try:
        with short(config.database) as tx:
            service = NetworkService(tx, datetime.now(UTC))
            anchor = service.anchor(again=options.reanchor)
            network = read_network(options.folder, load_dictionaries(config.data), anchor)
            changed = service.bring_in(network)
    except NeedsMending as error:
        raise NeedsMending(f"nothing was imported.\n{error}") from error
    counted = f"{len(network.programmes)} programmes of {len(network.partners)} partners"
    said = "imported" if changed else "nothing changed, the database holds all of it"
    print(f"{options.folder}: {said} ({counted})")  # noqa: T201
    return 0
