import json
import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.drawings import BadRecipe, as_recipe, draw
from bot.drawings.bars import Bar, Bars
from bot.drawings.plain import PlainFile
from bot.drawings.sheet import Block, Sheet
from bot.drawings.timetable import Mark, Span, Timetable
from bot.drawings.workbook import Column, Table, Workbook

ROOT = Path(__file__).parents[2]
TECH = Bar(label="Техника", value=0.75, words="тебе это интересно", before=0.5)
BARS = Bars(title="Интересы", bars=(TECH,), note="Это не экзамен")
SHEET = Sheet(
    title="Мои интересы",
    subtitle="12 марта",
    blocks=(Block(heading="Интересы", lines=("раз", "два"), bars=(TECH,)),),
    footer="Центр",
)
PLAIN = PlainFile(content='{"город": "Юрга"}')
WEEKS = Timetable(
    title="Путь: сварщик",
    spans=(Span(label="1. Швы", begins=0.1, ends=0.5, when="пн, ср", where="Юрга"),),
    marks=(Mark(label="1 мая", at=0.4),),
    note="",
)
COLUMNS = (Column(name="code"), Column(name="day", kind="date"), Column(name="n", kind="number"))
BOOK = Workbook(
    tables=(Table(title="groups", columns=COLUMNS, rows=(("Г-1", "2026-09-01", "15"),)),)
)
Value = Bars | Sheet | Timetable | PlainFile | Workbook
values = pytest.mark.parametrize("value", [BARS, SHEET, WEEKS, PLAIN, BOOK])


BLOCK = as_recipe(SHEET)["blocks"][0]


def bars_recipe(**changes: Any) -> dict[str, Any]:
    return {**as_recipe(BARS), **changes}


def bar(**changes: Any) -> dict[str, Any]:
    return {"label": "Люди", "value": 0.5, "words": "иногда", **changes}


def fresh_python(program: str, told: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, input=told, capture_output=True, cwd=ROOT)


@values
def test_a_recipe_comes_back_from_json_as_it_was(value: Value) -> None:
    recipe = as_recipe(value)
    assert json.loads(json.dumps(recipe)) == recipe


@values
def test_the_same_recipe_gives_the_same_bytes_on_every_thread(
    value: Value,
) -> None:
    with ThreadPoolExecutor(4) as threads:
        drawn = set(threads.map(draw, [as_recipe(value)] * 8))
    assert len(drawn) == 1


@values
def test_the_same_recipe_gives_the_same_bytes_after_a_restart(
    value: Value,
) -> None:
    program = (
        "import json, sys; from bot.drawings import draw;"
        "sys.stdout.buffer.write(draw(json.load(sys.stdin)))"
    )
    told = json.dumps(as_recipe(value)).encode()
    assert fresh_python(program, told).stdout == draw(as_recipe(value))


def test_each_kind_is_drawn_as_its_own_kind_of_file() -> None:
    assert draw(as_recipe(BARS)).startswith(b"\x89PNG")
    assert draw(as_recipe(WEEKS)).startswith(b"\x89PNG")
    assert draw(as_recipe(SHEET)).startswith(b"%PDF")
    assert draw(as_recipe(BOOK)).startswith(b"PK")
    assert draw(as_recipe(PLAIN)) == '{"город": "Юрга"}'.encode()


@pytest.mark.parametrize(
    ("recipe", "complaint"),
    [
        ({}, "kind: None is unknown, expected one of bars, "),
        ({"kind": "chart"}, "kind: 'chart' is unknown"),
        ({"kind": ["bars"]}, r"kind: \['bars'\] is unknown"),
        ({"kind": "text"}, "text.content: Field required"),
        ({"kind": "text", "content": 7}, "text.content: Input should be a valid string"),
        (bars_recipe(colour="red"), "bars.colour: Unexpected keyword argument"),
        (bars_recipe(bars=[]), "bars.bars: .*at least 1 item"),
        (bars_recipe(bars=[bar()] * 13), "bars.bars: .*at most 12 items"),
        (bars_recipe(bars=[bar(value=1.1)]), "bars.bars.0.value: .*less than or equal to 1"),
        (bars_recipe(bars=[bar(value=-1)]), "bars.bars.0.value: .*greater than or equal to 0"),
        (bars_recipe(bars=[bar(value=math.nan)]), "bars.bars.0.value"),
        (bars_recipe(bars=[bar(value="0.5")]), "bars.bars.0.value: .*valid number"),
        (bars_recipe(bars=[bar(befor=0.5)]), "bars.bars.0.befor: Unexpected keyword argument"),
        (bars_recipe(bars=[bar(), {}]), "bars.bars.1.label: Field required"),
        ({**as_recipe(SHEET), "blocks": [BLOCK] * 9}, "sheet.blocks: .*at most 8 items"),
        ({**as_recipe(BOOK), "tables": [{"title": "x"}]}, "workbook.tables.0.columns: Field requi"),
        ({**as_recipe(SHEET), "language": "de"}, "sheet.language: Input should be 'ru' or 'en'"),
    ],
)
def test_a_bad_recipe_says_what_is_wrong(recipe: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadRecipe, match=complaint):
        draw(recipe)


def test_a_bad_recipe_does_not_repeat_what_a_person_wrote() -> None:
    with pytest.raises(BadRecipe) as refused:
        draw(bars_recipe(title=["тайна"], bars=[bar(value="секрет")]))
    assert "тайна" not in str(refused.value)
    assert "секрет" not in str(refused.value)


def test_a_value_that_could_not_be_drawn_makes_no_recipe() -> None:
    with pytest.raises(BadRecipe, match=r"bars\.bars\.0\.value"):
        as_recipe(Bars(title="", bars=(Bar(label="", value=2, words=""),), note=""))


def test_the_drawing_libraries_wait_for_the_first_drawing() -> None:
    program = (
        "import sys, bot.drawings;"
        "sys.exit(any(name in sys.modules for name in ('PIL', 'reportlab', 'openpyxl')))"
    )
    assert fresh_python(program).returncode == 0
