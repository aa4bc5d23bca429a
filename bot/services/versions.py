"""Programmes as they were: whoever applied learns what they applied for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.enrolments import Enrolment
from bot.domain.matching import Offer
from bot.domain.network import Module, Programme
from bot.domain.versions import Change, Version, changes
from bot.services.world import World
from bot.storage.transaction import Transaction


class VersionService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._store = tx.versions
        self._network = world.catalogue.network
        self._now = now

    def seen(self, code: str) -> int:
        """The version that a person sees in the catalogue of this turn.

        An import may have brought a newer one a moment ago: it is not what they apply for.
        """
        programme = self._network.programmes[code]
        known = self._version(programme)
        if known is None:
            self._store.add([programme], self._now)
            known = self._version(programme)
            assert known is not None, "it was added just now"
        return known.id

    def _version(self, programme: Programme) -> Version | None:
        versions: Iterable[Version] = self._store.of_programme(programme.code)
        return next((version for version in versions if version.programme == programme), None)

    def of(self, enrolment: Enrolment) -> Version | None:
        """What was applied for."""
        return None if enrolment.version is None else self._store.find(enrolment.version)

    def applied_for(self, offer: Offer, version: Version | None) -> Offer:
        """The offer with the programme as it was then."""
        if version is None:
            return offer
        then = version.programme
        return replace(offer, programme=then, partner=self._network.partners[then.partner])

    def changes_since(
        self, version: Version | None, module: Module | None = None
    ) -> tuple[Change, ...]:
        """What others who apply now will find different: of the module, if it is for one alone."""
        if module is not None:
            return changes(module, self._network.modules[module.code])
        if version is None:
            return ()
        return changes(version.programme, self._network.programmes[version.programme.code])
