"""What a person can compose a way from: modules taken alone, with dates, lessons and prices."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import read_network
from bot.catalog.search import Lexicon
from bot.catalog.snapshot import Catalogue
from bot.domain.network import AgreementKind, Audience, DayPart, Format, Group, Network, Slot

DATA = Path(__file__).parents[2] / "data"
ANCHOR = date(2026, 3, 2)
DICTIONARIES = load_dictionaries(DATA)


def demo(anchor: date) -> Network:
    return read_network(DATA / "demo", DICTIONARIES, anchor)


def runs_of(network: Network) -> dict[str, tuple[Group, ...]]:
    return dict(Catalogue(1, network, DICTIONARIES, Lexicon()).module_groups)


NETWORK = demo(ANCHOR)
RUNS = runs_of(NETWORK)
ALONE = [group for runs in RUNS.values() for group in runs]
ADULT = {p.code for p in NETWORK.programmes.values() if Audience.ADULT in p.audiences}
MODULES = [m for m in NETWORK.modules.values() if m.programme in ADULT]
FOR_PUPILS = [m for m in NETWORK.modules.values() if m.programme not in ADULT]


def weeks(group: Group) -> float:
    return ((group.ends_on - group.starts_on).days + 1) / 7


def test_most_modules_for_adults_can_be_taken_alone_and_begin_on_different_days() -> None:
    runs = [len(RUNS.get(module.code, ())) for module in MODULES]
    assert sum(count > 0 for count in runs) >= 0.7 * len(MODULES)
    assert sum(count > 1 for count in runs) >= 0.5 * len(MODULES)
    assert max(runs) == 3


def test_pupils_can_take_many_modules_alone_too() -> None:
    assert sum(module.code in RUNS for module in FOR_PUPILS) >= 0.5 * len(FOR_PUPILS)


def test_a_module_alone_begins_and_ends_within_ten_months() -> None:
    for group in ALONE:
        assert ANCHOR + timedelta(days=7) <= group.starts_on
        assert group.ends_on <= ANCHOR + timedelta(days=300)


def test_a_module_alone_takes_three_to_twenty_four_hours_a_week() -> None:
    for group in ALONE:
        hours = NETWORK.modules[group.module or ""].hours
        assert 3 <= hours / weeks(group) <= 24, group.code


@pytest.mark.parametrize("anchor", [date(2026, 3, day) for day in range(2, 9)])
def test_the_lessons_of_a_module_hold_its_hours(anchor: date) -> None:
    """A lesson of an hour on the clock is an academic hour of 45 minutes at least."""
    network = demo(anchor)
    for group in network.groups.values():
        if group.module is not None and group.timetable:
            minutes = sum(minutes_of(slot) * len(days_of(slot, group)) for slot in group.timetable)
            assert minutes / 45 >= network.modules[group.module].hours, group.code


def minutes_of(slot: Slot) -> int:
    return (slot.ends.hour - slot.begins.hour) * 60 + slot.ends.minute - slot.begins.minute


def days_of(slot: Slot, group: Group) -> list[date]:
    days = (group.ends_on - group.starts_on).days + 1
    each = (group.starts_on + timedelta(days=n) for n in range(days))
    return [day for day in each if day.weekday() == slot.weekday]


def test_lessons_fit_the_daypart_that_a_group_promises() -> None:
    for group in NETWORK.groups.values():
        for slot in group.timetable:
            weekend = slot.weekday >= 5
            assert weekend == (group.daypart is DayPart.WEEKEND), group.code
            if group.daypart is DayPart.EVENING:
                assert slot.begins.hour >= 17, group.code
            elif group.daypart is not DayPart.WEEKEND:
                assert slot.begins.hour < 17, group.code


def test_pupils_study_after_school_or_at_the_weekend() -> None:
    for group in NETWORK.groups.values():
        if group.programme not in ADULT:
            weekdays = [slot for slot in group.timetable if slot.weekday < 5]
            assert all(slot.begins.hour >= 15 for slot in weekdays), group.code


def test_only_what_is_online_has_no_lessons() -> None:
    at_ones_own_pace = [g for g in ALONE if not g.timetable]
    assert len(at_ones_own_pace) >= 10
    assert {NETWORK.modules[g.module or ""].format for g in at_ones_own_pace} == {Format.ONLINE}


@pytest.mark.parametrize("anchor", [date(2026, month, 2) for month in range(1, 13)])
def test_what_a_module_requires_can_be_finished_before_it_begins(anchor: date) -> None:
    """Of two modules, at least one run of the later begins after a run of the earlier."""
    network = demo(anchor)
    runs = runs_of(network)
    for module in network.modules.values():
        for required in module.requires:
            if module.code in runs:
                starts = max(group.starts_on for group in runs[module.code])
                assert any(group.ends_on < starts for group in runs[required]), module.code


def test_most_trades_can_be_learnt_with_two_partners() -> None:
    givers: dict[str, set[str]] = {}
    for module in NETWORK.modules.values():
        for competency in module.outcomes if module.code in RUNS else ():
            givers.setdefault(competency, set()).add(module.partner)
    assert len(givers) >= 25
    assert sum(len(partners) > 1 for partners in givers.values()) >= 0.5 * len(givers)


def test_all_that_most_occupations_ask_for_is_taught_alone() -> None:
    highest: dict[str, int] = {}
    for module in MODULES:
        if module.code in RUNS:
            for competency, level in module.outcomes.items():
                highest[competency] = max(level, highest.get(competency, 0))
    occupations = DICTIONARIES.occupations.values()
    reached = [o for o in occupations if all(highest.get(c, 0) >= n for c, n in o.levels.items())]
    assert len(reached) >= 0.8 * len(occupations)
    assert len(reached) < len(occupations)  # something stays open, too


def test_a_module_costs_at_most_nine_thousand_and_nothing_for_pupils() -> None:
    prices = [module.price for module in MODULES]
    assert (min(prices), max(prices)) == (0, 9000)
    assert not any(module.price for module in FOR_PUPILS)


def test_most_adults_may_find_a_programme_that_the_state_pays_for() -> None:
    paid = [p for p in NETWORK.programmes.values() if p.funding]
    assert {p.code for p in paid} < ADULT
    assert len(paid) > len(ADULT) / 2
    assert {code for p in paid for code in p.funding} == set(DICTIONARIES.funding)


def test_every_partner_lends_something_and_says_what_it_does() -> None:
    lent = {code for a in NETWORK.agreements.values() for code in a.resources}
    assert lent == set(NETWORK.resources)
    assert {r.partner for r in NETWORK.resources.values()} == set(NETWORK.partners)
    for agreement in NETWORK.agreements.values():
        assert agreement.duties
        assert (agreement.learners is None) == (agreement.kind is AgreementKind.FRAMEWORK)
