"""What a path is composed from, and how a stored one stands now."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from bot.domain.enrolments import Enrolment, State
from bot.domain.matching import Offer
from bot.domain.network import Audience, Format, Group, Module, Network, Programme
from bot.domain.people import Person
from bot.domain.profiles import Profile
from bot.domain.timetables import city_of, lessons
from bot.domain.trajectories import Goal, Path, Plan, Run, Task, Trajectory, fingerprint, missing
from bot.domain.trajectories import State as Kept
from bot.services.trajectories.standing import hold, is_for_older, may_enter, reaches
from bot.services.world import World
from bot.storage.transaction import Transaction

LATER_NAMED = 2  # programmes


def partners_of(group: Group, network: Network) -> set[str]:
    """Who teaches the module, and who leads the programme that it belongs to."""
    leads = network.programmes[group.programme].partner
    return {leads, network.modules[group.module].partner if group.module else leads}


class Composing:
    """Of one person, at this moment."""

    def __init__(
        self, tx: Transaction, world: World, now: datetime, person: Person, profile: Profile
    ) -> None:
        self._catalogue = world.catalogue
        self._network = world.catalogue.network
        self._cities = world.dictionaries.cities
        self._funding = world.dictionaries.funding
        self._competencies = world.dictionaries.competencies
        self._today = now.astimezone(world.rules.zone).date()
        self._taken = tx.enrolments.taken()
        self._mine = tx.enrolments.of_person(person.id)
        self._profile = profile
        self._agreements: dict[str, bool] = {}  # partner -> whether it may enrol one more

    def task(self, of: Trajectory) -> Task:
        """Applications of this trajectory keep their places; what else is under way is engaged."""
        engaged = self._engaged(of)
        applied = self._applied(of)
        ends = self._ends(engaged)
        levels = self._levels(ends)
        runs = [
            run
            for run in self._runs(of, applied)
            if not self._too_early(run, ends) and run.module.code not in ends
        ]
        return Task(
            goal=of.goal,
            wishes=of.wishes,
            levels=levels,
            done=self.done | ends.keys(),
            engaged=engaged,
            runs=tuple(runs),
            cities={g.code: city for g in engaged if (city := self._city(g)) is not None},
            pinned=of.pinned | (applied.keys() & self._unmoved(of)),
            banned=of.banned,
        )

    def path(self, of: Trajectory) -> Path:
        own = self._applied(of)
        known = [self._network.groups[code] for code in of.codes if code in self._network.groups]
        runs = tuple(self._run(group, of, own) for group in known if group.module is not None)
        engaged = self._engaged(of)
        ends = self._ends(engaged)
        levels = self._levels(ends)
        plan = Plan(
            runs=tuple(sorted(runs, key=lambda run: (run.group.starts_on, run.code))),
            open=missing(of.goal, levels, runs),
            given_up=of.given_up,
            gap=of.gap,
        )
        taken = [lesson for group in engaged for lesson in lessons(group, self._city(group))]
        ready = self._ready(of, plan, levels)
        return Path(
            trajectory=of,
            plan=plan,
            pupil=self._profile.audience is Audience.PUPIL,
            holds=hold(plan.runs, taken, self.done | ends.keys(), levels),
            ready=ready,
            ready_price=self._price(ready, ready, of.wishes.funding) if ready else 0,
            later=self._later(of.goal),
            applied={r.code: sent for r in runs if (sent := self._sent(r.module.code)) is not None},
            shut=self.shut(of),
            done=self.done,
            home=self._profile.city,
        )

    def shut(self, of: Trajectory) -> frozenset[str]:
        """Groups that take nobody any more, and that the person has not applied for."""
        known = (self._network.groups[c] for c in of.codes if c in self._network.groups)
        return frozenset(
            group.code
            for group in known
            if not self._takes(group) and self._sent(group.module or "") is None
        )

    def _takes(self, group: Group) -> bool:
        """Whether somebody may still apply for it, a place in the queue included."""
        partners = partners_of(group, self._network)
        return group.starts_on > self._today and all(map(self._enrols, partners))

    def _enrols(self, partner: str) -> bool:
        if partner not in self._agreements:
            agreed, today = self._catalogue.agreed, self._today
            full = agreed.is_full(partner, self._taken, today)
            self._agreements[partner] = agreed.is_open(partner, today) and not full
        return self._agreements[partner]

    @cached_property
    def done(self) -> frozenset[str]:
        """Codes of modules that the person has finished."""
        finished = [e for e in self._mine if e.state is State.COMPLETED]
        return frozenset(code for e in finished for code in self._parts(self._group(e)))

    def _group(self, enrolment: Enrolment) -> Group:
        return self._network.groups[enrolment.group_code]

    def _sent(self, module: str) -> Enrolment | None:
        """The application for this module that is under way."""
        open_ones = (e for e in self._mine if e.state.is_open)
        return next((e for e in open_ones if self._group(e).module == module), None)

    def _applied(self, of: Trajectory) -> dict[str, Enrolment]:
        return {e.group_code: e for e in self._mine if e.state.is_open and e.bundle == of.id}

    def _engaged(self, of: Trajectory) -> tuple[Group, ...]:
        others = [e for e in self._mine if e.state.is_open and e.bundle != of.id]
        return tuple(self._group(e) for e in others)

    def _unmoved(self, of: Trajectory) -> set[str]:
        """Of what was applied for, the groups that are as the person agreed to them."""
        now = self._network.groups
        moved = {change.before.code for change in of.changes}
        same = {g.code for g in of.groups if fingerprint(now.get(g.code, g)) == fingerprint(g)}
        return same - moved

    def _parts(self, group: Group) -> list[str]:
        if group.module is not None:
            return [group.module]
        return [m.code for m in self._network.modules.values() if m.programme == group.programme]

    def _ends(self, engaged: tuple[Group, ...]) -> Mapping[str, date]:
        """Modules that are under way already, with their last days."""
        return {code: group.ends_on for group in engaged for code in self._parts(group)}

    def _levels(self, ends: Mapping[str, date]) -> dict[str, int]:
        """What the person can do, or will once everything under way is over."""
        levels = dict(self._profile.levels)
        for code in ends.keys() | self.done:
            for competency, level in self._network.modules[code].outcomes.items():
                levels[competency] = max(level, levels.get(competency, 0))
        return levels

    def _too_early(self, run: Run, ends: Mapping[str, date]) -> bool:
        """It builds on something under way that is not over when it starts."""
        lacking = {
            competency
            for competency, need in run.programme.requires.items()
            if self._profile.levels.get(competency, 0) < need
        }
        return any(
            run.group.starts_on <= last
            for code, last in ends.items()
            if code in run.module.requires or lacking & self._network.modules[code].outcomes.keys()
        )

    def _runs(self, of: Trajectory, applied: Mapping[str, Enrolment]) -> list[Run]:
        found = []
        open_to_person: dict[str, bool] = {}
        for code, groups in self._catalogue.module_groups.items():
            programme = self._network.modules[code].programme
            if programme not in open_to_person:
                open_to_person[programme] = self._may_enter(programme)
            if open_to_person[programme]:
                found += [
                    self._run(group, of, applied)
                    for group in groups
                    if group.code in applied or self._takes(group)
                ]
        return found

    def _may_enter(self, programme: str) -> bool:
        return may_enter(self._offer(programme), self._profile, self._cities)

    def _offer(self, programme: str) -> Offer:
        return self._catalogue.offer(programme, self._taken, self._today)

    def _ready(self, of: Trajectory, plan: Plan, levels: Mapping[str, int]) -> Programme | None:
        """A whole programme for a draft, the cheapest: cheaper than the plan, or no longer."""
        if of.state is not Kept.DRAFT:
            return None
        found = [
            (self._price(one, one, of.wishes.funding), one.hours, one.code)
            for one in self._network.programmes.values()
            if reaches(one, of.goal.levels, levels) and self._has_place(one.code)
        ]
        if not found:
            return None
        price, hours, code = min(found)
        worse = plan.runs and not plan.open and price >= plan.price and hours > plan.hours
        return None if worse else self._network.programmes[code]

    def _has_place(self, programme: str) -> bool:
        offer = self._offer(programme)
        is_open = offer.agreement_open and bool(offer.with_places(self._today))
        return is_open and self._may_enter(programme)

    def _later(self, goal: Goal) -> tuple[Programme, ...]:
        """What the person is too young for now, towards what the goal asks for most."""
        if self._profile.audience is not Audience.PUPIL:
            return ()
        highest = max(goal.levels.values(), default=0)
        hardest = {code for code, level in goal.levels.items() if level == highest}
        sectors = {self._competencies[code].group for code in hardest}
        found = [
            one
            for one in self._network.programmes.values()
            if hardest & one.outcomes.keys() and one.sector in sectors
        ]
        older = [
            one for one in found if is_for_older(self._offer(one.code), self._profile, self._cities)
        ]
        return tuple(older[:LATER_NAMED])

    def _run(self, group: Group, of: Trajectory, applied: Mapping[str, Enrolment]) -> Run:
        """Whoever has applied has a place in it, or one in its queue."""
        module = self._network.modules[group.module or ""]
        programme = self._network.programmes[module.programme]
        left = max(int(group.code in applied), group.seats - self._taken.get(group.code, 0))
        price = self._price(module, programme, of.wishes.funding)
        return Run(group=group, module=module, programme=programme, price=price, left=left)

    def _price(self, taught: Module | Programme, programme: Programme, funding: str | None) -> int:
        """Roubles. The employment service decides whether a category pays nothing."""
        category = self._funding.get(funding or "")
        if category is None or self._profile.audience is Audience.PUPIL:
            return taught.price
        free = category.covers(self._today) and category.code in programme.funding
        return 0 if free else taught.price

    def _city(self, group: Group) -> str | None:
        """Where it takes the person; None online."""
        if group.module is not None:
            return city_of(self._network.modules[group.module])
        programme = self._network.programmes[group.programme]
        return None if programme.format is Format.ONLINE else programme.city


def without_person(of: Trajectory, network: Network) -> Path:
    """What it is made of, at the price for everybody."""
    runs = []
    for group in (network.groups[code] for code in of.codes if code in network.groups):
        module = network.modules[group.module or ""]
        programme = network.programmes[module.programme]
        runs.append(
            Run(group=group, module=module, programme=programme, price=module.price, left=0)
        )
    return Path(trajectory=of, plan=Plan(runs=tuple(runs), open={}, given_up=()))
