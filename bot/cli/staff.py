"""Invites people who work for the Center or its partners, lists them, takes roles away."""

import argparse
from typing import TYPE_CHECKING

from bot.cli import config_argument

if TYPE_CHECKING:
    from bot.storage.transaction import Transaction

HELP = "invite staff by a link that works once, for 24 hours; list them; take roles away"
EXAMPLE = "traektoria staff invite --role admin"


def arguments(parser: argparse.ArgumentParser) -> None:
    from bot.domain.staff import StaffRole

    actions = parser.add_subparsers(metavar="ACTION", required=True)
    invite = actions.add_parser("invite", help="print a one-use link", epilog=f"example: {EXAMPLE}")
    invite.add_argument("--role", choices=[str(role) for role in StaffRole], required=True)
    invite.add_argument(
        "--partner", default="", metavar="CODE", help="of a teacher or partner coordinator: whose"
    )
    invite.add_argument(
        "--bot", default="", metavar="NAME", help="the bot's name, for a whole link"
    )
    listing = actions.add_parser(
        "list", help="who is staff", epilog="example: traektoria staff list"
    )
    revoke = actions.add_parser(
        "revoke",
        help="take all roles of a person away",
        epilog="example: traektoria staff revoke 12",
    )
    revoke.add_argument("number", type=int, metavar="NUMBER", help="as `staff list` shows it")
    for action, act in ((invite, _invite), (listing, _list), (revoke, _revoke)):
        action.set_defaults(act=act)
        config_argument(action)


def run(options: argparse.Namespace) -> int:
    from bot.cli.settings import settings
    from bot.storage.migrate import migrate
    from bot.storage.short import short

    config = settings(options.config)
    migrate(config.database, config.backups)
    with short(config.database) as tx:
        said = options.act(tx, options)
    print(said)  # noqa: T201
    return 0


def _invite(tx: "Transaction", options: argparse.Namespace) -> str:
    from datetime import UTC, datetime

    from bot.domain.errors import NeedsMending
    from bot.domain.staff import StaffRole
    from bot.handlers.links import STAFF
    from bot.services.staff import StaffService

    role, known = StaffRole(options.role), tx.network.read().partners
    if role.of_partner and options.partner not in known:
        raise NeedsMending(f"--role {role} needs --partner, one of: {', '.join(sorted(known))}")
    if options.partner and not role.of_partner:
        raise NeedsMending(f"--role {role} works for the Center itself: leave --partner out")
    token = StaffService(tx, datetime.now(UTC)).invite(role, options.partner)
    where = f"https://t.me/{options.bot}?start=" if options.bot else "/start "
    return f"{where}{STAFF}{token}"


def _list(tx: "Transaction", _: argparse.Namespace) -> str:
    lines = [
        f"No. {a.person_id}  {a.said}  since {a.granted_at:%Y-%m-%d}" for a in tx.staff.every()
    ]
    return "\n".join(lines) or "nobody yet"


def _revoke(tx: "Transaction", options: argparse.Namespace) -> str:
    from datetime import UTC, datetime

    from bot.domain.errors import NeedsMending
    from bot.domain.staff import LastAdministrator
    from bot.services.staff import StaffService

    held = tx.staff.of_person(options.number)
    if not held:
        raise NeedsMending(f"nobody on the staff has the number {options.number}: see staff list")
    service = StaffService(tx, datetime.now(UTC))
    try:
        for appointment in held:
            service.revoke(appointment.id)
    except LastAdministrator as error:
        raise NeedsMending(
            f"No. {options.number} is the last administrator: invite another one first"
        ) from error
    return "\n".join(f"taken from No. {a.person_id}: {a.said}" for a in held)
