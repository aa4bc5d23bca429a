"""traektoria demand: what people looked for in vain, as a table."""

import argparse
from typing import TYPE_CHECKING

from bot.cli import config_argument

if TYPE_CHECKING:
    from bot.domain.demand import Unmet
    from bot.domain.network import Dictionaries

HELP = "what people looked for and did not find, by week, competency, city and reason, as CSV"
EXAMPLE = "traektoria demand --weeks 12 > demand.csv"
COLUMNS = ("week", "competency", "name", "city", "reason", "searches")
MOST_WEEKS = 520


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--weeks", type=_weeks, default=12, metavar="N", help="how many, this one included"
    )
    config_argument(parser)


def _weeks(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= MOST_WEEKS:
        raise argparse.ArgumentTypeError(f"a number from 1 to {MOST_WEEKS}, not {given!r}")
    return int(given)


def run(options: argparse.Namespace) -> int:
    """A count below 5 is written as «<5»: it could point at somebody."""
    import csv
    import sys
    from datetime import datetime

    from bot.catalog.dictionaries import load_dictionaries
    from bot.cli.settings import settings
    from bot.domain.demand import first_week
    from bot.storage.migrate import migrate
    from bot.storage.short import looking

    config = settings(options.config)
    migrate(config.database, config.backups)
    names = load_dictionaries(config.data)
    week = first_week(datetime.now(config.rules.zone).date(), options.weeks)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(COLUMNS)
    with looking(config.database) as tx:
        table.writerows(_row(cell, names) for cell in tx.demand.since(week))
    return 0


def _row(cell: "Unmet", names: "Dictionaries") -> tuple[object, ...]:
    from bot.domain.demand import shown

    competency, city = names.competencies.get(cell.competency), names.cities.get(cell.city)
    return (
        cell.week,
        cell.competency,
        competency.name_ru if competency else "",
        city.name_ru if city else cell.city,
        cell.reason,
        shown(cell.searches),
    )
