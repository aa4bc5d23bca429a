"""Brings the database to this program's version."""

import argparse

from bot.cli import config_argument

HELP = "bring the database to this version (a backup is made first)"
EXAMPLE = "traektoria migrate"


def arguments(parser: argparse.ArgumentParser) -> None:
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    from bot.cli.settings import settings
    from bot.storage.migrate import migrate

    config = settings(options.config)
    done = migrate(config.database, config.backups)
    said = f"applied: {', '.join(map(str, done))}" if done else "nothing to do"
    print(f"{config.database}: {said}")  # noqa: T201
    return 0
