"""Files of a network as people and programs save them: headers, lines, bytes."""

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog.importing import columns
from tests.catalog.demo_files import (
    DATA,
    FILES,
    as_csv,
    change,
    edited,
    problems_of,
    put,
    read,
    refusal,
    rows_of,
    wider,
)


def test_a_misspelt_column_is_named_with_the_right_one(demo: Path) -> None:
    found = problems_of(edited(demo, "groups.csv", put(0, 7, "seat")))
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
        read(edited(demo, "groups.csv", lambda rows: [*rows[:3], [""] * 10, *rows[3:]])) == expected
    )


@pytest.mark.parametrize("cells", [8, 10])
def test_a_line_with_too_few_or_too_many_cells_is_refused(demo: Path, cells: int) -> None:
    edited(demo, "groups.csv", lambda rows: [*rows[:4], (rows[4] * 2)[:cells], *rows[5:]])
    (problem,) = problems_of(demo)
    assert (problem.file, problem.row, problem.field) == ("groups.csv", 5, "")
    assert problem.message == f"значений {cells}, а столбцов 9: проверьте разделители"


def test_a_value_under_no_column_name_is_refused(demo: Path) -> None:
    edited(demo, "groups.csv", wider(""))
    (problem,) = problems_of(edited(demo, "groups.csv", put(2, 9, "заметка")))
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


def test_a_file_over_twenty_megabytes_is_refused(demo: Path) -> None:
    with (demo / "groups.csv").open("ab") as file:
        file.write(b"\n" * 20_000_000)
    (problem,) = problems_of(demo)
    assert (problem.file, problem.message) == ("groups.csv", "файл больше 20 МБ: разделите его")


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
    assert [p.field for p in found] == [
        name for name, column in columns.GROUPS.items() if not column.added
    ]


# --- anything at all ----------------------------------------------------------------------------


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
