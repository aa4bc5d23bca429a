"""No string, however strange, makes the search fail."""

import random
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.catalog.search import Found, Lexicon, SearchIndex, Understanding
from tests.catalog.search_builders import ENTRIES, find, lexicon

KNOWN = {entry.id for entry in ENTRIES}
ALPHABETS = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "abcdefghijklmnopqrstuvwxyz",
    "АБВГABCD0123456789",
    " .,;:-/()[]{}'\"`~!?+#@_",
    "שלוםمرحباسلام\u200f\u202e\u2067",
    "😀👍🏽👩‍🏭🇷🇺",
    "\x00\x01\x1b\x7f\ufeff\u200b\u0301\u0308",
    "中文日本語한국어ไทย",
    "сварщикповарпрограммист",
)


def check(found: Found) -> None:
    assert {hit.id for hit in found.hits} <= KNOWN
    assert len({hit.id for hit in found.hits}) == len(found.hits) <= 10
    assert all(0 < hit.score <= 1 for hit in found.hits)
    assert (found.kind is Understanding.NONE) == (not found.hits)


@given(st.text(max_size=4096))
@example("")
@example("\ud800")
@example("😀" * 4096)
@example("\u202e сварщик \u202c")
@example("а" * 4096)
@example("сварщик " * 512)
@example("э" + "\u0301" * 4095)
@example("." * 4096)
@example("1" * 4096)
@example("15.01.05" * 500)
@example("(((((((((((((((((((((")
@example("%s %d {0} \\ \n\r\t\v")
@example("' OR 1=1 --")
@example("ﬁ㎏①Ⅷ")
@settings(deadline=None, max_examples=300)
def test_any_string_gets_an_answer(query: str) -> None:
    check(find(query))


@given(st.lists(st.sampled_from([e.title for e in ENTRIES] + list(ALPHABETS)), max_size=6))
@settings(deadline=None, max_examples=100)
def test_any_mixture_of_titles_and_rubbish_gets_an_answer(parts: list[str]) -> None:
    check(find(" ".join(parts)))


@pytest.mark.parametrize("seed", range(8))
def test_twenty_thousand_random_strings_get_answers(seed: int) -> None:
    """2,500 for each seed: a few scripts mixed, mostly short, now and then 4,096 characters."""
    dice = random.Random(seed)
    index = SearchIndex(ENTRIES, Lexicon(lines=lexicon().lines[seed::40]))
    for n in range(2500):
        letters = "".join(dice.sample(ALPHABETS, dice.randint(1, 3)))
        length = 4096 if n % 500 == 0 else dice.randint(0, 40)
        check(index.find("".join(dice.choices(letters, k=length))))


def test_every_single_character_gets_an_answer() -> None:
    for code in (*range(0x500), *range(0x2000, 0x2100), *range(0x1F600, 0x1F650), sys.maxunicode):
        check(find(chr(code)))
