"""Files that staff have sent to keep the catalogue by: fetched, checked, answered."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol

from bot.catalog.changes import Changes, anything
from bot.catalog.consequences import Consequences
from bot.catalog.importing import BadData
from bot.catalog.importing.archives import MOST_BYTES
from bot.domain.imports import FETCHED_WITHIN, NotFetched, Upload
from bot.domain.network import Dictionaries, Network
from bot.domain.people import Person
from bot.jobs.checking import checked
from bot.services.network import Clash
from bot.storage.database import CommitFailed, Database, Transaction
from bot.texts import Texts
from bot.turns import Turns
from bot.views import imports as views
from bot.views.screen import Screen

logger = logging.getLogger(__name__)
SECONDS = 1.0  # between looks; real ones
REST = timedelta(seconds=30)  # between tries to fetch a file


class Files(Protocol):
    """A channel that holds what people have sent to it."""

    async def download(self, file: str, limit: int) -> bytes:
        """Raises NotFetched."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    says: Sequence[Callable[[Texts], Screen]]
    network: Network | None = None  # that can be taken in, if the person wants


class Uploads:
    """A file waits in its row until its answer is staged: after a restart it is checked again."""

    def __init__(
        self,
        database: Database,
        turns: Turns,
        channels: Mapping[str, Files],
        now: Callable[[], datetime],
        staged: Callable[[], None],
    ) -> None:
        self._database = database
        self._turns = turns
        self._channels = channels
        self._now = now
        self._staged = staged
        self._rests: dict[int, datetime] = {}  # uploads that could not be fetched, and until when

    async def run(self) -> None:
        """Somebody waits for the answer, which may take long: so this is no job among others."""
        while True:
            try:
                await self._look()
            except CommitFailed as error:
                logger.error("no file is checked, the database takes nothing: %s", error)
            except Exception:
                logger.exception("checking files goes on")
            await asyncio.sleep(SECONDS)

    async def _look(self) -> None:
        for upload in await self._database.read(lambda tx: tx.imports.waiting()):
            if self._now() >= self._rests.get(upload.id, upload.received_at):
                await self._deal_with(upload)
                self._staged()

    async def _deal_with(self, upload: Upload) -> None:
        person = await self._database.read(lambda tx: tx.people.find(upload.person_id))
        if person is None:  # erased a moment ago, and the file with them
            return
        try:
            content = await self._channels[person.channel].download(upload.file, MOST_BYTES)
            verdict = await self._verdict(upload, content)
        except Exception as error:
            if self._tries_again(upload, error):
                return
            verdict = Verdict(says=[partial(views.not_fetched, upload)])
        self._rests.pop(upload.id, None)
        await self._database.turn(lambda tx: self._answer(tx, upload, person, verdict))

    def _tries_again(self, upload: Upload, error: Exception) -> bool:
        """A bug of ours may be as short as an outage, so both are waited out, but not for ever."""
        if not isinstance(error, NotFetched):
            logger.error("upload %d is not checked", upload.id, exc_info=error)
        elif error.final:
            return False
        self._rests[upload.id] = self._now() + REST
        return self._now() < upload.received_at + FETCHED_WITHIN

    async def _verdict(self, upload: Upload, content: bytes) -> Verdict:
        dictionaries, anchor = await self._database.read(self._surroundings)
        try:
            network = await checked(upload.name, content, dictionaries, anchor)
            changes, touched = await self._database.read(partial(self._preview, network))
        except BadData as bad:
            report = [partial(views.report, bad)] if views.says_too_little(bad) else []
            return Verdict(says=[partial(views.wrong, upload, bad), *report])
        except Clash as clash:
            return Verdict(says=[partial(views.clashing, str(clash))])
        if not anything(changes):
            return Verdict(says=[partial(views.same, upload, changes)])
        summary = partial(views.summary, upload, changes, touched)
        return Verdict(says=[summary], network=network)

    def _preview(self, network: Network, tx: Transaction) -> tuple[Changes, Consequences]:
        imports = self._turns.desk(tx).imports
        return imports.preview(network), imports.consequences(network)

    def _surroundings(self, tx: Transaction) -> tuple[Dictionaries, date]:
        desk = self._turns.desk(tx)
        return desk.world.dictionaries, desk.imports.anchor()

    def _answer(self, tx: Transaction, upload: Upload, person: Person, verdict: Verdict) -> None:
        """Once: whoever has sent another file meanwhile hears of that one only."""
        imports = self._turns.desk(tx).imports
        network = verdict.network
        moved = imports.failed(upload) if network is None else imports.passed(upload, network)
        for n, view in enumerate(verdict.says if moved else ()):
            self._turns.answer(tx, f"upload:{upload.id}:{n}", person, view)
