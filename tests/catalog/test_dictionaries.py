"""The lists that everything refers to by code, and how their mistakes are told."""

import shutil
from pathlib import Path

import pytest

from bot.catalog.dictionaries import TRANSVERSAL, load_dictionaries
from bot.catalog.importing import BadData

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in ("cities.csv", "sectors.csv", "competencies.csv"):
        shutil.copy(DATA / file, tmp_path / file)
    return tmp_path


def replaced(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def problem_of(folder: Path) -> str:
    with pytest.raises(BadData) as caught:
        load_dictionaries(folder)
    (problem,) = caught.value.problems
    return str(problem)


def test_the_municipalities_of_the_region_stand_where_it_is() -> None:
    cities = load_dictionaries(DATA).cities
    assert len(cities) == 19
    assert all(52 < city.lat < 57 and 84 < city.lon < 89 for city in cities.values())
    assert cities["kemerovo"].name_ru == "Кемерово"


def test_every_competency_belongs_to_a_direction_or_to_all_of_them() -> None:
    dictionaries = load_dictionaries(DATA)
    groups = {competency.group for competency in dictionaries.competencies.values()}
    assert len(dictionaries.competencies) == 30
    assert groups == {*dictionaries.sectors, TRANSVERSAL}


def test_a_direction_fits_on_a_button() -> None:
    names = [(s.name_ru, s.name_en) for s in load_dictionaries(DATA).sectors.values()]
    assert len(names) == 14
    assert all(len(name) <= 30 for both in names for name in both)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("cities.csv", "86.087", "восток", "cities.csv, строка 2, lon: «восток» — нужно число"),
        ("cities.csv", "55.355", "155.3", "cities.csv, строка 2, lat: «155.3» — нужно число"),
        ("cities.csv", "belovo", "yurga", "строка 8, code: «yurga» уже есть в строке 5"),
        ("cities.csv", "32701000", "12", "oktmo: «12» — код ОКТМО состоит из 8 или 11 цифр"),
        ("sectors.csv", "Mining", "", "sectors.csv, строка 2, name_en: пусто"),
        (
            "competencies.csv",
            ",mining",
            ",minning",
            "group: «minning» — нужен код из файла sectors",
        ),
        ("competencies.csv", ",transversal", ",", "строка 2, group: пусто — нужен код"),
    ],
)
def test_a_wrong_cell_is_named_by_file_row_and_field(
    folder: Path, file: str, old: str, new: str, told: str
) -> None:
    replaced(folder, file, old, new)
    assert told in problem_of(folder)


def test_a_missing_list_is_named(folder: Path) -> None:
    (folder / "sectors.csv").unlink()
    assert problem_of(folder) == "sectors.csv: файл не найден"
