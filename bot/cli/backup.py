"""Copies the database while the bot goes on working."""

import argparse

from bot.cli import config_argument
from bot.domain.errors import NeedsMending

HELP = "copy the database, also while the bot is running"
EXAMPLE = "traektoria backup"


def arguments(parser: argparse.ArgumentParser) -> None:
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from bot.cli.settings import settings
    from bot.storage.migrate import backup

    config = settings(options.config)
    if not config.database.exists():
        raise NeedsMending(f"there is no database at {config.database}: start the bot once")
    print(backup(config.database, config.backups))  # noqa: T201
    return 0
