from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.catalog.constructor import compose
from bot.domain.agreements import AgreementFull
from bot.domain.enrolments import (
    ConsentFirst,
    Enrolment,
    NotAllowedYet,
    NotEligible,
    TooManyOpen,
)
from bot.domain.enrolments import State as Sent
from bot.domain.errors import NotFound
from bot.domain.network import Audience, EntryRules, Network
from bot.domain.people import AgeBand, Education, Person, Role
from bot.domain.trajectories import (
    MOST_KEPT,
    SCHOOL_HOURS,
    ChangeKind,
    NotAllOpen,
    Path,
    State,
    TooManyKept,
    Trajectory,
)
from bot.services.desk import Desk
from bot.services.trajectories import Composed, TrajectoryService
from bot.services.trajectories.standing import may_enter
from bot.services.trajectories.watching import PORTION
from bot.storage.transaction import Transaction
from tests.builders import NOON, group, incoming, world
from tests.domain.matching_builders import programme
from tests.storage.rows import enrolled
from tests.trajectory_builders import (
    GROUPS,
    LISTS,
    WELDER,
    agreement,
    day,
    evenings,
    study,
    teaching,
    trajectory,
)


class Office:
    """People who compose paths through a network that may change."""

    def __init__(self, tx: Transaction, network: Network | None = None) -> None:
        self.tx = tx
        self.now: datetime = NOON
        self.teach(network or teaching())

    def teach(self, network: Network, version: int = 1) -> None:
        self.tx.network.put(network)
        catalogue = replace(world(network, LISTS).catalogue, version=version)
        self.world = world(network, LISTS, catalogue=catalogue)

    @property
    def desk(self) -> Desk:
        return Desk(self.tx, self.world, self.now)

    @property
    def paths(self) -> TrajectoryService:
        return self.desk.trajectories

    def person(self, account: int = 1, **facts: Any) -> Person:
        people = self.desk.people
        person = people.choose_role(
            people.seen(incoming(account=account)), facts.get("role", Role.ADULT)
        )
        person = people.choose_age(person, facts.get("band", AgeBand.FROM_18))
        person = people.choose_city(person, facts.get("city", "kemerovo"))
        if person.role is Role.PUPIL:
            person = people.choose_grade(person, 9)
        else:
            person = people.choose_education(person, Education.COLLEGE)
        return people.agree(person, "text") if facts.get("agrees", True) else person

    def draft(self, person: Person, **wishes: Any) -> Trajectory:
        draft = self.paths.begin(person, WELDER)
        return self.wish(person, **wishes) if wishes else draft

    def wish(self, person: Person, **wishes: Any) -> Trajectory:
        def change(draft: Trajectory) -> Trajectory:
            return replace(draft, wishes=replace(draft.wishes, **wishes))

        return self.paths.want(person, change)

    def composes(self, person: Person, wanted: Trajectory | None = None) -> Path:
        draft = self.draft(person) if wanted is None else wanted
        plan = compose(self.paths.task(person, draft))
        return self.paths.put(person, Composed(before=draft, wanted=draft, plan=plan))

    def applies(self, person: Person) -> tuple[Path, list[Enrolment]]:
        path = self.composes(person)
        return path, self.paths.apply(person, path).enrolments

    def runs(self, person: Person, **wishes: Any) -> set[str]:
        """Codes of the groups that a plan may be made of."""
        return {run.code for run in self.paths.task(person, self.draft(person, **wishes)).runs}

    def later(self, days: int) -> None:
        self.now += timedelta(days=days)

    def notices(self) -> list[tuple[int, list[tuple[ChangeKind, str]]]]:
        """Whom to tell what."""
        return [
            (found.person.id, [(c.kind, c.before.code) for c in found.changes])
            for found in self.paths.watch.look()
        ]


@pytest.fixture
def office(tx: Transaction) -> Office:
    return Office(tx)


def codes(path: Path) -> list[str]:
    return [run.code for run in path.plan.runs]


def without(*left_out: str) -> Iterable[Any]:
    return (group for group in GROUPS if group.code not in left_out)


# What it is composed from


def test_a_path_leads_through_modules_of_several_partners_in_order(office: Office) -> None:
    path = office.composes(office.person())
    assert codes(path) == ["S-1", "W1-1", "W2-1"]
    assert (path.plan.hours, path.plan.price, path.plan.open) == (132, 8000, {})
    assert path.plan.partners == ("DP-03", "DP-02")
    assert path.plan.proven


def test_groups_of_whole_programmes_are_no_modules(office: Office) -> None:
    assert office.runs(office.person()) == {"S-1", "W1-1", "W1-2", "W2-1", "A-1"}


def test_what_has_begun_is_not_offered(office: Office) -> None:
    anna = office.person()
    office.later(14)
    assert office.runs(anna) == {"W1-2", "W2-1"}


def test_without_an_agreement_of_those_who_teach_and_lead_nothing_is_offered(
    tx: Transaction,
) -> None:
    for over, left in (("DP-02", {"A-1"}), ("DP-03", {"W1-1", "W1-2", "W2-1"})):
        agreements = {
            a.number: a for a in (agreement("DP-02"), agreement("DP-03")) if a.partner != over
        }
        office = Office(tx, teaching(agreements=agreements))
        assert office.runs(office.person()) == left, over


def test_a_partner_whose_agreement_is_filled_offers_nothing(tx: Transaction) -> None:
    filled = agreement("DP-03", learners=1)
    agreements = {a.number: a for a in (agreement("DP-02"), filled)}
    office = Office(tx, teaching(agreements=agreements))
    enrolled(tx, office.person(2), group_code="S-1")
    assert office.runs(office.person()) == {"W1-1", "W1-2", "W2-1"}


def test_a_programme_that_the_person_may_not_enter_offers_no_modules(tx: Transaction) -> None:
    strict = programme(code="P-1", slug="p-1", rules=EntryRules(min_age=50))
    open_ = teaching().programmes["P-2"]
    office = Office(tx, teaching(programmes={"P-1": strict, "P-2": open_}))
    assert office.runs(office.person()) == {"A-1"}


def test_places_are_those_that_nobody_holds(office: Office) -> None:
    enrolled(office.tx, office.person(2), group_code="S-1")
    anna = office.person()
    left = {run.code: run.left for run in office.paths.task(anna, office.draft(anna)).runs}
    assert (left["S-1"], left["W1-1"]) == (4, 5)


def test_a_category_of_funding_makes_free_what_it_covers(office: Office) -> None:
    anna = office.person()
    assert office.composes(anna, office.draft(anna, funding="age50")).plan.price == 0
    assert office.composes(anna, office.wish(anna, funding=None)).plan.price == 8000


def test_a_pupils_category_is_never_counted(office: Office) -> None:
    boris = office.person(role=Role.PUPIL, band=AgeBand.FROM_14)
    draft = office.draft(boris, funding="age50", busy=())
    assert {run.price for run in office.paths.task(boris, draft).runs} == {0, 3000, 5000}


def test_what_the_person_goes_to_already_takes_its_time_and_teaches(office: Office) -> None:
    anna = office.person()
    enrolled(office.tx, anna, group_code="W1-1")
    task = office.paths.task(anna, office.draft(anna))
    assert [g.code for g in task.engaged] == ["W1-1"]
    assert task.cities == {"W1-1": "kemerovo"}
    assert task.levels == {"mach.weld": 1}
    assert "M-1" in task.done
    assert {run.code for run in task.runs} == {"S-1", "W2-1", "A-1"}


def test_what_builds_on_something_under_way_waits_for_its_end(tx: Transaction) -> None:
    early = study("W2-0", "M-2", 40, 70, timetable=evenings(3))
    after = study("W2-9", "M-2", 41, 70, timetable=evenings(3))
    office = Office(tx, teaching(*GROUPS, early, after))
    anna = office.person()
    enrolled(tx, anna, group_code="W1-1")
    offered = office.runs(anna)
    assert "W2-9" in offered
    assert "W2-0" not in offered


def test_a_whole_programme_under_way_counts_with_all_its_modules(office: Office) -> None:
    anna = office.person()
    enrolled(office.tx, anna, group_code="G-1")
    task = office.paths.task(anna, office.draft(anna))
    assert task.done == {"M-SAFE", "M-1", "M-2"}
    assert [run.code for run in task.runs] == ["A-1"]


def test_a_finished_module_is_not_offered_again(office: Office) -> None:
    anna = office.person()
    enrolled(office.tx, anna, group_code="S-1", state=Sent.COMPLETED)
    path = office.composes(anna)
    assert path.done == {"M-SAFE"}
    assert codes(path) == ["W1-1", "W2-1"]
    assert path.plan.open == {}


# The draft


def test_a_pupil_is_at_school_in_the_day_and_an_adult_is_free(office: Office) -> None:
    pupil = office.person(role=Role.PUPIL, band=AgeBand.FROM_14)
    assert office.draft(pupil).wishes.busy == SCHOOL_HOURS
    assert office.draft(office.person(2)).wishes.busy == ()


def test_a_path_stays_near_home_at_first(office: Office) -> None:
    assert office.draft(office.person()).wishes.reach == frozenset({"kemerovo"})
    assert office.draft(office.person(2, city=None)).wishes.reach is None


def test_the_next_path_begins_with_the_conditions_of_the_last(office: Office) -> None:
    anna = office.person()
    office.draft(anna, budget=0, reach=None, finish_by=day(90))
    wishes = office.draft(anna).wishes
    assert (wishes.budget, wishes.reach, wishes.finish_by) == (0, None, None)


def test_whoever_has_moved_begins_near_the_new_home(office: Office) -> None:
    anna = office.person()
    office.draft(anna, budget=0)
    moved = office.desk.people.choose_city(anna, "yurga")
    wishes = office.draft(moved).wishes
    assert (wishes.budget, wishes.reach) == (0, frozenset({"yurga"}))


def test_other_conditions_drop_what_was_composed_and_the_same_ones_do_not(office: Office) -> None:
    anna = office.person()
    composed = office.composes(anna).trajectory
    assert office.wish(anna, budget=composed.wishes.budget) == composed
    assert office.wish(anna, budget=0).groups == ()


def test_without_a_draft_there_is_nothing_to_change(office: Office) -> None:
    with pytest.raises(NotFound):
        office.wish(office.person(), budget=0)


def test_a_plan_for_a_draft_that_has_become_another_is_not_stored(office: Office) -> None:
    anna = office.person()
    old = office.draft(anna)
    plan = compose(office.paths.task(anna, old))
    office.wish(anna, budget=0)
    path = office.paths.put(anna, Composed(before=old, wanted=old, plan=plan))
    assert path.plan.runs == ()
    assert path.trajectory.wishes.budget == 0


def test_composing_twice_gives_the_same(office: Office) -> None:
    anna = office.person()
    draft = office.draft(anna)
    composed = Composed(before=draft, wanted=draft, plan=compose(office.paths.task(anna, draft)))
    assert office.paths.put(anna, composed) == office.paths.put(anna, composed)


def test_a_pinned_group_stays_and_a_banned_module_goes(office: Office) -> None:
    anna = office.person()
    first = office.composes(anna).trajectory
    assert first.codes == ("S-1", "W1-1", "W2-1")
    wanted = replace(first, pinned=frozenset({"W1-2"}), banned=frozenset({"M-SAFE"}))
    plan = compose(office.paths.task(anna, wanted))
    path = office.paths.put(anna, Composed(before=first, wanted=wanted, plan=plan))
    assert "W1-2" in codes(path)
    assert "S-1" not in codes(path)


# What is kept


def test_a_kept_path_stays_when_a_new_one_is_composed(office: Office) -> None:
    anna = office.person()
    kept = office.paths.keep(anna, office.composes(anna).trajectory.id)
    assert kept.state is State.SAVED
    assert office.paths.keep(anna, kept.id) == kept
    office.draft(anna)
    assert office.paths.kept(anna) == [kept]


def test_five_paths_are_enough(office: Office) -> None:
    anna = office.person()
    for _ in range(MOST_KEPT):
        kept = office.paths.keep(anna, office.composes(anna).trajectory.id)
    draft = office.composes(anna)
    for refused in (
        lambda: office.paths.keep(anna, draft.trajectory.id),
        lambda: office.paths.share(anna, draft.trajectory.id),
        lambda: office.paths.apply(anna, draft),
    ):
        with pytest.raises(TooManyKept):
            refused()
    office.paths.drop(anna, kept.id)
    assert office.paths.keep(anna, draft.trajectory.id).state is State.SAVED


def test_a_kept_path_is_changed_as_a_copy(office: Office) -> None:
    anna = office.person()
    kept = office.paths.keep(anna, office.composes(anna).trajectory.id)
    copy = office.paths.edit(anna, kept.id)
    assert (copy.state, copy.codes) == (State.DRAFT, kept.codes)
    assert copy.id != kept.id
    assert office.paths.edit(anna, copy.id) == copy
    assert office.paths.kept(anna) == [kept]


def test_nobody_can_touch_somebody_elses_path(office: Office) -> None:
    draft = office.composes(office.person()).trajectory
    boris = office.person(2)
    for act in (office.paths.find, office.paths.keep, office.paths.share, office.paths.drop):
        with pytest.raises(NotFound):
            act(boris, draft.id)


def test_a_link_shows_what_the_path_is_made_of_and_nothing_of_the_person(office: Office) -> None:
    anna = office.person()
    office.composes(anna, office.draft(anna, funding="age50"))
    mine = office.paths.share(anna, office.paths.drafted(anna).id)
    assert mine.state is State.SAVED
    assert mine.share_token is not None
    assert len(mine.share_token) * 6 >= 128  # bits
    assert office.paths.share(anna, mine.id) == mine
    shown = office.paths.as_seen_by_others(office.paths.shared(mine.share_token))
    assert codes(shown) == ["S-1", "W1-1", "W2-1"]
    assert (shown.plan.price, shown.applied, shown.home) == (8000, {}, None)


def test_a_link_that_was_closed_or_whose_path_is_gone_leads_nowhere(office: Office) -> None:
    anna = office.person()
    mine = office.paths.share(anna, office.composes(anna).trajectory.id)
    assert office.paths.still_shared(mine.id) == mine
    office.paths.stop_sharing(anna, mine.id)
    again = office.paths.share(anna, mine.id)
    assert again.share_token != mine.share_token
    office.paths.drop(anna, mine.id)
    for token in (mine.share_token, again.share_token):
        with pytest.raises(NotFound):
            office.paths.shared(token or "")
    with pytest.raises(NotFound):
        office.paths.still_shared(mine.id)


def test_of_a_path_that_is_removed_only_its_applications_stay(office: Office) -> None:
    anna = office.person()
    saved = office.paths.keep(anna, office.composes(anna).trajectory.id)
    office.paths.drop(anna, saved.id)
    assert office.tx.trajectories.find(saved.id) is None
    applied, sent = office.applies(anna)
    office.paths.drop(anna, applied.trajectory.id)
    assert office.desk.enrolments.of(anna) == sent[::-1]
    with pytest.raises(NotFound):
        office.paths.find(anna, applied.trajectory.id)


# Applying for all of it


def test_the_whole_path_is_one_application_for_each_module(office: Office) -> None:
    anna = office.person()
    path, sent = office.applies(anna)
    assert [(e.group_code, e.state, e.bundle) for e in sent] == [
        (code, Sent.SUBMITTED, path.trajectory.id) for code in ("S-1", "W1-1", "W2-1")
    ]
    assert office.paths.find(anna, path.trajectory.id).state is State.APPLIED


def test_applying_for_it_twice_changes_nothing(office: Office) -> None:
    anna = office.person()
    path, sent = office.applies(anna)
    again = office.paths.path(anna, office.paths.find(anna, path.trajectory.id))
    assert office.paths.apply(anna, again).enrolments == sent
    assert len(office.desk.enrolments.of(anna)) == 3


def test_a_bundle_counts_as_one_open_application(tx: Transaction) -> None:
    others = [group(code=f"X-{n}", programme=f"X-{n}", seats=5) for n in range(4)]
    more = {g.programme: programme(code=g.programme, slug=g.programme.lower()) for g in others}
    usual = teaching()
    office = Office(tx, teaching(*GROUPS, *others, programmes={**usual.programmes, **more}))
    anna = office.person()
    office.applies(anna)
    profile = office.desk.profiles.of(anna)

    def applies(code: str) -> Enrolment:
        offer = office.desk.programmes.offer(code)
        return office.desk.enrolments.apply(anna, profile, offer, code, None)

    assert [applies(f"X-{n}").state for n in (0, 1)] == [Sent.SUBMITTED] * 2
    with pytest.raises(TooManyOpen):
        applies("X-2")


def test_whoever_has_no_application_left_cannot_send_a_bundle(tx: Transaction) -> None:
    others = [group(code=f"X-{n}", programme=f"X-{n}", seats=5) for n in range(3)]
    more = {g.programme: programme(code=g.programme, slug=g.programme.lower()) for g in others}
    office = Office(tx, teaching(*GROUPS, *others, programmes={**teaching().programmes, **more}))
    anna = office.person()
    for n in range(3):
        enrolled(tx, anna, programme=f"X-{n}", group_code=f"X-{n}")
    with pytest.raises(TooManyOpen):
        office.applies(anna)
    assert len(office.desk.enrolments.of(anna)) == 3


def test_whoever_applied_for_the_whole_programme_may_take_its_modules_too(office: Office) -> None:
    """They are other groups: one is no application for the other."""
    anna = office.person()
    sent = office.applies(anna)[1]
    assert office.desk.enrolments.open_for(anna, "P-1") is None
    assert office.desk.enrolments.open_for(anna, "P-1", "M-1") == sent[1]


def test_a_group_that_filled_up_meanwhile_is_waited_for(tx: Transaction) -> None:
    single = replace(GROUPS[0], seats=1)
    office = Office(tx, teaching(single, *GROUPS[1:]))
    anna = office.person()
    path = office.composes(anna)
    enrolled(tx, office.person(2), group_code="S-1")
    states = {e.group_code: e.state for e in office.paths.apply(anna, path).enrolments}
    assert states == {
        "S-1": Sent.WAITLISTED,
        "W1-1": Sent.SUBMITTED,
        "W2-1": Sent.SUBMITTED,
    }


def test_it_is_all_or_nothing(tx: Transaction) -> None:
    """The last partner takes one more: the second of its modules is one too many."""
    limited = agreement("DP-02", learners=1)
    agreements = {a.number: a for a in (limited, agreement("DP-03"))}
    office = Office(tx, teaching(agreements=agreements))
    anna = office.person()
    path = office.composes(anna)
    with pytest.raises(AgreementFull), tx.undone_on_error():
        office.paths.apply(anna, path)
    assert office.desk.enrolments.of(anna) == []
    assert office.paths.find(anna, path.trajectory.id).state is State.DRAFT


def test_the_rules_of_applying_hold_for_every_part(office: Office) -> None:
    new = office.person(agrees=False)
    with pytest.raises(ConsentFirst):
        office.applies(new)
    child = office.person(2, role=Role.PUPIL, band=AgeBand.UNDER_14)
    path = office.composes(child, office.draft(child, busy=()))
    with pytest.raises(NotAllowedYet):
        office.paths.check(child, path)


def test_whoever_the_rules_of_one_part_exclude_cannot_apply(office: Office) -> None:
    anna = office.person()
    path = office.composes(anna)
    strict = replace(
        office.world.catalogue.network.programmes["P-1"], audiences=frozenset({Audience.PUPIL})
    )
    office.teach(teaching(programmes={**teaching().programmes, "P-1": strict}))
    with pytest.raises(NotEligible):
        office.paths.apply(anna, path)


def test_a_path_with_a_group_that_has_begun_cannot_be_applied_for(office: Office) -> None:
    anna = office.person()
    draft = office.composes(anna).trajectory
    office.later(14)
    path = office.paths.path(anna, draft)
    assert path.shut == {"S-1", "W1-1"}
    with pytest.raises(NotAllOpen):
        office.paths.apply(anna, path)


def test_what_was_withdrawn_can_be_applied_for_again(office: Office) -> None:
    anna = office.person()
    path, sent = office.applies(anna)
    office.desk.enrolments.withdraw(anna, sent[0].id)
    stands = office.paths.path(anna, office.paths.find(anna, path.trajectory.id))
    assert stands.applied.keys() == {"W1-1", "W2-1"}
    again = office.paths.apply(anna, stands).enrolments
    assert again[0].state is Sent.SUBMITTED
    assert again[0].id != sent[0].id
    assert again[1:] == sent[1:]


# What happens to what is kept


def kept(office: Office, person: Person) -> Trajectory:
    return office.paths.keep(person, office.composes(person).trajectory.id)


def test_nobody_is_told_of_what_is_as_it_was(office: Office) -> None:
    kept(office, office.person())
    assert office.notices() == []
    office.teach(teaching(*(replace(g, seats=g.seats + 1) for g in GROUPS)), version=2)
    assert office.notices() == []


def test_whoever_relies_on_a_group_that_moves_is_told_once(office: Office) -> None:
    anna, boris = office.person(), office.person(2)
    mine = kept(office, anna)
    office.composes(boris)  # a draft that nobody relies on
    office.notices()
    moved = study("W1-1", "M-1", 16, 42)
    office.teach(teaching(*without("W1-1"), moved), version=2)
    assert office.notices() == [(anna.id, [(ChangeKind.MOVED, "W1-1")])]
    assert office.notices() == []
    office.later(1)
    assert office.notices() == []
    told = office.paths.find(anna, mine.id)
    assert told.state is State.CHANGED
    assert [(c.before.starts_on, c.after and c.after.starts_on) for c in told.changes] == [
        (day(14), day(16))
    ]


def test_a_group_that_moves_again_is_told_again_from_where_it_was(office: Office) -> None:
    anna = office.person()
    mine = kept(office, anna)
    for version, starts in ((2, 16), (3, 18)):
        office.teach(teaching(*without("W1-1"), study("W1-1", "M-1", starts, 42)), version)
        assert office.notices() == [(anna.id, [(ChangeKind.MOVED, "W1-1")])]
    (change,) = office.paths.find(anna, mine.id).changes
    assert (change.before.starts_on, change.after and change.after.starts_on) == (day(14), day(18))


def test_a_cancelled_group_leaves_the_path(office: Office) -> None:
    anna = office.person()
    mine = kept(office, anna)
    office.world = world(teaching(*without("W2-1")), LISTS)
    assert office.notices() == [(anna.id, [(ChangeKind.CANCELLED, "W2-1")])]
    path = office.paths.path(anna, office.paths.find(anna, mine.id))
    assert codes(path) == ["S-1", "W1-1"]
    assert path.plan.open == {"mach.weld": 2}


def test_an_agreement_that_ends_closes_what_was_not_applied_for(tx: Transaction) -> None:
    ending = agreement("DP-03", valid_to=day(5))
    agreements = {a.number: a for a in (agreement("DP-02"), ending)}
    office = Office(tx, teaching(agreements=agreements))
    anna, boris = office.person(), office.person(2)
    kept(office, anna)
    office.applies(boris)
    assert office.notices() == []
    office.later(6)
    assert office.notices() == [(anna.id, [(ChangeKind.CLOSED, "S-1")])]
    assert office.notices() == []


def test_many_paths_are_looked_at_in_portions(office: Office) -> None:
    anna = office.person()
    for _ in range(PORTION + 1):
        drawn = office.tx.trajectories.draw(trajectory("W1-1", person_id=anna.id))
        office.tx.trajectories.save(replace(drawn, state=State.SAVED))
    office.teach(teaching(*without("W1-1"), study("W1-1", "M-1", 16, 42)), version=2)
    assert [len(office.notices()) for _ in range(3)] == [PORTION, 1, 0]


def test_a_changed_path_is_left_as_it_has_become(office: Office) -> None:
    anna, boris = office.person(), office.person(2)
    saved = kept(office, anna)
    applied, _ = office.applies(boris)
    office.teach(teaching(*without("W1-1"), study("W1-1", "M-1", 16, 42)), version=2)
    office.notices()
    for person, path_id, state in (
        (anna, saved.id, State.SAVED),
        (boris, applied.trajectory.id, State.APPLIED),
    ):
        left = office.paths.accept(person, path_id)
        assert (left.state, left.changes, left.groups[1].starts_on) == (state, (), day(16))
        assert office.paths.accept(person, path_id) == left
    assert office.notices() == []


def test_a_changed_path_is_planned_anew_around_what_was_applied_for(tx: Transaction) -> None:
    spare = study("W1-3", "M-1", 15, 41, timetable=evenings(3), seats=1)
    office = Office(tx, teaching(*without("W1-2"), spare))
    anna = office.person()
    before, sent = office.applies(anna)
    assert codes(before) == ["S-1", "W1-1", "W2-1"]
    late = study("W1-1", "M-1", 16, 60)  # ends after the next module begins
    office.teach(teaching(*without("W1-1", "W1-2"), late, spare), version=2)
    office.notices()
    changed = office.paths.find(anna, before.trajectory.id)
    task = office.paths.task(anna, changed)
    assert task.pinned == {"S-1", "W2-1"}
    assert task.engaged == ()
    anew = office.composes(anna, changed)
    assert anew.trajectory.state is State.SAVED
    assert codes(anew) == ["S-1", "W1-3", "W2-1"]
    assert [e.group_code for e in office.paths.needless(anna, anew)] == ["W1-1"]

    bundle = office.paths.apply(anna, anew)
    states = {e.group_code: e.state for e in office.desk.enrolments.of(anna)}
    assert states == {
        "S-1": Sent.SUBMITTED,
        "W1-1": Sent.WITHDRAWN,
        "W1-3": Sent.SUBMITTED,
        "W2-1": Sent.SUBMITTED,
    }
    assert [e.id for e in bundle.enrolments if e.group_code != "W1-3"] == [sent[0].id, sent[2].id]


def test_a_full_group_stays_for_whoever_has_a_place_in_it(tx: Transaction) -> None:
    office = Office(tx, teaching(replace(GROUPS[0], seats=1), *GROUPS[1:]))
    anna = office.person()
    path, _ = office.applies(anna)
    task = office.paths.task(anna, office.paths.find(anna, path.trajectory.id))
    assert {run.code: run.left for run in task.runs}["S-1"] == 1


def test_being_erased_takes_the_paths_along_and_says_so(office: Office) -> None:
    anna = office.person()
    mine = kept(office, anna)
    assert [t["id"] for t in office.desk.records.export(anna)["trajectories"]] == [mine.id]
    office.desk.enrolments.release(anna)
    assert office.desk.records.erase(anna)["trajectories"] == 1
    assert office.tx.trajectories.find(mine.id) is None


def test_experience_that_was_not_asked_about_opens_nothing_and_work_does(tx: Transaction) -> None:
    rules = EntryRules(experience=True)
    strict = programme(code="P-1", slug="p-1", rules=rules, outcomes=dict(WELDER.levels))
    open_ = teaching().programmes["P-2"]
    office = Office(tx, teaching(programmes={"P-1": strict, "P-2": open_}))
    anna = office.person()
    assert office.runs(anna) == {"A-1"}
    offer = office.world.catalogue.offer("P-1", {}, NOON.date())
    worked = frozenset({strict.sector})
    for experience, may in ((None, False), (frozenset(), False), (worked, True)):
        profile = replace(office.desk.profiles.of(anna), experience=experience)
        assert may_enter(offer, profile, {}) is may


# What stands beside the plan


def test_a_whole_programme_that_is_cheaper_is_named(tx: Transaction) -> None:
    for price, named in ((0, True), (20_000, False)):
        known = teaching().programmes
        whole = replace(known["P-1"], price=price, hours=500)
        office = Office(tx, teaching(programmes={**known, "P-1": whole}))
        path = office.composes(office.person())
        assert (path.ready is not None) is named


def test_a_path_that_is_kept_names_no_programme_any_more(office: Office) -> None:
    anna = office.person()
    draft = office.composes(anna)
    assert draft.ready is not None
    kept_ = office.paths.keep(anna, draft.trajectory.id)
    assert office.paths.path(anna, kept_).ready is None


def test_a_path_holds_until_what_comes_first_ends_too_late_or_lessons_meet(
    office: Office,
) -> None:
    anna = office.person()
    mine = office.paths.keep(anna, office.composes(anna).trajectory.id)
    assert office.paths.path(anna, mine).holds
    late = study("W1-1", "M-1", 14, 60)
    meets = study("S-1", "M-SAFE", 10, 30)
    for version, (code, moved) in enumerate((("W1-1", late), ("S-1", meets)), start=2):
        office.teach(teaching(*without(code), moved), version=version)
        assert not office.paths.path(anna, mine).holds, code


def test_what_is_proposed_is_not_stored(office: Office) -> None:
    anna = office.person()
    mine = office.paths.keep(anna, office.composes(anna).trajectory.id)
    wanted = replace(mine, banned=frozenset({"M-SAFE"}))
    plan = compose(office.paths.task(anna, wanted))
    composed = Composed(before=mine, wanted=wanted, plan=plan)
    proposed = office.paths.proposed(anna, composed)
    assert "S-1" not in codes(proposed)
    assert office.paths.find(anna, mine.id) == mine
    assert office.paths.put(anna, composed).mark == proposed.mark


def test_a_pupil_is_told_what_opens_later(tx: Transaction) -> None:
    known = teaching().programmes
    grown = replace(known["P-1"], rules=EntryRules(min_age=18), sector="machinery")
    office = Office(tx, teaching(programmes={**known, "P-1": grown}))
    boris = office.person(role=Role.PUPIL, band=AgeBand.FROM_14)
    path = office.paths.path(boris, office.draft(boris))
    assert path.pupil
    assert [one.code for one in path.later] == ["P-1"]
    assert office.paths.path(office.person(2), office.draft(office.person(2))).later == ()
