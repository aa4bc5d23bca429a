from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.agreements import AgreementFull, Notice
from bot.domain.enrolments import NoDates, State
from bot.domain.network import Agreement, AgreementKind, Network
from bot.services.agreements import PAGE
from bot.storage.transaction import Transaction
from tests.builders import NOON, TODAY, group, network, world
from tests.domain.matching_builders import module, partner, programme
from tests.services.test_enrolments import Office

DAY = timedelta(days=1)
MORNING = NOON - timedelta(hours=8, minutes=59)  # 10:01 in Novokuznetsk


def agreement(number: str = "A-1", left: int = 300, **changes: Any) -> Agreement:
    usual: dict[str, Any] = {
        "number": number,
        "partner": "DP-02",
        "kind": AgreementKind.NETWORK,
        "valid_from": TODAY - 30 * DAY,
        "valid_to": TODAY + left * DAY,
    }
    return Agreement(**{**usual, **changes})


def two_groups(**changes: Any) -> Network:
    """Of two programmes of one partner, with an agreement of this kind."""
    runs = (group(seats=5), group(code="G-2", programme="P-2", seats=5))
    return network(*runs, agreements={"A-1": agreement(**changes)})


def office(tx: Transaction, given: Network) -> Office:
    return Office(tx, world(given))


def test_a_filled_agreement_takes_nobody_whatever_the_programme(tx: Transaction) -> None:
    center = office(tx, two_groups(learners=2))
    anna = center.person(1)
    first = center.applies(anna)
    center.applies(center.person(2), "G-2")
    for group_code in ("G-1", "G-2"):
        with pytest.raises(AgreementFull):
            center.applies(center.person(3), group_code)
    offer = center.desk.programmes.offer("P-1")
    assert (offer.agreement_full, offer.agreement_open) == (True, False)
    center.desk.enrolments.withdraw(anna, first.id)
    assert center.applies(center.person(3), "G-2").state is State.SUBMITTED


def test_control_without_a_limit_everybody_gets_a_place(tx: Transaction) -> None:
    center = office(tx, two_groups())
    assert [center.applies(center.person(n)).state for n in (1, 2, 3)] == [State.SUBMITTED] * 3


def test_nobody_is_taken_on_after_the_end(tx: Transaction) -> None:
    center = office(tx, two_groups(left=5))
    center.applies(center.person(1))
    center.now += 6 * DAY
    with pytest.raises(NoDates):
        center.applies(center.person(2))


def test_what_was_applied_for_goes_on_after_the_end(tx: Transaction) -> None:
    """Those who wait still get a place, and take it."""
    runs = network(group(seats=1), agreements={"A-1": agreement(left=5)})
    center = office(tx, runs)
    anna, boris = center.person(1), center.person(2)
    first, second = center.applies(anna), center.applies(boris)
    assert center.applies(boris) == second
    center.now += 6 * DAY
    assert center.applies(boris) == second
    _, offered = center.desk.enrolments.withdraw(anna, first.id)
    assert [o.enrolment.id for o in offered] == [second.id]
    assert center.desk.enrolments.accept(boris, second.id).state is State.CONFIRMED


def module_of_another(left: int) -> Network:
    """P-1 is led by a partner in good order; its module belongs to DP-07."""
    return network(
        partners={"DP-02": partner(), "DP-07": partner("DP-07")},
        agreements={a.number: a for a in (agreement(), agreement("A-7", left, partner="DP-07"))},
        modules={"M-7": module(code="M-7", programme="P-1", partner="DP-07")},
        groups={g.code: g for g in (group(seats=5), group(code="G-7", module="M-7", seats=5))},
    )


def test_an_agreement_that_is_over_closes_the_modules_too(tx: Transaction) -> None:
    center = office(tx, module_of_another(left=-1))
    assert not center.desk.programmes.offer("P-1").agreement_open
    for code in ("G-1", "G-7"):
        with pytest.raises(NoDates):
            center.desk.agreements.hold(center.world.catalogue.network.groups[code])


def test_control_a_module_under_an_agreement_is_open(tx: Transaction) -> None:
    center = office(tx, module_of_another(left=1))
    assert center.desk.programmes.offer("P-1").agreement_open
    for group_ in center.world.catalogue.network.groups.values():
        center.desk.agreements.hold(group_)


def test_the_filled_one_is_pointed_to_what_teaches_the_same(tx: Transaction) -> None:
    weld = {"mach.weld": 3}
    programmes = {
        p.code: p
        for p in (
            programme(code="P-1", slug="p-1", outcomes=weld),
            programme(code="P-2", slug="p-2", outcomes=weld, partner="DP-07"),
            programme(code="P-3", slug="p-3", outcomes={"mach.cnc": 2}, partner="DP-07"),
            programme(code="P-4", slug="p-4", outcomes=weld, partner="DP-07"),
        )
    }
    given = network(
        *(group(code=f"G-{n}", programme=f"P-{n}", seats=n % 4) for n in range(1, 5)),
        partners={"DP-02": partner(), "DP-07": partner("DP-07")},
        programmes=programmes,
        agreements={
            a.number: a for a in (agreement(learners=1), agreement("A-7", partner="DP-07"))
        },
    )
    center = office(tx, given)
    anna = center.person(1)
    center.applies(center.person(2))
    closed = center.desk.programmes.offer("P-1")
    profile = center.desk.profiles.of(anna)
    instead = center.desk.agreements.instead_of(anna, profile, closed)
    assert [o.programme.code for o in instead] == ["P-2"]


def told(center: Office) -> list[tuple[str, Notice]]:
    """What a look at this moment tells."""
    agreements = center.desk.agreements
    if not agreements.to_watch:
        return []
    due = agreements.due()
    agreements.watched(due)
    return [(one.standing.agreement.number, one.notice) for one in due]


def test_each_threshold_of_an_agreement_is_told_once(tx: Transaction) -> None:
    center = office(tx, two_groups(left=61))
    center.now = MORNING
    found = []
    for day in range(80):
        center.now = MORNING + day * DAY
        found += [(61 - day, *one) for one in told(center)]
        found += [(61 - day, *one) for one in told(center)]
    assert found == [
        (60, "A-1", Notice.IN_60_DAYS),
        (30, "A-1", Notice.IN_30_DAYS),
        (7, "A-1", Notice.IN_7_DAYS),
        (-1, "A-1", Notice.OVER),
    ]


def test_nothing_is_told_before_ten_or_at_night(tx: Transaction) -> None:
    center = office(tx, two_groups(left=20))
    for moment in (MORNING - timedelta(minutes=2), MORNING + timedelta(hours=11)):
        center.now = moment
        assert told(center) == []
    center.now = MORNING + timedelta(hours=10)
    assert told(center) == [("A-1", Notice.IN_30_DAYS)]


def test_a_longer_term_begins_anew(tx: Transaction) -> None:
    center = office(tx, two_groups(left=20))
    center.now = MORNING
    assert told(center) == [("A-1", Notice.IN_30_DAYS)]
    longer = replace(agreement(), valid_to=TODAY + 85 * DAY)
    center.world = world(network(agreements={"A-1": longer}))
    center.now = MORNING + 56 * DAY
    assert told(center) == [("A-1", Notice.IN_30_DAYS)]


def test_staff_hear_when_an_agreement_is_nearly_filled(tx: Transaction) -> None:
    center = office(tx, two_groups(learners=2))
    center.applies(center.person(1))
    center.now = MORNING
    assert told(center) == []
    center.applies(center.person(2))
    center.now += DAY
    assert told(center) == [("A-1", Notice.FULL)]


def test_the_list_begins_with_what_ends_soonest_and_leaves_out_what_was_renewed(
    tx: Transaction,
) -> None:
    known = {
        a.number: a
        for a in (
            agreement("LATE", 500),
            agreement("OVER", -3, partner="DP-07"),
            agreement("RENEWED", -31, valid_from=TODAY - 400 * DAY),
            agreement("SOON", 9, kind=AgreementKind.FRAMEWORK),
        )
    }
    partners = {"DP-02": partner(), "DP-07": partner("DP-07")}
    center = office(tx, network(agreements=known, partners=partners))
    listed, number, pages = center.desk.agreements.page(99)
    assert [s.agreement.number for s in listed] == ["OVER", "SOON", "LATE"]
    assert (number, pages) == (0, 1)
    own = center.desk.agreements.of_partner("DP-02")
    assert [s.agreement.number for s in own] == ["SOON", "LATE"]


def test_a_long_list_has_pages(tx: Transaction) -> None:
    known = {f"A-{n}": agreement(f"A-{n}", n) for n in range(100, 107)}
    center = office(tx, network(agreements=known))
    first, _, pages = center.desk.agreements.page(0)
    second, number, _ = center.desk.agreements.page(1)
    assert (len(first), len(second), number, pages) == (PAGE, 2, 1, 2)
