"""traektoria COMMAND: each command is a module of this package."""

import argparse
import importlib
import sys
from pathlib import Path

COMMANDS = ("run", "sandbox", "migrate", "import", "check", "match", "staff", "backup")
CONFIG = Path("config.toml")


class Stop(Exception):
    """The command cannot go on. The message names the cause and the mend."""


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 done, 2 something is to be mended first."""
    options = _parser().parse_args(arguments)
    try:
        return int(importlib.import_module(options.module).run(options))
    except Stop as stop:
        print(f"traektoria: {stop}", file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="traektoria", description="Chat bot and back office of a training center."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = importlib.import_module(f"bot.cli.{name.replace('import', 'import_')}")
        command = commands.add_parser(
            name,
            help=module.HELP,
            description=module.HELP,
            epilog=f"example: {module.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.arguments(command)
        command.set_defaults(module=module.__name__)
    return parser


def config_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=Path, default=CONFIG, help="settings (default: config.toml)"
    )
