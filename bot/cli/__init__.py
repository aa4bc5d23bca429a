"""traektoria COMMAND: each command is a module of this package."""

import argparse
import importlib
import sys
from pathlib import Path

from bot.domain.errors import NeedsMending

COMMANDS = (
    "run",
    "sandbox",
    "migrate",
    "import",
    "export",
    "check",
    "match",
    "staff",
    "audit",
    "backup",
    "demand",
    "events",
)


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 done, 2 something is to be mended first."""
    options = _parser().parse_args(arguments)
    try:
        return int(importlib.import_module(options.module).run(options))
    except (NeedsMending, OSError) as error:
        print(f"traektoria: {error}", file=sys.stderr)  # noqa: T201
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
    parser.add_argument("--config", type=Path, help="settings (default: config.toml)")
