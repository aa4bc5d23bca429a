from hypothesis import given
from hypothesis import strategies as st

from bot.drawings.lines import wrapped


def ten(line: str) -> bool:
    return len(line) <= 10


def test_words_move_to_the_next_line_whole() -> None:
    assert wrapped("природа техника люди", ten, most=9) == ["природа", "техника", "люди"]


def test_a_short_word_does_not_hang_at_the_end_of_a_line() -> None:
    assert wrapped("слова о важном", ten, most=9) == ["слова", "о важном"]


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert wrapped("переподготовка", ten, most=9) == ["переподгот", "овка"]


def test_text_left_over_shows_as_an_ellipsis() -> None:
    assert wrapped("первый второй третий", ten, most=2) == ["первый", "второй…"]
    assert wrapped("первый второй", ten, most=2) == ["первый", "второй"]


def test_no_text_makes_no_lines() -> None:
    assert wrapped("   ", ten, most=2) == []


@given(st.text(), st.integers(1, 5))
def test_every_line_fits_and_there_are_never_too_many(text: str, most: int) -> None:
    lines = wrapped(text, ten, most)
    assert len(lines) <= most
    assert all(ten(line) for line in lines)


@given(st.text(max_size=50))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    assert "".join(wrapped(text, ten, most=99)).replace(" ", "") == text.replace(" ", "")
