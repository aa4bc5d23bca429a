"""People and mailings as the tests of broadcasts need them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.broadcasts import Broadcast, Topic
from bot.domain.people import AgeBand, Person, Role, Standing
from bot.domain.staff import StaffRole
from bot.services.desk import Desk
from bot.services.world import World
from bot.storage.transaction import Transaction
from tests.builders import NOON, incoming, world

AUTHOR, COLLEAGUE = 501, 502  # accounts
TEXT = "<b>Олимпиада</b> & конкурс"


def member(tx: Transaction, account: int, now: datetime = NOON, **changes: Any) -> Person:
    """A pupil of 14 who has agreed, unless it is said otherwise."""
    seen = tx.people.seen(incoming(account=account), now, now)
    usual: dict[str, Any] = {
        "role": Role.PUPIL,
        "age_band": AgeBand.FROM_14,
        "grade": 9,
        "standing": Standing.GUARDIAN_PENDING,
        "expires_at": None,
    }
    person = replace(seen, **{**usual, **changes})
    tx.people.save(person)
    return person


def many(tx: Transaction, count: int) -> None:
    """So many members, quickly; their accounts begin with 10 000."""
    first = incoming(account=1)
    tx.connection.executemany(
        """INSERT INTO people (channel, account, chat, standing, role, age_band, created_at)
           VALUES (?, ?, ?, 'member', 'adult', 'from_18', ?)""",
        [(first.channel, n, str(n), NOON.isoformat()) for n in range(10_000, 10_000 + count)],
    )


def colleague(tx: Transaction, account: int = AUTHOR, now: datetime = NOON) -> Person:
    """Staff who may send mailings and agree to those of others; they have said /stop, so that they
    are in nobody's way."""
    person = member(tx, account, now, role=None, age_band=None, grade=None, muted=True)
    tx.staff.grant(person.id, StaffRole.CENTER_STAFF, now, "")
    return person


def desk(tx: Transaction, now: datetime = NOON, of: World | None = None) -> Desk:
    return Desk(tx, of or world(), now)


def written(
    tx: Transaction, author: Person, topic: Topic = Topic.CONTEST, text: str = TEXT
) -> Broadcast:
    """A draft with a text, counted."""
    drafts = desk(tx).drafts
    draft = drafts.begin(author, topic)
    return drafts.counted(drafts.write(author, draft.id, text, english=False))
