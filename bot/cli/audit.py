"""The log of what staff have changed: shown, and checked for tampering."""

import argparse
from typing import TYPE_CHECKING

from bot.cli import config_argument

if TYPE_CHECKING:
    from bot.storage.transaction import Transaction

HELP = "show what staff have changed; find out whether somebody tampered with the log"
EXAMPLE = "traektoria audit verify"


def arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    verify = actions.add_parser(
        "verify", help="exit code 1 and the place when a row is not what it was",
        epilog=f"example: {EXAMPLE}",
    )  # fmt: skip
    verify.add_argument(
        "--head",
        default="",
        metavar="ID:HASH",
        help="what an earlier verify printed, kept elsewhere",
    )
    show = actions.add_parser(
        "show", help="the newest rows", epilog="example: traektoria audit show --last 50"
    )
    show.add_argument("--last", type=int, default=50, metavar="N")
    for action, act in ((verify, _verify), (show, _show)):
        action.set_defaults(act=act)
        config_argument(action)


def run(options: argparse.Namespace) -> int:
    from bot.cli.settings import settings
    from bot.domain.errors import NeedsMending
    from bot.storage.migrate import checked
    from bot.storage.short import looking

    config = settings(options.config)
    if not config.database.exists():
        raise NeedsMending(f"there is no database at {config.database}: start the bot once")
    checked(config.database)
    with looking(config.database) as tx:
        code, said = options.act(tx, options)
    print(said)  # noqa: T201
    return int(code)


def _verify(tx: "Transaction", options: argparse.Namespace) -> tuple[int, str]:
    from datetime import UTC, datetime

    from bot.domain.audit import Head
    from bot.domain.errors import NeedsMending
    from bot.services.audit import AuditService

    try:
        noted = [Head.parse(options.head)] if options.head else []
    except ValueError as error:
        raise NeedsMending("--head is ID:HASH, as an earlier verify printed it") from error
    head, broken = AuditService(tx, datetime.now(UTC)).verify(*noted)
    if broken is None:
        return 0, f"{head.id} rows, whole; head {head}"
    what = "is missing" if broken.missing else "is not what it was"
    return 1, f"row {broken.id} {what}"


def _show(tx: "Transaction", options: argparse.Namespace) -> tuple[int, str]:
    from bot.domain.audit import COMMAND_LINE

    lines = []
    for entry in reversed(tx.audit.newest("", options.last)):
        who = "command line" if entry.actor == COMMAND_LINE else f"No. {entry.actor}"
        change = " -> ".join(part for part in (entry.before, entry.after) if part)
        at = f"{entry.at:%Y-%m-%d %H:%M:%S}"
        lines.append(f"{entry.id}  {at}  {who}  {entry.action}  {entry.subject}  {change}".rstrip())
    return 0, "\n".join(lines) or "nothing yet"
