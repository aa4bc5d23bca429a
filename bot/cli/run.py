"""Starts the bot: against Telegram with a token, else against a sandbox of its own."""

import argparse

from bot.cli import config_argument

HELP = "start the bot (without a token: with a local sandbox and a chat page)"
EXAMPLE = "traektoria run --config config.toml"


def arguments(parser: argparse.ArgumentParser) -> None:
    config_argument(parser)


def run(options: argparse.Namespace) -> int:
    import uvloop

    from bot import app
    from bot.cli.settings import settings
    from bot.logs import set_up

    config = settings(options.config)
    set_up(config.folder / "logs")

    def say(line: str) -> None:
        print(line, flush=True)  # noqa: T201

    uvloop.run(app.run(config, say))
    return 0
