from bot.domain.matching import Offer
from bot.services.programmes import open_first
from tests.domain.matching_builders import offer


def found(*codes: str) -> list[Offer]:
    return [offer(code=code) for code in codes]


def test_what_is_open_comes_first_in_the_order_of_the_search() -> None:
    shown = open_first(found("A", "B", "C", "D"), {"A", "C"}, 5)
    assert [o.programme.code for o in shown] == ["B", "D", "A", "C"]


def test_what_the_words_say_best_is_never_left_out() -> None:
    shown = open_first(found("A", "B", "C", "D"), {"A"}, 3)
    assert [o.programme.code for o in shown] == ["B", "C", "A"]


def test_nothing_found_is_nothing_shown() -> None:
    assert open_first([], set(), 5) == []
