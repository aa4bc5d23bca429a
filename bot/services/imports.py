"""Keeping the catalogue by files: what would change, taking it in, taking the last of it back."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.catalog.changes import Changes, anything, changes
from bot.catalog.consequences import Consequences, Touched, tight
from bot.domain.audit import COMMAND_LINE, Action
from bot.domain.errors import NotFound
from bot.domain.group_changes import change
from bot.domain.imports import (
    EMPTY,
    Clashing,
    Import,
    NothingToUndo,
    ReliedOn,
    SentFile,
    Undo,
    Upload,
    UploadState,
)
from bot.domain.network import Network
from bot.domain.people import Person
from bot.services.audit import AuditService
from bot.services.network import Clash, NetworkService, check
from bot.storage.imports import network_in
from bot.storage.transaction import Transaction

MOST_NAMED = 3  # of what an undo cannot remove
PORTION = 200  # paths


@dataclass(frozen=True, kw_only=True)
class Done:
    """What an import has changed; `entry` is None when that was nothing."""

    entry: Import | None
    changes: Changes


class ImportService:
    """Who may keep the catalogue is checked where they ask for it. Nobody is the command line."""

    def __init__(self, tx: Transaction, now: datetime) -> None:
        self._tx = tx
        self._store = tx.imports
        self._network = NetworkService(tx, now)
        self._audit = AuditService(tx, now)
        self._now = now

    def anchor(self) -> date:
        """The day that relative dates of a file count from."""
        return self._network.anchor()

    def network(self) -> Network:
        return self._network.read()

    def preview(self, wanted: Network) -> Changes:
        """What bring_in would change now. Raises Clash."""
        known = self._network.read()
        check(known, wanted, self._tx.enrolments.taken())
        return changes(known, wanted)

    def consequences(self, wanted: Network) -> Consequences:
        """Whom bring_in would touch now, and what in the file looks wrong without being so."""
        known = self._network.read()
        moved = {
            code: kind
            for code, group in wanted.groups.items()
            if code in known.groups and (kind := change(known.groups[code], group))
        }
        paths = self._paths() if moved else Counter()
        touched = [
            Touched(
                code=code,
                kind=kind,
                applications=len(self._tx.enrolments.under_way_in(code)),
                paths=paths[code],
            )
            for code, kind in moved.items()
        ]
        return Consequences(touched=touched, tight=tight(known, wanted))

    def _paths(self) -> Counter[str]:
        """How many kept paths lead through each group."""
        found: Counter[str] = Counter()
        after = 0
        while portion := self._tx.trajectories.kept(after, PORTION):
            found.update(code for path in portion for code in path.codes)
            after = portion[-1].id
        return found

    def bring_in(self, wanted: Network, by: Person | None = None) -> Done:
        """All of it. Raises Clash."""
        known = self._network.read()
        found = changes(known, wanted)
        self._network.bring_in(wanted)
        if not anything(found):
            return Done(entry=None, changes=found)
        entry = self._store.add(
            made_by=_actor(by),
            undoes=None,
            added=sum(len(table.added) for table in found.values()),
            changed=sum(len(table.changed) for table in found.values()),
            undo=_undo(known, found),
            now=self._now,
        )
        self._audit.note(by, Action.CATALOGUE_IMPORTED, str(entry.id), after=_amount(entry))
        return Done(entry=entry, changes=found)

    def last(self) -> Import | None:
        """What was taken in or taken back most lately."""
        return self._store.last()

    def undoable(self) -> Import | None:
        """The last import, unless it is taken back already."""
        last = self._store.last()
        return None if last is None or last.undoes is not None else last

    def undo(self, by: Person | None = None, import_id: int | None = None) -> Import:
        """Takes back the last import, if it is this one. Raises NothingToUndo, ReliedOn."""
        last = self.undoable()
        if last is None or import_id not in (None, last.id):
            raise NothingToUndo
        stuck = self._network.take_back(self._store.undo(last.id))
        if stuck:
            raise ReliedOn(named=", ".join(stuck[:MOST_NAMED]), more=len(stuck[MOST_NAMED:]))
        entry = self._store.add(
            made_by=_actor(by),
            undoes=last.id,
            added=last.added,
            changed=last.changed,
            undo=Undo(before=EMPTY, added={}),
            now=self._now,
        )
        self._audit.note(by, Action.CATALOGUE_UNDONE, str(last.id), before=_amount(last))
        return entry

    def undecided(self, person: Person) -> Upload | None:
        """What the person has sent and that neither they nor the bot are done with."""
        uploads = self._store.uploads_of(person.id)
        return next((upload for upload in uploads if upload.state.is_open), None)

    def receive(self, person: Person, sent: SentFile) -> Upload:
        """To be checked soon. It takes the place of what the person has sent before."""
        for earlier in self._store.uploads_of(person.id):
            if earlier.state.is_open:
                self._store.move(earlier, UploadState.DROPPED)
        return self._store.receive(person.id, sent, self._now)

    def waiting(self) -> list[Upload]:
        """What has to be fetched and checked."""
        return self._store.waiting()

    def passed(self, upload: Upload, network: Network) -> bool:
        """It can be taken in. False when nobody waits for it any more."""
        return self._store.move(upload, UploadState.READY, network=network)

    def failed(self, upload: Upload) -> bool:
        """It cannot be taken in. False when nobody waits for it any more."""
        return self._store.move(upload, UploadState.REFUSED)

    def reading(self, person: Person, upload_id: int) -> Callable[[], Network | None]:
        """To be called in a thread: what the upload holds; None unless it is READY."""
        upload = self._own(person, upload_id)
        content = self._store.content(upload.id)
        return lambda: network_in(content) if content else None

    def apply(self, person: Person, upload_id: int, network: Network | None) -> Done | None:
        """Takes in what `reading` gave, once. None when it was over before.

        Raises NotFound, Clashing.
        """
        upload = self._own(person, upload_id)
        if upload.state is not UploadState.READY or network is None:
            return None
        try:
            done = self.bring_in(network, person)
        except Clash as clash:
            raise Clashing(reason=str(clash)) from clash
        self._store.move(upload, UploadState.APPLIED)
        return done

    def drop(self, person: Person, upload_id: int) -> bool:
        """False when it was over before. Raises NotFound."""
        upload = self._own(person, upload_id)
        return upload.state.is_open and self._store.move(upload, UploadState.DROPPED)

    def state(self, person: Person, upload_id: int) -> UploadState:
        """Raises NotFound."""
        return self._own(person, upload_id).state

    def _own(self, person: Person, upload_id: int) -> Upload:
        upload = self._store.upload(upload_id)
        if upload is None or upload.person_id != person.id:
            raise NotFound
        return upload


def _undo(known: Network, found: Changes) -> Undo:
    before = {
        name: {row.code: getattr(known, name)[row.code] for row in table.changed}
        for name, table in found.items()
    }
    added = {name: table.added for name, table in found.items() if table.added}
    return Undo(before=Network(**before), added=added)


def _actor(by: Person | None) -> str:
    return COMMAND_LINE if by is None else str(by.id)


def _amount(entry: Import) -> str:
    return f"+{entry.added} ~{entry.changed}"
