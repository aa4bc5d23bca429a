"""Cells of a network's files: what is refused, and how the refusal reads."""

from pathlib import Path

import pytest

from bot.catalog.importing import BadData
from tests.catalog.demo_files import FILES, as_csv, change, problems_of, read, rows_of

WRONG_CELLS = [
    ("partners.csv", "DP-03", "name_ru", "", "пусто, а текст обязателен"),
    ("partners.csv", "DP-03", "name_ru", "я" * 91, "91 знаков, можно не больше 90"),
    ("partners.csv", "DP-03", "name_en", "Two\nlines", "невидимый знак U+000A"),
    ("partners.csv", "DP-03", "kind", "colege", "government; возможно, «college»"),
    ("partners.csv", "DP-03", "city", "kemerowo", "cities.csv; возможно, «kemerovo»"),
    ("partners.csv", "DP-03", "city", "", "пусто — нужен код из файла cities.csv"),
    ("partners.csv", "DP-03", "is_demo", "да", "«да» — нужно 1 (да) или 0 (нет)"),
    ("agreements.csv", "ДЕМО-СФ-04", "number", "ДЕМО-СФ-03", "уже есть в строке"),
    ("agreements.csv", "ДЕМО-СС-05", "partner", "DP-5", "partners.csv; возможно, «DP-05»"),
    ("agreements.csv", "ДЕМО-СФ-03", "kind", "устное", "можно: network, framework"),
    ("agreements.csv", "ДЕМО-СФ-03", "valid_from", "вчера", "нужна дата 2026-09-01 или число"),
    ("agreements.csv", "ДЕМО-СФ-03", "valid_from", "2026-02-30", "такой даты нет"),
    ("agreements.csv", "ДЕМО-СФ-03", "valid_to", "1999-01-01", "год должен быть от 2000 до 2100"),
    ("agreements.csv", "ДЕМО-СФ-03", "valid_to", "-900", "раньше начала"),
    ("agreements.csv", "ДЕМО-СФ-07", "resources", "RES-07-WELL", "возможно, «RES-07-WELD»"),
    ("agreements.csv", "ДЕМО-СФ-07", "resources", "RES-10-CNC", "ресурс другого партнёра (DP-10)"),
    ("agreements.csv", "ДЕМО-СФ-07", "duties", "я" * 301, "можно не больше 300"),
    ("agreements.csv", "ДЕМО-СФ-07", "learners", "0", "нужно целое число от 1 до 100000"),
    ("resources.csv", "RES-10-3D", "code", "RES-10-CNC", "уже есть в строке 18"),
    ("resources.csv", "RES-10-3D", "partner", "DP-1", "partners.csv; возможно, «DP-01»"),
    ("resources.csv", "RES-10-CNC", "kind", "станок", "можно: site, equipment"),
    ("resources.csv", "RES-10-CNC", "name_ru", "", "пусто, а текст обязателен"),
    ("resources.csv", "RES-10-CNC", "capacity", "0", "нужно целое число от 1 до 1000"),
    ("resources.csv", "RES-10-CNC", "conditions", "я" * 201, "можно не больше 200"),
    ("programmes.csv", "DEMO-16", "slug", "Сварщик", "маленькие латинские буквы"),
    ("programmes.csv", "DEMO-16", "slug", "a--b", "маленькие латинские буквы"),
    ("programmes.csv", "DEMO-16", "slug", "w" * 61, "до 60 знаков"),
    ("programmes.csv", "DEMO-16", "slug", "cnc-operator", "«cnc-operator» уже есть в строке 16"),
    ("programmes.csv", "DEMO-16", "title_ru", "", "пусто, а текст обязателен"),
    ("programmes.csv", "DEMO-16", "title_en", "w" * 91, "можно не больше 90"),
    ("programmes.csv", "DEMO-16", "summary_ru", "я" * 201, "можно не больше 200"),
    ("programmes.csv", "DEMO-16", "kind", "po", "можно: do, po_new, po_re, po_up, pk, pp"),
    ("programmes.csv", "DEMO-16", "hours", "двести", "нужно целое число от 1 до 3000"),
    ("programmes.csv", "DEMO-16", "hours", "0", "нужно целое число от 1 до 3000"),
    ("programmes.csv", "DEMO-16", "hours", "255", "«255» — а в модулях вместе 256 часов"),
    ("programmes.csv", "DEMO-10", "hours", "12", "«12» — у повышения квалификации не меньше 16"),
    ("programmes.csv", "DEMO-24", "hours", "249", "профессиональной переподготовки не меньше 250"),
    ("programmes.csv", "DEMO-10", "further", "0", "должно быть 1: нужно СПО или ВО"),
    ("programmes.csv", "DEMO-17", "profession", "0", "должно быть 1: нужна профессия"),
    ("programmes.csv", "DEMO-21", "profession", "0", "должно быть 1: нужна профессия"),
    ("programmes.csv", "DEMO-16", "format", "onsit", "online; возможно, «onsite»"),
    ("programmes.csv", "DEMO-16", "partner", "DP-77", "partners.csv; возможно, «DP-07»"),
    ("programmes.csv", "DEMO-16", "city", "Прокопьевск", "нужен код из файла cities.csv"),
    ("programmes.csv", "DEMO-16", "sector", "machine", "sectors.csv; возможно, «machinery»"),
    ("programmes.csv", "DEMO-16", "audiences", "", "пусто — нужно хотя бы одно значение"),
    ("programmes.csv", "DEMO-16", "audiences", "adult; adult", "«adult» — записано дважды"),
    ("programmes.csv", "DEMO-16", "audiences", "senior", "можно: pupil, adult"),
    ("programmes.csv", "DEMO-10", "audiences", "pupil; adult", "не могут поступить"),
    ("programmes.csv", "DEMO-16", "min_age", "-1", "нужно целое число от 0 до 99"),
    ("programmes.csv", "DEMO-14", "grade_from", "12", "нужно целое число от 1 до 11"),
    ("programmes.csv", "DEMO-14", "grade_to", "", "нужны оба столбца"),
    ("programmes.csv", "DEMO-14", "grade_to", "7", "«7» — меньше, чем grade_from (8)"),
    ("programmes.csv", "DEMO-14", "audiences", "adult", "только в программах для школьников"),
    ("programmes.csv", "DEMO-16", "experience", "опыт", "нужно 1 (да) или 0 (нет)"),
    ("programmes.csv", "DEMO-16", "medical", "doctor", "можно: none, exam, book"),
    ("programmes.csv", "DEMO-16", "outcomes", "", "пусто — нужно хотя бы одно значение"),
    ("programmes.csv", "DEMO-16", "outcomes", "mach.weld:5", "нужно целое число от 1 до 4"),
    ("programmes.csv", "DEMO-16", "outcomes", "mach.weld:0", "нужно целое число от 1 до 4"),
    ("programmes.csv", "DEMO-16", "outcomes", "mach.weld", "нужна пара «код:число»"),
    ("programmes.csv", "DEMO-16", "outcomes", "mach.wild:3", "возможно, «mach.weld»"),
    (
        "programmes.csv",
        "DEMO-16",
        "outcomes",
        "mach.weld:3; mach.weld:2",
        "один код записан дважды",
    ),
    ("programmes.csv", "DEMO-16", "requires", "safe.work:5", "нужно целое число от 0 до 4"),
    ("programmes.csv", "DEMO-16", "interests", "", "пусто — нужно хотя бы одно значение"),
    ("programmes.csv", "DEMO-16", "interests", "tech:0", "больше 0 и не больше 1"),
    ("programmes.csv", "DEMO-16", "interests", "tech:1.1", "больше 0 и не больше 1"),
    ("programmes.csv", "DEMO-16", "interests", "tehc:1", "возможно, «tech»"),
    ("programmes.csv", "DEMO-16", "other_names", "я" * 61, "можно не больше 60"),
    ("programmes.csv", "DEMO-16", "occupations", ";", "пусто — нужно хотя бы одно значение"),
    (
        "programmes.csv",
        "DEMO-16",
        "occupations",
        ";".join("абвгдежзиклмнопрстуфхцчшщъыьэюя"),
        "не больше 30",
    ),
    ("programmes.csv", "DEMO-16", "price", "", "пусто — нужно целое число от 0 до 1000000"),
    ("programmes.csv", "DEMO-16", "price", "9 800 ₽", "нужно целое число от 0 до 1000000"),
    ("programmes.csv", "DEMO-16", "funding", "age55", "funding.csv; возможно, «age50»"),
    ("modules.csv", "DEMO-16-M4", "code", "модуль 4", "нужны латинские буквы"),
    ("modules.csv", "DEMO-16-M4", "price", "дорого", "нужно целое число от 0 до 1000000"),
    ("modules.csv", "DEMO-16-M4", "code", "DEMO-16-M3", "уже есть в строке"),
    ("modules.csv", "DEMO-16-M4", "programme", "DEMO16", "возможно, «DEMO-16»"),
    ("modules.csv", "DEMO-16-M2", "position", "1", "«1» уже занято в строке"),
    ("modules.csv", "DEMO-16-M4", "hours", "", "пусто — нужно целое число от 1 до 3000"),
    ("modules.csv", "DEMO-16-M4", "partner", "", "пусто — нужен код из файла partners.csv"),
    ("modules.csv", "DEMO-16-M4", "requires", "DEMO-16-M9", "нужен код из файла modules.csv"),
    ("modules.csv", "DEMO-16-M4", "requires", "DEMO-15-M1", "модуль другой программы (DEMO-15)"),
    ("modules.csv", "DEMO-16-M4", "requires", "DEMO-16-M4", "стоит не раньше этого модуля"),
    ("modules.csv", "DEMO-16-M1", "requires", "DEMO-16-M4", "стоит не раньше этого модуля"),
    ("groups.csv", "DEMO-16-G2", "code", "DEMO-16-G1", "уже есть в строке"),
    ("groups.csv", "DEMO-16-G1", "programme", "", "пусто — нужен код из файла programmes.csv"),
    ("groups.csv", "DEMO-16-G1", "starts_on", "", "пусто — нужна дата"),
    ("groups.csv", "DEMO-16-G1", "ends_on", "+1", "раньше начала"),
    ("groups.csv", "DEMO-16-G1", "daypart", "вечер", "можно: morning, day, evening, weekend"),
    ("groups.csv", "DEMO-16-G1", "seats", "0", "нужно целое число от 1 до 1000"),
    ("groups.csv", "DEMO-16-M2-A", "module", "DEMO-16-M9", "нужен код из файла modules.csv"),
    ("groups.csv", "DEMO-16-M2-A", "module", "DEMO-15-M2", "модуль другой программы (DEMO-15)"),
    ("groups.csv", "DEMO-16-G1", "timetable", "по средам", "нужны день недели и время: пн 18:00"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пон 18:00-20:30", "нужны день недели и время"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пн 18:00", "нужны день недели и время"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пн 18:00-20:60", "«20:60» — такого времени нет"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пн 24:30-25:00", "«24:30» — такого времени нет"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пн 18:00-18:00", "кончается не позже, чем"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пн 06:59-08:00", "бывают с 07:00 до 22:00"),
    ("groups.csv", "DEMO-16-G1", "timetable", "пн 20:00-22:01", "бывают с 07:00 до 22:00"),
    ("groups.csv", "DEMO-16-G1", "state", "закрыта", "можно: open, closed, cancelled"),
    (
        "groups.csv",
        "DEMO-16-G1",
        "timetable",
        "пн 18:00-20:00; пн 19:59-21:00",
        "занятия в один день (пн) сходятся",
    ),
    (
        "groups.csv",
        "DEMO-23-M2-A",
        "timetable",
        "вс 10:00-11:00; сб 23:00-23:30",
        "бывают с 07:00 до 22:00",
    ),
]


@pytest.mark.parametrize(("file", "key", "field", "value", "message"), WRONG_CELLS)
def test_a_wrong_cell_is_named_once_with_what_is_allowed(
    demo: Path, file: str, key: str, field: str, value: str, message: str
) -> None:
    row = change(demo, file, key, field, value)
    found = [p for p in problems_of(demo) if (p.file, p.row) == (file, row)]
    assert [p.field for p in found] == [BLAMED.get((field, message), field)]
    assert message in found[0].message


# A change of one column that makes another one wrong.
BLAMED = {("audiences", "только в программах для школьников"): "grade_from"}


def test_a_wrong_cell_brings_no_other_problem_with_it(demo: Path) -> None:
    change(demo, "partners.csv", "DP-07", "kind", "colege")
    change(demo, "programmes.csv", "DEMO-16", "hours", "")
    change(demo, "modules.csv", "DEMO-15-M2", "hours", "many")
    found = [(p.file, p.field) for p in problems_of(demo)]
    assert found == [
        ("modules.csv", "hours"),
        ("partners.csv", "kind"),
        ("programmes.csv", "hours"),
    ]


def test_a_partner_who_teaches_needs_an_agreement(demo: Path) -> None:
    rows = [row for row in rows_of(demo / "agreements.csv") if row[1] != "DP-14"]
    (demo / "agreements.csv").write_text(as_csv(rows), encoding="utf-8")
    places = {(p.file, p.row, p.field) for p in problems_of(demo)}
    modules = rows_of(demo / "modules.csv")
    taught = {i for i, row in enumerate(modules, 1) if row[6] == "DP-14"}
    assert taught
    assert places == {("programmes.csv", 43, "partner")} | {
        ("modules.csv", row, "partner") for row in taught
    }


def test_every_file_is_looked_through_before_the_import_is_refused(demo: Path) -> None:
    for file in FILES:
        key = rows_of(demo / file)[1][0]
        change(demo, file, key, "kind" if file == "agreements.csv" else "code", "нет такого")
    assert {p.file for p in problems_of(demo)} == set(FILES)


def test_a_hundred_problems_are_listed_and_the_rest_counted(demo: Path) -> None:
    header, *rows = rows_of(demo / "modules.csv")
    for row in rows:
        row[header.index("format")] = "радио"
    (demo / "modules.csv").write_text(as_csv([header, *rows]), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        read(demo)
    assert len(caught.value.problems) == len(rows)
    lines = str(caught.value).split("\n")
    assert len(lines) == 101
    assert lines[-1] == f"… ещё ошибок: {len(rows) - 100}"


def test_a_problem_reads_as_file_row_and_field(demo: Path) -> None:
    change(demo, "programmes.csv", "DEMO-10", "hours", "12")
    (problem,) = problems_of(demo)
    assert str(problem) == (
        "programmes.csv, строка 11, hours: «12» — у повышения квалификации не меньше 16 часов"
    )


def test_the_row_is_the_line_in_the_file_even_after_a_cell_of_two_lines(demo: Path) -> None:
    change(demo, "programmes.csv", "DEMO-01", "summary_en", "Two\nlines")
    change(demo, "programmes.csv", "DEMO-02", "summary_en", "e" * 201)
    assert [(p.row, p.field) for p in problems_of(demo)] == [(2, "summary_en"), (4, "summary_en")]
