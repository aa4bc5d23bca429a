"""Takes away what is no longer needed: first the texts, later the rows."""

from datetime import datetime, timedelta

from bot.domain.imports import KEPT
from bot.domain.operator import Rules
from bot.storage.transaction import Transaction

# A row of the inbox goes first: as long as it is there, its answer must be recognised as staged.
LONGER = timedelta(days=1)


def purge(tx: Transaction, now: datetime, rules: Rules) -> None:
    """What was finished or settled loses its text after rules.body_lasts, and is removed after
    rules.dedupe_lasts; a portion at a time, so it is to be called often."""
    tx.inbox.empty_bodies(now - rules.body_lasts)
    tx.outbox.empty_bodies((now - rules.body_lasts).timestamp())
    tx.inbox.remove_old(now - rules.dedupe_lasts)
    tx.imports.remove_old(now - KEPT)
    tx.demand.forget_marks(now.astimezone(rules.zone).date())
    tx.outbox.remove_old((now - rules.dedupe_lasts - LONGER).timestamp())
