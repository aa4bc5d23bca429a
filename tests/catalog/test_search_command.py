"""traektoria match: queries on stdin, answers on stdout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.catalog.search import Entry
from bot.catalog.search.cards import CardsError, load_entries

ROOT = Path(__file__).parents[2]
CATALOGUE = """id,code,title,kind,field,hours,alt_names,competencies,description,source
weld,18809,Сварщик,profession,Металл,320,Электросварщик|Газосварщик,Чтение чертежей,Варит.,x
cook,,Повар,profession,,,,,,x
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "cards.csv"
    file.write_text(text, encoding="utf-8")
    return file


def match(file: Path, queries: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", "match", "--catalog", str(file), "--top", "5"]
    return subprocess.run(
        command, input=queries, capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )


def test_each_line_is_answered_with_one_line(tmp_path: Path) -> None:
    done = match(write(tmp_path, CATALOGUE), "сварщег\nпривет\n\n")
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0]["ids"] == ["weld"]
    assert answers[0]["kind"] == "found"
    assert answers[0]["understood"] == "сварщег → сварщик"
    assert len(answers[0]["scores"]) == 1
    nothing = {"ids": [], "scores": [], "kind": "none", "understood": ""}
    assert answers[1:] == [nothing, nothing]


def test_a_line_is_answered_before_the_next_is_written(tmp_path: Path) -> None:
    file = write(tmp_path, CATALOGUE)
    command = [sys.executable, "-m", "bot", "match", "--catalog", str(file)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for query, meant in (("повара", "cook"), ("18809", "weld")):
            process.stdin.write(query + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["ids"] == [meant]
        process.stdin.close()
        assert process.wait() == 0


def test_a_bad_file_is_one_sentence_and_exit_code_two(tmp_path: Path) -> None:
    done = match(write(tmp_path, "id,name\n1,Повар\n"), "повар\n")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "traektoria: cards.csv, row 1, field title: column is missing\n"


def test_a_card_is_read_in_full(tmp_path: Path) -> None:
    assert load_entries(write(tmp_path, CATALOGUE))[0] == Entry(
        id="weld",
        title="Сварщик",
        code="18809",
        kind="profession",
        field="Металл",
        hours=320,
        alt_names=("Электросварщик", "Газосварщик"),
        competencies=("Чтение чертежей",),
        description="Варит.",
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id,title\n,Повар\n", "row 2, field id: is empty"),
        ("id,title\n1,Повар\n2, \n", "row 3, field title: is empty"),
        ("id,title\n1,Повар\n1,Пекарь\n", "row 3, field id: 1 is here twice"),
        ("id,title,hours\n1,Повар,много\n", "row 2, field hours: 'много' is not a whole number"),
    ],
)
def test_a_mistake_is_named_with_row_and_field(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(CardsError, match=complaint):
        load_entries(write(tmp_path, text))
