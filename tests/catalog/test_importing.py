"""Files of a network: what is taken, what is refused, and how the refusal reads."""

import csv
import io
import shutil
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.importing import BadData, Problem, read_network
from bot.domain.network import Network

DATA = Path(__file__).parents[2] / "data"
DICTIONARIES = load_dictionaries(DATA)
ANCHOR = date(2026, 3, 2)
FILES = ("partners.csv", "agreements.csv", "programmes.csv", "modules.csv", "groups.csv")


def read(folder: Path) -> Network:
    return read_network(folder, DICTIONARIES, ANCHOR)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(BadData) as caught:
        read(folder)
    return caught.value.problems


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


def as_csv(rows: list[list[str]], **form: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, **{"lineterminator": "\n", **form}).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def change(folder: Path, file: str, key: str, field: str, value: str) -> int:
    """Puts a value into the row whose first cell is `key`; the row's line in the file."""
    rows = rows_of(folder / file)
    line = next(index for index, row in enumerate(rows, 1) if row[0] == key)
    rows[line - 1][rows[0].index(field)] = value
    (folder / file).write_text(as_csv(rows), encoding="utf-8")
    return line


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "demo", tmp_path / "demo"))


WRONG_CELLS = [
    ("partners.csv", "DP-03", "name_ru", "", "пусто, а текст обязателен"),
    ("partners.csv", "DP-03", "name_ru", "я" * 91, "91 знаков, можно не больше 90"),
    ("partners.csv", "DP-03", "name_en", "Two\nlines", "невидимый знак U+000A"),
    ("partners.csv", "DP-03", "kind", "colege", "employment_service; возможно, «college»"),
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
    ("modules.csv", "DEMO-16-M4", "code", "модуль 4", "нужны латинские буквы"),
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
        change(demo, file, key, "partner" if file == "agreements.csv" else "code", "нет такого")
    assert {p.file for p in problems_of(demo)} == set(FILES)


def test_a_hundred_problems_are_listed_and_the_rest_counted(demo: Path) -> None:
    header, *rows = rows_of(demo / "modules.csv")
    for row in rows:
        row[header.index("format")] = "радио"
    (demo / "modules.csv").write_text(as_csv([header, *rows]), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        read(demo)
    assert len(caught.value.problems) == 100
    assert caught.value.more == len(rows) - 100
    assert str(caught.value).endswith(f"… ещё ошибок: {len(rows) - 100}")


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


# --- headers and shapes -------------------------------------------------------------------------


Rows = list[list[str]]


def edited(folder: Path, file: str, edit: Callable[[Rows], Rows]) -> Path:
    (folder / file).write_text(as_csv(edit(rows_of(folder / file))), encoding="utf-8")
    return folder


def put(row: int, cell: int, value: str) -> Callable[[Rows], Rows]:
    def edit(rows: Rows) -> Rows:
        rows[row][cell] = value
        return rows

    return edit


def wider(value: str) -> Callable[[Rows], Rows]:
    return lambda rows: [[*row, value] for row in rows]


def test_a_misspelt_column_is_named_with_the_right_one(demo: Path) -> None:
    found = problems_of(edited(demo, "groups.csv", put(0, 5, "seat")))
    assert [(p.file, p.row, p.field, p.message) for p in found] == [
        ("groups.csv", 1, "seat", "такого столбца нет; возможно, «seats»"),
        ("groups.csv", 1, "seats", "нет обязательного столбца"),
    ]


def test_a_column_may_not_stand_twice(demo: Path) -> None:
    found = problems_of(edited(demo, "groups.csv", wider("seats")))
    assert [(p.row, p.field, p.message) for p in found] == [(1, "seats", "столбец повторяется")]


def test_columns_may_stand_in_any_order(demo: Path) -> None:
    expected = read(demo)
    assert read(edited(demo, "groups.csv", lambda rows: [row[::-1] for row in rows])) == expected


def test_empty_lines_and_empty_cells_at_the_end_are_passed_over(demo: Path) -> None:
    expected = read(demo)
    edited(demo, "groups.csv", wider(""))
    assert (
        read(edited(demo, "groups.csv", lambda rows: [*rows[:3], [""] * 7, *rows[3:]])) == expected
    )


@pytest.mark.parametrize("cells", [5, 7])
def test_a_line_with_too_few_or_too_many_cells_is_refused(demo: Path, cells: int) -> None:
    edited(demo, "groups.csv", lambda rows: [*rows[:4], (rows[4] * 2)[:cells], *rows[5:]])
    (problem,) = problems_of(demo)
    assert (problem.file, problem.row, problem.field) == ("groups.csv", 5, "")
    assert problem.message == f"значений {cells}, а столбцов 6: проверьте разделители"


def test_a_value_under_no_column_name_is_refused(demo: Path) -> None:
    edited(demo, "groups.csv", wider(""))
    (problem,) = problems_of(edited(demo, "groups.csv", put(2, 6, "заметка")))
    assert (problem.row, problem.field) == (3, "")


def test_references_into_a_broken_file_are_not_called_wrong(demo: Path) -> None:
    found = problems_of(edited(demo, "partners.csv", put(0, 1, "name")))
    assert {p.file for p in found} == {"partners.csv"}


def test_an_unclosed_quote_is_told_with_the_last_good_line(demo: Path) -> None:
    with (demo / "groups.csv").open("a", encoding="utf-8") as file:
        file.write('"DEMO-42-G9,DEMO-42\n')
    lines = len(rows_of(DATA / "demo" / "groups.csv"))
    (problem,) = problems_of(demo)
    assert (problem.row, problem.message) == (
        lines,
        "после этой строки файл не разобрать: проверьте кавычки",
    )


# --- bytes --------------------------------------------------------------------------------------


def test_a_file_saved_by_excel_reads_the_same(demo: Path) -> None:
    expected = read(demo)
    for file in FILES:
        text = as_csv(rows_of(demo / file), delimiter=";", lineterminator="\r\n")
        (demo / file).write_bytes(text.encode("utf-8-sig"))
    assert read(demo) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_both_usual_encodings_read_the_same(demo: Path, encoding: str) -> None:
    expected = read(demo)
    for file in FILES:
        (demo / file).write_bytes((demo / file).read_text(encoding="utf-8").encode(encoding))
    assert read(demo) == expected


def test_letters_written_as_two_signs_become_one(demo: Path) -> None:
    typed_on_a_mac = unicodedata.normalize("NFD", "Демо-медицинский колледж")
    change(demo, "partners.csv", "DP-03", "name_ru", typed_on_a_mac)
    name = read(demo).partners["DP-03"].name_ru
    assert name == "Демо-медицинский колледж"


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "maccyrillic"])
def test_a_rare_encoding_is_refused_rather_than_read_as_nonsense(demo: Path, encoding: str) -> None:
    text = (demo / "partners.csv").read_text(encoding="utf-8").replace("№", "N")
    (demo / "partners.csv").write_bytes(text.encode(encoding))
    (problem,) = problems_of(demo)
    assert problem.message == "непонятная кодировка: сохраните файл как «CSV UTF-8»"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_null_bytes_are_refused(demo: Path, encoding: str) -> None:
    text = (demo / "partners.csv").read_text(encoding="utf-8")
    (demo / "partners.csv").write_bytes(text.encode(encoding))
    (problem,) = problems_of(demo)
    assert problem.message == "в файле есть нулевые байты: сохраните его как «CSV UTF-8»"


def test_a_file_over_five_megabytes_is_refused(demo: Path) -> None:
    with (demo / "groups.csv").open("ab") as file:
        file.write(b"\n" * 5_000_000)
    (problem,) = problems_of(demo)
    assert (problem.file, problem.message) == ("groups.csv", "файл больше 5 МБ: разделите его")


def test_more_than_twenty_thousand_lines_are_refused(demo: Path) -> None:
    with (demo / "groups.csv").open("ab") as file:
        file.write(b"\n" * 20_000)
    (problem,) = problems_of(demo)
    assert problem.message == "больше 20000 строк: разделите файл"


def test_a_missing_file_is_named(demo: Path) -> None:
    (demo / "modules.csv").unlink()
    (problem,) = problems_of(demo)
    assert str(problem) == "modules.csv: файл не найден"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "nowhere")
    assert str(problem) == "nowhere: нет такой папки"


def test_an_empty_file_lacks_every_column(demo: Path) -> None:
    (demo / "groups.csv").write_bytes(b"")
    found = problems_of(demo)
    assert [p.field for p in found] == rows_of(DATA / "demo" / "groups.csv")[0]


# --- values -------------------------------------------------------------------------------------


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


# --- anything at all ----------------------------------------------------------------------------


def refusal(folder: Path) -> BadData | None:
    try:
        read(folder)
    except BadData as bad:
        return bad
    return None


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, Callable[[bytes], bytes]]:
    """A file and a blow to its bytes: some are cut out, some put in."""
    file = draw(st.sampled_from(FILES))
    place = draw(st.floats(min_value=0, max_value=1))
    cut = draw(st.integers(min_value=0, max_value=60))
    odd = st.sampled_from(
        [b",", b";", b'"', b"\r", b"\n", b"\0", b":", b"+9999", b"9" * 400, b"\xff"]
    )
    new = draw(st.binary(max_size=20) | odd | st.text(max_size=20).map(str.encode))

    def strike(content: bytes) -> bytes:
        start = int(place * len(content))
        return content[:start] + new + content[start + cut :]

    return file, strike


@settings(max_examples=100, deadline=None)
@given(blows=st.lists(mutations(), min_size=1, max_size=4))
def test_whatever_is_in_the_files_only_bad_data_is_raised(
    blows: list[tuple[str, Callable[[bytes], bytes]]],
) -> None:
    with TemporaryDirectory() as place:
        folder = Path(shutil.copytree(DATA / "demo", Path(place) / "demo"))
        for file, strike in blows:
            (folder / file).write_bytes(strike((folder / file).read_bytes()))
        bad = refusal(folder)
    assert bad is None or all(line.isprintable() for line in str(bad).split("\n"))


@settings(max_examples=100, deadline=None)
@given(
    file=st.sampled_from(FILES),
    place=st.tuples(st.integers(0, 200), st.integers(0, 40)),
    value=st.text(max_size=50) | st.integers().map(str) | st.floats().map(str),
)
def test_any_text_in_any_cell_is_taken_or_named(
    file: str, place: tuple[int, int], value: str
) -> None:
    with TemporaryDirectory() as other:
        folder = Path(shutil.copytree(DATA / "demo", Path(other) / "demo"))
        rows = rows_of(folder / file)
        line = place[0] % len(rows)
        rows[line][place[1] % len(rows[0])] = value
        text = as_csv(rows).encode("utf-8", errors="surrogatepass")
        (folder / file).write_bytes(text)
        bad = refusal(folder)
    assert bad is None or (bad.problems and all(problem.message for problem in bad.problems))
