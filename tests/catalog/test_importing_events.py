"""A table of events as people and programs save it: cells, rules, workbooks."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import BadData, Problem
from bot.catalog.importing.event_columns import EVENTS, TYPES
from bot.catalog.importing.events import Around, read_events
from bot.domain.announcements import lacking
from bot.domain.events import Event, EventType, GroupRules, State

DATA = Path(__file__).parents[2] / "data"
DEMO = DATA / "demo" / "events.csv"
ZONE = ZoneInfo("Asia/Novokuznetsk")
ANCHOR = date(2026, 3, 2)  # a Monday
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LISTS = load_dictionaries(DATA)

USUAL = {
    "slug": "weld-tryout",
    "state": "published",
    "type": "tryout",
    "title_ru": "Проба сварщика",
    "organiser": "DP-07",
    "city": "prokopyevsk",
    "place": "ул. Примерная, 7",
    "when": "+3 15:00-17:00",
    "grade_from": "8",
    "grade_to": "11",
    "capacity": "12",
}
Known = Callable[[str], Event | None]


def around(anchor: date = ANCHOR, known: Known | None = None, taken: int = 0) -> Around:
    return Around(
        dictionaries=LISTS,
        partners=[f"DP-{n:02}" for n in range(1, 15)],
        programmes=[f"DEMO-{n:02}" for n in range(1, 43)],
        anchor=anchor,
        zone=ZONE,
        now=datetime.combine(anchor, NOW.timetz()),
        known=known or (lambda _: None),
        taken=lambda _: taken,
    )


def written(folder: Path, *rows: dict[str, str]) -> Path:
    file = folder / "events.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, list(EVENTS), restval="")
        lines.writeheader()
        lines.writerows({**USUAL, **row} for row in rows)
    return file


def read(folder: Path, *rows: dict[str, str], **given: Any) -> list[Event]:
    return read_events(written(folder, *rows), around(**given))


def problems(folder: Path, *rows: dict[str, str], **given: Any) -> list[Problem]:
    with pytest.raises(BadData) as refused:
        read(folder, *rows, **given)
    return list(refused.value.problems)


def test_a_row_becomes_an_event(tmp_path: Path) -> None:
    row = {
        "title_en": "Welding",
        "about_ru": "Первый шов",
        "sector": "machinery",
        "co_organisers": "DP-01; DP-02",
        "adults": "1",
        "age_mark": "12+",
        "per_school": "5",
        "deadline": "+2 18:00",
        "class_from": "5",
        "class_to": "12",
        "pupils_per_adult": "10",
        "accessible": "1",
        "bring": "форма",
        "briefing": "1",
        "documents": "нет",
        "federal": "Билет в будущее",
        "programmes": "DEMO-16; DEMO-14",
        "lead_times": "1440; 60",
    }
    (event,) = read(tmp_path, row)
    assert event == Event(
        id=0,
        slug="weld-tryout",
        state=State.PUBLISHED,
        version=1,
        type=EventType.TRYOUT,
        title_ru="Проба сварщика",
        title_en="Welding",
        about_ru="Первый шов",
        sector="machinery",
        organiser="DP-07",
        co_organisers=("DP-01", "DP-02"),
        city="prokopyevsk",
        place="ул. Примерная, 7",
        starts_at=datetime(2026, 3, 5, 15, tzinfo=ZONE),
        ends_at=datetime(2026, 3, 5, 17, tzinfo=ZONE),
        grades=(8, 11),
        adults=True,
        age_mark=12,
        capacity=12,
        per_school=5,
        deadline=datetime(2026, 3, 4, 18, tzinfo=ZONE),
        groups=GroupRules(smallest=5, largest=12, pupils_per_adult=10),
        accessible=True,
        bring="форма",
        briefing=True,
        documents="нет",
        federal="Билет в будущее",
        programmes=("DEMO-16", "DEMO-14"),
        lead_times=(1440, 60),
    )


@pytest.mark.parametrize(
    ("when", "starts", "ends"),
    [
        ("+3 15:00-17:00", "2026-03-05T15:00", "2026-03-05T17:00"),
        ("2026-03-05 9:30 – 10.15", "2026-03-05T09:30", "2026-03-05T10:15"),
        ("05.03.2026 15:00-17:00", "2026-03-05T15:00", "2026-03-05T17:00"),
        ("сб +3 11:00-14:00", "2026-03-07T11:00", "2026-03-07T14:00"),
        ("пн +7 11:00-14:00", "2026-03-09T11:00", "2026-03-09T14:00"),
        ("чт 2026-03-05 11:00-14:00", "2026-03-05T11:00", "2026-03-05T14:00"),
        ("+3 10:00 - +5 16:00", "2026-03-05T10:00", "2026-03-07T16:00"),
        ("сб +3 10:00 - +4 16:00", "2026-03-07T10:00", "2026-03-08T16:00"),
        ("2026-03-05 10:00 - 2026-03-06 16:00", "2026-03-05T10:00", "2026-03-06T16:00"),
    ],
)
def test_a_time_is_written_as_people_write_it(
    tmp_path: Path, when: str, starts: str, ends: str
) -> None:
    (event,) = read(tmp_path, {"when": when})
    local = [f"{m.astimezone(ZONE):%Y-%m-%dT%H:%M}" for m in (event.starts_at, event.ends_at)]
    assert local == [starts, ends]


def test_a_relative_day_jumps_over_the_holidays_with_its_deadline(tmp_path: Path) -> None:
    row = {"when": "сб +5 11:00-14:00", "deadline": "+4 18:00"}
    (event,) = read(tmp_path, row, anchor=date(2026, 12, 28))
    assert event.starts_at.date() == date(2027, 1, 9)
    assert event.deadline is not None
    assert event.starts_at - event.deadline < timedelta(days=3)


@pytest.mark.parametrize(
    ("row", "field", "said"),
    [
        ({"when": "завтра"}, "when", "нужны день и время"),
        ({"when": "+3 15:00"}, "when", "нужны день и время"),
        ({"when": "+3 25:00-26:00"}, "when", "такого времени нет"),
        ({"when": "+3 17:00-15:00"}, "when", "конец не позже начала"),
        ({"when": "2026-02-30 15:00-17:00"}, "when", "такой даты нет"),
        ({"when": "пн 2026-03-05 15:00-17:00"}, "when", "это чт, а не пн"),
        ({"when": "2026-03-01 15:00-17:00"}, "when", "уже прошло"),
        ({"deadline": "+4 18:00"}, "deadline", "позже начала"),
        ({"deadline": "скоро"}, "deadline", "нужны день и время"),
        ({"slug": "Проба"}, "slug", "маленькие латинские буквы"),
        ({"state": "cancelled"}, "state", "можно: draft, published"),
        ({"type": "tryouts"}, "type", "возможно, «tryout»"),
        ({"title_ru": ""}, "title_ru", "текст обязателен"),
        ({"title_ru": "Ш" * 91}, "title_ru", "не больше 90"),
        ({"organiser": "DP-77"}, "organiser", "нужен код из файла partners.csv"),
        ({"co_organisers": "DP-01; DP-99"}, "co_organisers", "DP-99"),
        ({"programmes": "DEMO-99"}, "programmes", "programmes.csv"),
        ({"city": "prokopevsk"}, "city", "возможно, «prokopyevsk»"),
        ({"sector": "weld"}, "sector", "sectors.csv"),
        ({"city": ""}, "place", "место без города"),
        ({"place": ""}, "place", "нужно место"),
        ({"link": "http://meet.example"}, "link", "https://"),
        ({"grade_from": "", "grade_to": ""}, "grade_from", "никому не открыто"),
        ({"grade_from": "9", "grade_to": "8"}, "grade_to", "меньше, чем grade_from"),
        ({"grade_to": ""}, "grade_to", "заполните все вместе"),
        ({"grade_to": "12"}, "grade_to", "от 1 до 11"),
        ({"age_mark": "13"}, "age_mark", "можно: 0, 6, 12, 16, 18"),
        ({"capacity": "0"}, "capacity", "от 1 до 5000"),
        ({"class_from": "5"}, "pupils_per_adult", "заполните все вместе"),
        (
            {"class_from": "9", "class_to": "5", "pupils_per_adult": "3"},
            "class_to",
            "меньше, чем class_from",
        ),
        ({"accessible": "да"}, "accessible", "нужно 1 (да) или 0 (нет)"),
        ({"lead_times": "1"}, "lead_times", "от 5 до 43200"),
    ],
)
def test_what_is_wrong_is_said_with_row_and_column(
    tmp_path: Path, row: dict[str, str], field: str, said: str
) -> None:
    good = {"slug": "first"}
    (problem,) = problems(tmp_path, good, row)
    assert (problem.file, problem.row, problem.field) == ("events.csv", 3, field)
    assert said in problem.message


def test_control_the_usual_row_is_right(tmp_path: Path) -> None:
    assert len(read(tmp_path, {"slug": "first"}, {})) == 2


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, {"city": "x", "capacity": "y"}, {"slug": "b", "type": "z"})
    assert [(p.row, p.field) for p in found] == [(2, "city"), (2, "capacity"), (3, "type")]


def test_a_name_for_links_stands_once(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {}, {})
    assert (problem.row, problem.field) == (3, "slug")
    assert "уже есть в строке 2" in problem.message


class TestKnown:
    """Rows whose event is in the database already."""

    def known(self, folder: Path, **changes: Any) -> Event:
        (event,) = read(folder, {})
        return replace(event, **{"id": 7, "version": 3, "series": "weekly", **changes})

    def test_the_same_row_is_the_same_event(self, tmp_path: Path) -> None:
        before = self.known(tmp_path)
        assert read(tmp_path, {}, known=lambda _: before) == [before]

    def test_what_a_row_says_otherwise_becomes_so_and_the_rest_stays(self, tmp_path: Path) -> None:
        before = self.known(tmp_path)
        (after,) = read(tmp_path, {"capacity": "20"}, known=lambda _: before)
        assert after == replace(before, capacity=20)

    def test_a_draft_is_announced_by_its_row(self, tmp_path: Path) -> None:
        before = self.known(tmp_path, state=State.DRAFT)
        (after,) = read(tmp_path, {}, known=lambda _: before)
        assert after.state is State.PUBLISHED

    @pytest.mark.parametrize("state", [State.CLOSED, State.HELD, State.REPORTED, State.CANCELLED])
    def test_what_else_became_of_it_is_left_as_it_is(self, tmp_path: Path, state: State) -> None:
        before = self.known(tmp_path, state=state)
        assert read(tmp_path, {}, known=lambda _: before) == [before]

    @pytest.mark.parametrize(
        ("state", "row", "field"),
        [
            (State.HELD, {"capacity": "20"}, "slug"),
            (State.CANCELLED, {"when": "+9 15:00-17:00"}, "slug"),
            (State.PROPOSED, {"capacity": "20"}, "slug"),
            (State.PUBLISHED, {"state": "draft", "capacity": "20"}, "state"),
            (State.PUBLISHED, {"when": "2026-03-01 15:00-17:00"}, "when"),
            (State.PUBLISHED, {"capacity": "4"}, "capacity"),
        ],
    )
    def test_what_must_not_happen_to_it_is_refused(
        self, tmp_path: Path, state: State, row: dict[str, str], field: str
    ) -> None:
        before = self.known(tmp_path, state=state)
        (problem,) = problems(tmp_path, row, known=lambda _: before, taken=5)
        assert (problem.row, problem.field) == (2, field)

    def test_an_event_that_is_over_may_stay_in_the_file(self, tmp_path: Path) -> None:
        before = self.known(tmp_path, state=State.HELD)
        later = around(known=lambda _: before)
        later = replace(later, now=NOW + timedelta(days=300))
        assert read_events(written(tmp_path, {}), later) == [before]


class TestWorkbook:
    def saved(self, folder: Path, *titles: str, merged: bool = False) -> Path:
        book = Workbook()
        for title in titles:
            sheet = book.create_sheet(title)
            sheet.append(list(EVENTS))
            sheet.append([USUAL.get(name, "") for name in EVENTS])
            if merged:
                sheet.merge_cells("A5:B5")
        book.remove(book.worksheets[0])
        file = folder / "events.xlsx"
        book.save(file)
        return file

    @pytest.mark.parametrize("titles", [("Лист1",), ("Справка", "Events "), ("events",)])
    def test_its_sheet_is_read_like_a_file(self, tmp_path: Path, titles: tuple[str, ...]) -> None:
        expected = read(tmp_path, {})
        assert read_events(self.saved(tmp_path, *titles), around()) == expected

    @pytest.mark.parametrize(
        ("titles", "merged", "said"),
        [(("a", "b"), False, "один лист events"), (("events",), True, "объединённые ячейки")],
    )
    def test_a_workbook_that_is_not_one_table_is_refused(
        self, tmp_path: Path, titles: tuple[str, ...], merged: bool, said: str
    ) -> None:
        with pytest.raises(BadData, match=said):
            read_events(self.saved(tmp_path, *titles, merged=merged), around())

    @pytest.mark.parametrize(
        ("content", "said"), [(b"x", "не книга Excel"), (b"PK\x03\x04", "повреждён")]
    )
    def test_what_is_no_workbook_is_refused(
        self, tmp_path: Path, content: bytes, said: str
    ) -> None:
        file = tmp_path / "events.xlsx"
        file.write_bytes(content)
        with pytest.raises(BadData, match=said):
            read_events(file, around())


def test_no_file_is_said(tmp_path: Path) -> None:
    for name in ("nowhere.csv", "nowhere.xlsx"):
        with pytest.raises(BadData, match="файл не найден"):
            read_events(tmp_path / name, around())


class TestDemo:
    EVENTS = read_events(DEMO, around())

    def test_it_is_alive_whenever_it_is_first_imported(self) -> None:
        for day in (ANCHOR, date(2028, 2, 29), date(2031, 12, 30)):
            events = read_events(DEMO, around(anchor=day))
            assert len(events) == 24
            assert all(e.starts_at.date() > day for e in events)
            assert not any((e.starts_at.month, e.starts_at.day) <= (1, 8) for e in events)

    def test_it_has_every_type_and_people_find_something(self) -> None:
        events = self.EVENTS
        assert {e.type.value for e in events} == set(TYPES)
        assert len({e.city for e in events} - {None}) >= 8
        assert sum(e.online and e.link is not None for e in events) >= 3
        assert sum(e.federal == "Билет в будущее" for e in events) >= 3
        assert sum(e.groups is not None for e in events) >= 4
        assert sum(e.accessible for e in events) >= 8
        for grade in range(5, 12):
            assert any(e.grades and e.grades[0] <= grade <= e.grades[1] for e in events)
        assert sum(e.adults for e in events) >= 8

    def test_nothing_keeps_it_from_being_announced(self) -> None:
        assert all(lacking(event, NOW) == () for event in self.EVENTS)
        assert {event.state for event in self.EVENTS} == {State.DRAFT, State.PUBLISHED}

    def test_it_is_written_in_two_languages_and_by_invented_people(self) -> None:
        said = DEMO.read_text(encoding="utf-8")
        assert all(event.title_en and event.about_ru and event.about_en for event in self.EVENTS)
        assert all("Примерная" in e.place or "разрез" in e.place for e in self.EVENTS if e.city)
        assert all("copp.example" in e.link for e in self.EVENTS if e.link)
        assert "паспорт" not in said
