from pathlib import Path

import pytest

from bot.catalog.dictionaries import load_dictionaries
from bot.catalog.names import closest

NAMES = load_dictionaries(Path(__file__).parents[2] / "data")
CITIES = {city.code: (city.name_ru, city.name_en) for city in NAMES.cities.values()}
TRADES = {one.code: (one.name_ru, one.name_en) for one in NAMES.competencies.values()}


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("Кемерово", "kemerovo"),
        ("  в кемерове ", "kemerovo"),
        ("г. Тайга", "tayga"),
        ("новокузнецке", "novokuznetsk"),
        ("киселевск", "kiselyovsk"),  # without ё
        ("мцски", "myski"),
        ("прокоп", "prokopyevsk"),
        ("ленинск", "leninsk-kuznetsky"),
        ("ktybycr", "leninsk-kuznetsky"),  # the English layout was on
        ("Yurga", "yurga"),
        ("jurga", "yurga"),
    ],
)
def test_a_city_is_known_by_what_people_type(typed: str, city: str) -> None:
    assert closest(typed, CITIES) == (city,)


@pytest.mark.parametrize("typed", ["", "😀", "Москва", "юрист", "не знаю", "a" * 500])
def test_what_is_no_name_of_them_is_nothing(typed: str) -> None:
    assert closest(typed, CITIES) == ()


def test_two_that_are_as_good_are_both_named() -> None:
    assert set(closest("новокузнецк или прокопьевск", CITIES)) == {"novokuznetsk", "prokopyevsk"}


def test_one_word_of_a_name_is_enough() -> None:
    assert closest("логистика", TRADES) == ("tr.log",)
    assert closest("хочу сварку", TRADES) == ("mach.weld",)


def test_a_whole_name_wins_over_those_that_hold_it() -> None:
    names = {"one": ("Сварка",), "two": ("Станки и сварка",)}
    assert closest("сварка", names) == ("one",)


def test_short_names_are_only_known_exactly() -> None:
    names = {"it": ("ИТ и данные",), "food": ("Кухня и сервис",)}
    assert closest("ит", names) == ("it",)
    assert closest("и", names) == ()
