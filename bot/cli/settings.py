"""The settings of a command."""

from pathlib import Path

from bot.config import BadConfig, Config, load

USUAL = Path("config.toml")


def settings(path: Path | None) -> Config:
    """Without a path those of config.toml, or the defaults. Raises BadConfig."""
    if path is not None and not path.is_file():
        raise BadConfig(f"there is no settings file {path}: check the path after --config")
    return load(path or USUAL)
