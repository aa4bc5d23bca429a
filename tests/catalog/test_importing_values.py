"""Values of a network's files: how each way of writing is read, and what a template may promise."""

from dataclasses import replace
from datetime import time, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

from bot.catalog.importing import columns
from bot.domain.network import (
    AgreementKind,
    Audience,
    DayPart,
    Format,
    GroupState,
    Interest,
    Medical,
    PartnerKind,
    ProgrammeKind,
    Resource,
    ResourceKind,
    Slot,
)
from tests.catalog.demo_files import (
    ANCHOR,
    DATA,
    change,
    edited,
    problems_of,
    read,
    refusal,
    without,
)


@pytest.mark.parametrize(
    ("written", "days"),
    [("+21", 21), ("21", 21), ("-3", -3), ("2026-03-23", 21), ("23.03.2026", 21)],
)
def test_a_date_is_a_day_or_days_from_the_anchor(demo: Path, written: str, days: int) -> None:
    change(demo, "groups.csv", "DEMO-16-G1", "starts_on", written)
    assert read(demo).groups["DEMO-16-G1"].starts_on == ANCHOR + timedelta(days=days)


def test_a_weight_may_have_a_decimal_comma(demo: Path) -> None:
    change(demo, "programmes.csv", "DEMO-16", "interests", "tech:1; sign:0,4")
    assert read(demo).programmes["DEMO-16"].interests == {"tech": 1.0, "sign": 0.4}


def test_entry_rules_are_read(demo: Path) -> None:
    programmes = read(demo).programmes
    assert programmes["DEMO-14"].rules.grades == (8, 11)
    assert programmes["DEMO-16"].rules.min_age == 18
    assert programmes["DEMO-40"].rules.medical == "book"
    assert programmes["DEMO-17"].rules.experience


def test_empty_optional_cells_are_nothing(demo: Path) -> None:
    for field in ("title_en", "summary_en", "requires", "other_names", "occupations"):
        change(demo, "programmes.csv", "DEMO-16", field, "")
    programme = read(demo).programmes["DEMO-16"]
    assert programme.title_en is None
    assert programme.summary_en is None
    assert programme.requires == {}
    assert programme.other_names == programme.occupations == ()


def slot(weekday: int, begins: str, ends: str) -> Slot:
    return Slot(weekday=weekday, begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("", ()),
        (
            "пн 15:00-17:30; ср 15:00-17:30",
            (slot(0, "15:00", "17:30"), slot(2, "15:00", "17:30")),
        ),
        (
            "Wed 9:00 – 10:30; MON 9.00—10.30",
            (slot(0, "09:00", "10:30"), slot(2, "09:00", "10:30")),
        ),
        ("сб 12:00-18:00; сб 08:00-12:00", (slot(5, "08:00", "12:00"), slot(5, "12:00", "18:00"))),
    ],
    ids=["none", "two days", "as others write it", "one after the other"],
)
def test_a_timetable_is_read_in_the_order_of_the_week(
    demo: Path, written: str, read_as: tuple[Slot, ...]
) -> None:
    change(demo, "groups.csv", "DEMO-16-G1", "timetable", written)
    assert read(demo).groups["DEMO-16-G1"].timetable == read_as


def test_a_lesson_falls_on_a_day_of_the_group(demo: Path) -> None:
    """From a Monday to a Wednesday there is no Thursday."""
    change(demo, "groups.csv", "DEMO-16-G1", "starts_on", "2026-03-02")
    change(demo, "groups.csv", "DEMO-16-G1", "ends_on", "2026-03-04")
    change(demo, "groups.csv", "DEMO-16-G1", "timetable", "пн 16:00-18:00; ср 16:00-18:00")
    assert len(read(demo).groups["DEMO-16-G1"].timetable) == 2
    change(demo, "groups.csv", "DEMO-16-G1", "timetable", "чт 16:00-18:00")
    (problem,) = problems_of(demo)
    assert (problem.field, problem.message) == (
        "timetable",
        "«чт» — такого дня нет между 2026-03-02 и 2026-03-04",
    )


@pytest.mark.parametrize(
    ("daypart", "lesson", "good"),
    [
        ("morning", "пн 09:00-12:00", True),
        ("morning", "пн 13:00-14:30", False),
        ("day", "пн 13:30-18:00", True),
        ("day", "пн 18:00-20:30", False),
        ("evening", "пн 17:00-20:30", True),
        ("evening", "пн 09:00-12:00", False),
        ("weekend", "вс 10:00-13:00", True),
        ("weekend", "пн 10:00-13:00", False),
    ],
)
def test_lessons_lie_in_the_part_of_the_day_that_people_are_promised(
    demo: Path, daypart: str, lesson: str, good: bool
) -> None:
    change(demo, "groups.csv", "DEMO-16-G1", "daypart", daypart)
    change(demo, "groups.csv", "DEMO-16-G1", "timetable", lesson)
    if good:
        assert read(demo).groups["DEMO-16-G1"].daypart == daypart
        return
    (problem,) = problems_of(demo)
    assert problem.field == "timetable"
    assert f"«{lesson}» — в столбце daypart стоит {daypart}: занятия" in problem.message


@pytest.mark.parametrize(
    ("written", "state"),
    [("", "open"), ("open", "open"), ("closed", "closed"), ("cancelled", "cancelled")],
)
def test_a_group_is_open_unless_the_file_says_otherwise(
    demo: Path, written: str, state: str
) -> None:
    change(demo, "groups.csv", "DEMO-16-G1", "state", written)
    assert read(demo).groups["DEMO-16-G1"].state == state


def test_a_group_is_of_the_whole_programme_or_of_one_module(demo: Path) -> None:
    groups = read(demo).groups
    assert groups["DEMO-16-G1"].module is None
    assert groups["DEMO-16-M2-A"].module == "DEMO-16-M2"


def test_an_agreement_says_what_it_is_about(demo: Path) -> None:
    agreements = read(demo).agreements
    welding = agreements["ДЕМО-СФ-07"]
    assert welding.resources == ("RES-07-WELD", "RES-07-VR")
    assert welding.duties == "Ведёт модули, даёт сварочные посты и материалы"
    assert (welding.learners, agreements["ДЕМО-СС-05"].learners) == (180, None)


def test_a_resource_is_read(demo: Path) -> None:
    assert read(demo).resources["RES-07-VR"] == Resource(
        code="RES-07-VR",
        partner="DP-07",
        kind=ResourceKind.EQUIPMENT,
        name_ru="Сварочный тренажёр",
        name_en="Welding simulator",
        capacity=2,
        conditions="",
    )


def test_files_older_than_a_column_or_a_file_are_still_read(demo: Path) -> None:
    expected = read(demo)
    edited(demo, "groups.csv", lambda rows: [row for row in rows if not row[2] or row == rows[0]])
    for name, named in columns.NETWORK.items():
        without(demo, f"{name}.csv", *(column for column in named if named[column].added))
    (demo / "resources.csv").unlink()
    old = read(demo)
    assert old.resources == {}
    assert old.programmes["DEMO-38"] == replace(expected.programmes["DEMO-38"], funding=frozenset())
    assert old.modules["DEMO-16-M4"] == replace(expected.modules["DEMO-16-M4"], price=0)
    assert old.groups["DEMO-16-G1"] == replace(expected.groups["DEMO-16-G1"], timetable=())
    assert old.agreements["ДЕМО-СФ-07"].resources == ()
    assert old.agreements["ДЕМО-СФ-07"].learners is None


def test_a_module_without_a_price_costs_nothing(demo: Path) -> None:
    change(demo, "modules.csv", "DEMO-16-M4", "price", "")
    assert read(demo).modules["DEMO-16-M4"].price == 0


# --- what columns.py says about the files -------------------------------------------------------


def test_every_allowed_value_is_explained_to_those_who_fill_the_files_in() -> None:
    """What a template says is what the import takes."""
    kinds: list[tuple[columns.Values, type[StrEnum]]] = [
        (columns.PARTNER_KINDS, PartnerKind),
        (columns.AGREEMENT_KINDS, AgreementKind),
        (columns.PROGRAMME_KINDS, ProgrammeKind),
        (columns.FORMATS, Format),
        (columns.AUDIENCES, Audience),
        (columns.MEDICAL, Medical),
        (columns.INTERESTS, Interest),
        (columns.DAYPARTS, DayPart),
        (columns.GROUP_STATES, GroupState),
        (columns.RESOURCE_KINDS, ResourceKind),
    ]
    for explained, kind in kinds:
        assert list(explained) == list(kind)


def test_the_description_of_the_files_names_their_columns() -> None:
    table = (DATA / "README.md").read_text(encoding="utf-8").splitlines()
    for name, named in columns.NETWORK.items():
        assert f"| {name}.csv | {', '.join(named)} |" in table


FULL = [
    ("partners", "DP-03"),
    ("resources", "RES-10-CNC"),
    ("agreements", "ДЕМО-СФ-07"),
    ("programmes", "DEMO-38"),
    ("modules", "DEMO-16-M4"),
    ("groups", "DEMO-16-M2-A"),
]


@pytest.mark.parametrize(("name", "key"), FULL)
def test_a_cell_may_be_empty_exactly_where_its_column_says_so(
    demo: Path, name: str, key: str
) -> None:
    file = f"{name}.csv"
    whole = (demo / file).read_bytes()
    refused = {}
    for column in columns.NETWORK[name]:
        change(demo, file, key, column, "")
        refused[column] = refusal(demo) is not None
        (demo / file).write_bytes(whole)
    assert refused == {name: column.required for name, column in columns.NETWORK[name].items()}
