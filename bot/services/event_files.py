"""Events from a file: all of them or none, told to those who come by the bot itself."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.catalog.importing.events import Around
from bot.domain.audit import Action
from bot.domain.events import Change, Event, changes, check_move
from bot.domain.network import Dictionaries
from bot.services.audit import AuditService
from bot.services.events import SECRET_BYTES
from bot.services.network import NetworkService
from bot.storage.transaction import Transaction


@dataclass(frozen=True, kw_only=True)
class Row:
    """What one row does. `before` is None for a new event."""

    before: Event | None
    after: Event
    found: tuple[Change, ...] = ()  # of what matters to those who come

    @property
    def changes_nothing(self) -> bool:
        return self.before == self.after

    @property
    def is_news(self) -> bool:
        """Whether somebody may come already, and has to be told."""
        return self.before is not None and self.before.state.is_announced and bool(self.found)


class EventFileService:
    """For the command line; in the chat AnnouncementService does this."""

    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._audit = AuditService(tx, now)
        self._now = now

    def around(self, dictionaries: Dictionaries, zone: ZoneInfo) -> Around:
        """What the rows of a file are read with."""
        network = NetworkService(self._tx, self._now)
        known = network.read()
        return Around(
            dictionaries=dictionaries,
            partners=known.partners,
            programmes=known.programmes,
            anchor=network.anchor(),  # that of the network: the same file means the same days
            zone=zone,
            now=self._now,
            known=self._tx.events.of_slug,
            taken=self._tx.participations.taken_in,
        )

    def rows(self, wanted: Sequence[Event]) -> list[Row]:
        """What bring_in would do now."""
        return [self._row(event) for event in wanted]

    def _row(self, wanted: Event) -> Row:
        before = self._tx.events.of_slug(wanted.slug)
        if before is None:
            return Row(before=None, after=wanted)
        found = changes(before, wanted)
        after = replace(wanted, version=before.version + bool(found))
        return Row(before=before, after=after, found=found)

    def bring_in(self, wanted: Sequence[Event]) -> list[Row]:
        """Twice changes nothing. Those who come are told by the bot, soon. Raises BadMove."""
        done = self.rows(wanted)
        for row in done:
            if row.before is None:
                self._add(row.after)
            elif not row.changes_nothing:
                self._change(row.before, row)
        return done

    def _add(self, wanted: Event) -> None:
        added = self._tx.events.add(wanted, None, secrets.token_hex(SECRET_BYTES), self._now)
        subject = f"event {added.id}"
        self._audit.note(None, Action.EVENT_CREATED, subject, after=added.slug)

    def _change(self, before: Event, row: Row) -> None:
        after = row.after
        if after.state is not before.state:
            check_move(before.state, after.state)
        self._tx.events.save(after, self._now)
        if row.is_news:
            self._tx.event_changes.add(before, self._now)
        subject, told = f"event {after.id}", ", ".join(row.found)
        self._audit.note(None, Action.EVENT_CHANGED, subject, before.state, f"{after.state} {told}")

    def untold(self) -> list[tuple[Event, Event]]:
        """Before and after, of what those who come have not heard yet."""
        known = self._tx.event_changes.untold()
        found = ((before, self._tx.events.find(before.id)) for before in known)
        return [(before, after) for before, after in found if after is not None]

    def told(self, event: Event) -> None:
        self._tx.event_changes.remove(event.id)
