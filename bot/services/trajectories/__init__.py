"""Paths of one person: the draft that is being composed, and those that are kept."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from bot.domain.enrolments import Enrolment
from bot.domain.errors import NotFound
from bot.domain.people import Person
from bot.domain.trajectories import (
    MOST_KEPT,
    Goal,
    NotAllOpen,
    Path,
    Plan,
    State,
    Task,
    TooManyKept,
    Trajectory,
    Wishes,
    check_move,
)
from bot.services.enrolments import Bundle, EnrolmentService, Wanted
from bot.services.profiles import ProfileService
from bot.services.trajectories.composing import Composing, without_person
from bot.services.trajectories.conditions import at_first
from bot.services.trajectories.watching import Watch
from bot.services.world import World
from bot.storage.transaction import Transaction

TOKEN_BYTES = 18  # 144 random bits: nobody guesses a link
KEPT = (State.SAVED, State.APPLIED, State.CHANGED)


@dataclass(frozen=True, kw_only=True)
class Composed:
    """A plan for `wanted`, which is `before` with what the person has just changed."""

    before: Trajectory
    wanted: Trajectory
    plan: Plan


class TrajectoryService:
    def __init__(self, tx: Transaction, world: World, now: datetime) -> None:
        self._tx = tx
        self._store = tx.trajectories
        self._world = world
        self._now = now
        self._enrolments = EnrolmentService(tx, world, now)
        self._profiles = ProfileService(tx, world, now)
        self._today = now.astimezone(world.rules.zone).date()

    # What is wanted

    def begin(self, person: Person, goal: Goal) -> Trajectory:
        """A new draft in place of the old one, with the conditions of the last path."""
        fresh = Trajectory(
            id=0,
            person_id=person.id,
            state=State.DRAFT,
            goal=goal,
            wishes=self._wishes(person),
            made_at=self._now,
        )
        return self._store.draw(fresh)

    def _wishes(self, person: Person) -> Wishes:
        """Those of before, unless the person has moved to where they could not be met."""
        profile = self._profiles.of(person)
        usual = at_first(profile, self._world.dictionaries.cities)
        last = next(iter(self._store.of_person(person.id)), None)
        if last is None:
            return usual
        reach = last.wishes.reach
        moved = reach is not None and profile.city not in reach
        return replace(last.wishes, reach=usual.reach if moved else reach, finish_by=None)

    def draft(self, person: Person) -> Trajectory | None:
        found = self._store.of_person(person.id)
        return next((mine for mine in found if mine.state is State.DRAFT), None)

    def drafted(self, person: Person) -> Trajectory:
        """Raises NotFound where there is no draft (any more)."""
        draft = self.draft(person)
        if draft is None:
            raise NotFound
        return draft

    def want(self, person: Person, change: Callable[[Trajectory], Trajectory]) -> Trajectory:
        """Changes goal or conditions of the draft: what was composed for others is dropped."""
        draft = self.drafted(person)
        wanted = change(draft)
        if wanted == draft:
            return draft
        return self._store.save(replace(wanted, groups=(), given_up=(), gap=0.0))

    def edit(self, person: Person, trajectory_id: int) -> Trajectory:
        """A draft to change: a kept path stays as it is beside it. Raises NotFound."""
        found = self.find(person, trajectory_id)
        if found.state is State.DRAFT:
            return found
        copy = replace(found, state=State.DRAFT, made_at=self._now, changes=(), share_token=None)
        return self._store.draw(copy)

    def has_modules(self, programme: str) -> bool:
        """Whether a module of it can be entered alone."""
        groups = chain.from_iterable(self._world.catalogue.module_groups.values())
        return any(g.programme == programme and g.starts_on > self._today for g in groups)

    # What is composed

    def task(self, person: Person, wanted: Trajectory) -> Task:
        return self._composing(person).task(wanted)

    def path(self, person: Person, trajectory: Trajectory) -> Path:
        return self._composing(person).path(trajectory)

    def put(self, person: Person, composed: Composed) -> Path:
        """Stores the plan, unless the path has become another one meanwhile; then shows that."""
        stored = self.find(person, composed.before.id)
        if stored != composed.before:
            return self.path(person, stored)
        return self.path(person, self._store.save(_planned(composed)))

    def proposed(self, person: Person, composed: Composed) -> Path:
        """What `put` would make of it."""
        return self.path(person, _planned(composed))

    def _composing(self, person: Person) -> Composing:
        profile = self._profiles.of(person)
        return Composing(self._tx, self._world, self._now, person, profile)

    # What is kept

    def find(self, person: Person, trajectory_id: int) -> Trajectory:
        """Raises NotFound, also for somebody else's and for what was dropped."""
        found = self._store.find(trajectory_id)
        if found is None or found.person_id != person.id or found.state is State.DROPPED:
            raise NotFound
        return found

    def kept(self, person: Person) -> list[Trajectory]:
        """Newest first."""
        return [mine for mine in self._store.of_person(person.id) if mine.state in KEPT]

    def keep(self, person: Person, trajectory_id: int) -> Trajectory:
        """Keeping twice changes nothing. Raises NotFound, TooManyKept."""
        found = self.find(person, trajectory_id)
        if found.state is not State.DRAFT:
            return found
        self._check_room(person)
        return self._moved(self._refreshed(person, found), State.SAVED)

    def _check_room(self, person: Person) -> None:
        if len(self.kept(person)) >= MOST_KEPT:
            raise TooManyKept(limit=MOST_KEPT)

    def _refreshed(self, person: Person, trajectory: Trajectory) -> Trajectory:
        """With its groups as they are now, which is what the person sees."""
        runs = self.path(person, trajectory).plan.runs
        return replace(trajectory, groups=tuple(run.group for run in runs))

    def drop(self, person: Person, trajectory_id: int) -> None:
        """The link to it leads nowhere any more. Nothing is kept of it but what applications need.

        Raises NotFound.
        """
        found = self.find(person, trajectory_id)
        self._moved(replace(found, share_token=None), State.DROPPED)
        self._store.remove_unapplied(trajectory_id)

    def share(self, person: Person, trajectory_id: int) -> Trajectory:
        """With the token of a link, the same every time. A draft is kept first, as it may change.

        Raises NotFound, TooManyKept.
        """
        mine = self.keep(person, trajectory_id)
        if mine.share_token is not None:
            return mine
        return self._store.save(replace(mine, share_token=secrets.token_urlsafe(TOKEN_BYTES)))

    def stop_sharing(self, person: Person, trajectory_id: int) -> Trajectory:
        """Raises NotFound."""
        return self._store.save(replace(self.find(person, trajectory_id), share_token=None))

    def shared(self, token: str) -> Trajectory:
        """What a link leads to. Raises NotFound."""
        found = self._store.shared(token)
        if found is None:
            raise NotFound
        return found

    def as_seen_by_others(self, shared: Trajectory) -> Path:
        """Only what it is made of: nothing of the person, their conditions or applications."""
        return without_person(shared, self._world.catalogue.network)

    def still_shared(self, trajectory_id: int) -> Trajectory:
        """Raises NotFound for what its owner does not show any more."""
        found = self._store.find(trajectory_id)
        if found is None or found.share_token is None:
            raise NotFound
        return found

    def apply(self, person: Person, path: Path) -> Bundle:
        """Applies for every group of the path, all or nothing; twice changes nothing.

        Raises NotAllOpen, what EnrolmentService.apply_together does, and TooManyKept for a draft.
        """
        mine = path.trajectory
        if path.shut or not path.plan.runs:
            raise NotAllOpen
        if mine.state is State.DRAFT:
            self._check_room(person)
        profile, taken = self._profiles.of(person), self._enrolments.taken()
        wanted = [
            Wanted(self._world.catalogue.offer(run.programme.code, taken, profile.today), run.group)
            for run in path.plan.runs
        ]
        bundle = self._enrolments.apply_together(person, profile, mine.id, wanted)
        if mine.state is not State.APPLIED:
            self._moved(replace(self._refreshed(person, mine), changes=()), State.APPLIED)
        return bundle

    def check(self, person: Person, path: Path) -> None:
        """Raises the refusal that keeps this person from applying for some part of it."""
        profile = self._profiles.of(person)
        for offer, _ in self._wanted(path):
            self._enrolments.check_person(person, profile, offer)

    def _wanted(self, path: Path) -> list[Wanted]:
        catalogue, taken = self._world.catalogue, self._enrolments.taken()
        return [
            Wanted(catalogue.offer(run.programme.code, taken, self._today), run.group)
            for run in path.plan.runs
        ]

    def needless(self, person: Person, path: Path) -> list[Enrolment]:
        """Applications of this path for what it is made of no longer."""
        sent = self._enrolments.under_way(person)
        mine = path.trajectory
        return [e for e in sent if e.bundle == mine.id and e.group_code not in mine.codes]

    # What happens to what is kept

    @property
    def watch(self) -> Watch:
        return Watch(self._tx, self._world, self._now)

    def accept(self, person: Person, trajectory_id: int) -> Trajectory:
        """Leaves a changed path as it has become. Raises NotFound."""
        found = self.find(person, trajectory_id)
        if found.state is not State.CHANGED:
            return found
        applied = self.path(person, found).applied
        after = State.APPLIED if applied else State.SAVED
        return self._moved(replace(found, changes=()), after)

    def _moved(self, trajectory: Trajectory, after: State) -> Trajectory:
        check_move(trajectory.state, after)
        return self._store.save(replace(trajectory, state=after))


def _planned(composed: Composed) -> Trajectory:
    before, plan = composed.before, composed.plan
    return replace(
        composed.wanted,
        state=State.SAVED if before.state is State.CHANGED else before.state,
        groups=tuple(run.group for run in plan.runs),
        given_up=plan.given_up,
        gap=plan.gap,
        changes=(),
    )
