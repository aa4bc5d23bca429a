"""The lists that everything refers to by code, and how their mistakes are told."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.catalog.dictionaries import TRANSVERSAL, load_dictionaries
from bot.catalog.importing import BadData
from bot.domain.network import FundingCategory

DATA = Path(__file__).parents[2] / "data"
LISTS = ("cities.csv", "sectors.csv", "competencies.csv", "occupations.csv", "funding.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in LISTS:
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
        ("occupations.csv", "cnc-operator", "welder", "code: «welder» уже есть в строке"),
        (
            "occupations.csv",
            ",mining,",
            ",mine,",
            "sector: «mine» — нужен код из файла sectors.csv",
        ),
        ("occupations.csv", "mach.weld:3", "mach.wild:3", "нужен код из файла competencies.csv"),
        ("occupations.csv", "mach.weld:3", "mach.weld:0", "levels: «0» — нужно целое число от 1"),
        ("funding.csv", "Постановление Правительства РФ от 07.03.2025 № 291", "", "basis: пусто"),
        ("funding.csv", "2025-03-07,", "+7,", "valid_from: «+7» — нужна дата 2026-09-01"),
        ("funding.csv", "2025-03-07,", "2025-03-07,2025-03-06", "«2025-03-06» — раньше начала"),
    ],
)
def test_a_wrong_cell_is_named_by_file_row_and_field(
    folder: Path, file: str, old: str, new: str, told: str
) -> None:
    replaced(folder, file, old, new)
    assert told in problem_of(folder)


@pytest.mark.parametrize("file", LISTS)
def test_a_missing_list_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert problem_of(folder) == f"{file}: файл не найден"


def test_there_are_occupations_of_every_direction() -> None:
    lists = load_dictionaries(DATA)
    occupations = lists.occupations.values()
    assert len(occupations) >= 40
    assert {occupation.sector for occupation in occupations} == set(lists.sectors)
    assert lists.occupations["electrician"].levels == {"el.power": 3, "safe.work": 3}


def test_an_occupation_fits_on_a_button() -> None:
    names = [(o.name_ru, o.name_en) for o in load_dictionaries(DATA).occupations.values()]
    assert len(names) == len(set(names))
    assert all(len(name) <= 40 for both in names for name in both)


def test_who_may_learn_for_free_is_known_with_the_act_and_its_dates() -> None:
    funding = load_dictionaries(DATA).funding
    assert set(funding) == {"age50", "pre_retiree", "child_under_3", "child_under_7", "job_seeker"}
    assert all(category.covers(date(2026, 3, 2)) for category in funding.values())
    assert not any(category.covers(date(2025, 3, 6)) for category in funding.values())


def test_nobody_is_asked_about_a_disability() -> None:
    """It is proven to the employment service and is never an option in the bot."""
    for category in load_dictionaries(DATA).funding.values():
        assert not re.search("инвалид|овз|здоровь|disab|health", _words(category))


def _words(category: FundingCategory) -> str:
    return f"{category.code} {category.name_ru} {category.name_en}".lower()
