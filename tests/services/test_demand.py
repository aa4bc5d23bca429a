from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.catalog.search import Found, Hit, Understanding
from bot.domain.demand import Reason, Unmet
from bot.domain.matching import Offer
from bot.storage.transaction import Transaction
from tests.builders import NOON, TODAY, group, network, world
from tests.domain.matching_builders import programme
from tests.services.test_enrolments import Office

DAY = timedelta(days=1)
NOTHING = Found(kind=Understanding.NONE)


@pytest.fixture
def office(tx: Transaction) -> Office:
    welder = programme(code="P-1", slug="p-1", outcomes={"mach.weld": 3})
    return Office(tx, world(network(group(seats=0), programmes={"P-1": welder})))


def searches(
    office: Office, account: int = 1, *, found: Found | None = None, city: str | None = "yurga"
) -> None:
    """Somebody looks for what P-1 teaches, which is full; or finds something else."""
    people = office.desk.people
    person = people.choose_city(office.person(account), city) if city else office.person(account)
    given = found or Found(kind=Understanding.FOUND, hits=(Hit(id="P-1", score=1.0),))
    offers: list[Offer] = [office.desk.programmes.offer(hit.id) for hit in given.hits]
    office.desk.demand.note(person, office.desk.profiles.of(person), given, offers)


def cells(office: Office, weeks: int = 12) -> list[tuple[str, str, str, int]]:
    return [(c.competency, c.city, c.reason, c.searches) for c in office.desk.demand.cells(weeks)]


def test_a_full_programme_is_counted_by_what_it_teaches(office: Office) -> None:
    searches(office)
    assert office.desk.demand.cells(1) == [
        Unmet(week=TODAY, competency="mach.weld", city="yurga", reason=Reason.FULL, searches=1)
    ]


def test_what_was_not_understood_has_no_competency(office: Office) -> None:
    searches(office, found=NOTHING, city=None)
    assert cells(office) == [("", "", "nothing", 1)]


def test_a_guess_that_nobody_has_accepted_is_not_counted(office: Office) -> None:
    searches(office, found=Found(kind=Understanding.MAYBE, hits=(Hit(id="P-1", score=0.7),)))
    assert cells(office) == []


def test_what_has_places_is_not_missed(tx: Transaction) -> None:
    welder = programme(code="P-1", slug="p-1", outcomes={"mach.weld": 3})
    office = Office(tx, world(network(group(seats=3), programmes={"P-1": welder})))
    searches(office, city="kemerovo")
    assert cells(office) == []


def test_the_same_person_counts_once_a_day(office: Office) -> None:
    for _ in range(3):
        searches(office)
        searches(office, found=NOTHING)
    assert cells(office) == [("", "yurga", "nothing", 1), ("mach.weld", "yurga", "full", 1)]
    office.now += DAY
    searches(office)
    assert cells(office)[1:] == [("mach.weld", "yurga", "full", 2)]


def test_control_everybody_else_counts_too(office: Office) -> None:
    for account in (1, 2, 3):
        searches(office, account)
    assert cells(office) == [("mach.weld", "yurga", "full", 3)]


def test_nothing_that_is_kept_names_a_person_or_what_was_typed(office: Office) -> None:
    searches(office)
    tables = {
        table: [row[1] for row in office.tx.connection.execute(f"PRAGMA table_info({table})")]
        for table in ("demand", "demand_marks")
    }
    assert tables == {
        "demand": ["week", "competency", "city", "reason", "searches"],
        "demand_marks": ["day", "mark"],
    }
    (mark,) = office.tx.connection.execute("SELECT mark FROM demand_marks").fetchall()
    assert len(mark[0]) == 64


def test_a_week_begins_on_monday_where_the_center_is(office: Office) -> None:
    sunday_in_london = datetime(2026, 3, 8, 18, tzinfo=UTC)
    office.now = sunday_in_london - timedelta(hours=2)
    searches(office, 1)
    office.now = sunday_in_london
    searches(office, 2)
    weeks = [str(cell.week) for cell in office.desk.demand.cells(2)]
    assert weeks == ["2026-03-02", "2026-03-09"]
    assert len(office.desk.demand.cells(1)) == 1


def test_free_places_are_counted_by_what_they_teach(tx: Transaction) -> None:
    weld: dict[str, Any] = {"outcomes": {"mach.weld": 3}}
    programmes = {f"P-{n}": programme(code=f"P-{n}", slug=f"p-{n}", **weld) for n in (1, 2)}
    runs = (group(seats=4), group(code="G-2", programme="P-2", seats=3))
    office = Office(tx, world(network(*runs, programmes=programmes)))
    office.applies(office.person(1))
    assert office.desk.demand.places() == {"mach.weld": 6}
    office.now = NOON + 40 * DAY
    assert office.desk.demand.places() == {"mach.weld": 0}


def test_what_no_path_could_give_is_counted_too(office: Office) -> None:
    anna = office.desk.people.choose_city(office.person(1), "yurga")
    for _ in range(2):
        office.desk.demand.note_open(anna, {"mach.weld": 2, "mach.cnc": 1})
    assert cells(office) == [
        ("mach.cnc", "yurga", "no_module", 1),
        ("mach.weld", "yurga", "no_module", 1),
    ]
