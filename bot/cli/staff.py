"""Invites people who work for the Center."""

import argparse

from bot.cli import config_argument

HELP = "invite staff by a link that works once, for 24 hours"
EXAMPLE = "traektoria staff invite --role admin"


def arguments(parser: argparse.ArgumentParser) -> None:
    from bot.domain.staff import StaffRole

    actions = parser.add_subparsers(metavar="ACTION", required=True)
    invite = actions.add_parser("invite", help="print a one-use link", epilog=f"example: {EXAMPLE}")
    invite.add_argument("--role", choices=[str(role) for role in StaffRole], required=True)
    invite.add_argument(
        "--bot", default="", metavar="NAME", help="the bot's name, for a whole link"
    )
    config_argument(invite)


def run(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from bot.cli.settings import settings
    from bot.domain.staff import StaffRole
    from bot.handlers.links import STAFF
    from bot.services.staff import StaffService
    from bot.storage.migrate import migrate
    from bot.storage.short import short

    config = settings(options.config)
    migrate(config.database, config.backups)
    with short(config.database) as tx:
        token = StaffService(tx, datetime.now(UTC)).invite(StaffRole(options.role))
    link = (
        f"https://t.me/{options.bot}?start={STAFF}{token}"
        if options.bot
        else f"/start {STAFF}{token}"
    )
    print(link)  # noqa: T201
    return 0
