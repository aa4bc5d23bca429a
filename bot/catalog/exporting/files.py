"""A network as a folder of CSV files."""

import csv
import io
from pathlib import Path

from bot.catalog.escapes import escaped
from bot.catalog.exporting.cells import table
from bot.catalog.importing import columns
from bot.domain.network import Network


def write_folder(network: Network, folder: Path) -> None:
    """As Excel in Russian opens them at a click. A file is replaced only by a whole one."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in columns.NETWORK:
        file = folder / f"{name}.csv"
        unfinished = file.with_suffix(".part")
        unfinished.write_text(_csv(network, name), encoding="utf-8-sig", newline="")
        unfinished.replace(file)


def _csv(network: Network, name: str) -> str:
    written = io.StringIO(newline="")
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    lines.writerow(columns.NETWORK[name])
    for row in table(network, name):
        lines.writerow(map(escaped, row))
    return written.getvalue()
