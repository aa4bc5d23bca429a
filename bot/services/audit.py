"""Keeps what staff have changed, and finds out whether somebody tampered with that."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.audit import (
    COMMAND_LINE,
    MAX_LENGTH,
    Action,
    Break,
    Entry,
    Head,
    first_break,
    sealed,
)
from bot.domain.people import Person
from bot.storage.transaction import Transaction

PAGE = 5


class AuditService:
    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._store = tx.audit
        self._now = now

    def note(
        self, actor: Person | None, action: Action, subject: str, before: str = "", after: str = ""
    ) -> None:
        """In the transaction of the change itself. `actor` is None on the command line.

        `subject`, `before` and `after` are codes, numbers and states: never what a person typed.
        """
        head = self._store.head()
        entry = Entry(
            id=head.id + 1,
            at=self._now,
            actor=COMMAND_LINE if actor is None else str(actor.id),
            action=action,
            subject=subject[:MAX_LENGTH],
            before=before[:MAX_LENGTH],
            after=after[:MAX_LENGTH],
            previous_hash=head.hash,
            hash="",
        )
        self._store.add(sealed(entry))

    def newest(self, kind: str, page: int) -> tuple[Sequence[Entry], int]:
        """A page of PAGE, newest first, and how many pages there are."""
        pages = max(1, -(-self._store.count(kind) // PAGE))
        return self._store.newest(kind, PAGE, min(page, pages - 1) * PAGE), pages

    def verify(self, *noted: Head) -> tuple[Head, Break | None]:
        """The head as the database knows it, and where the chain is broken.

        Whoever can write into the database can write it anew, head and all: only a head that was
        `noted` somewhere else finds that.
        """
        head = self._store.head()
        return head, first_break(self._store.every(), head, *noted)
