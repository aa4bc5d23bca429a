"""Looks whether paths that people rely on are still what they know."""

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from bot.domain.network import Group, GroupState
from bot.domain.people import Person
from bot.domain.trajectories import Change, Path, State, Trajectory, changes, check_move, merged
from bot.services.profiles import ProfileService
from bot.services.trajectories.composing import Composing, partners_of
from bot.services.world import World
from bot.storage.transaction import Transaction

PORTION = 200  # paths
CHECKED, ALL = "paths checked", "all"


class Noticed(NamedTuple):
    """Somebody whose path is not what they know any more."""

    person: Person
    path: Path
    changes: tuple[Change, ...]


class Watch:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._world = world
        self._now = now
        self._today = now.astimezone(world.rules.zone).date()

    def look(self) -> list[Noticed]:
        """Marks the paths that have changed, a portion at a time, and says whom to tell.

        A path changes only with the catalogue or, as agreements end, with the day: once all are
        checked against both there is nothing to do.
        """
        after = self._checked_so_far()
        if after is None:
            return []
        kept = self._tx.trajectories.kept(after, PORTION)
        closed = self._closed() if kept else set()
        noticed = [found for one in kept if (found := self._noticed(one, closed)) is not None]
        onward = str(kept[-1].id) if len(kept) == PORTION else ALL
        self._tx.facts.put(CHECKED, f"{self.against} {onward}")
        return noticed

    @property
    def against(self) -> str:
        """What paths are compared with: the catalogue of this version, on this day."""
        return f"{self._world.catalogue.version}/{self._today}"

    def _checked_so_far(self) -> int | None:
        """Up to which id; None when all are checked."""
        against, _, after = (self._tx.facts.find(CHECKED) or "").partition(" ")
        if against != self.against:
            return 0
        return None if after == ALL else int(after)

    @cached_property
    def _groups(self) -> Mapping[str, Group]:
        """Those that are held: a cancelled one is as good as gone."""
        groups = self._world.catalogue.network.groups
        return {c: group for c, group in groups.items() if group.state is not GroupState.CANCELLED}

    def _noticed(self, kept: Trajectory, closed: Set[str]) -> Noticed | None:
        groups = self._groups
        if not changes(kept.groups, groups, closed):
            return None
        person = self._tx.people.find(kept.person_id)
        assert person is not None, "paths go with their person"
        profile = ProfileService(self._tx, self._world, self._now).of(person)
        composing = Composing(self._tx, self._world, self._now, person, profile)
        new = changes(kept.groups, groups, composing.shut(kept) & closed)
        if not new:
            return None
        told = self._store_changed(kept, new)
        return Noticed(person, composing.path(told), new)

    def _store_changed(self, kept: Trajectory, new: tuple[Change, ...]) -> Trajectory:
        """A group that is gone is part of it no longer; one that has moved is as it is now."""
        groups = self._groups
        gone = {change.before.code for change in new if change.after is None}
        if kept.state is not State.CHANGED:
            check_move(kept.state, State.CHANGED)
        return self._tx.trajectories.save(
            replace(
                kept,
                state=State.CHANGED,
                groups=tuple(groups[code] for code in kept.codes if code not in gone),
                changes=merged(kept.changes, new),
            )
        )

    def _closed(self) -> set[str]:
        """Groups of modules to come whose agreement is over."""
        catalogue, today = self._world.catalogue, self._today
        partners = catalogue.network.partners
        over = {partner for partner in partners if not catalogue.agreed.is_open(partner, today)}
        return {
            group.code
            for groups in catalogue.module_groups.values()
            for group in groups
            if group.starts_on > today and partners_of(group, catalogue.network) & over
        }
