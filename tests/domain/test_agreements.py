from datetime import timedelta

import pytest

from bot.catalog.agreements import Agreed, Terms
from bot.domain.agreements import Notice, Room, notices
from bot.domain.network import Agreement, AgreementKind, Group, Network, PartnerKind
from tests.builders import TODAY, group, network
from tests.domain.matching_builders import module, partner, programme

DAY = timedelta(days=1)


def agreement(number: str = "A-1", left: int = 300, **changes: object) -> Agreement:
    usual: dict[str, object] = {
        "number": number,
        "partner": "DP-02",
        "kind": AgreementKind.NETWORK,
        "valid_from": TODAY - 30 * DAY,
        "valid_to": TODAY + left * DAY,
    }
    return Agreement(**{**usual, **changes})  # type: ignore[arg-type]


def under(*agreements: Agreement, **changes: object) -> Network:
    return network(agreements={a.number: a for a in agreements}, **changes)


def told(given: Network, number: str = "A-1", taken: int = 0) -> list[Notice]:
    places = {"G-1": taken}
    return list(notices(Agreed(given).standing(given.agreements[number], places, TODAY)))


@pytest.mark.parametrize(
    ("left", "notice"),
    [
        (61, None),
        (60, Notice.IN_60_DAYS),
        (31, Notice.IN_60_DAYS),
        (30, Notice.IN_30_DAYS),
        (8, Notice.IN_30_DAYS),
        (7, Notice.IN_7_DAYS),
        (0, Notice.IN_7_DAYS),
        (-1, Notice.OVER),
        (-400, Notice.OVER),
    ],
)
def test_the_end_is_told_at_sixty_thirty_and_seven_days(left: int, notice: Notice | None) -> None:
    assert told(under(agreement(left=left))) == ([] if notice is None else [notice])


def test_nothing_is_told_of_the_end_when_another_agreement_goes_on() -> None:
    old = agreement(left=5)
    new = agreement("A-2", 400, valid_from=old.valid_to + DAY)
    assert told(under(old, new)) == []
    late = agreement("A-2", 400, valid_from=old.valid_to + 2 * DAY)
    assert told(under(old, late)) == [Notice.IN_7_DAYS]
    framework = agreement("A-2", 400, kind=AgreementKind.FRAMEWORK)
    assert told(under(old, framework)) == [Notice.IN_7_DAYS]


@pytest.mark.parametrize(
    ("taken", "notice"), [(8, []), (9, [Notice.NEARLY_FULL]), (10, [Notice.FULL])]
)
def test_a_filled_agreement_is_told_from_nine_tenths(taken: int, notice: list[Notice]) -> None:
    assert told(under(agreement(learners=10)), taken=taken) == notice
    assert told(under(agreement()), taken=taken) == []


def test_what_hangs_on_an_agreement_is_counted() -> None:
    given = under(
        agreement(),
        partners={"DP-02": partner(), "DP-07": partner("DP-07")},
        programmes={
            "P-1": programme(),
            "P-2": programme(code="P-2", slug="p-2", partner="DP-07"),
            "P-3": programme(code="P-3", slug="p-3", partner="DP-07"),
        },
        modules={"M-1": module(), "M-2": module(code="M-2", programme="P-1")},
        groups={
            g.code: g
            for g in (
                group(),
                group(code="RUNS", starts_on=TODAY - 9 * DAY, programme="P-2"),
                group(code="OVER", starts_on=TODAY - 9 * DAY, ends_on=TODAY - DAY),
                group(code="MODULE", programme="P-2", module="M-1"),
                group(code="OTHERS", programme="P-3"),
            )
        },
    )
    taken = {"G-1": 2, "RUNS": 3, "OVER": 5, "MODULE": 1, "OTHERS": 7}
    standing = Agreed(given).standing(given.agreements["A-1"], taken, TODAY)
    assert (standing.programmes, standing.modules) == (1, 1)
    assert (standing.running, standing.coming, standing.learners) == (1, 2, 6)


def test_only_learners_under_what_is_in_force_fill_it() -> None:
    begun = agreement(learners=10)
    given = under(begun, groups={g.code: g for g in _runs(begun)})
    taken = {"G-1": 4, "BEFORE": 8, "OVER": 8}
    assert Agreed(given).room("DP-02", taken, TODAY) == Room(learners=4, limit=10)


def _runs(begun: Agreement) -> list[Group]:
    return [
        group(),
        group(code="BEFORE", starts_on=begun.valid_from - DAY),
        group(code="OVER", starts_on=begun.valid_from, ends_on=TODAY - DAY),
    ]


def test_two_agreements_add_up_and_one_without_a_limit_lifts_it() -> None:
    two = under(agreement(learners=10), agreement("A-2", learners=5))
    assert Agreed(two).room("DP-02", {"G-1": 11}, TODAY) == Room(learners=11, limit=15)
    free = under(agreement(learners=10), agreement("A-2"))
    assert Agreed(free).room("DP-02", {"G-1": 11}, TODAY) is None


def test_the_center_needs_no_agreement() -> None:
    own = under(
        agreement(learners=1, left=-5), partners={"DP-02": partner(kind=PartnerKind.CENTER)}
    )
    assert Agreed(own).terms("DP-02", {"G-1": 9}, TODAY) == Terms(open=True, full=False)


def test_a_programme_needs_every_partner_that_gives_a_module_of_it() -> None:
    agreed = Agreed(
        under(
            agreement(),
            partners={"DP-02": partner(), "DP-07": partner("DP-07")},
            modules={"M-1": module(programme="P-1"), "M-7": module(code="M-7", partner="DP-07")},
            programmes={"P-1": programme(), "P-2": programme(code="P-2", slug="p-2")},
        )
    )
    assert agreed.teach("P-1") == {"DP-02"}
    assert agreed.teach("P-2") == {"DP-02", "DP-07"}
    assert agreed.teach("P-2", "M-7") == {"DP-07"}
