"""The settings of a command, or a sentence about what is wrong with them."""

from pathlib import Path

from bot.cli import Stop
from bot.config import BadConfig, Config, load


def settings(path: Path) -> Config:
    """Raises Stop."""
    try:
        return load(path)
    except BadConfig as error:
        raise Stop(str(error)) from error
